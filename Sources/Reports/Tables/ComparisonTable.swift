public import Studies

/// Every difference to the baseline, over the same chance events: policy minus baseline.
public enum ComparisonTable {
  /// The table; without rows when the baseline was not run or nothing else was.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(name: "comparison", columns: columns)
    guard let baseline = result.study.baseline else { return table }
    let names = result.policyNames
    for (policy, name) in names.enumerated() where policy != baseline {
      for difference in result.differences(policy: policy) {
        var row: [Table.Cell] = [.text(name), .text(names[baseline])]
        row += EstimateCells.names(of: difference)
        row.append(Table.Cell(difference.mean))
        row += EstimateCells.interval(of: difference)
        row.append(.integer(Int64(difference.count)))
        table.append(row)
      }
    }
    return table
  }

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(name: "baseline", kind: .text, meaning: "the policy it is compared with"),
    ]
    + EstimateCells.nameColumns
    + [
      Table.Column(
        name: "meanDifference", kind: .number,
        meaning: "mean over replications of policy minus baseline")
    ]
    + EstimateCells.intervalColumns + [EstimateCells.countColumn]
}
