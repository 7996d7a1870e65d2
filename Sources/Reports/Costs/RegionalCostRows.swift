import Costs

/// Table 2 for programs: one row for each cell, rounded as printed and exact.
enum RegionalCostRows {
  /// What stands for a policy in the table of a report's figures.
  static let reported = "reported"

  /// The table of a report's figures.
  static func table(_ costs: RegionalCostTable, _ comparison: PrintedComparison) -> Table {
    var table = Table(declaration)
    append(costs, policy: reported, replications: nil, to: &table) { cell, rounded in
      guard let difference = comparison.difference(cell) else {
        return [.text("asPrinted"), .integer(rounded.low), .integer(rounded.high)]
      }
      return [
        .text("differs"), .integer(difference.printed.low), .integer(difference.printed.high),
      ]
    }
    return table
  }

  /// The table of what was simulated.
  static func table(_ simulated: SimulatedRegionalCosts, _ statements: [CostStatement]) -> Table {
    var table = Table(declaration)
    guard let first = statements.first else { return table }
    for (policy, costs) in simulated.tables {
      append(
        costs, policy: first.policies[policy], replications: Int64(first.replications),
        to: &table
      ) { _, _ in [.text("simulated"), .empty, .empty] }
    }
    return table
  }

  private static func append(
    _ costs: RegionalCostTable, policy: String, replications: Int64?, to table: inout Table,
    _ status: (RegionalCostTable.CellName, ReportedCosts.PrintedRange) -> [Table.Cell]
  ) {
    for row in costs.rows {
      for column in RegionalCostTable.ColumnName.allCases {
        guard let amount = row.amount(column), let rounded = row.printed(column) else { continue }
        table.append(
          [
            .text(policy), .text(row.name.rawValue), .text(column.rawValue),
            .text(column.isPerInhabitant ? "SEK/inhabitant" : "MSEK"), .integer(rounded.low),
            .integer(rounded.high), .number(amount.low.sek / scale(column)),
            .number(amount.high.sek / scale(column)),
          ] + status(.init(row.name, column), rounded)
            + [.integer(row.regionCount), replications.map { .integer($0) } ?? .empty])
      }
    }
  }

  /// Kronor in one of the column's unit. [SEK]
  static func scale(_ column: RegionalCostTable.ColumnName) -> Double {
    column.isPerInhabitant ? 1 : 1_000_000
  }

  /// What the table is.
  static let declaration = TableDeclaration(
    name: "costs-table2",
    meaning: "Costs of one month's stock by size group of regions, in the layout of "
      + "Socialstyrelsen's Table 2: one row for each of its cells.",
    columns: columns, key: ["policy", "row", "column"])

  private static let columns: [Table.Column] = [
    Table.Column(
      name: "policy", kind: .text,
      meaning: "name of the policy, of which the increase over the baseline is shown; or reported"),
    Table.Column(name: "row", kind: .text, meaning: "size group or total"),
    Table.Column(name: "column", kind: .text, meaning: "what the figure is"),
    Table.Column(name: "unit", kind: .text, meaning: "unit of the figures"),
    Table.Column(name: "low", kind: .integer, meaning: "lower end, rounded as printed"),
    Table.Column(name: "high", kind: .integer, meaning: "upper end, rounded as printed"),
    Table.Column(name: "lowExact", kind: .number, meaning: "lower end before rounding"),
    Table.Column(name: "highExact", kind: .number, meaning: "upper end before rounding"),
    Table.Column(
      name: "status", kind: .text,
      meaning: "simulated; or asPrinted, or differs from what the report prints"),
    Table.Column(
      name: "printedLow", kind: .integer, meaning: "lower end as the report prints it",
      empty: "for what is simulated"),
    Table.Column(
      name: "printedHigh", kind: .integer, meaning: "upper end as the report prints it",
      empty: "for what is simulated"),
    Table.Column(name: "regions", kind: .integer, unit: "regions", meaning: "regions in the row"),
    Table.Column(
      name: "n", kind: .integer, unit: "replications",
      meaning: "replications", empty: "for what is reported"),
  ]
}

/// Figures that follow from the tables.
enum DerivedFigureRows {
  /// What the table is.
  static let declaration = TableDeclaration(
    name: "costs-derived",
    meaning: "Figures that follow from the tables, beside those of the report's running text.",
    columns: [
      Table.Column(name: "figure", kind: .text, meaning: "what it is"),
      Table.Column(name: "unit", kind: .text, meaning: "unit of the figures"),
      Table.Column(name: "low", kind: .number, meaning: "lower end before rounding"),
      Table.Column(name: "high", kind: .number, meaning: "upper end before rounding"),
      Table.Column(
        name: "status", kind: .text,
        meaning: "asPrinted, differs, or notInReport where the report does not have the figure"),
    ], key: ["figure"])

  /// For programs.
  static func table(_ derived: DerivedFigures) -> Table {
    var table = Table(declaration)
    for figure in derived.figures {
      let status =
        figure.printed.map { $0 == figure.rounded ? "asPrinted" : "differs" } ?? "notInReport"
      table.append([
        .text(figure.name.rawValue), .text("MSEK"), .number(figure.amount.low.sek / 1e6),
        .number(figure.amount.high.sek / 1e6), .text(status),
      ])
    }
    return table
  }

  /// For people.
  static func text(_ name: DerivedFigures.Name, _ language: ReportLanguage) -> String {
    func medicine(_ once: Bool, _ english: String, _ swedish: String) -> String {
      language(
        "Medicines, \(once ? "once" : "per year"), \(english)",
        "Läkemedel, \(once ? "engång" : "per år"), \(swedish)")
    }
    return switch name {
    case .privateRunning:
      language("Private care, running, per year", "Privat vård, drift per år")
    case .firstYearCash:
      language("Investment and build-up in cash", "Investering och uppbyggnad, utbetalt")
    case .medicineInitialMean: medicine(true, "mean", "medel")
    case .medicineInitialMedian: medicine(true, "median", "median")
    case .medicineInitialMin: medicine(true, "min", "min")
    case .medicineInitialMax: medicine(true, "max", "max")
    case .medicineRunningMean: medicine(false, "mean", "medel")
    case .medicineRunningMedian: medicine(false, "median", "median")
    case .medicineRunningMin: medicine(false, "min", "min")
    case .medicineRunningMax: medicine(false, "max", "max")
    case .allProductsRunning:
      language("All products, running, own care", "Alla produkter, drift, egen vård")
    }
  }
}
