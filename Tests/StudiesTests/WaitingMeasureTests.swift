import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Measures of demand that waits")
struct WaitingMeasureTests {
  @Test("They stand where the only product's demand waits, and nowhere else")
  func rows() throws {
    for (shortfall, count) in [
      (Shortfall.lost, 0), (.backlogged, 1), (.deferrable(patienceDays: 3), 1),
    ] {
      var content = try TwoProducts.content()
      content.products[1].shortfall = shortfall
      let ids = [content.products[1].id]
      let study = Study(CompiledModel(try SupplyModel(content)))
      for name in ["waiting", "averageWaiting", "waitingDays"] {
        let rows = study.cells.filter { Measure.all[$0.measure].name == name }
          .map { study.grouping.groups[$0.group] }
        #expect(rows.allSatisfy { $0.productCount == 1 && $0.hasWaitingDemand })
        // Its category and its demand class have no other product.
        #expect(Set(rows.map(\.level)) == (count > 0 ? [.category, .demandClass, .product] : []))
        #expect(rows.filter { $0.level == .product }.map(\.key) == Array(ids.prefix(count)))
      }
      // With one product every place has them, if patients are served there.
      let alone = Study(
        CompiledModel(try SupplyModel(content), products: [Position(1)]))
      let measure = try #require(Measure.all.firstIndex { $0.name == "waiting" })
      let places = alone.cells.filter {
        $0.measure == measure && alone.grouping.groups[$0.group].level == .location
      }
      #expect(places.count == count * alone.grouping.groups[0].careUnitCount)
    }
  }

  @Test("They are what waits at the end, and the mean of what waits at the end of a day")
  func values() throws {
    var tally = Tally()
    tally.demand = 10
    tally.served = 6
    tally.servedAtOnce = 5
    tally.waiting = 4
    tally.waitingUnitDays = 365
    tally.waitingDays = 50
    var units = Tally()
    units.add(tally)
    units.add(tally)
    var sums = GroupSums(horizonDays: 73)
    sums.add(
      units, UnitFactors(try TwoProducts.content().products[1], costs: nil, ticksPerDay: 1),
      isOfOneProduct: true)
    let context = MeasureContext(horizonDays: 73, costs: nil)
    let group = Group(
      level: .product, key: "serum", productCount: 1, careUnitCount: 2, population: nil,
      hasWaitingDemand: true)
    for (name, expected) in [
      ("waiting", 8), ("averageWaiting", 10), ("servedAtOnce", 10), ("waitingDays", 100),
    ] as [(String, Double)] {
      let measure = try #require(Measure.named(name))
      let value = Double(try #require(measure.value(sums, context)))
      #expect(value / measure.parts(group, context) == expected)
    }
  }
}
