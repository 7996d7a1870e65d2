import Reports
import ScenarioFiles

/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String

  /// The file that describes the tables.
  static let package = "datapackage.json"

  /// What the model is, by the STRESS-DES checklist.
  static let statement = "STRESS-DES.md"

  /// The report.
  static let report = "report.html"

  /// The report's text and tables, for a word processor.
  static let reportText = "report.md"

  /// What other commands add to the results of a run; theirs to replace.
  static let added = ["endurance"]

  /// A file that is made when it is written, so that the largest is all that is in memory at once.
  struct File {
    let name: String
    /// Its bytes, in pieces.
    let pieces: () -> AnySequence<[UInt8]>

    /// A file that is made whole.
    init(_ name: String, _ bytes: @escaping () -> [UInt8]) {
      self.name = name
      pieces = { AnySequence(CollectionOfOne(bytes())) }
    }

    /// A table that is made row by row.
    init(_ table: TableStream, _ style: CSVStyle = .plain) {
      name = style.path(of: table.name)
      pieces = { AnySequence(table.csvPieces(style)) }
    }

    /// A table that is made whole.
    init(_ table: Table, _ style: CSVStyle = .plain) {
      self.init(style.path(of: table.name)) { table.csv(style) }
    }
  }

  /// Writes files beside what other commands have left there, each whole or not at all, and describes
  /// all tables of the folder.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func add(_ files: [File], title: String) throws(FileProblem) {
    try put(files)
    try describe(title: title)
  }

  /// Describes all tables of the folder.
  ///
  /// - Throws: `FileProblem` where one cannot be read, or has a column that is not declared.
  func describe(title: String) throws(FileProblem) {
    let package = DataPackage(title: title, version: Version.number, files: try tables())
    try Files.write(Array(package.json.utf8), to: path + "/" + Self.package)
  }

  /// Writes files, each whole or not at all.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func put(_ files: [File]) throws(FileProblem) {
    try Files.makeFolder(path)
    for file in files {
      if file.name.contains("/") { try Files.makeFolder(parent(of: file.name)) }
      try Files.write(pieces: file.pieces(), to: path + "/" + file.name)
    }
  }

  /// Writes all files, each whole or not at all. Tables that an earlier run has left there and this
  /// one does not have are removed: they would be taken for its own.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written or removed.
  func write(_ files: [File], title: String) throws(FileProblem) {
    for declaration in TableDeclaration.all where !Self.added.contains(declaration.name) {
      for style in CSVStyle.allCases {
        let name = style.path(of: declaration.name)
        guard !files.contains(where: { $0.name == name }) else { continue }
        try Files.remove(path + "/" + name)
      }
    }
    try add(files, title: title)
  }

  private func parent(of name: String) -> String {
    path + "/" + name.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The tables that lie in the folder.
  private func tables() throws(FileProblem) -> [DataPackage.File] {
    var found: [DataPackage.File] = []
    for style in CSVStyle.allCases {
      for declaration in TableDeclaration.all {
        let name = style.path(of: declaration.name)
        guard Files.exists(path + "/" + name) else { continue }
        let header = try Files.firstLine(of: path + "/" + name)
        let file = DataPackage.File(declaration, style, header: style.names(inHeader: header))
        guard file.undescribed.isEmpty else {
          throw FileProblem(
            reason: "\(name) has columns that this version of the program does not know: "
              + file.undescribed.joined(separator: ", "))
        }
        found.append(file)
      }
    }
    return found + (try printedTables())
  }

  /// The tables of costs that lie there as reports print them, in a language.
  private func printedTables() throws(FileProblem) -> [DataPackage.File] {
    let names = Files.names(in: path).filter { name in
      name.hasPrefix("costs-")
        && ReportLanguage.allCases.contains { name.hasSuffix("-\($0.rawValue).csv") }
    }
    var found: [DataPackage.File] = []
    for name in names {
      let header = CSVStyle.excelSwedish.names(inHeader: try Files.firstLine(of: path + "/" + name))
      // What nobody could tell apart is not described.
      guard Set(header).count == header.count, !header.contains("") else { continue }
      found.append(DataPackage.File(printed: name, number: found.count + 1, header: header))
    }
    return found
  }
}
