extension Array where Element == Int64 {
  /// The numbers in ascending order, as `sorted()` gives them, in time that grows as their count does.
  ///
  /// Many numbers in a range that is small for their count, such as a measure's values in all replications,
  /// are sorted by eleven binary digits at a time, the lowest first; each pass keeps the order of the one
  /// before. A comparison sort takes three to four times as long for 20,000 of them.
  func inAscendingOrder() -> [Int64] {
    guard count >= 256, let least = self.min(), let greatest = self.max() else { return sorted() }
    let range = UInt64(bitPattern: greatest) &- UInt64(bitPattern: least)
    let passes = (64 - range.leadingZeroBitCount + Self.digitBits - 1) / Self.digitBits
    // As many passes cost as much as the comparisons that they save.
    guard passes <= 4 else { return sorted() }
    var (current, next) = (self, self)
    var starts = [Int](repeating: 0, count: 1 << Self.digitBits)
    for pass in 0..<passes {
      let shift = UInt64(pass * Self.digitBits)
      func digit(_ number: Int64) -> Int {
        let offset = UInt64(bitPattern: number) &- UInt64(bitPattern: least)
        return Int(truncatingIfNeeded: offset &>> shift & (1 << UInt64(Self.digitBits) - 1))
      }
      for place in starts.indices { starts[place] = 0 }
      for number in current { starts[digit(number)] += 1 }
      var sum = 0
      for place in starts.indices {
        let found = starts[place]
        starts[place] = sum
        sum += found
      }
      for number in current {
        let place = digit(number)
        next[starts[place]] = number
        starts[place] += 1
      }
      swap(&current, &next)
    }
    return current
  }

  private static var digitBits: Int { 11 }
}
