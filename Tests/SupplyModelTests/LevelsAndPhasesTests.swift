import Quantities
import RandomStreams
import SupplyModel
import Testing

@Suite("Levels, settings, phases and shortages")
struct LevelsAndPhasesTests {
  @Test(
    "Levels become whole packs as the rounding says",
    arguments: [
      (PackRounding.up, Int64(101), Int64(150)), (.up, 100, 100), (.up, 1, 50),
      (.nearest, 124, 100), (.nearest, 125, 150), (.nearest, 24, 0),
      (.downButAtLeastOne, 149, 100), (.downButAtLeastOne, 1, 50), (.downButAtLeastOne, 0, 0),
      (.none, 101, 101), (.up, 0, 0),
    ])
  func rounding(rule: PackRounding, units: Int64, expected: Int64) {
    #expect(rule.rounded(units, packSize: 50) == expected)
  }

  @Test("Days of consumption are rounded up to units in exact arithmetic, then to packs")
  func daysOfConsumption() {
    let product = SmallContent.valid().products[0]
    let rate = DailyRate(nanoUnits: 1_100_000_000)
    let units = { (level: StockLevel, rounding: PackRounding) in
      level.units(of: product, normalConsumption: rate, rounding: rounding, ticksPerDay: 1)
    }
    // 1.1 × 90 is 99; binary floating point makes it a little more and rounds up to 100.
    #expect(units(.days(90), .none) == 99)
    #expect(units(.days(90), .up) == 100)
    #expect(units(.days(0), .up) == 0)
    #expect(units(.units(7), .none) == 7)
    #expect(units(.packs(3), .none) == 150)
  }

  @Test("A later rule overrides an earlier one, setting by setting")
  func precedence() throws {
    var content = SmallContent.valid()
    var slow = PolicyRule(products: .init(movers: [.slow]))
    slow.reserve = .days(90)
    var fast = PolicyRule(locations: .init(tiers: [Position(1)]), products: .init(movers: [.fast]))
    fast.reserve = .days(30)
    fast.position = .onHand
    content.policies[0].rules += [slow, fast]
    let settings = { (location: Int) in
      content.policies[0].settings(
        for: content.products[0], at: Position(0), in: content.locations[location],
        at: Position(location))
    }
    let store = try #require(settings(0))
    #expect(store.operating == .days(10))
    #expect(store.reserve == .days(30))
    #expect(store.position == .onHand)
    let ward = try #require(settings(1))
    #expect(ward.reserve == .units(0))
    #expect(ward.position == .usableTomorrow)
    #expect(ward.orderIn == .packs)
    #expect(ward.rounding == .up)
    #expect(ward.review == .every(days: 1))
    content.policies[0].rules.removeFirst()
    #expect(settings(1) == nil)
  }

  @Test("Ramps lie inside the phase and take the value of the day's middle")
  func ramps() {
    let phase = SmallContent.valid().timeline[0]
    let strengths = [19, 20, 21, 22, 23, 24, 47, 48, 49, 50].map { phase.strength(onDay: $0) }
    #expect(strengths == [0, 0.125, 0.375, 0.625, 0.875, 1, 1, 0.75, 0.25, 0])
    #expect(phase.demandMultiplier(of: Position(0), onDay: 21) == 2.5)
    #expect(phase.demandMultiplier(of: Position(0), onDay: 50) == 1)
  }

  @Test("Onsets per calendar year leave the rest of the year to supply")
  func shortageRates() {
    let shortage = SmallContent.valid().shortages[0]
    // Half an onset a year and 73 days each: of 730 days 657 are up.
    #expect(abs(shortage.meanUpTimeDays(ticksPerDay: 1) - 657) < 1e-9)
    #expect(abs(shortage.shareOfTimeDown(ticksPerDay: 1) - 0.1) < 1e-12)
    var none = shortage
    none.frequency = .onsetsPerYear(0)
    #expect(none.meanUpTimeDays(ticksPerDay: 1) == .infinity)
    #expect(none.shareOfTimeDown(ticksPerDay: 1) == 0)
    var stated = shortage
    stated.frequency = .meanUpTime(days: 365)
    #expect(abs(stated.shareOfTimeDown(ticksPerDay: 1) - 73.0 / 438) < 1e-12)
  }

  @Test("Remaining life is rounded down, and its longest value sets the warm-up")
  func remainingLife() throws {
    let life = RemainingLife.shareOfShelfLife(.uniform(low: 0.5, high: 0.75))
    #expect(life.wholeDays(at: 0, shelfLifeDays: 1001) == 500)
    #expect(life.wholeDays(at: 0.5, shelfLifeDays: 1000) == 625)
    #expect(life.longestDays(shelfLifeDays: 1000) == 750)
    let model = try SupplyModel(SmallContent.valid())
    #expect(model.longestRemainingLifeDays(of: Position(0)) == 750)
  }

  @Test("A selection takes what meets all of its conditions")
  func selections() {
    let content = SmallContent.valid()
    let product = content.products[0]
    let selects = { (selection: ProductSelection) in selection.selects(product, at: Position(0)) }
    #expect(selects(.init()))
    #expect(selects(.init(categories: [.ppe, .device], movers: [.fast])))
    #expect(!selects(.init(categories: [.ppe], movers: [.slow])))
    #expect(!selects(.init(products: [Position(1)])))
    let store = content.locations[0]
    #expect(LocationSelection(tiers: [Position(1)]).selects(store, at: Position(0)))
    #expect(!LocationSelection(tiers: [Position(0)]).selects(store, at: Position(0)))
    #expect(
      !LocationSelection(locations: [Position(2)], tiers: [Position(1)])
        .selects(store, at: Position(0)))
  }

  @Test("A location is an authority's for the categories that it answers for, or for any of them")
  func selectionsByAuthority() {
    var store = SmallContent.valid().locations[0]
    store.authorities = [0, 1, 0, 0].map { Position($0) }
    func selected(_ authorities: Int...) -> [Bool] {
      let selection = LocationSelection(authorities: authorities.map { Position($0) })
      return Category.allCases.map { selection.selects(store, at: Position(0), for: $0) }
        + [selection.selects(store, at: Position(0))]
    }
    #expect(selected(0) == [true, false, true, true, true])
    #expect(selected(1) == [false, true, false, false, true])
    #expect(selected(0, 1) == [true, true, true, true, true])
    #expect(selected(2) == [false, false, false, false, false])
    let ofAnotherTier = LocationSelection(tiers: [Position(0)], authorities: [Position(1)])
    #expect(!ofAnotherTier.selects(store, at: Position(0), for: .device))
  }
}
