import ScenarioFiles
import SupplyModel

/// A scenario that a command was given, read and found to be without errors.
struct ScenarioFile {
  let path: String
  let model: SupplyModel
  let effective: EffectiveScenario

  /// Reads a scenario; prints all that is wrong and gives the exit code if it has errors.
  static func read(_ path: String, settings: [String]) -> Result<ScenarioFile, ExitFailure> {
    let outcome = ScenarioReader(load: Files.read).read(path, settings: settings)
    if !outcome.diagnostics.isEmpty { Terminal.note(outcome.diagnostics.rendered()) }
    guard let model = outcome.model else {
      let count = outcome.diagnostics.sorted.filter { $0.severity == .error }.count
      Terminal.note("\n\(path) has \(count == 1 ? "1 error" : "\(count) errors")")
      return .failure(ExitFailure(code: .wrongScenario))
    }
    return .success(ScenarioFile(path: path, model: model, effective: outcome.effective))
  }

  /// The scenario's name: the file's, without folder and ending.
  var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json5") ? String(file.dropLast(6)) : file
  }

  /// The effective scenario with places counted from the scenario's folder, so that they are the
  /// same wherever the scenario is run from.
  var portable: EffectiveScenario {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var result = effective
    result.values = effective.values.map { value in
      guard let origin = value.origin, !folder.isEmpty, origin.hasPrefix(folder) else {
        return value
      }
      return .init(
        path: value.path, value: value.value, origin: String(origin.dropFirst(folder.count)))
    }
    return result
  }
}

/// A failure whose reason has been printed.
struct ExitFailure: Error {
  let code: ExitCode
}
