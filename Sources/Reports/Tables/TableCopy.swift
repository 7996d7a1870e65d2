import Quantities

/// A table that this program has written, to be written again in another style.
public struct TableCopy: Sendable {
  private let columns: [Table.Column]
  private let bytes: [UInt8]

  /// A table in the plain style; `nil` where it has a column that is not declared.
  public init?(_ declaration: TableDeclaration, _ bytes: [UInt8]) {
    let names = SeparatedValues(bytes).names
    let columns = names.compactMap(declaration.column)
    guard columns.count == names.count, !columns.isEmpty else { return nil }
    self.columns = columns
    self.bytes = bytes
  }

  /// Its bytes in a style: those that the command that has made the table would have written.
  public func csv(_ style: CSVStyle) -> [UInt8] {
    var source = SeparatedValues(bytes)
    var text = CSVText(columns, style)
    while source.next() {
      text.append(columns.enumerated().map { cell(source.text($0), $1) })
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
