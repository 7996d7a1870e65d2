import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// The short way through plain days, where there is more than one store, more than one policy, a warm-up and
/// more than one replication: a worker brings along what it has learned and drawn before.
@Suite("Plain days in trees of stores")
struct PlainTreeTests {
  typealias Dice = PlainDayTests.Dice

  /// Two stores with care units of both kinds, sometimes with another store above them; two policies.
  static func content(seed: UInt64) -> SupplyModel.Content {
    var content = PlainDayTests.mixedModel(seed: seed).content
    var dice = Dice(0x7EE_0000 + seed)
    let count = content.locations.count - 1
    let hasTop = dice.below(3) > 0
    let top = Position<Location>(count + 2)
    var second = content.locations[count]
    second.id = "second-store"
    content.locations.append(second)
    if hasTop {
      var above = content.locations[count]
      above.id = "top-store"
      content.locations.append(above)
      for store in count...count + 1 {
        content.locations[store].sources = Category.allCases.map { _ in
          .location(top, leadTimeDays: 1 + dice.below(2))
        }
      }
    }
    for unit in 0..<count where dice.below(2) == 0 {
      content.locations[unit].sources = Category.allCases.map { _ in
        .location(Position(count + 1), leadTimeDays: dice.below(8) == 0 ? 2 : 1)
      }
    }
    let level = content.policies[0].rules[count].operating
    for store in count + 1..<content.locations.count {
      var rule = PolicyRule(locations: .init(locations: [Position(store)]))
      rule.operating = level
      content.policies[0].rules.insert(rule, at: store)
    }
    var scarce = content.policies[0]
    scarce.name = "scarce"
    for store in count..<content.locations.count {
      scarce.rules[store].operating = .units(Int64(1 + dice.below(30)))
    }
    content.policies.append(scarce)
    addChance(to: &content, units: count, &dice)
    return content
  }

  /// A warm-up, patients who come from prescriptions, and what shortages can do besides refusing.
  private static func addChance(
    to content: inout SupplyModel.Content, units: Int, _ dice: inout Dice
  ) {
    if dice.below(3) == 0 {
      content.experiment.start = .rotated(warmUpDays: dice.among([1, 37, 90]))
    }
    for shortage in content.shortages.indices {
      content.shortages[shortage].orders = dice.among([.refused, .held, .accepted])
      content.shortages[shortage].holdsTransit = dice.below(2) == 0
      if dice.below(3) == 0 {
        content.shortages[shortage].remainingLife = .days(.uniformInteger(low: 6, high: 12))
      }
    }
    if dice.below(2) == 0 {
      var phase = SmallModel.phase(10 + dice.below(20), 60, demand: 2)
      if dice.below(2) == 0 {
        for unit in 0..<units where dice.below(2) == 0 {
          content.consumption[unit].prescribed = DailyRate(nanoUnits: SmallModel.rate(2))
        }
        phase.spillOver = SpillOver(
          products: .init(), shareBasisPoints: 4_000, doseShareBasisPoints: 1_000, homeStockDays: 5)
      }
      content.timeline = [phase]
    }
  }

  @Test("Are what the general way gives, policy by policy and replication by replication")
  func equalsGeneral() throws {
    var seen = PlainDayTests.Seen()
    var sorted = 0
    for seed in 0..<80 as Range<UInt64> {
      let model = try SupplyModel(Self.content(seed: seed))
      let general = CompiledModel(model, shortcuts: .none)
      var reference = ReplicationWorker(general)
      for shortcuts in [Shortcuts.likely, .bold] {
        let compiled = CompiledModel(model, shortcuts: shortcuts)
        #expect(compiled.products[0].plainPolicies == [true, true])
        sorted += compiled.products[0].restsMostly ? 0 : 1
        var worker = ReplicationWorker(compiled)
        for replication in 0..<3 {
          for policy in 0..<2 {
            func replay(
              _ worker: inout ReplicationWorker, _ compiled: CompiledModel
            ) throws -> Replay {
              try Replay(
                &worker, of: compiled, policy: policy, replication: replication,
                followsPeriods: true)
            }
            let expected = try replay(&reference, general)
            let short = try replay(&worker, compiled)
            let difference = PlainDayTests.difference(short, expected)
            #expect(
              short == expected,
              "seed \(seed), \(shortcuts), replication \(replication), policy \(policy): \(difference)"
            )
            seen.add(expected)
          }
        }
      }
    }
    // What is compared must happen: lots that expire, patients in vain, both ways to ask for demand.
    #expect(
      seen.waste > 100 && seen.stockouts > 100 && sorted > 20 && sorted < 140, "\(seen) \(sorted)")
  }
}
