import Estimators
public import Studies

/// Every estimate of a study: one row for each policy, group and measure.
public enum SummaryTable {
  /// The table, in the order of the study's policies, groups and measures.
  public static func table(of result: StudyResult) -> Table { stream(of: result).table }

  /// The same, row by row.
  ///
  /// Quantiles are empty where the values of replications are not kept; a measure that no
  /// replication has keeps its row, with `n` 0 and no numbers.
  public static func stream(of result: StudyResult) -> TableStream {
    let names = result.policyNames
    let count = result.rowCount
    return TableStream(declaration, rowCount: names.count * count) {
      let (policy, place) = $0.quotientAndRemainder(dividingBy: count)
      let estimate = result.estimate(policy: policy, row: place)
      var row: [Table.Cell] = [.text(names[policy])]
      row += EstimateCells.names(of: estimate)
      row += [Table.Cell(estimate.mean), Table.Cell(estimate.standardDeviation)]
      row += EstimateCells.interval(of: estimate)
      row +=
        estimate.quantiles.isEmpty
        ? Estimate.quantileLevels.map { _ in .empty } : estimate.quantiles.map { Table.Cell($0) }
      row.append(.integer(Int64(estimate.count)))
      return row
    }
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "summary",
    meaning: "Every estimate: one row for each policy, group of results and measure.",
    columns: columns, key: ["policy", "level", "key", "measure"])

  private static let columns: [Table.Column] =
    [Table.Column(name: "policy", kind: .text, meaning: "name of the policy")]
    + EstimateCells.nameColumns
    + [
      Table.Column(
        name: "mean", kind: .number, meaning: "mean over replications",
        empty: EstimateCells.withoutValue),
      Table.Column(
        name: "sd", kind: .number, meaning: "standard deviation over replications",
        empty: EstimateCells.withoutInterval),
    ]
    + EstimateCells.intervalColumns
    + [5, 25, 50, 75, 95].map {
      Table.Column(
        name: $0 < 10 ? "p0\($0)" : "p\($0)", kind: .number,
        meaning: "\($0) % of replications are at or below it",
        empty: "where the values of replications are not kept, or none has the measure")
    }
    + [EstimateCells.countColumn]
}

/// The cells and columns that tables of estimates share.
enum EstimateCells {
  static let withoutValue = "where no replication has the measure"
  static let withoutInterval =
    "where fewer than two replications have the measure, or it has one value over all of them"
  static let nameColumns = [
    Table.Column(name: "level", kind: .text, meaning: "what results are broken down by"),
    Table.Column(name: "key", kind: .text, meaning: "which part: an id of the scenario, or all"),
    Table.Column(name: "measure", kind: .text, meaning: "name of the measure"),
    Table.Column(name: "unit", kind: .text, meaning: "unit of the row's numbers; 1 for shares"),
  ]
  /// A mean and its paired difference to the baseline, both with intervals.
  ///
  /// - Parameter empty: why there may be no difference.
  static func meanAndDifference(empty: String) -> [Table.Column] {
    func end(_ name: String, _ which: String) -> Table.Column {
      Table.Column(
        name: name, kind: .number,
        meaning: "\(which) end of the 95 % interval of the difference; simulation error only",
        empty: withoutInterval)
    }
    return [Table.Column(name: "mean", kind: .number, meaning: "mean over replications")]
      + intervalColumns + [
        Table.Column(
          name: "difference", kind: .number,
          meaning: "mean of the paired differences to the baseline", empty: empty),
        end("differenceLow", "lower"), end("differenceHigh", "upper"),
      ]
  }

  static let intervalColumns = [
    Table.Column(
      name: "ciLow", kind: .number,
      meaning: "lower end of the 95 % interval of the mean; simulation error only",
      empty: withoutInterval),
    Table.Column(
      name: "ciHigh", kind: .number,
      meaning: "upper end of the 95 % interval of the mean; simulation error only",
      empty: withoutInterval),
  ]
  static let countColumn = Table.Column(
    name: "n", kind: .integer, unit: "replications", meaning: "replications that have the measure")

  static func names(of estimate: Estimate) -> [Table.Cell] {
    [
      .text(estimate.group.level.rawValue), .text(estimate.group.key),
      .text(estimate.measure.name), .text(estimate.measure.unit),
    ]
  }

  static func interval(of estimate: Estimate) -> [Table.Cell] {
    [Table.Cell(estimate.interval?.low), Table.Cell(estimate.interval?.high)]
  }
}
