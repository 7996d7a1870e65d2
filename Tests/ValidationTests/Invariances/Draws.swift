import Foundation

/// Random numbers for drawing scenarios: splitmix64, the same from the same seed for ever.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD1B5_4A32_D192_ED03 }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from `low` to `high`, both included.
  mutating func between(_ low: Int, _ high: Int) -> Int {
    low + Int(next() % UInt64(max(1, high - low + 1)))
  }

  /// Whether something happens that does so in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { between(1, 100) <= percent }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[between(0, list.count - 1)] }

  /// The seeds of a law: the first `count`, or those that `BUFFERT_SEEDS` names, such as `17` or
  /// `0..<500`, each printed before it is run.
  static func seeds(_ count: UInt64) -> [UInt64] {
    guard let text = ProcessInfo.processInfo.environment["BUFFERT_SEEDS"] else {
      return Array(0..<count)
    }
    let ends = text.split(separator: "..<").compactMap { UInt64($0) }
    let first = ends.first ?? 0
    let seeds = Array(first..<(ends.count > 1 ? ends[1] : first + 1))
    print("seeds \(seeds)")
    return seeds
  }

  /// Whether the seeds are those of the test, so that it may also ask what happens in all of them
  /// together.
  static var areUsual: Bool { ProcessInfo.processInfo.environment["BUFFERT_SEEDS"] == nil }
}
