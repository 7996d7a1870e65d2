/// Random numbers for drawing scenarios: splitmix64, the same from the same seed for ever.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

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

  /// A list in another order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.dropLast() { list.swapAt(index, between(index, list.count - 1)) }
    return list
  }

  /// Some of a list, at least one, in any order.
  mutating func some<Element>(_ list: [Element]) -> [Element] {
    Array(shuffled(list).prefix(between(1, list.count)))
  }
}
