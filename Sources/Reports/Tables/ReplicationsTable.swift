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
    var table = Table(
      name: "replications",
      columns: [
        Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
        Table.Column(
          name: "replication", kind: .integer, meaning: "its number, as `trace` takes it"),
      ]
        + measures.map {
          Table.Column(name: $0.name, kind: .number, unit: $0.unit, meaning: $0.meaning)
        })
    for (policy, name) in result.policyNames.enumerated() {
      let values = measures.map { result.replicationValues(policy: policy, measure: $0.name) }
      for (index, replication) in result.study.replications.enumerated() {
        table.append(
          [.text(name), .integer(Int64(replication))]
            + values.map { Table.Cell(index < $0.count ? $0[index] : nil) })
      }
    }
    return table
  }

  /// The measures shown for each replication, in order.
  static let headline = [
    "demand", "unmet", "unmetFraction", "stockoutDays", "firstStockoutDay", "discarded",
    "discardedSEK", "averageStockSEK", "averagePallets", "runningSEKPerYear",
    "runningSEKPerInhabitantYear",
  ]
}
