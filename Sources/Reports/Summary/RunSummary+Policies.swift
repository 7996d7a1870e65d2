import Studies
import SupplyModel

extension RunSummary {
  /// One row per policy: what goes unmet, what is thrown away, what it costs.
  static func policyTable(_ findings: Findings) -> [String] {
    var table = AlignedColumns(names: findings.policies)
    if let cells = cells(findings, "unmetFraction", factor: 100, isPercent: true) {
      table.add(["unmet demand", "% of units"], cells)
    }
    if let cells = cells(findings, "stockoutDaysPerCareUnitYear") {
      table.add(["stock-out days", "per care unit", "and year"], cells)
    }
    if findings.hasPrices {
      addMoney(findings, "discardedSEKPerYear", "discarded", " per year", true, to: &table)
      addMoney(findings, "averageStockSEK", "stock value", "", false, to: &table)
    }
    if let cells = cells(findings, "averagePallets", showsInterval: false) {
      table.add(["pallet", "places"], cells)
    }
    addCost(findings, to: &table)
    guard !table.isEmpty else { return [] }
    return table.lines() + note(findings)
  }

  /// What the columns are, below the table.
  private static func note(_ findings: Findings) -> [String] {
    var parts: [String] = []
    if findings.replications > 1 { parts.append("mean (95 % interval)") }
    if findings.products.count > 1 {
      let weights = Set(findings.content.products.map(\.weight))
      parts.append(
        "unmet demand: share of each product's units, products weighted "
          + (weights.count > 1 ? "by their weights" : "equally"))
      parts.append("stock-out days: of any product, added")
    }
    if let baseline = findings.baseline, findings.policies.count > 1, findings.runningCost != nil {
      parts.append("cost above \(findings.policies[baseline]): paired difference")
    }
    return parts.isEmpty ? [] : PlainText.wrapped(parts.joined(separator: "; ") + ".", indent: 0)
  }

  /// The same in units of the product, where the study has only one.
  static func unitsTable(_ findings: Findings) -> [String] {
    guard findings.products.count == 1 else { return [] }
    var table = AlignedColumns(names: findings.policies)
    for measure in ["demand", "unmet", "discarded"] {
      if let cells = cells(findings, measure) { table.add([measure, "units in all"], cells) }
    }
    return table.isEmpty ? [] : table.lines()
  }

  /// A measure's cell for each policy; `nil` where no policy has a value.
  private static func cells(
    _ findings: Findings, _ measure: String, factor: Double = 1, isPercent: Bool = false,
    showsInterval: Bool = true
  ) -> [AlignedColumns.Cell]? {
    let estimates = findings.policies.indices.map { findings.estimate($0, measure) }
    guard estimates.contains(where: { $0 != nil }) else { return nil }
    return column(
      estimates, factor: factor, isPercent: isPercent, showsInterval: showsInterval)
  }

  private static func addMoney(
    _ findings: Findings, _ measure: String, _ header: String, _ per: String, _ showsInterval: Bool,
    to table: inout AlignedColumns
  ) {
    let scale = MoneyScale(
      largestOf: findings.policies.indices.compactMap { findings.mean($0, measure) })
    guard
      let cells = cells(
        findings, measure, factor: 1 / scale.factor, showsInterval: showsInterval)
    else { return }
    table.add([header, scale.unit + per], cells)
  }

  /// What each policy costs more than the baseline; the cost itself where nothing is compared.
  private static func addCost(_ findings: Findings, to table: inout AlignedColumns) {
    guard let cost = findings.runningCost else { return }
    let isCompared = findings.baseline != nil && findings.policies.count > 1
    let estimates = findings.policies.indices.map {
      isCompared ? findings.difference($0, cost.measure) : findings.estimate($0, cost.measure)
    }
    let scale =
      cost.isPerInhabitant
      ? MoneyScale.sek : MoneyScale(largestOf: estimates.compactMap { $0?.mean })
    let cells = column(estimates, factor: 1 / scale.factor, limits: nil)
    let unit =
      cost.isPerInhabitant ? ["SEK per inhabitant", "and year"] : ["\(scale.unit) per year"]
    let baseline = findings.baseline.map { findings.policies[$0] } ?? ""
    table.add([isCompared ? "cost above \(baseline)" : "running cost"] + unit, cells)
  }
}
