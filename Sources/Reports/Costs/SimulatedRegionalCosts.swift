import Costs
import Quantities
import SupplyModel

/// Table 2 from what was simulated: what a policy costs regions beyond the baseline, by size group.
///
/// The two ends of a range are the increase with every figure of the cost file at its low and at its
/// high value: what the inputs are worth, beside which simulation error is small.
struct SimulatedRegionalCosts {
  /// The policies other than the baseline, by their places, and the table of each; none where
  /// inhabitants are not stated or nothing is compared.
  let tables: [(policy: Int, table: RegionalCostTable)]

  /// The tables of some statements, of which the first is of everything.
  init(_ statements: [CostStatement], _ plan: CostPlan) {
    let places = Self.places(statements)
    guard let first = places.first, let baseline = first.baseline else {
      tables = []
      return
    }
    let limits = plan.sizes?.from ?? SizeScale.publishedLimits
    let regions = places.map { place in
      let inhabitants = place.inhabitants ?? 0
      return ReportedCosts.Region(
        code: place.key, name: place.key,
        group: SizeScale.group(ofInhabitants: inhabitants, from: limits),
        inhabitants: inhabitants)
    }
    tables = first.policies.indices.filter { $0 != baseline }.map { policy in
      var groups: [SizeGroup: ReportedCosts.GroupCosts] = [:]
      var investment = AmountRange.zero
      for (place, region) in zip(places, regions) {
        var group =
          groups[region.group] ?? ReportedCosts.GroupCosts(oneOff: .zero, running: .zero)
        group.oneOff = group.oneOff + Self.range(place.total(.oneOff, policy: policy))
        group.running = group.running + Self.range(place.total(.running, policy: policy))
        groups[region.group] = group
        investment = investment + Self.range(place.total(.investment, policy: policy))
      }
      return (
        policy,
        RegionalCostTable(
          regions: regions, groups: groups, initialInvestment: investment,
          privateShare: plan.privateShareBasisPoints > 0
            ? PrivateShare(basisPoints: plan.privateShareBasisPoints) : nil)
      )
    }
  }

  /// The regions; the only statement where there is one. What belongs to no inhabitants, such as the
  /// distributors of a nation, is no region's.
  static func places(_ statements: [CostStatement]) -> [CostStatement] {
    (statements.count > 1 ? Array(statements.dropFirst()) : statements).filter {
      ($0.inhabitants ?? 0) > 0
    }
  }

  /// What an increase may be, in whole öre; where low prices give the larger one, as of a saving, the
  /// ends are exchanged.
  private static func range(_ estimate: CostEstimate) -> AmountRange {
    let ends = [estimate.increaseAtLow ?? 0, estimate.increaseAtHigh ?? 0].map {
      Money(ore: Int64(($0 * 100).rounded()))
    }
    return AmountRange(low: min(ends[0], ends[1]), high: max(ends[0], ends[1]))
  }

  /// Table 2 in the report's layout. Small amounts have a decimal, which the report has not.
  func printed(policy name: String, _ table: RegionalCostTable, _ language: ReportLanguage)
    -> PrintedTable
  {
    let words = CostTableWords(language: language)
    func cell(_ row: RegionalCostTable.Row, _ column: RegionalCostTable.ColumnName) -> String {
      row.amount(column).map { PrintedNumber.text($0, partsOf: column.unitOre, language) } ?? ""
    }
    func pair(
      _ row: RegionalCostTable.Row, _ total: RegionalCostTable.ColumnName,
      _ average: RegionalCostTable.ColumnName
    ) -> String {
      row.amount(total) == nil ? "" : "\(cell(row, total)) (\(cell(row, average)))"
    }
    return PrintedTable(
      name: "costs-table2-\(name)",
      title: language(
        "\(words.regionalTitle) Simulated: \(name), purchase of the stock included in the one-off cost.",
        "\(words.regionalTitle) Simulerat: \(name), inköp av lagret ingår i engångskostnaden."),
      headings: words.regionalHeadings.map { $0.replacing("*", with: "") },
      rows: table.rows.map { row in
        [
          words.row(row.name).replacing("*", with: ""), pair(row, .initial, .initialPerRegion),
          pair(row, .oneOff, .oneOffPerRegion), cell(row, .oneOffPerInhabitant),
          pair(row, .running, .runningPerRegion), cell(row, .runningPerInhabitant),
        ]
      },
      notes: [
        language(
          "From – to: every figure of the cost file at its low, and at its high value.",
          "Från – till: alla uppgifter i kostnadsfilen på sitt låga respektive höga värde.")
      ])
  }
}

extension PrintedNumber {
  /// An amount between two ends in whole parts of so many öre; with one decimal where both are below
  /// ten of them.
  static func text(
    _ range: AmountRange, partsOf ore: Int64, _ language: ReportLanguage
  ) -> String {
    let ends = [range.low, range.high]
    let isSmall = ends.allSatisfy { $0.rounded(toParts: ore / 10).magnitude < 100 }
    guard isSmall else {
      return text(
        .init(low: ends[0].rounded(toParts: ore), high: ends[1].rounded(toParts: ore)), language)
    }
    let texts = ends.map { end -> String in
      let tenths = end.rounded(toParts: ore / 10)
      let digits = FixedPointText.text(scaled: Int64(tenths.magnitude), decimals: 1)
      return (tenths < 0 ? "−" : "") + language.number(digits)
    }
    if texts[0] == texts[1] { return texts[0] }
    return (texts[0] + texts[1]).contains("−")
      ? "\(texts[0]) \(language("to", "till")) \(texts[1])" : "\(texts[0])–\(texts[1])"
  }
}
