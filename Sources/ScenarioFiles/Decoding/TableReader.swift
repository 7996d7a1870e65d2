import SupplyModel

/// Reads the rows of one table by the fields of its section.
///
/// Besides the section's columns a table may say how well its values are known: `status`,
/// `source` and `note` for a row, `<column>.status` and `<column>.source` for a column.
struct TableReader {
  let table: CSVTable
  let decoding: Decoding
  /// Whether no row was left out because it could not be taken apart.
  let hasAllRows: Bool
  private let columns: [String: Int]

  /// The table in a file; reports unknown and missing columns.
  ///
  /// - Parameters:
  ///   - name: what the scenario calls the table, such as `products`.
  ///   - required: columns without which no row can be read.
  init?(_ source: SourceText, name: String, _ section: Section, in decoding: Decoding) {
    let earlier = decoding.diagnostics.count
    guard let table = CSVReader.read(source, into: &decoding.diagnostics) else { return nil }
    self.hasAllRows = decoding.diagnostics.count == earlier
    self.table = table
    self.decoding = decoding
    var columns: [String: Int] = [:]
    for (index, column) in table.columnNames.enumerated() {
      if section.names.contains(column) {
        columns[column] = index
      } else if !Self.isRemark(column, section) {
        decoding.report(
          table.columnRanges[index], "\(source.fileName), column \(column)", "is unknown",
          allowed: TerminalText.oneOf(section.names),
          remedy: decoding.didYouMean(column, among: section.names))
      }
    }
    self.columns = columns
    var isComplete = true
    for field in section.fields where field.fallback == nil && columns[field.name] == nil {
      decoding.report(
        table.columnRanges[0], source.fileName, "has no column \(field.name)",
        allowed: "the columns " + section.names.joined(separator: ", "),
        remedy: "add the column \(field.name): \(field.meaning)")
      isComplete = false
    }
    guard isComplete else { return nil }
    if table.rowCount == 0, hasAllRows {
      decoding.report(
        table.columnRanges[0], source.fileName, "has no rows", allowed: "at least one row")
      return nil
    }
    noteProvenance(name)
    decoding.noteRows(table.rowCount, of: source.name)
    decoding.explain(name, "\(table.rowCount) rows", at: table.columnRanges[0])
  }

  /// Columns that say how well values are known.
  private static func isRemark(_ column: String, _ section: Section) -> Bool {
    if ["status", "source", "note"].contains(column) { return true }
    for suffix in [".status", ".source"] where column.hasSuffix(suffix) {
      return section.names.contains(String(column.dropLast(suffix.count)))
    }
    return false
  }

  /// Counts how well the values of each column are known; an unknown word is an error.
  private func noteProvenance(_ name: String) {
    let format = Format<KnowledgeStatus>.choice(KnowledgeStatus.self)
    for (index, column) in table.columnNames.enumerated()
    where column == "status" && columns["status"] == nil || column.hasSuffix(".status") {
      let about = column == "status" ? name : "\(name).\(column.dropLast(".status".count))"
      var counts: [KnowledgeStatus: Int] = [:]
      for row in 0..<table.rowCount where !table.cell(row, index).isEmpty {
        switch format.read(.cell(table.cell(row, index)), decoding.context) {
        case .success(let status): counts[status, default: 0] += 1
        case .failure(let problem):
          decoding.report(table.range(row, index), table.path(row, index), problem)
        }
      }
      for status in KnowledgeStatus.allCases {
        guard let count = counts[status] else { continue }
        decoding.note(.init(column: about, status: status, count: count))
      }
    }
  }

  /// How many rows there are.
  var rowCount: Int { table.rowCount }

  /// A field's value in a row, or its default; `nil` if there is neither, or if it cannot be read.
  func value<Value>(_ row: Int, _ field: Field<Value>) -> Value? {
    guard let column = columns[field.name] else { return field.fallback(in: decoding.context) }
    let text = table.cell(row, column)
    if text.isEmpty, field.description.fallback != nil {
      return field.fallback(in: decoding.context)
    }
    switch field.format.read(.cell(text), decoding.context) {
    case .success(let value): return value
    case .failure(let problem):
      decoding.report(table.range(row, column), table.path(row, column), problem)
      return nil
    }
  }

  /// The position of a field's column, if the table has it.
  func column<Value>(_ field: Field<Value>) -> Int? { columns[field.name] }

  /// Whether the table has a field's column.
  func has<Value>(_ field: Field<Value>) -> Bool { columns[field.name] != nil }

  /// Whether a row states a field at all.
  func states<Value>(_ row: Int, _ field: Field<Value>) -> Bool {
    columns[field.name].map { !table.cell(row, $0).isEmpty } ?? false
  }

  /// What a row's cell says, unread; empty, if the table has no such column.
  func text<Value>(_ row: Int, _ field: Field<Value>) -> String {
    columns[field.name].map { table.cell(row, $0) } ?? ""
  }

  /// Where a field of a row stands; the row, if the table has no such column.
  func range<Value>(_ row: Int, _ field: Field<Value>) -> SourceRange {
    columns[field.name].map { table.range(row, $0) } ?? table.rowRange(row)
  }

  /// Reports something wrong with a field of a row.
  func report<Value>(
    _ row: Int, _ field: Field<Value>, _ problem: @autoclosure () -> String,
    allowed: @autoclosure () -> String? = nil, remedy: @autoclosure () -> String? = nil
  ) {
    decoding.report(
      range(row, field), columns[field.name].map { table.path(row, $0) } ?? table.path(row),
      problem(), allowed: allowed(), remedy: remedy())
  }
}
