import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// The proof that nothing expires where lots are not followed, a day to either side of where it is so.
@Suite("Plain days where goods just last, or just do not")
struct PlainBoundaryTests {
  /// Care units that use one unit a day or so, each shelf passed in as many days as it holds.
  private static func model(life: Int, seed: UInt64) -> SmallModel {
    var dice = PlainDayTests.Dice(0xB0D + seed)
    let family = dice.among([DemandFamily.constant, .poisson])
    var model = SmallModel(
      units: (0..<2).map { index in
        var unit = SmallModel.Unit(
          id: "unit-\(index)", level: .units(Int64(6 + dice.below(18))),
          nanoRate: SmallModel.rate(dice.among([1, 1, 2])))
        unit.family = family
        return unit
      }, store: .units(Int64(dice.among([4, 10, 40]))))
    model.horizonDays = 150
    model.position = dice.among([.onHand, .usableTomorrow])
    // What is there at first lasts longer than what comes later.
    model.start = .given(remainingLife: .days(.constant(Double(life + dice.below(60)))))
    model.remainingLife = .days(.constant(Double(life)))
    model.leadTime = .constant(1)
    // One of them has a lull, after which all is as it was: what was on its shelf is used long before the
    // end, and its store's goods are fresh all the while.
    if dice.below(2) == 0 {
      let lull = 60..<61 + dice.below(25)
      model.units[0].profile = DemandProfile(
        id: "lull", periodFactors: (0..<model.horizonDays).map { lull.contains($0) ? 0 : 1 })
    }
    model.seed = seed
    return model
  }

  @Test("Are what the general way gives, whatever the life")
  func everyLife() throws {
    var (wasting, lasting) = (0, 0)
    for life in 8..<40 {
      for seed in 0..<12 as Range<UInt64> {
        let content = Self.model(life: life, seed: seed).content
        let general = try PlainDayTests.replay(content, .none)
        for shortcuts in [Shortcuts.likely, .bold] {
          let short = try PlainDayTests.replay(content, shortcuts)
          let difference = PlainDayTests.difference(short, general)
          #expect(short == general, "life \(life), seed \(seed), \(shortcuts): \(difference)")
        }
        if general.total.discarded > 0 { wasting += 1 } else { lasting += 1 }
      }
    }
    #expect(wasting > 50 && lasting > 50, "\(wasting) and \(lasting)")
  }
}
