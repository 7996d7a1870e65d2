import Quantities

/// A table that this program has written, to be written again in another style.
public struct TableCopy: Sendable {
  private let columns: [Table.Column]
  /// At its first row.
  private let source: SeparatedValues

  /// A table in the plain style.
  ///
  /// - Throws: `ReportProblem` where it has a column that is not declared, or none.
  public init(
    _ declaration: TableDeclaration, _ bytes: [UInt8], of file: String
  ) throws(ReportProblem) {
    source = try SeparatedValues(bytes, of: file)
    columns = source.names.compactMap(declaration.column)
    guard columns.count == source.names.count, !columns.isEmpty else {
      throw ReportProblem(
        file: file, reason: "it has columns that this version of the program does not know")
    }
  }

  /// Its bytes in a style: those that the command that has made the table would have written.
  ///
  /// - Throws: `ReportProblem` where a row is none, or has something else where a number should stand.
  public func csv(_ style: CSVStyle) throws(ReportProblem) -> [UInt8] {
    var source = source
    var text = CSVText(columns, style)
    while try source.next() {
      var row: [Table.Cell] = []
      for (place, column) in columns.enumerated() {
        if column.isNumeric { _ = try source.number(place) }
        row.append(cell(source.text(place), column))
      }
      text.append(row)
    }
    return text.bytes
  }

  private func cell(_ text: String, _ column: Table.Column) -> Table.Cell {
    switch column.kind {
    case .text, .date: .text(text)
    case .integer: Int64(text).map { .integer($0) } ?? .text(text)
    case .number: text.isEmpty ? .empty : Double(text).map { .number($0) } ?? .text(text)
    }
  }
}
