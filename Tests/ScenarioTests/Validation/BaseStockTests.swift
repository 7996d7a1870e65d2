import Testing

/// VALIDATION cases B5 and B8: base stock with demand that waits, reviewed each period and at once.
/// Exact values from the Poisson distribution and Panjer's recursion. Tolerance 4 standard errors;
/// seeds 5 and 8.
///
/// No measure gives the probability that nothing waits at the end of a period, the fill of whole
/// customers or what stock a customer finds.
@Suite("B5 and B8: base stock with demand that waits")
struct BaseStockTests {
  struct Row: Sendable {
    let product: String
    let policy: String
    let waiting: Double
    let stock: Double
    let fill: Double

    init(
      _ product: String, _ policy: String, waiting: Double, stock: Double, fill: Double
    ) {
      self.product = product
      self.policy = policy
      self.waiting = waiting
      self.stock = stock
      self.fill = fill
    }
  }

  static let periodic = [
    Row("l2", "low", waiting: 0.8979128108, stock: 2.8979128108, fill: 0.8542482796),
    Row("l2", "middle", waiting: 0.1134763393, stock: 7.1134763393, fill: 0.9811762301),
    Row("l2", "high", waiting: 0.0070722034, stock: 12.0070722034, fill: 0.9988221815),
    Row("l0", "low", waiting: 0.3140213892, stock: 2.3140213892, fill: 0.9476631018),
    Row("l0", "middle", waiting: 0.0773348661, stock: 4.0773348661, fill: 0.9871108556),
  ]

  static let lawKelton = [
    Row("all", "base-stock", waiting: 0.29315472, stock: 11.54315472, fill: 0.90085909)
  ]

  static let geometric = [
    Row("all", "s18", waiting: 0.65228189, stock: 6.65228189, fill: 0.78409950),
    Row("all", "s24", waiting: 0.13856079, stock: 12.13856079, fill: 0.94055949),
  ]

  @Test("B5: each period") func eachPeriod() throws {
    try agree(Self.periodic, "b5-base-stock", 20)
  }

  @Test("B8: at once, customers who want 1 to 4 units") func customers() throws {
    try agree(Self.lawKelton, "b8-law-kelton", 16)
  }

  @Test("B8: at once, customers of geometric size") func geometricCustomers() throws {
    try agree(Self.geometric, "b8-geometric", 16)
  }

  private func agree(_ rows: [Row], _ scenario: String, _ replications: Int) throws {
    let run = try ReferenceRun(scenario, replications: replications)
    for row in rows {
      let check = { (label, reference, largestError, quantity: (DailyMeans) -> Double) in
        try run.check(
          label, row.product, row.policy, reference, atMost: largestError, quantity)
      }
      try check("waiting", row.waiting, row.waiting > 0.2 ? 0.06 : 0.15) { $0.waiting }
      try check("stock", row.stock, 0.012) { $0.stock }
      try check("fill", row.fill, 0.007) { $0.fill }
    }
  }
}
