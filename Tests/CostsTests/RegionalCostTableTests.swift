import Costs
import Quantities
import SupplyModel
import Testing

@Suite("Regional cost table")
struct RegionalCostTableTests {
  private typealias Cell = (
    RegionalCostTable.RowName, RegionalCostTable.ColumnName, low: Int64, high: Int64
  )

  /// Table 2 as it is printed, but for 124 (printed 14) and 38 (printed 37).
  private static let cells: [Cell] = [
    (.large, .oneOff, 110, 120), (.large, .oneOffPerRegion, 37, 40),
    (.large, .oneOffPerInhabitant, 19, 21), (.large, .running, 250, 280),
    (.large, .runningPerRegion, 83, 93), (.large, .runningPerInhabitant, 44, 49),
    (.mid, .oneOff, 370, 400), (.mid, .oneOffPerRegion, 34, 36),
    (.mid, .oneOffPerInhabitant, 102, 110), (.mid, .running, 290, 320),
    (.mid, .runningPerRegion, 26, 29), (.mid, .runningPerInhabitant, 80, 88),
    (.small, .oneOff, 70, 80), (.small, .oneOffPerRegion, 10, 11),
    (.small, .oneOffPerInhabitant, 54, 62), (.small, .running, 160, 170),
    (.small, .runningPerRegion, 23, 24), (.small, .runningPerInhabitant, 124, 132),
    (.publicCare, .initial, 1500, 1700), (.publicCare, .initialPerRegion, 71, 81),
    (.publicCare, .oneOff, 550, 600), (.publicCare, .oneOffPerRegion, 26, 29),
    (.publicCare, .oneOffPerInhabitant, 52, 57), (.publicCare, .running, 700, 770),
    (.publicCare, .runningPerRegion, 33, 37), (.publicCare, .runningPerInhabitant, 66, 73),
    (.includingPrivate, .initial, 1500, 1700), (.includingPrivate, .initialPerRegion, 71, 81),
    (.includingPrivate, .oneOff, 550, 600), (.includingPrivate, .oneOffPerRegion, 26, 29),
    (.includingPrivate, .oneOffPerInhabitant, 52, 57), (.includingPrivate, .running, 795, 875),
    (.includingPrivate, .runningPerRegion, 38, 42),
    (.includingPrivate, .runningPerInhabitant, 75, 83),
  ]

  @Test("Every printed cell follows from the groups' totals and the populations")
  func printedCells() {
    let table = PublishedFigures.table()
    for cell in Self.cells {
      let printed = table.row(cell.0)?.printed(cell.1)
      #expect(printed == .init(low: cell.low, high: cell.high), "\(cell.0) \(cell.1)")
    }
    #expect(table.row(.large)?.printed(.initial) == nil)
  }

  @Test("Just outside the populations that bear every cell, one of them flips")
  func populationLimits() {
    func running(large: Int64 = 5_674_754, mid: Int64 = 3_621_333, small: Int64 = 1_291_623)
      -> [RegionalCostTable.RowName: [Int64]]
    {
      let table = PublishedFigures.table(
        PublishedFigures.regions(large: large, mid: mid, small: small))
      var found: [RegionalCostTable.RowName: [Int64]] = [:]
      for name in [RegionalCostTable.RowName.large, .mid, .small] {
        found[name] = [.oneOffPerInhabitant, .runningPerInhabitant].flatMap {
          (column: RegionalCostTable.ColumnName) -> [Int64] in
          table.row(name)?.printed(column).map { [$0.low, $0.high] } ?? []
        }
      }
      return found
    }
    let right = running()
    // The intervals were worked out apart from the program.
    let inside = [
      running(large: 5_656_566), running(large: 5_747_126), running(mid: 3_619_910),
      running(mid: 3_645_320), running(small: 1_285_141), running(small: 1_292_775),
    ]
    #expect(inside.allSatisfy { $0 == right })
    let outside = [
      running(large: 5_656_565), running(large: 5_747_127), running(mid: 3_619_909),
      running(mid: 3_645_321), running(small: 1_285_140), running(small: 1_292_776),
    ]
    #expect(outside.allSatisfy { $0 != right })
  }

  @Test("Private care is added as public ÷ 0.88, to running cost only")
  func privateCare() throws {
    let table = PublishedFigures.table()
    let publicCare = try #require(table.row(.publicCare))
    let all = try #require(table.row(.includingPrivate))
    #expect(all.oneOff == publicCare.oneOff)
    #expect(all.initial == publicCare.initial)
    // 700 ÷ 0.88 = 795.4545…: the amount is exact, and only printing rounds it.
    #expect(all.running.low.scaled(by: 88, over: 100) == publicCare.running.low)
    // 700 × 1.12 = 784 would be another rule.
    #expect(all.running.low.rounded(toParts: 100_000_000) == 795)
    let added = all.running - publicCare.running
    #expect(added.low.rounded(toParts: 100_000_000) == 95)
    #expect(added.high.rounded(toParts: 100_000_000) == 105)
  }

  @Test("Investment is depreciated inside running cost: no total adds the two")
  func investmentApart() throws {
    let with = PublishedFigures.table()
    let without = RegionalCostTable(
      regions: PublishedFigures.regions(), groups: PublishedFigures.groups,
      initialInvestment: nil, privateShare: PrivateShare(basisPoints: 1200))
    for row in with.rows {
      let other = try #require(without.row(row.name))
      #expect(row.running == other.running)
      #expect(row.oneOff == other.oneOff)
    }
  }

  @Test(
    "Rounding is half up, away from nothing",
    arguments: [
      (449, 4), (450, 5), (549, 5), (550, 6), (-450, -5), (-449, -4), (0, 0),
    ] as [(Int64, Int64)])
  func rounding(hundredths: Int64, expected: Int64) {
    let amount = ExactAmount(Money(ore: hundredths))
    #expect(amount.rounded(toParts: 100) == expected)
    // The same amount as a third of its triple.
    #expect(amount.scaled(by: 3).divided(by: 3).rounded(toParts: 100) == expected)
  }

  @Test("Sums of parts are exact in any order")
  func exactSums() {
    let thirds = (1...7).map { ExactAmount(Money(ore: 100)).divided(by: Int64($0)) }
    let forward = thirds.reduce(.zero, +)
    #expect(forward == thirds.reversed().reduce(.zero, +))
    // 1 + 1/2 + … + 1/7 = 363/140 kronor.
    #expect(forward == ExactAmount(Money(ore: 36_300)).divided(by: 140))
  }

  @Test("A share of everything or a negative one is no share", arguments: [10_000, -1])
  func shareLimits(basisPoints: Int64) {
    #expect(PrivateShare(basisPoints: basisPoints) == nil)
  }
}
