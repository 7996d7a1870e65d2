/// The lots of one shelf by the day on which they expire: a quantity for each day, and a bit for each day
/// on which there is any.
///
/// A store to which something comes every day with a life of its own has a hundred lots, and what comes
/// belongs anywhere among them. Here it is put where it belongs without looking for the place and
/// without moving anything.
struct ExpiryBins: ~Copyable {
  /// By expiry day. [units]
  private var quantities = Column<Int64>()
  private var days = Bitset()
  /// Day on which the next lot expires; `Int32.max` if there is none.
  private(set) var earliest = Int32.max

  /// Empties the bins and sets up one for each of `count` days.
  mutating func reset(days count: Int) {
    quantities.reset(to: 0, count: count)
    days.reset(count: count)
    earliest = .max
  }

  /// Adds what expires on a day; whether there is a bin for it.
  @inline(__always)
  mutating func insert(_ expiry: Int32, _ quantity: Int64) -> Bool {
    let day = Int(expiry)
    guard day >= 0, day < quantities.count else { return false }
    quantities[day] += quantity
    days.insert(day)
    earliest = min(earliest, expiry)
    return true
  }

  /// Takes so many units, what expires first first; there must be as many, and at least one.
  @inline(__always)
  mutating func issue(_ quantity: Int64) {
    var left = quantity
    while true {
      let day = Int(earliest)
      let there = quantities[day]
      if there > left {
        quantities[day] = there - left
        return
      }
      left -= there
      empty(day)
      if left == 0 { return }
    }
  }

  /// Takes up to `limit` units of what expires first; there must be something.
  mutating func takeFirst(atMost limit: Int64) -> Lot {
    let expiry = earliest
    let there = quantities[Int(expiry)]
    if there > limit {
      quantities[Int(expiry)] = there - limit
      return Lot(expiry: expiry, arrival: 0, quantity: limit)
    }
    empty(Int(expiry))
    return Lot(expiry: expiry, arrival: 0, quantity: there)
  }

  /// The earliest day has nothing left: looks for the next.
  @inline(__always)
  private mutating func empty(_ day: Int) {
    quantities[day] = 0
    days.remove(day)
    var word = day >> 6
    while word < days.wordCount {
      let bits = days[word: word]
      if bits != 0 {
        earliest = Int32(truncatingIfNeeded: word << 6 + bits.trailingZeroBitCount)
        return
      }
      word += 1
    }
    earliest = .max
  }

  /// How much expires on or before a day. [units]
  func quantity(expiringBy last: Int) -> Int64 {
    var sum: Int64 = 0
    for word in Int(earliest) >> 6..<max(days.wordCount, Int(earliest) >> 6) {
      var bits = days[word: word]
      while bits != 0 {
        let day = word << 6 + bits.trailingZeroBitCount
        if day > last { return sum }
        sum += quantities[day]
        bits &= bits - 1
      }
    }
    return sum
  }

  /// How many days have something.
  var count: Int {
    var sum = 0
    for word in 0..<days.wordCount { sum += days[word: word].nonzeroBitCount }
    return sum
  }

  /// What expires on the day in a place counted from the first.
  func lot(_ place: Int) -> Lot {
    var left = place
    for word in 0..<days.wordCount {
      var bits = days[word: word]
      guard left < bits.nonzeroBitCount else {
        left -= bits.nonzeroBitCount
        continue
      }
      for _ in 0..<left { bits &= bits - 1 }
      let day = word << 6 + bits.trailingZeroBitCount
      return Lot(expiry: Int32(truncatingIfNeeded: day), arrival: 0, quantity: quantities[day])
    }
    preconditionFailure("there are fewer lots than that")
  }
}
