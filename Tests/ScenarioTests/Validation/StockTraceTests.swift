import Replications
import ScenarioFiles
import SupplyModel
import Testing

/// VALIDATION case C6: what another program has written down of three chains of locations, period
/// by period, is what happens here on every day. Units agree exactly, costs to 10⁻⁹.
@Suite("C6: traces of another program")
struct StockTraceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let scenario: String
    let reference: String
    let days: Int
    /// By location.
    let rates: [String: StockReplay.Rates]
    let totalCost: Double
    var testDescription: String { scenario }
  }

  static let single = Case(
    scenario: "c6-single", reference: "simple_single_stage_seed762", days: 100,
    rates: ["0": .init(held: 1, waiting: 10)], totalCost: 825)
  static let serial = Case(
    scenario: "c6-serial", reference: "serial3_poisson5_S9_6_11_seed42", days: 200,
    rates: [
      "3": .init(held: 2, waiting: 0), "2": .init(held: 4, waiting: 0),
      "1": .init(held: 7, waiting: 37.12),
    ],
    totalCost: 14137.88)
  static let tree = Case(
    scenario: "c6-tree", reference: "rong_atan_snyder_1a_poisson8_seed7", days: 200,
    rates: [
      "0": .init(held: 1.0 / 3, waiting: 20), "1": .init(held: 2.0 / 3, waiting: 20),
      "2": .init(held: 2.0 / 3, waiting: 20), "3": .init(held: 1, waiting: 20),
      "4": .init(held: 1, waiting: 20), "5": .init(held: 1, waiting: 20),
      "6": .init(held: 1, waiting: 20),
    ],
    totalCost: 44003.66666666667)

  @Test("Every cell of every location and day is the same", arguments: [single, serial, tree])
  func agrees(row: Case) throws {
    let mine = try Self.replay(row)
    let reference = try Self.reference(row)
    #expect(reference.count == row.days * row.rates.count)
    let differences = Self.differences(mine, reference)
    #expect(differences.prefix(8) == [], "\(differences.count) differ")
    let cost = mine.values.reduce(0) { $0 + ($1.amounts["TC"] ?? .nan) }
    #expect(abs(cost - row.totalCost) <= 1e-6)
  }

  @Test(
    "Another lead time, level or rule is seen",
    arguments: [
      (single, "suppliers.supplier.leadTime=2 days"),
      (serial, "policies.base-stock.hospitalPharmacy.operating=7 units"),
      (serial, "policies.base-stock.careUnit.requests=dropped"),
      (tree, "policies.base-stock.allocation=firstCome"),
    ])
  func notices(row: Case, setting: String) throws {
    let mine = try Self.replay(row, settings: [setting])
    #expect(!Self.differences(mine, try Self.reference(row)).isEmpty)
  }

  static func replay(
    _ row: Case, settings: [String] = []
  ) throws -> [NodePeriod.Place: NodePeriod] {
    let path = "scenarios/validation/\(row.scenario).json5"
    let model = try #require(Shipped.read(path, settings: settings).model)
    var worker = ReplicationWorker(CompiledModel(model))
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    return StockReplay(events, of: model, days: row.days, rates: row.rates).periods
  }

  static func reference(_ row: Case) throws -> [NodePeriod.Place: NodePeriod] {
    try NodePeriod.reference("scenarios/validation/c6/stockpyl/\(row.reference).csv")
  }

  /// Where two traces differ, and how.
  static func differences(
    _ mine: [NodePeriod.Place: NodePeriod], _ reference: [NodePeriod.Place: NodePeriod]
  ) -> [String] {
    Set(mine.keys).union(reference.keys).sorted().flatMap { place in
      let one = mine[place] ?? NodePeriod()
      return one.differences(from: reference[place] ?? NodePeriod())
        .map { "day \(place.day), node \(place.node): \($0)" }
    }
  }
}
