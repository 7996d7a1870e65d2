/// Columns with a meaning and rows of typed cells, before anyone decides how they look.
public struct Table: Sendable, Equatable {
  /// What the table is called: the name of its file without ending.
  public let name: String
  /// The columns in order.
  public let columns: [Column]
  /// All cells, row after row: one array, because tables have millions of cells.
  public private(set) var cells: [Cell] = []

  /// A table without rows; it needs at least one column.
  public init(name: String, columns: [Column]) {
    precondition(!columns.isEmpty, "a table should have columns, but “\(name)” has none")
    self.name = name
    self.columns = columns
  }

  /// What stands in a column.
  public struct Column: Sendable, Equatable {
    /// The name in the header.
    public let name: String
    /// What its cells hold.
    public let kind: Kind
    /// The unit of its numbers; `nil` for texts and where another column names the unit.
    public let unit: String?
    /// What it is, in one phrase.
    public let meaning: String
    /// When a cell has no value; `nil` if every cell has one.
    public let empty: String?

    /// Whether its cells are numbers, or have no value.
    var isNumeric: Bool { kind == .integer || kind == .number }

    /// A column.
    public init(
      name: String, kind: Kind, unit: String? = nil, meaning: String, empty: String? = nil
    ) {
      self.name = name
      self.kind = kind
      self.unit = unit
      self.meaning = meaning
      self.empty = empty
    }
  }

  /// What the cells of a column hold; the raw values are the types of Frictionless Table Schema.
  public enum Kind: String, Sendable, CaseIterable {
    /// Text.
    case text = "string"
    /// Days of the calendar as text: `2027-01-31`.
    case date
    /// Whole numbers.
    case integer
    /// Numbers with decimals.
    case number
  }

  /// One value.
  public enum Cell: Sendable, Equatable {
    /// Text, as the scenario or the program wrote it.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A finite number.
    case number(Double)
    /// No value.
    case empty

    /// A number, or nothing where there is none; what is not finite is no value either.
    public init(_ value: Double?) {
      if let value, value.isFinite { self = .number(value) } else { self = .empty }
    }
  }

  /// How many rows there are. [1]
  public var rowCount: Int { cells.count / columns.count }

  /// The cells of a row, counted from 0.
  public func row(_ index: Int) -> ArraySlice<Cell> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }

  /// Adds a row; it must have one cell for each column.
  public mutating func append(_ row: some Collection<Cell>) {
    precondition(
      row.count == columns.count,
      "a row of “\(name)” should have \(columns.count) cells, but has \(row.count)")
    cells.append(contentsOf: row)
  }
}
