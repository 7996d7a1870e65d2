import Replications
import Testing

/// When a longer life at receipt saves discard, and when it costs some.
///
/// It saves, on every path, where one place orders up to a level every day in single units, and what
/// it orders does not depend on what it could serve: with a lead time of one day, or with demand
/// that waits. Else it can go the other way, as three paths show that were found by trying many: a
/// lot that lives a day longer may leave just before the demand that a shorter life's replacement
/// would have met. What is then left over is discarded, and the patients have gone.
@Suite("Longer life and discard")
struct LongerLifeTests {
  @Test("At one place that orders single units daily a longer life never costs discard")
  func law() throws {
    var draws = Draws(seed: 2)
    var isStrict = 0
    for number in 0..<150 {
      var place = LongerLife()
      let families = ["poisson", "negativeBinomial", "constant"]
      place.random = (draws.pick(families), "\(draws.between(0, 2)).\(draws.between(1, 9))", 60)
      place.level = draws.between(1, 9)
      place.seed = UInt64(number)
      place.position = draws.pick(["usableTomorrow", "onHand"])
      if draws.chance(50) {
        place.shortfall = "backlogged"
        place.leadTime = draws.between(1, 6)
      }
      var previous = Int64.max
      for life in [1, 2, 3, 4, 6, 9, 14] {
        let discarded = try place.run(life: life).sum(\.discarded)
        #expect(discarded <= previous, "\(place), \(life) days")
        if discarded < previous { isStrict += 1 }
        previous = discarded
      }
    }
    #expect(isStrict > 300)
  }

  @Test("With lost sales and a lead time of three days a longer life can cost discard")
  func leadTime() throws {
    var place = LongerLife()
    place.leadTime = 3
    place.demand = [0, 0, 0, 0, 1, 0, 0, 0]
    place.position = "onHand"
    // One day of life: discarded on day 1, ordered anew, and there on day 4 when it is asked for. The
    // next comes on day 7.
    let short = try place.run(life: 1)
    #expect(short.stock == [[1, 0, 0, 0, 0, 0, 0, 1]])
    #expect(short.sum(\.discarded) == 1 && short.sum(\.unmet) == 0)
    // Two days: discarded on day 2, there on day 5, too late, and discarded on day 7.
    let long = try place.run(life: 2)
    #expect(long.stock == [[1, 1, 0, 0, 0, 1, 1, 0]])
    #expect(long.sum(\.discarded) == 2 && long.sum(\.unmet) == 1)
    // Where the patient waits, what comes too late is used.
    place.shortfall = "backlogged"
    #expect(try place.run(life: 2).sum(\.discarded) == 1)
  }

  @Test("With packs a longer life can cost discard")
  func packs() throws {
    var place = LongerLife()
    place.pack = 3
    place.demand = [0, 0, 0, 2, 0, 0, 0, 0]
    place.position = "onHand"
    // Two days of life: the first unit leaves on day 2, a pack comes on day 3 just when two are asked
    // for, and the third leaves on day 5.
    let short = try place.run(life: 2)
    #expect(short.stock == [[1, 1, 0, 1, 1, 0, 3, 3]])
    #expect(short.sum(\.discarded) == 2 && short.sum(\.unmet) == 0)
    // Three days: it leaves on day 3, the two patients go, and the whole pack of day 4 is discarded.
    let long = try place.run(life: 3)
    #expect(long.stock == [[1, 1, 1, 0, 3, 3, 3, 0]])
    #expect(long.sum(\.discarded) == 4 && long.sum(\.unmet) == 2)
  }

  @Test("With a store above a care unit a longer life can cost discard")
  func tiers() throws {
    var place = LongerLife()
    place.level = 2
    place.store = 1
    place.demand = [0, 1, 0, 0, 0, 1, 0, 0, 0]
    place.position = "onHand"
    // Four days of life: the unit's two leave on day 4, and the store's one, which came on day 2,
    // meets the demand of day 5.
    let short = try place.run(life: 4)
    #expect(short.stock == [[2, 1, 2, 2, 0, 0, 1, 2, 2], [1, 0, 1, 1, 0, 0, 0, 1, 1]])
    #expect(short.sum(\.discarded) == 2 && short.sum(\.unmet) == 0)
    // Five days: they leave on day 5, the patient goes, and the store's one comes on day 6 with a
    // single day left, since it grew old waiting: it is discarded too.
    let long = try place.run(life: 5)
    #expect(long.stock == [[2, 1, 2, 2, 2, 0, 1, 1, 2], [1, 0, 1, 1, 1, 0, 0, 0, 1]])
    #expect(long.sum(\.discarded) == 3 && long.sum(\.unmet) == 1)
  }
}
