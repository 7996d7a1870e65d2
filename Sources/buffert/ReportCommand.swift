import Reports
import ScenarioFiles
import SupplyModel

/// `buffert report`: says what a scenario's model is, in the form of the STRESS-DES checklist.
enum ReportCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let settings = arguments.all(.set)
    switch ScenarioFile.read(arguments.operand, settings: settings, keepsBytes: true) {
    case .failure(let failure): return failure.code
    case .success(let scenario):
      return report(statement(of: scenario, settings).markdown, to: arguments.value(.file))
    }
  }

  private static func statement(of scenario: ScenarioFile, _ settings: [String]) -> ModelStatement {
    let words = ["buffert", "run", scenario.name + ".json5"] + settings.flatMap { ["--set", $0] }
    return ModelStatement(
      of: scenario.model, effective: scenario.portable,
      files: scenario.files.map {
        ModelStatement.InputFile(path: $0.path, rows: $0.rows, bytes: $0.bytes)
      }, command: words.joined(separator: " "), settings: settings, version: Version.number)
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
