/// An element that has its place in an order.
protocol Ranked: BitwiseCopyable {
  /// Whether it stands before another; two of which neither does may stand in any order.
  func precedes(_ other: Self) -> Bool
}

extension Column where Element: Ranked {
  /// Puts the elements in order, by heapsort: in place, and of the same speed whatever the order was.
  mutating func sort() {
    var start = count / 2
    while start > 0 {
      start -= 1
      sink(start, end: count)
    }
    var end = count
    while end > 1 {
      end -= 1
      let last = self[end]
      self[end] = self[0]
      self[0] = last
      sink(0, end: end)
    }
  }

  /// Lets an element sink until nothing below it, before `end`, stands after it.
  private mutating func sink(_ place: Int, end: Int) {
    let element = self[place]
    var root = place
    while true {
      var child = 2 * root + 1
      guard child < end else { break }
      if child + 1 < end, self[child].precedes(self[child + 1]) { child += 1 }
      guard element.precedes(self[child]) else { break }
      self[root] = self[child]
      root = child
    }
    self[root] = element
  }
}
