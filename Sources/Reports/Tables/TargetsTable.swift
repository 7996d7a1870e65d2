public import Studies

/// What each policy aims to hold at each kind of location, and what rounding adds to it.
public enum TargetsTable {
  /// The table.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    for row in result.statedTargets {
      table.append([
        .text(row.policy), .text(row.tier), .number(row.targetSEK), .number(row.roundedSEK),
        .number(row.exactSEK), Table.Cell(row.roundingRatio),
      ])
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "targets",
    meaning: "What each policy aims to hold: one row for each policy and kind of location.",
    columns: columns, key: ["policy", "tier"])

  private static let columns: [Table.Column] = [
    Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
    Table.Column(name: "tier", kind: .text, meaning: "kind of location"),
    Table.Column(
      name: "targetSEK", kind: .number, unit: "SEK", meaning: "all targets at purchase price"),
    Table.Column(
      name: "roundedSEK", kind: .number, unit: "SEK",
      meaning: "targets stated in days, rounded to units and packs at each location"),
    Table.Column(
      name: "exactSEK", kind: .number, unit: "SEK", meaning: "days × normal consumption"),
    Table.Column(
      name: "roundingRatio", kind: .number, unit: "1",
      meaning: "roundedSEK ÷ exactSEK: what rounding and fragmentation add",
      empty: "without such targets"),
  ]
}
