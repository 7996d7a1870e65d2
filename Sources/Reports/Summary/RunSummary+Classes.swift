import Studies

extension RunSummary {
  /// Demand classes against policies: what goes unmet, and what is thrown away.
  static func classTable(_ findings: Findings) -> [String] {
    guard findings.classes.count > 1 else { return [] }
    let names = findings.classes.map { "\($0.key) (\($0.productCount))" }
    var unmet = AlignedColumns(names: names)
    for (policy, name) in findings.policies.enumerated() {
      unmet.add(
        [name, "unmet, %"],
        column(rows(findings, policy, "unmetFraction"), factor: 100, isPercent: true))
    }
    var discarded = AlignedColumns(names: names)
    if findings.hasPrices { addDiscard(findings, to: &discarded) }
    let title = ["By demand class (number of products):"]
    let together = unmet.followed(by: discarded).lines()
    // An empty line is where a table is broken because it is too wide; then break between the two.
    guard together.contains("") else { return title + together }
    return title + unmet.lines() + [""] + discarded.lines()
  }

  private static func addDiscard(_ findings: Findings, to table: inout AlignedColumns) {
    let discards = findings.policies.indices.map { rows(findings, $0, "discardedSEKPerYear") }
    let scale = MoneyScale(largestOf: discards.joined().compactMap { $0?.mean })
    for (policy, name) in findings.policies.enumerated() {
      table.add(
        [name, "discarded,", "\(scale.unit) per year"],
        column(discards[policy], factor: 1 / scale.factor, showsInterval: false))
    }
  }

  private static func rows(
    _ findings: Findings, _ policy: Int, _ measure: String
  ) -> [Estimate?] {
    findings.classes.map { findings.estimate(policy, measure, .demandClass, $0.key) }
  }
}
