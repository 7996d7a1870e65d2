import Testing

@testable import Replications

@Suite("Allotment among those who ask")
struct AllotmentTests {
  @Test(
    "10,000 random cases equal an oracle that goes pack by pack and knows rank, not order",
    arguments: AllotmentRule.allCases)
  func randomCases(_ rule: AllotmentRule) {
    var desk = AllotmentDesk()
    for seed in 0..<10_000 as Range<UInt64> {
      let example = AllotmentCase.small(seed)
      let expected = AllotmentOracle.granted(rule, example)
      let (granted, left) = example.granted(rule, at: &desk)
      let sum = granted.reduce(0, +)
      if granted != expected || left != example.available - sum {
        Issue.record("seed \(seed): \(granted), not \(expected), leaves \(left)\n\(example)")
        return
      }
    }
  }

  @Test(
    "The order of the rows does not change what anyone gets", arguments: AllotmentRule.allCases)
  func rowOrder(_ rule: AllotmentRule) {
    var desk = AllotmentDesk()
    for seed in 0..<1_000 as Range<UInt64> {
      var example = AllotmentCase.small(seed)
      var byRank: [Int: Int64] = [:]
      let granted = example.granted(rule, at: &desk).granted
      for (row, quantity) in zip(example.rows, granted) { byRank[row.rank] = quantity }
      example.rows.reverse()
      let reversed = example.granted(rule, at: &desk).granted
      let oracle = AllotmentOracle.granted(rule, example)
      let expected = example.rows.map { byRank[$0.rank]! }
      if reversed != expected || oracle != expected {
        Issue.record("seed \(seed): \(reversed), oracle \(oracle), not \(expected)\n\(example)")
        return
      }
    }
  }

  @Test(
    "A billion times the units, at a trillion times the consumption, is shared in the same way",
    arguments: AllotmentRule.allCases)
  func scale(_ rule: AllotmentRule) {
    var desk = AllotmentDesk()
    for seed in 0..<2_000 as Range<UInt64> {
      let example = AllotmentCase.small(seed)
      let granted = example.granted(rule, at: &desk).granted
      let scaled = example.scaled(units: 1_000_000_000, consumption: 1_000_000_000_000)
      let found = scaled.granted(rule, at: &desk).granted
      if found != granted.map({ $0 * 1_000_000_000 }) {
        Issue.record("seed \(seed): \(found), not 10⁹ × \(granted)\n\(example)")
        return
      }
    }
  }

  @Test(
    "Nobody gets more than it asks for or a broken pack, and no pack that fits is withheld",
    arguments: AllotmentRule.allCases)
  func invariants(_ rule: AllotmentRule) {
    var desk = AllotmentDesk()
    for seed in 0..<2_000 as Range<UInt64> {
      let example = seed % 2 == 0 ? AllotmentCase.small(seed) : .large(seed)
      let (granted, left) = example.granted(rule, at: &desk)
      var isRight = left >= 0 && granted.reduce(0, +) + left == example.available
      for (row, quantity) in zip(example.rows, granted) {
        let claim = row.claim
        let isFull = quantity == claim.request
        isRight = isRight && 0 <= quantity && quantity <= claim.request
        isRight = isRight && (isFull || quantity % claim.multiple == 0)
        let level = rule == .priority ? example.criticalLevel(of: claim) : 0
        isRight =
          isRight && (isFull || left - min(claim.multiple, claim.request - quantity) < level)
      }
      if !isRight {
        Issue.record("seed \(seed): \(granted), leaves \(left)\n\(example)")
        return
      }
    }
  }

  @Test("Sharing less than nothing stops the program")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      var claims = Column<Claim>()
      var desk = AllotmentDesk()
      _ = desk.firstCome(&claims, 0..<0, available: -1)
    }
  }
}

@Suite("Rules of allotment, in numbers that can be checked by hand")
struct AllotmentExampleTests {
  /// What claims in order of rank get.
  static func granted(
    _ rule: AllotmentRule, _ claims: [Claim], available: Int64, levels: [KeptStock] = []
  ) -> [Int64] {
    let rows = claims.enumerated().map { ClaimRow(rank: $0.offset, claim: $0.element) }
    var desk = AllotmentDesk()
    return AllotmentCase(rows: rows, available: available, criticalLevels: levels)
      .granted(rule, at: &desk).granted
  }

  static func claim(
    _ request: Int64, in multiple: Int64 = 1, uses: Int64 = 0, holds: Int64 = 0,
    priority: Int32 = 1
  ) -> Claim {
    Claim(
      request: request, multiple: multiple, normalConsumption: uses, held: holds,
      priority: priority)
  }

  @Test("First come: what is not enough for a pack goes to the next whose pack it is enough for")
  func firstCome() {
    let claims = [Self.claim(10), Self.claim(12, in: 4), Self.claim(6, in: 3), Self.claim(5)]
    #expect(Self.granted(.firstCome, claims, available: 17) == [10, 4, 3, 0])
    #expect(Self.granted(.firstCome, claims, available: 16) == [10, 4, 0, 2])
    #expect(Self.granted(.firstCome, claims, available: 8) == [8, 0, 0, 0])
  }

  @Test("Proportional: the textbook example of largest remainders, ten seats for six parties")
  func largestRemainders() {
    // https://en.wikipedia.org/wiki/Largest_remainder_method, Hare quota.
    let votes: [Int64] = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100]
    let claims = votes.map { Self.claim($0) }
    #expect(Self.granted(.proportionalToRequest, claims, available: 10) == [5, 2, 1, 1, 1, 0])
    // The same in packs of 20: ten packs; and 219 units, 10.95 packs, of which 0.95 stays.
    let packs = votes.map { Self.claim($0 * 20, in: 20) }
    let ten = Self.granted(.proportionalToRequest, packs, available: 200)
    #expect(ten == [100, 40, 20, 20, 20, 0])
    let nearlyEleven = Self.granted(.proportionalToRequest, packs, available: 219)
    #expect(nearlyEleven == [100, 40, 40, 20, 0, 0])
  }

  @Test("Proportional to consumption: what one does not ask for is shared by the others")
  func capped() {
    let claims = [Self.claim(4, uses: 5), Self.claim(30, uses: 2), Self.claim(30, uses: 1)]
    #expect(Self.granted(.proportionalToConsumption, claims, available: 16) == [4, 8, 4])
    // 20 ÷ 3 twice and once: 12⅔ and 6⅔ were equal; the whole unit goes to the higher rank.
    let more = [Self.claim(4, uses: 5), Self.claim(30, uses: 1), Self.claim(30, uses: 1)]
    #expect(Self.granted(.proportionalToConsumption, more, available: 17) == [4, 7, 6])
    // Nobody is expected to use it: in order of rank.
    let unused = [Self.claim(4), Self.claim(9), Self.claim(2, uses: 1)]
    #expect(Self.granted(.proportionalToConsumption, unused, available: 10) == [4, 4, 2])
  }

  @Test("Proportional with unequal packs: a large pack that does not fit leaves its part to others")
  func unequalPacks() {
    let claims = [Self.claim(20, in: 10), Self.claim(10), Self.claim(5)]
    // Shares of 16 are 9.14, 4.57 and 2.29; the ten that remain go to 0.914 of a pack of ten.
    #expect(Self.granted(.proportionalToRequest, claims, available: 16) == [10, 4, 2])
    // Shares of 14 are 8, 4 and 2; ten do not fit in the eight that remain, so these are shared
    // 2 : 1 by the others, 5.33 and 2.67.
    #expect(Self.granted(.proportionalToRequest, claims, available: 14) == [0, 9, 5])
    // Ten do not fit in nine from the start.
    #expect(Self.granted(.proportionalToRequest, claims, available: 9) == [0, 6, 3])
  }

  @Test("Equal cover: the lowest number of days is raised first, ties by rank, unknown use last")
  func equalCover() {
    let claims = [
      Self.claim(50, uses: 10, holds: 30), Self.claim(50, uses: 5), Self.claim(50, uses: 1),
      Self.claim(50),
    ]
    // 3 days for the two who hold nothing take 18; then all rise together, 16 a day.
    #expect(Self.granted(.equalCover, claims, available: 18) == [0, 15, 3, 0])
    #expect(Self.granted(.equalCover, claims, available: 19) == [1, 15, 3, 0])
    #expect(Self.granted(.equalCover, claims, available: 50) == [20, 25, 5, 0])
    #expect(Self.granted(.equalCover, claims, available: 151) == [50, 50, 50, 1])
    let packs = [Self.claim(40, in: 20, uses: 1), Self.claim(9, uses: 1, holds: 3)]
    // The first stands lower until it has a pack; the second gets what no pack can be made of.
    #expect(Self.granted(.equalCover, packs, available: 22) == [20, 2])
    #expect(Self.granted(.equalCover, packs, available: 19) == [0, 9])
  }

  @Test("Priority: the most urgent first; the others only down to their critical level")
  func priority() {
    let claims = [
      Self.claim(10, priority: 3), Self.claim(10, priority: 1), Self.claim(12, in: 4, priority: 2),
      Self.claim(10, priority: 1),
    ]
    let strict = Self.granted(.priority, claims, available: 27)
    #expect(strict == [3, 10, 4, 10])
    let levels = [KeptStock(from: 3, level: 20), KeptStock(from: 2, level: 5)]
    #expect(Self.granted(.priority, claims, available: 27, levels: levels) == [0, 10, 0, 10])
    #expect(Self.granted(.priority, claims, available: 29, levels: levels) == [0, 10, 4, 10])
    #expect(Self.granted(.priority, claims, available: 54, levels: levels) == [2, 10, 12, 10])
    // The level of priority 2 binds less urgent care too; a lower one from 3 on does not lift it.
    let one = [KeptStock(from: 2, level: 5), KeptStock(from: 3, level: 1)]
    #expect(Self.granted(.priority, claims, available: 42, levels: one) == [5, 10, 12, 10])
  }
}
