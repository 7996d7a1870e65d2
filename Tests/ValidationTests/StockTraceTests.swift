import Testing

@testable import Validation

/// VALIDATION case C6: what another program has written down of three chains of locations, period
/// by period, is what happens here on every day. Units agree exactly, costs to 10⁻⁹.
@Suite("C6: traces of another program")
struct StockTraceTests {
  @Test("Every cell of every location and day is the same, and what all days cost")
  func agrees() throws {
    let costs = [825, 14137.88, 44003.66666666667]
    for (trace, cost) in zip(TraceCase.all, costs) {
      let outcome = try trace.replay(load: Repository.read)
      #expect(outcome.differences.prefix(8) == [], "\(outcome.differences.count) differ")
      #expect(outcome.cells >= 1_000)
      #expect(abs(outcome.cost - cost) <= 1e-6)
    }
  }

  @Test(
    "Another lead time, level or rule is seen",
    arguments: [
      (0, "suppliers.supplier.leadTime=2 days"),
      (1, "policies.base-stock.hospitalPharmacy.operating=7 units"),
      (1, "policies.base-stock.careUnit.requests=dropped"),
      (2, "policies.base-stock.allocation=firstCome"),
    ])
  func notices(trace: Int, setting: String) throws {
    let outcome = try TraceCase.all[trace].replay(settings: [setting], load: Repository.read)
    #expect(!outcome.differences.isEmpty)
  }
}
