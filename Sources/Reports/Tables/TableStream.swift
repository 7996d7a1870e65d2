/// A table whose rows are made one by one as they are written.
///
/// Tables of all estimates have millions of cells; as cells or as text in memory they would need more
/// than all else that a run needs after it has finished.
public struct TableStream: Sendable {
  /// What the table is called: the name of its file without ending.
  public let name: String
  /// The columns in order.
  public let columns: [Table.Column]
  /// How many rows there are. [1]
  public let rowCount: Int
  private let row: @Sendable (Int) -> [Table.Cell]

  /// A table; `row` makes the row of a number from 0 up.
  init(
    _ declaration: TableDeclaration, rowCount: Int,
    row: @escaping @Sendable (Int) -> [Table.Cell]
  ) {
    name = declaration.name
    columns = declaration.columns
    self.rowCount = rowCount
    self.row = row
  }

  /// The whole table in memory.
  public var table: Table {
    var table = Table(name: name, columns: columns)
    for index in 0..<rowCount { table.append(row(index)) }
    return table
  }

  /// The table as `Table.csv(_:)` writes it, in pieces of about a megabyte.
  public func csvPieces(_ style: CSVStyle = .plain) -> some Sequence<[UInt8]> {
    var text = CSVText(columns, style)
    var next = 0
    return AnyIterator<[UInt8]> {
      while next < rowCount, text.bytes.count < Self.pieceBytes {
        text.append(row(next))
        next += 1
      }
      return text.bytes.isEmpty ? nil : text.take()
    }
  }

  private static let pieceBytes = 1 << 20
}
