import Studies

extension RunSummary {
  /// Demand classes against policies: what goes unmet, and what is thrown away.
  static func classTable(_ findings: Findings) -> [String] {
    guard findings.classes.count > 1 else { return [] }
    var table = AlignedColumns(
      names: findings.classes.map { "\($0.key) (\($0.productCount))" })
    for (policy, name) in findings.policies.enumerated() {
      let cells = findings.classes.map {
        cell(
          findings.estimate(policy, "unmetFraction", .demandClass, $0.key), factor: 100,
          isPercent: true)
      }
      table.add([name, "unmet, %"], cells)
    }
    if findings.hasPrices {
      let discards = findings.policies.indices.map { policy in
        findings.classes.map {
          findings.estimate(policy, "discardedSEKPerYear", .demandClass, $0.key)
        }
      }
      let scale = MoneyScale(largestOf: discards.joined().compactMap { $0?.mean })
      for (policy, name) in findings.policies.enumerated() {
        table.add(
          [name, "discarded,", "\(scale.unit) per year"],
          discards[policy].map { cell($0, factor: 1 / scale.factor, showsInterval: false) })
      }
    }
    return ["By demand class (number of products):"] + table.lines()
  }
}
