import Testing

@testable import Replications

/// What marks the result of a rule in single units, however many they are.
@Suite("Allotment of quantities of every magnitude")
struct AllotmentLargeTests {
  @Test("Equal cover: nobody's last unit came before a unit that another should have had first")
  func equalCover() {
    var desk = AllotmentDesk()
    for seed in 0..<1_000 as Range<UInt64> {
      let example = AllotmentCase.large(seed)
      let granted = example.granted(.equalCover, at: &desk).granted
      for (row, quantity) in zip(example.rows, granted) where quantity > 0 {
        let claim = row.claim
        for (other, others) in zip(example.rows, granted) where others < other.claim.request {
          let waiting = other.claim
          guard waiting.normalConsumption > 0 else { continue }
          // The cover before the last unit that was given, and before the next that was not.
          let last = Int128(claim.held + quantity - 1) * Int128(waiting.normalConsumption)
          let next = Int128(waiting.held + others) * Int128(claim.normalConsumption)
          let isInOrder =
            claim.normalConsumption > 0 && (last, row.rank) <= (next, other.rank)
          if !isInOrder {
            Issue.record("seed \(seed): \(granted)\n\(example)")
            return
          }
        }
      }
    }
  }

  @Test(
    "Proportional: shares rounded down or up, up where the remainder is largest",
    arguments: [AllotmentRule.proportionalToRequest, .proportionalToConsumption])
  func proportional(_ rule: AllotmentRule) {
    var desk = AllotmentDesk()
    for seed in 0..<1_000 as Range<UInt64> {
      let example = AllotmentCase.large(seed)
      let granted = example.granted(rule, at: &desk).granted
      let oracle = AllotmentOracle(
        rows: example.rows, granted: granted.map { _ in 0 }, left: example.available)
      let weights = example.rows.map {
        Int128(
          rule == .proportionalToRequest ? $0.claim.request : $0.claim.normalConsumption)
      }
      let open = granted.indices.filter { weights[$0] > 0 && example.rows[$0].claim.request > 0 }
      let share = oracle.sharing(open) { weights[$0] }
      var isRight = share.full.allSatisfy { granted[$0] == example.rows[$0].claim.request }
      let others = open.filter { !share.full.contains($0) }
      for row in others {
        let (floor, rest) = (share.sum * weights[row]).quotientAndRemainder(
          dividingBy: share.weights)
        let isRoundedUp = Int128(granted[row]) == floor + 1
        isRight = isRight && (isRoundedUp && rest > 0 || Int128(granted[row]) == floor)
        guard isRoundedUp else { continue }
        for other in others {
          let part = share.sum * weights[other] % share.weights
          let isDown = share.sum * weights[other] / share.weights == Int128(granted[other])
          isRight = isRight && (!isDown || part < rest || part == rest && row < other)
        }
      }
      if !isRight {
        Issue.record("seed \(seed): \(granted)\n\(example)")
        return
      }
    }
  }
}
