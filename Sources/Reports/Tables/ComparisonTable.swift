public import Studies

/// Every difference to the baseline, over the same chance events: policy minus baseline.
public enum ComparisonTable {
  /// The table; without rows when the baseline was not run or nothing else was.
  public static func table(of result: StudyResult) -> Table { stream(of: result).table }

  /// The same, row by row.
  public static func stream(of result: StudyResult) -> TableStream {
    let names = result.policyNames
    let baseline = result.study.baseline
    let others = names.indices.filter { baseline != nil && $0 != baseline }
    let count = result.rowCount
    return TableStream(declaration, rowCount: others.count * count) {
      let (place, cell) = $0.quotientAndRemainder(dividingBy: count)
      let difference = result.difference(policy: others[place], row: cell)
      var row: [Table.Cell] = [
        .text(names[others[place]]), baseline.map { .text(names[$0]) } ?? .empty,
      ]
      row += EstimateCells.names(of: difference)
      row.append(Table.Cell(difference.mean))
      row += EstimateCells.interval(of: difference)
      row.append(.integer(Int64(difference.count)))
      return row
    }
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "comparison",
    meaning: "The paired difference of each policy to the baseline: one row for each other policy, "
      + "group of results and measure.",
    columns: columns, key: ["policy", "level", "key", "measure"])

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(name: "baseline", kind: .text, meaning: "the policy it is compared with"),
    ]
    + EstimateCells.nameColumns
    + [
      Table.Column(
        name: "meanDifference", kind: .number,
        meaning: "mean over replications of policy minus baseline",
        empty: EstimateCells.withoutValue)
    ]
    + EstimateCells.intervalColumns + [EstimateCells.countColumn]
}
