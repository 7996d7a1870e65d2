public import Studies

/// What happens over time besides stock, and what ids stand for: tables that a run has only where there is
/// something to tell.
public enum OverTimeTables {
  /// Those that have rows.
  public static func all(of result: StudyResult) -> [Table] {
    [
      CalendarTable.table(of: result), DiscardTable.table(of: result),
      PhasesTable.table(of: result), NamesTable.table(of: result),
    ].filter { $0.rowCount > 0 }
  }
}
