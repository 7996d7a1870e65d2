import Testing

/// VALIDATION case E2: perishable stock with Poisson supply (Graves 1982; Kaspi & Perry 1983). Exact
/// values for continuous time. Tolerance 4 standard errors; seed 2.
@Suite("E2: perishable stock with random supply")
struct RandomSupplyTests {
  struct Row: Sendable {
    let product: String
    let issue: String
    /// [days]
    let life: Double
    /// Per day.
    let outdated: Double
    let fill: Double
    let stock: Double
    /// Mean age at issue. [days]
    let age: Double
  }

  static let rows = [
    Row(
      product: "s10-d10", issue: "fifo", life: 10, outdated: 0.0909090909, fill: 0.9090909091,
      stock: 5.45454545, age: 5.00000000),
    Row(
      product: "s10-d10", issue: "lifo", life: 10, outdated: 0.1772865341, fill: 0.8227134659,
      stock: 3.09062084, age: 1.60171864),
    Row(
      product: "s12-d10", issue: "fifo", life: 10, outdated: 0.2254230804, fill: 0.9745769196,
      stock: 8.65250022, age: 6.56517643),
    Row(
      product: "s12-d10", issue: "lifo", life: 10, outdated: 0.3027207044, fill: 0.8972792956,
      stock: 4.37428950, age: 1.50129671),
    Row(
      product: "s9-d10", issue: "fifo", life: 10, outdated: 0.0494972774, fill: 0.8505027226,
      stock: 4.05027226, age: 4.18023293),
    Row(
      product: "s9-d10", issue: "lifo", life: 10, outdated: 0.1272661328, fill: 0.7727338672,
      stock: 2.53069515, age: 1.62802987),
    Row(
      product: "s20-d18", issue: "fifo", life: 5, outdated: 0.2989945547, fill: 0.9450030251,
      stock: 6.44470051, age: 2.90988353),
    Row(
      product: "s20-d18", issue: "lifo", life: 5, outdated: 0.4545322657, fill: 0.8585931857,
      stock: 3.53069515, age: 0.81401494),
    Row(
      product: "s10-d12", issue: "fifo", life: 20, outdated: 0.0030999207, fill: 0.8307500661,
      stock: 4.67450833, age: 4.62685279),
    Row(
      product: "s10-d12", issue: "lifo", life: 20, outdated: 0.0552386081, fill: 0.7873011599,
      stock: 3.12020953, age: 2.13327660),
  ]

  @Test("Outdating, fill, stock and age at issue are exact") func agrees() throws {
    let run = try ReferenceRun("e2-supply", replications: 20)
    for row in Self.rows {
      // What is used within a step leaves in the middle of it on average, and what is outdated at
      // the next step no longer counts.
      let stock = { (means: DailyMeans) in
        means.stock - (means.discarded + means.served / 2) * means.step
      }
      let check = { (label, reference, largestError, quantity: (DailyMeans) -> Double) in
        try run.check(
          label, row.product, row.issue, reference, atMost: largestError, quantity)
      }
      try check("outdated", row.outdated, row.outdated > 0.01 ? 0.12 : 0.6) { $0.discarded }
      try check("fill", row.fill, 0.015) { $0.fill }
      try check("stock", row.stock, 0.07, stock)
      // Little's law: stock is what is issued × its age, and what is outdated × its life.
      try check("age at issue", row.age, 0.06) {
        (stock($0) - $0.discarded * row.life) / $0.served
      }
    }
  }
}
