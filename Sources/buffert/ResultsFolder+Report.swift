import Reports
import ScenarioFiles

extension ResultsFolder {
  /// The report of what lies in the folder, and of nothing else.
  ///
  /// - Throws: `FileProblem` where the folder lacks what a report needs.
  func report(in language: ReportLanguage) throws(FileProblem) -> Report {
    try report(in: language, FolderChange(path))
  }

  /// The report of what the folder will have.
  ///
  /// - Throws: `FileProblem` where it will lack what a report needs.
  func report(in language: ReportLanguage, _ change: FolderChange) throws(FileProblem) -> Report {
    do throws(ReportProblem) {
      let input = try ReportInput { name throws(ReportProblem) in
        guard let file = change.place(of: name) else { return nil }
        switch Files.read(file) {
        case .success(let bytes): return bytes
        case .failure(let problem): throw ReportProblem(file: name, reason: problem.reason)
        }
      }
      return Report(of: input, in: language)
    } catch {
      throw FileProblem(reason: "\(error.file): \(error.reason)")
    }
  }

  /// Makes the page anew, in its own language, where a run has left one: what a command has added to the
  /// folder then stands in it.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `FileProblem` where it cannot be made or written.
  func renewReport() throws(FileProblem) -> Bool {
    guard case .success(let page) = Files.read(path + "/" + Self.report),
      Files.exists(path + "/run.json")
    else { return false }
    let start = String(decoding: page.prefix(200), as: UTF8.self)
    let language = ReportLanguage.allCases.first {
      start.contains("<html lang=\"\($0.rawValue)\">")
    }
    try writeReport(in: language ?? .english)
    return true
  }

  /// Writes every table of the folder for a spreadsheet, too.
  ///
  /// - Returns: the names of the files.
  /// - Throws: `FileProblem` where one cannot be read or written.
  func copyTables(as style: CSVStyle) throws(FileProblem) -> [String] {
    var names: [String] = []
    for declaration in TableDeclaration.all {
      let file = CSVStyle.plain.path(of: declaration.name)
      guard Files.exists(path + "/" + file) else { continue }
      switch Files.read(path + "/" + file) {
      case .failure(let problem): throw FileProblem(reason: "\(file): \(problem.reason)")
      case .success(let bytes):
        let copy: [UInt8]
        do throws(ReportProblem) {
          copy = try TableCopy(declaration, bytes, of: file).csv(style)
        } catch {
          throw FileProblem(reason: "\(error.file): \(error.reason)")
        }
        names.append(style.path(of: declaration.name))
        try put([File(style.path(of: declaration.name)) { copy }])
      }
    }
    return names
  }

  /// Writes the page.
  ///
  /// - Throws: `FileProblem` where it cannot be made or written.
  func writeReport(in language: ReportLanguage) throws(FileProblem) {
    try put([File(Self.report, try report(in: language))])
  }
}

extension ResultsFolder.File {
  /// The page of a report.
  init(_ name: String, _ report: Report) {
    self.init(name) { Array(report.html.utf8) }
  }
}
