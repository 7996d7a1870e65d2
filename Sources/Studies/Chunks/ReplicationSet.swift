/// Which replications have been run: ranges in order, with gaps between them.
public struct ReplicationSet: Sendable, Equatable, CustomStringConvertible {
  /// Not empty, in order, and none begins where another ends.
  public private(set) var ranges: [Range<Int>] = []

  /// No replication.
  public init() {}

  /// Some replications, in any order.
  public init(_ numbers: some Sequence<Int>) {
    add(numbers.map { $0..<$0 + 1 })
  }

  /// Adds replications, in any order.
  public mutating func add(_ more: [Range<Int>]) {
    let all = (ranges + more).sorted { $0.lowerBound < $1.lowerBound }
    ranges = []
    for range in all where !range.isEmpty {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Ranges as they were written; `nil` unless they are in order with gaps between them.
  init?(ranges: [Range<Int>]) {
    var end = -1
    for range in ranges {
      guard range.lowerBound > end, !range.isEmpty else { return nil }
      end = range.upperBound
    }
    self.ranges = ranges
  }

  /// How many there are.
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether there are none.
  public var isEmpty: Bool { ranges.isEmpty }

  /// One more than the last; 0 if there are none.
  public var upperBound: Int { ranges.last?.upperBound ?? 0 }

  /// Whether one of them has a number.
  public func contains(_ number: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= number { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(number)
  }

  /// Which of a range are not among them, in order.
  public func missing(of range: Range<Int>) -> [Int] { range.filter { !contains($0) } }

  /// Whether all of them lie in a range.
  public func isWithin(_ range: Range<Int>) -> Bool {
    guard let first = ranges.first, let last = ranges.last else { return true }
    return range.lowerBound <= first.lowerBound && last.upperBound <= range.upperBound
  }

  /// `0–56, 58`.
  public var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound - 1)" }
      .joined(separator: ", ")
  }
}
