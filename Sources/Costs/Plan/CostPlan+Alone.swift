public import SupplyModel

extension CostPlan {
  /// What a cost file states without a scenario: everything in it is beyond today, and nothing is
  /// simulated.
  ///
  /// - Parameter name: what the one policy is called.
  public func statement(named name: String, inhabitants: Int64) -> CostStatement {
    var lines: [CostLine] = []
    for item in items {
      func cost(_ bound: AmountBound) -> ItemCost {
        item.cost(count: item.count(under: name) ?? 0, bound)
      }
      func add(_ kind: CostLine.Kind, _ amount: (ItemCost) -> ExactAmount) {
        lines.append(
          CostLine(item, kind: kind) { bound in
            [[0], [amount(cost(bound)).rounded(toParts: 1)]]
          })
      }
      add(.running) { $0.running }
      add(.investment) { $0.investment }
      add(.oneOff) { $0.oneOff }
    }
    return CostStatement(
      key: "all", inhabitants: inhabitants, policies: ["today", name], baseline: 0, lines: lines,
      replications: 1)
  }
}
