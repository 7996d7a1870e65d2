@testable import Replications

/// SplitMix64 (Steele, Lea and Flood 2014), so that the cases do not hang on what is tested.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number in a small range; the bias of the remainder does not matter here.
  mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func one(of numbers: [Int64]) -> Int64 {
    numbers[Int(next() % UInt64(numbers.count))]
  }

  /// A number of any magnitude up to so many bits; 0 now and then.
  mutating func magnitude(bits: Int64) -> Int64 {
    Int64(next() & (1 << UInt64(number(0...bits)) - 1))
  }
}

extension AllotmentCase {
  /// A small case: few units, packs alike or not, ties, weights of zero, too little or enough.
  static func small(_ seed: UInt64) -> AllotmentCase {
    var stream = SplitMix(state: seed)
    let packs = stream.number(0...3)
    let shared = stream.number(2...7)
    let most = stream.one(of: [3, 12, 40])
    let consumption = stream.one(of: [0, 1, 3, 3, 50, 1_000])
    let held = stream.one(of: [0, 4, 30])
    let priorities = stream.one(of: [1, 2, 4])
    let count = Int(stream.number(1...7))
    var rows: [ClaimRow] = []
    // Ranks have gaps; none is shared.
    var rank = 0
    for _ in 0..<count {
      rank += Int(stream.number(1...3))
      let multiple =
        packs == 0 ? 1 : packs == 1 ? shared : stream.one(of: [1, 1, 2, 3, 5, 10, 12])
      var request = stream.number(0...most)
      if stream.number(0...3) > 0 { request += (multiple - request % multiple) % multiple }
      rows.append(
        .init(
          rank: rank,
          claim: Claim(
            request: request, multiple: multiple,
            normalConsumption: stream.number(0...consumption), held: stream.number(0...held),
            priority: Int32(stream.number(1...priorities)))))
    }
    let sum = rows.reduce(0) { $0 + $1.claim.request }
    let available =
      switch stream.number(0...9) {
      case 0: Int64(0)
      case 1: sum + stream.number(0...5)
      default: stream.number(0...sum)
      }
    var levels: [KeptStock] = []
    for _ in 0..<stream.number(0...3) {
      levels.append(
        .init(from: Int32(stream.number(1...5)), level: stream.number(0...max(1, available))))
    }
    // The rows in an order that has nothing to do with rank.
    for place in rows.indices.dropFirst() {
      rows.swapAt(place, Int(stream.number(0...Int64(place))))
    }
    return AllotmentCase(rows: rows, available: available, criticalLevels: levels)
  }

  /// A case in single units with quantities of every magnitude, up to 10¹² units and 10¹⁶ nano
  /// units a day; too many units for going one by one.
  static func large(_ seed: UInt64) -> AllotmentCase {
    var stream = SplitMix(state: seed)
    var rows: [ClaimRow] = []
    for rank in 0..<Int(stream.number(1...9)) {
      rows.append(
        .init(
          rank: rank,
          claim: Claim(
            request: stream.magnitude(bits: 40), multiple: 1,
            normalConsumption: stream.magnitude(bits: 53), held: stream.magnitude(bits: 40),
            priority: 1)))
    }
    let sum = rows.reduce(0) { $0 + $1.claim.request }
    return AllotmentCase(
      rows: rows, available: stream.number(0...sum), criticalLevels: [])
  }

  /// The same with larger units and another unit of consumption.
  func scaled(units: Int64, consumption: Int64) -> AllotmentCase {
    var scaled = self
    scaled.available *= units
    scaled.criticalLevels = criticalLevels.map { .init(from: $0.from, level: $0.level * units) }
    for row in rows.indices {
      scaled.rows[row].claim.request *= units
      scaled.rows[row].claim.multiple *= units
      scaled.rows[row].claim.held *= units
      scaled.rows[row].claim.normalConsumption *= consumption
    }
    return scaled
  }

  /// What the engine grants, in the order of the rows, and what it says is left.
  ///
  /// The rows are sorted by rank and stand between two claims of others, which must not change.
  func granted(_ rule: AllotmentRule, at desk: inout AllotmentDesk) -> (granted: [Int64], Int64) {
    let order = rows.indices.sorted { rows[$0].rank < rows[$1].rank }
    let neighbour = Claim(
      request: 5, multiple: 1, normalConsumption: 1, held: 0, priority: 1, granted: 3)
    var claims = Column<Claim>()
    claims.append(neighbour)
    for row in order {
      claims.append(rows[row].claim)
      // What was granted another day must not matter.
      claims[claims.count - 1].granted = 1
    }
    claims.append(neighbour)
    var levels = Column<KeptStock>()
    for level in criticalLevels { levels.append(level) }
    let left = rule.allot(
      &claims, 1..<claims.count - 1, available: available, criticalLevels: levels, at: &desk)
    precondition(claims[0].granted == 3 && claims[claims.count - 1].granted == 3)
    var granted = rows.map { _ in Int64(0) }
    for (place, row) in order.enumerated() { granted[row] = claims[place + 1].granted }
    return (granted, left)
  }
}
