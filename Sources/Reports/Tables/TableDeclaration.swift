/// A table as it is declared, before it has rows: what writes its columns and describes them.
public struct TableDeclaration: Sendable {
  /// What the table is called: the name of its file without ending.
  public let name: String
  /// What it tells and what a row is, in one sentence.
  public let meaning: String
  /// Every column that it may have, in order.
  public let columns: [Table.Column]
  /// The columns whose values no two rows share; none if rows may be the same.
  public let key: [String]

  /// A table.
  public init(name: String, meaning: String, columns: [Table.Column], key: [String] = []) {
    let names = Set(columns.map(\.name))
    precondition(
      names.count == columns.count && names.isSuperset(of: key),
      "“\(name)” should have columns with different names, its key among them")
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.key = key
  }

  /// The column of a name; `nil` if it may not have it.
  public func column(_ name: String) -> Table.Column? { columns.first { $0.name == name } }

  /// Every table that a results folder may have. A new one is one line here, and is then described,
  /// removed when it is stale, and written for spreadsheets like the others.
  public static let all: [TableDeclaration] =
    [
      SummaryTable.declaration, ComparisonTable.declaration, ReplicationsTable.declaration,
      TargetsTable.declaration, TimelineTable.declaration, CalendarTable.declaration,
      DiscardTable.declaration, PhasesTable.declaration, NamesTable.declaration,
      SensitivityTable.declaration, CounterfactualsTable.declaration,
      DutyTable.declaration, ExemptionsTable.declaration, EnduranceTable.declaration,
    ] + CostTables.declarations
}

extension Table {
  /// A table of a declaration without rows.
  public init(_ declaration: TableDeclaration) {
    self.init(name: declaration.name, columns: declaration.columns)
  }
}
