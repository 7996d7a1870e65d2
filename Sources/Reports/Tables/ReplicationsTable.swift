public import Studies

/// What each replication gave: one row for each policy and replication, headline measures only.
public enum ReplicationsTable {
  /// The table; measures that the study does not have are left out.
  ///
  /// A replication that lacks a value has an empty cell.
  public static func table(of result: StudyResult) -> Table {
    let measures = headline.compactMap(Measure.named).filter { measure in
      result.estimate(policy: 0, level: .all, key: "all", measure: measure.name) != nil
    }
    let names = ["policy", "replication"] + measures.map(\.name)
    var table = Table(name: declaration.name, columns: names.compactMap(declaration.column))
    for (policy, name) in result.policyNames.enumerated() {
      let values = measures.map { result.replicationValues(policy: policy, measure: $0.name) }
      for (index, replication) in result.replications.enumerated() {
        table.append(
          [.text(name), .integer(Int64(replication))]
            + values.map { Table.Cell(index < $0.count ? $0[index] : nil) })
      }
    }
    return table
  }

  /// What the table is; measures that a study does not have are no columns of it.
  public static let declaration = TableDeclaration(
    name: "replications",
    meaning: "Headline measures of everything: one row for each policy and replication.",
    columns: [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "replication", kind: .integer, unit: "1", meaning: "its number, as `trace` takes it"),
    ]
      + headline.compactMap(Measure.named).map {
        Table.Column(
          name: $0.name, kind: .number, unit: $0.unit, meaning: $0.meaning,
          empty: "where the replication does not have it")
      }, key: ["policy", "replication"])

  /// The measures shown for each replication, in order.
  static let headline = [
    "demand", "unmet", "unmetFraction", "stockoutDays", "firstStockoutDay", "discarded",
    "discardedSEK", "averageStockSEK", "averagePallets", "runningSEKPerYear",
    "runningSEKPerInhabitantYear",
  ]
}
