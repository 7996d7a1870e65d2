import Reports
import ScenarioFiles

/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String
  /// How many files are made at once.
  var cores = 1

  /// The file that describes the tables.
  static let package = "datapackage.json"

  /// The report.
  static let report = "report.html"

  /// The report's text and tables, for a word processor.
  static let reportText = "report.md"

  /// What other commands add to the results of a run; theirs to replace.
  static let added = ["endurance"]

  /// A file that is made when it is written, so that no more than one for each core is in memory at once.
  struct File: Sendable {
    let name: String
    /// Its bytes, in pieces.
    let pieces: @Sendable () -> AnySequence<[UInt8]>

    /// A file that is made whole.
    init(_ name: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
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

  /// Writes files beside what other commands have left there, all or none of them, and describes all
  /// tables of the folder.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func add(_ files: [File], title: String) throws(FileProblem) {
    try change { change throws(FileProblem) in
      try put(files, into: change)
      try describe(title: title, change)
    }
  }

  /// Describes all tables of the folder.
  ///
  /// - Throws: `FileProblem` where one cannot be read, or has a column that is not declared.
  func describe(title: String) throws(FileProblem) { try add([], title: title) }

  /// Writes files, all or none of them.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func put(_ files: [File]) throws(FileProblem) {
    try change { change throws(FileProblem) in try put(files, into: change) }
  }

  /// Writes all files with their description and report, all or none of them. Tables that an earlier run
  /// has left there and this one does not have are removed: they would be taken for its own.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written or removed.
  func write(_ files: [File], title: String, language: ReportLanguage) throws(FileProblem) {
    try change { change throws(FileProblem) in
      for declaration in TableDeclaration.all where !Self.added.contains(declaration.name) {
        for style in CSVStyle.allCases { change.remove(style.path(of: declaration.name)) }
      }
      try put(files, into: change)
      try describe(title: title, change)
      try put([File(Self.report, try report(in: language, change))], into: change)
    }
  }

  /// Removes what programs that were killed have not finished.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func sweep() throws(FileProblem) {
    for folder in [path] + CSVStyle.allCases.map({ path + "/" + parent(of: $0.path(of: "x")) }) {
      for name in try Files.contents(of: folder) where name.hasSuffix(UnfinishedFile.ending) {
        try Files.remove(folder + "/" + name)
      }
    }
  }

  private func change(
    _ make: (FolderChange) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let change = FolderChange(path)
    do throws(FileProblem) {
      try make(change)
      try change.finish()
    } catch {
      change.discard()
      throw error
    }
  }

  private func put(_ files: [File], into change: FolderChange) throws(FileProblem) {
    try change.add(files, cores: cores)
  }

  private func describe(title: String, _ change: FolderChange) throws(FileProblem) {
    let package = DataPackage(title: title, version: Version.number, files: try tables(change))
    try put([File(Self.package) { Array(package.json.utf8) }], into: change)
  }

  private func parent(of name: String) -> String {
    name.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The tables that the folder will have.
  private func tables(_ change: FolderChange) throws(FileProblem) -> [DataPackage.File] {
    var found: [DataPackage.File] = []
    for style in CSVStyle.allCases {
      for declaration in TableDeclaration.all {
        let name = style.path(of: declaration.name)
        guard let place = change.place(of: name) else { continue }
        let header = try Files.firstLine(of: place)
        let file = DataPackage.File(declaration, style, header: style.names(inHeader: header))
        guard file.undescribed.isEmpty else {
          throw FileProblem(
            reason: "\(name) has columns that this version of the program does not know: "
              + file.undescribed.joined(separator: ", "))
        }
        found.append(file)
      }
    }
    return found + (try printedTables(change))
  }

  /// The tables of costs that lie there as reports print them, in a language.
  private func printedTables(_ change: FolderChange) throws(FileProblem) -> [DataPackage.File] {
    let names = Set(Files.names(in: path) + change.staged).sorted().filter { name in
      name.hasPrefix("costs-")
        && ReportLanguage.allCases.contains { name.hasSuffix("-\($0.rawValue).csv") }
    }
    var found: [DataPackage.File] = []
    for name in names {
      guard let place = change.place(of: name) else { continue }
      let header = CSVStyle.excelSwedish.names(inHeader: try Files.firstLine(of: place))
      // What nobody could tell apart is not described.
      guard Set(header).count == header.count, !header.contains("") else { continue }
      found.append(DataPackage.File(printed: name, number: found.count + 1, header: header))
    }
    return found
  }
}
