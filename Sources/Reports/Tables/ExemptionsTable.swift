import Quantities
public import Studies
import SupplyModel

/// The register of exemptions from the duty with what each one risks: one row for each policy and
/// exemption.
///
/// The risk is that of all patients of the product at the care units that the exemption concerns:
/// what they would have missed without it is in another run's table.
public enum ExemptionsTable {
  /// The table; without rows where there are no exemptions.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let content = result.content
    guard let duty = content.duty else { return table }
    for (policy, name) in result.policyNames.enumerated() {
      for finding in result.exemptionFindings(policy: policy) {
        let exemption = duty.exemptions[finding.exemption]
        var row: [Table.Cell] = [
          .text(name), .text(content.authorities[exemption.authority].id),
          .text(content.products[exemption.product].id), .text(exemption.reason),
          .text(exemption.held.text(tick: content.experiment.tick)), .integer(finding.units),
          .integer(finding.fullUnits), .text(exemption.mitigation),
          .text(exemption.reviewDate.description),
        ]
        row += cost(ofDropping: finding, content.products[exemption.product], content.costs)
        row += FigureCells.all(of: finding.unmetFraction)
        row += FigureCells.all(of: finding.stockoutDays)
        row += FigureCells.all(of: finding.anyStockout)
        row += [
          .integer(Int64(finding.unmetFraction.count)), .integer(Int64(finding.anyStockout.count)),
        ]
        table.append(row)
      }
    }
    return table
  }

  /// What holding the rest would cost: once, and each year.
  private static func cost(
    ofDropping finding: ExemptionFinding, _ product: Product, _ rates: CostRates?
  ) -> [Table.Cell] {
    guard product.unitPrice.ore > 0 else { return [.empty, .empty] }
    let units = max(0, finding.fullUnits - finding.units)
    let worth = Double(units) * Double(product.unitPrice.ore) / Double(Money.orePerKrona)
    return [
      .number(worth), Table.Cell(rates.map { worth * Double($0.capitalBasisPoints) / 10_000 }),
    ]
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "exemptions",
    meaning: "The register of exemptions from the duty with what each one risks: one row for each "
      + "policy and exemption.",
    columns: columns)

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(name: "authority", kind: .text, meaning: "who decided the exemption"),
      Table.Column(name: "product", kind: .text, meaning: "what it holds less of"),
      Table.Column(
        name: "reason", kind: .text, meaning: "why, as a code of the scenario's own",
        empty: "where the scenario states none"),
      Table.Column(
        name: "held", kind: .text, meaning: "what it holds instead: a share of fullUnits, or days"),
      Table.Column(
        name: "requiredUnits", kind: .integer, unit: "units",
        meaning: "what must be held for the care units that the exemption concerns"),
      Table.Column(
        name: "fullUnits", kind: .integer, unit: "units",
        meaning: "what would have to be held for them without it"),
      Table.Column(
        name: "mitigation", kind: .text, meaning: "what is done about the risk",
        empty: "where the scenario states nothing"),
      Table.Column(name: "reviewDate", kind: .date, meaning: "when it is to be decided anew"),
      Table.Column(
        name: "droppingSEK", kind: .number, unit: "SEK",
        meaning:
          "what it would cost once to hold fullUnits: the units that are missing at purchase "
          + "price", empty: "where the product has no price"),
      Table.Column(
        name: "droppingSEKPerYear", kind: .number, unit: "SEK/year",
        meaning: "capital tied up in them; not what would expire of them, nor storage and work: "
          + "those follow from a run without the exemption",
        empty: "where the product has no price, or the scenario no costs"),
    ]
    + FigureCells.columns(
      "unmetFraction", unit: "1", "unmet ÷ demand in those care units, mean over replications",
      empty: "where nothing is asked for, or one replication was run")
    + FigureCells.columns(
      "stockoutDays", unit: "days", "(care unit, day) of the horizon with unmet demand",
      empty: "where one replication was run")
    + FigureCells.columns(
      "anyStockout", unit: "1", "probability of at least one stock-out in the horizon",
      empty: "where one replication was run")
    + [
      Table.Column(
        name: "nWithDemand", kind: .integer, unit: "replications",
        meaning: "replications with demand: those that have an unmet fraction"),
      Table.Column(name: "n", kind: .integer, unit: "replications", meaning: "replications"),
    ]
}
