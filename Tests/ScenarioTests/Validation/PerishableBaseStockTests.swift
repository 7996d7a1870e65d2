import Testing

/// VALIDATION case E3: base stock of a perishable product with a lead time (Schmidt & Nahmias, Mgmt
/// Sci 31 (1985) 719). Exact values for continuous time. Tolerance 4 standard errors; seed 3.
@Suite("E3: base stock of a perishable product with a lead time")
struct PerishableBaseStockTests {
  struct Row: Sendable {
    let product: String
    /// [days]
    let life: Double
    let fill: Double
    /// Per day.
    let outdated: Double
    let ordered: Double
    let stock: Double
    /// Mean age at issue. [days]
    let age: Double
    /// Whether it is delivered at the end of a step, with a lead time of 0.
    var isDeliveredAtOnce = false
  }

  static let rows = [
    Row(
      product: "s5", life: 3, fill: 0.9591658227, outdated: 0.1295587915, ordered: 2.0478904369,
      stock: 2.95210956, age: 1.33628259),
    Row(
      product: "s3", life: 2, fill: 0.8900845317, outdated: 0.4016369079, ordered: 1.2917214396,
      stock: 1.70827856, age: 1.01676269),
    Row(
      product: "s10", life: 4, fill: 0.9929879431, outdated: 0.2314999352, ordered: 2.2174758214,
      stock: 5.56504836, age: 2.33590380),
    Row(
      product: "s8", life: 6, fill: 0.9879495593, outdated: 0.1742021670, ordered: 1.1621517263,
      stock: 4.51354482, age: 3.51063654),
    Row(
      product: "s4", life: 5, fill: 1, outdated: 0.1909916264, ordered: 1.1909916264, stock: 4,
      age: 3.04504187, isDeliveredAtOnce: true),
  ]

  @Test("Fill, outdating, orders, stock and age at issue are exact") func agrees() throws {
    let run = try ReferenceRun("e3-base-stock", replications: 12)
    for row in Self.rows {
      // What is used within a step leaves in the middle of it on average. What comes at the end of a
      // step and lives one longer is counted once too often.
      let stock = { (means: DailyMeans) in
        row.isDeliveredAtOnce
          ? means.stock - (means.discarded + means.served / 2) * means.step
          : means.stock + means.served / 2 * means.step
      }
      let check = { (label, reference, largestError, quantity: (DailyMeans) -> Double) in
        try run.check(
          label, row.product, "base-stock", reference, atMost: largestError, quantity)
      }
      try check("fill", row.fill, 0.006) { $0.fill }
      try check("outdated", row.outdated, 0.06) { $0.discarded }
      try check("ordered", row.ordered, 0.01) { $0.purchased }
      if row.isDeliveredAtOnce {
        // What is used or outdated is replaced at the end of the step: less than a step late.
        for means in try run.replications(of: row.product, "base-stock") {
          #expect(stock(means) < row.stock)
          #expect(stock(means) > row.stock - means.purchased * means.step)
        }
      } else {
        try check("stock", row.stock, 0.005, stock)
      }
      // Little's law: stock is what is issued × its age, and what is outdated × its life.
      try check("age at issue", row.age, 0.015) {
        (stock($0) - $0.discarded * row.life) / $0.served
      }
    }
  }
}
