import Reports
import ScenarioFiles

extension ResultsFolder {
  /// The report of what lies in the folder, and of nothing else.
  ///
  /// - Throws: `FileProblem` where the folder lacks what a report needs.
  func report(in language: ReportLanguage) throws(FileProblem) -> Report {
    do throws(ReportProblem) {
      let input = try ReportInput { name throws(ReportProblem) in
        let file = path + "/" + name
        guard Files.exists(file) else { return nil }
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
