import Reports
import ScenarioFiles
import SupplyModel

/// `buffert report`: rebuilds the report of a results folder; of a scenario, says what its model is, in
/// the form of the STRESS-DES checklist.
enum ReportCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    if Files.isFolder(arguments.operand) {
      return rebuild(ResultsFolder(path: arguments.operand), arguments)
    }
    for option in [Option.markdown, .csvStyle] where arguments.has(option.name) {
      return Terminal.usage(
        "\(option.name) is for the report of a results folder, and \(arguments.operand) is none")
    }
    let language: ReportLanguage
    switch self.language(arguments) {
    case .failure(let failure): return failure.code
    case .success(let choice): language = choice
    }
    let settings = arguments.all(.set)
    switch ScenarioFile.read(arguments, settings: settings, keepsDigests: true) {
    case .failure(let failure): return failure.code
    case .success(let scenario):
      return report(
        statement(of: scenario, settings, in: language).markdown, to: arguments.value(.file))
    }
  }

  /// Makes the report anew of what lies in the folder, into it or where it is asked for.
  private static func rebuild(_ folder: ResultsFolder, _ arguments: Arguments) -> ExitCode {
    guard !arguments.has(Option.set.name) else {
      return Terminal.usage(
        "--set is for a scenario, and \(arguments.operand) is a folder of results that are there")
    }
    let language: ReportLanguage
    switch self.language(arguments) {
    case .failure(let failure): return failure.code
    case .success(let choice): language = choice
    }
    let isMarkdown = arguments.has(Option.markdown.name)
    let style: CSVStyle
    switch arguments.choice(.csvStyle, among: CSVStyle.allCases) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let choice): style = choice ?? .plain
    }
    do throws(FileProblem) {
      let copies = style == .plain ? [] : try folder.copyTables(as: style)
      let report = try folder.report(in: language)
      let bytes = Array((isMarkdown ? report.markdown : report.html).utf8)
      if let path = arguments.value(.file) {
        try Files.write(bytes, to: path)
        if !copies.isEmpty { try folder.describe(title: report.title) }
        Terminal.write("wrote \(path)")
      } else {
        let name = isMarkdown ? ResultsFolder.reportText : ResultsFolder.report
        try folder.add([ResultsFolder.File(name) { bytes }], title: report.title)
        let written = copies + [name, ResultsFolder.package]
        Terminal.write("wrote \(folder.path): \(written.joined(separator: " "))")
      }
      return .done
    } catch {
      Terminal.note("buffert: no report can be made of \(folder.path): \(error.reason)")
      return .failed
    }
  }

  /// What language is asked for; tells what is wrong with the question.
  private static func language(_ arguments: Arguments) -> Result<ReportLanguage, ExitFailure> {
    switch arguments.choice(.locale, among: ReportLanguage.allCases) {
    case .success(let choice): .success(choice ?? .english)
    case .failure(let problem):
      .failure(
        ExitFailure(
          code: Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)))
    }
  }

  private static func statement(
    of scenario: ScenarioFile, _ settings: [String], in language: ReportLanguage
  ) -> ModelStatement {
    let words = ["buffert", "run", scenario.name + ".json5"] + settings.flatMap { ["--set", $0] }
    return ModelStatement(
      of: scenario.model, effective: scenario.portable,
      files: scenario.inputFiles, command: words.joined(separator: " "), settings: settings,
      version: Version.number, in: language)
  }

  private static func report(_ text: String, to path: String?) -> ExitCode {
    guard let path else {
      // The terminal ends the last line itself.
      Terminal.write(String(text.dropLast()))
      return .done
    }
    do throws(FileProblem) {
      try Files.write(Array(text.utf8), to: path)
      Terminal.write("wrote \(path)")
      return .done
    } catch {
      Terminal.note("buffert: the report cannot be written to \(path): \(error.reason)")
      return .failed
    }
  }
}
