public import SupplyModel

/// Every figure of a cost file with how well it is known and where it is from.
public enum CostParametersTable {
  /// The table.
  public static func table(of plan: CostPlan, priceYear: Int) -> Table {
    var table = Table(declaration)
    for parameter in plan.parameters {
      table.append([
        .text(parameter.name), .text(parameter.value), .text(parameter.unit),
        .text(parameter.low), .text(parameter.high), .text(parameter.status.rawValue),
        .text(parameter.source), .integer(Int64(priceYear)), .text(parameter.swedishUnit),
      ])
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "costs-parameters",
    meaning: "Every figure of the cost file with how well it is known and where it is from.",
    columns: columns, key: ["parameter"])

  private static let columns: [Table.Column] = [
    Table.Column(name: "parameter", kind: .text, meaning: "its place in the cost file"),
    Table.Column(name: "value", kind: .text, meaning: "what is used, as it is written"),
    Table.Column(name: "unit", kind: .text, meaning: "what the value is for"),
    Table.Column(
      name: "low", kind: .text, meaning: "what it might be at least",
      empty: "where the file has no range"),
    Table.Column(
      name: "high", kind: .text, meaning: "what it might be at most",
      empty: "where the file has no range"),
    Table.Column(name: "status", kind: .text, meaning: "how well it is known"),
    Table.Column(name: "source", kind: .text, meaning: "where it is from"),
    Table.Column(
      name: "priceYear", kind: .integer, meaning: "the year whose prices the file states"),
    Table.Column(
      name: "unitSwedish", kind: .text, meaning: "the unit as Swedish reports write it"),
  ]
}
