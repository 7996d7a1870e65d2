import Testing

/// VALIDATION case B7: (s, S) with Poisson demand that waits. Snyder & Shen, Example 4.7 and Problem
/// 4.31; Zheng & Federgruen, Oper. Res. 39 (1991) 654. Tolerance 4 standard errors; seed 7.
@Suite("B7: up to a level when the stock has fallen far")
struct MinMaxTests {
  struct Row: Sendable {
    let product: String
    var policy = "published"
    /// Of a unit on hand, a unit that waits and an order.
    let costs: (held: Double, waiting: Double, order: Double)
    /// Per day.
    let cost: Double
    let orders: Double

    static func zhengFedergruen(_ mean: Int, _ cost: Double, _ orders: Double) -> Row {
      Row(product: "zf-\(mean)", costs: (1, 9, 64), cost: cost, orders: orders)
    }
  }

  static let rows = [
    Row(product: "ex-4-7", costs: (1, 4, 5), cost: 8.0341115615, orders: 0.6819664417),
    Row(
      product: "ex-4-7", policy: "other", costs: (1, 4, 5), cost: 10.1937986716,
      orders: 0.4001629625),
    Row(
      product: "prob-4-31", costs: (40, 125, 150), cost: 223.5748295670, orders: 0.5758750672),
    Row(
      product: "prob-4-31", policy: "other", costs: (40, 125, 150), cost: 262.2755613773,
      orders: 0.5004588151),
    .zhengFedergruen(10, 35.02155527, 0.25639402523),
    .zhengFedergruen(21, 50.40601989, 0.34300410825),
    .zhengFedergruen(25, 54.26216672, 0.49770879638),
    .zhengFedergruen(40, 64.5118471, 0.50482954082),
    .zhengFedergruen(60, 77.30592943, 0.50493560581),
    .zhengFedergruen(63, 78.28682802, 1),
    .zhengFedergruen(75, 79.5538465, 1),
  ]

  @Test("Cost and frequency of orders are exact") func agrees() throws {
    let run = try ReferenceRun("b7-min-max", replications: 10)
    for row in Self.rows {
      try run.check("cost", row.product, row.policy, row.cost, atMost: 0.004) {
        row.costs.held * $0.stock + row.costs.waiting * $0.waiting + row.costs.order * $0.orderLines
      }
      try run.check("orders", row.product, row.policy, row.orders, atMost: 0.004) {
        $0.orderLines
      }
    }
  }
}
