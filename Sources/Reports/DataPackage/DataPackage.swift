/// `datapackage.json`: what is in each table of a results folder, column by column, as Frictionless
/// Data Package 1 has it.
///
/// Made from the declarations that write the tables and the headers that were written, so that no
/// column can be written that is not described.
///
/// Specifications: https://specs.frictionlessdata.io (Data Package, Tabular Data Resource, Table
/// Schema, CSV Dialect; versions 1).
public struct DataPackage: Sendable {
  /// A table as it lies in the folder.
  public struct File: Sendable {
    /// Its declaration.
    public let declaration: TableDeclaration
    /// How it is written.
    public let style: CSVStyle
    /// The names in its header, in order.
    public let header: [String]
    /// Its path from the folder.
    public let path: String
    /// The name that tells it from the others.
    let name: String

    /// A table with what its header says.
    public init(_ declaration: TableDeclaration, _ style: CSVStyle, header: [String]) {
      self.declaration = declaration
      self.style = style
      self.header = header
      path = style.path(of: declaration.name)
      let name = declaration.name.lowercased()
      self.name = style == .plain ? name : "\(name)-excel-sv"
    }

    /// A table as it is printed in a report, for people: texts alone, in columns that are named by their
    /// headings.
    ///
    /// - Parameters:
    ///   - name: of its file, such as `costs-table2-sv.csv`.
    ///   - number: which of the folder's printed tables it is.
    ///   - header: its headings.
    public init(printed name: String, number: Int, header: [String]) {
      style = .excelSwedish
      self.header = header
      path = name
      declaration = TableDeclaration(
        name: name,
        meaning:
          "A table of costs as a report prints it, for people: figures as texts with ranges, notes in "
          + "the last rows. Programs read the tables without language in their names.",
        columns: header.map {
          Table.Column(
            name: $0, kind: .text, meaning: "as printed: \($0)", empty: "nothing is printed there")
        })
      self.name = "costs-printed-\(number)"
    }

    /// The names in the header that the declaration does not describe.
    public var undescribed: [String] { header.filter { declaration.column($0) == nil } }
  }

  /// The description before it is written.
  let value: JSONValue

  /// The description of some tables; each name in their headers must be declared.
  ///
  /// - Parameters:
  ///   - title: the scenario's.
  ///   - version: the program's, such as `0.5.0`.
  ///   - files: the tables.
  public init(title: String, version: String, files: [File]) {
    for file in files {
      precondition(
        file.undescribed.isEmpty,
        "every column of “\(file.path)” should be declared, but \(file.undescribed) are not")
    }
    value = .object([
      ("profile", .string("tabular-data-package")), ("name", .string("buffert-results")),
      ("title", .string(title)),
      (
        "description",
        .string(
          "What buffert \(version) found. Texts that a spreadsheet would run as a formula have an "
            + "apostrophe in front. run.json says what was run.")
      ),
      ("resources", .array(files.map(Self.resource))),
    ])
  }

  /// The file's text.
  public var json: String { JSONText.text(of: value) }

  private static func resource(_ file: File) -> JSONValue {
    let style = file.style
    return .object([
      ("profile", .string("tabular-data-resource")),
      ("name", .string(file.name)),
      ("path", .string(file.path)), ("description", .string(file.declaration.meaning)),
      ("format", .string("csv")), ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      (
        "dialect",
        .object([
          ("delimiter", .string(style == .plain ? "," : ";")), ("quoteChar", .string("\"")),
          ("doubleQuote", .boolean(true)), ("lineTerminator", .string("\n")),
          ("header", .boolean(true)), ("skipInitialSpace", .boolean(false)),
        ])
      ),
      ("schema", schema(file)),
    ])
  }

  private static func schema(_ file: File) -> JSONValue {
    let columns = file.header.compactMap(file.declaration.column)
    let statesUnit = columns.contains { $0.name == "unit" }
    var members: [(name: String, value: JSONValue)] = [
      ("fields", .array(columns.map { field($0, file.style, unitIsInColumn: statesUnit) })),
      ("missingValues", .array([.string("")])),
    ]
    if !file.declaration.key.isEmpty {
      members.append(("primaryKey", .array(file.declaration.key.map { .string($0) })))
    }
    return .object(members)
  }

  /// A column; `unit` is its unit, `unitField` the column that names it, `empty` when there is no value.
  private static func field(
    _ column: Table.Column, _ style: CSVStyle, unitIsInColumn: Bool
  ) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .string(column.name)), ("type", .string(column.kind.rawValue)),
      ("description", .string(column.meaning)),
    ]
    if column.kind == .number, style == .excelSwedish {
      members.append(("decimalChar", .string(",")))
    }
    if let unit = column.unit {
      members.append(("unit", .string(unit)))
    } else if unitIsInColumn, column.kind == .number {
      members.append(("unitField", .string("unit")))
    }
    if let empty = column.empty {
      members.append(("empty", .string(empty)))
    } else {
      members.append(("constraints", .object([("required", .boolean(true))])))
    }
    return .object(members)
  }
}
