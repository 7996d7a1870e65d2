public import Costs
import Estimators
import Quantities
public import Studies
public import SupplyModel

/// What policies cost, line by line, and how well each price is known.
public enum CostsTable {
  /// The lines of every policy, everywhere together and by region; without rows where the scenario has
  /// no cost file.
  public static func table(of result: StudyResult) -> Table {
    guard let plan = result.content.costPlan else { return Table(declaration) }
    return table(of: result.costStatements, plan)
  }

  /// The lines of some statements, of which the first is of everything.
  public static func table(of statements: [CostStatement], _ plan: CostPlan) -> Table {
    var table = Table(declaration)
    for (place, statement) in statements.enumerated() {
      let level: Level = place == 0 ? .all : .region
      for policy in statement.policies.indices {
        let rows = CostRows(statement, policy: policy, plan)
        for row in rows.all { table.append(cells(row, statement, policy, level)) }
      }
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "costs",
    meaning: "What policies cost, line by line, with totals, and how well each price is known: one "
      + "row for each policy, place and line.",
    columns: columns)

  private static func cells(
    _ row: CostRows.Row, _ statement: CostStatement, _ policy: Int, _ level: Level
  ) -> [Table.Cell] {
    let estimate = row.estimate
    let figures: [Double?] = [
      estimate.mean, estimate.interval?.low, estimate.interval?.high, estimate.increase,
      estimate.increaseInterval?.low, estimate.increaseInterval?.high, estimate.increaseAtLow,
      estimate.increaseAtHigh,
    ]
    return [
      .text(statement.policies[policy]), .text(level.rawValue), .text(statement.key),
      .text(row.kind), .text(row.part), .text(row.item), .text(row.unit),
    ] + figures.map { Table.Cell($0) }
      + [
        .text(row.status), .text(row.source), .integer(Int64(statement.replications)),
      ]
  }

  private static let notDrawn = "where nothing is drawn, or there is one replication"
  private static let ofBaseline = "for the baseline, and where it was not run"

  private static let columns: [Table.Column] = [
    Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
    Table.Column(name: "level", kind: .text, meaning: "by what the results are broken down"),
    Table.Column(name: "key", kind: .text, meaning: "which region; all for everything"),
    Table.Column(
      name: "kind", kind: .text,
      meaning:
        "running; investment, which is inside running as depreciation; oneOff; cash: investment "
        + "and oneOff; presentValue: of all years, nothing sold at the end"),
    Table.Column(name: "part", kind: .text, meaning: "what it is for; total for all of the kind"),
    Table.Column(
      name: "item", kind: .text, meaning: "key in the cost file",
      empty: "for what is simulated, and for totals"),
    Table.Column(name: "unit", kind: .text, meaning: "unit of the figures"),
    Table.Column(
      name: "mean", kind: .number, meaning: "mean over replications",
      empty: "where only the increase is known"),
    Table.Column(
      name: "ciLow", kind: .number, meaning: "lower end of its 95 % interval", empty: notDrawn),
    Table.Column(
      name: "ciHigh", kind: .number, meaning: "upper end of its 95 % interval", empty: notDrawn),
    Table.Column(
      name: "increase", kind: .number,
      meaning: "mean of the paired differences to the baseline", empty: ofBaseline),
    Table.Column(
      name: "increaseCiLow", kind: .number, meaning: "lower end of its 95 % interval",
      empty: notDrawn),
    Table.Column(
      name: "increaseCiHigh", kind: .number, meaning: "upper end of its 95 % interval",
      empty: notDrawn),
    Table.Column(
      name: "increaseAtLow", kind: .number,
      meaning: "the increase with every figure of the cost file at its low value",
      empty: ofBaseline),
    Table.Column(
      name: "increaseAtHigh", kind: .number,
      meaning: "the increase with every figure of the cost file at its high value",
      empty: ofBaseline),
    Table.Column(name: "status", kind: .text, meaning: "how well the price is known"),
    Table.Column(name: "source", kind: .text, meaning: "where the price is from"),
    Table.Column(name: "n", kind: .integer, unit: "replications", meaning: "replications"),
  ]
}

/// The rows of one place under one policy.
struct CostRows {
  /// A line or a total.
  struct Row {
    let kind: String
    let part: String
    var item = ""
    let unit: String
    let estimate: CostEstimate
    var status = CostStatus.derived.rawValue
    var source = "the lines above"
  }

  private let statement: CostStatement
  private let policy: Int
  private let plan: CostPlan

  init(_ statement: CostStatement, policy: Int, _ plan: CostPlan) {
    self.statement = statement
    self.policy = policy
    self.plan = plan
  }

  /// All rows, lines before their totals.
  var all: [Row] {
    CostLine.Kind.allCases.flatMap { lines($0) + totals($0) } + [cash] + presentValue
  }

  private func unit(_ kind: CostLine.Kind) -> String { kind == .running ? "SEK/year" : "SEK" }

  private func lines(_ kind: CostLine.Kind) -> [Row] {
    statement.lines(kind).map { line in
      Row(
        kind: kind.rawValue, part: line.part.rawValue, item: line.item ?? "", unit: unit(kind),
        estimate: statement.estimate([line], policy: policy), status: line.status.rawValue,
        source: line.source)
    }
  }

  /// The total of a kind, for all care where it is running cost, and per inhabitant.
  private func totals(_ kind: CostLine.Kind) -> [Row] {
    let total = statement.total(kind, policy: policy)
    var rows = [Row(kind: kind.rawValue, part: "total", unit: unit(kind), estimate: total)]
    if let inhabitants = statement.inhabitants, inhabitants > 0 {
      rows.append(
        Row(
          kind: kind.rawValue, part: "totalPerInhabitant",
          unit: kind == .running ? "SEK/inhabitant/year" : "SEK/inhabitant",
          estimate: total.scaled(by: 1 / Double(inhabitants))))
    }
    if kind == .running, plan.privateShareBasisPoints > 0 {
      rows.append(
        Row(
          kind: kind.rawValue, part: "totalIncludingPrivate", unit: unit(kind),
          estimate: total.scaled(by: 10_000 / Double(10_000 - plan.privateShareBasisPoints)),
          source: "total ÷ (1 − privateShare)"))
    }
    return rows
  }

  /// What is paid before the policy holds.
  private var cash: Row {
    Row(
      kind: "cash", part: "total", unit: "SEK",
      estimate: statement.estimate(
        statement.lines(.investment) + statement.lines(.oneOff), policy: policy))
  }

  /// What the increase is worth today, over the plan's period.
  private var presentValue: [Row] {
    guard let value = statement.presentValue(policy: policy, plan) else { return [] }
    return [
      Row(
        kind: "presentValue", part: "total", unit: "SEK",
        estimate: CostEstimate(mean: nil, increase: value),
        source: "\(plan.periodYears) years at discountRate")
    ]
  }
}
