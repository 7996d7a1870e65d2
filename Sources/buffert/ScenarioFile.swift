import Reports
import ScenarioFiles
import SupplyModel

/// A scenario that a command was given, read and found to be without errors.
struct ScenarioFile {
  let path: String
  let model: SupplyModel
  let effective: EffectiveScenario
  /// What it is made of, with paths counted from its folder; empty if no digests were kept.
  let inputFiles: [ModelStatement.InputFile]
  /// How large its files are together. [bytes]
  let fileBytes: Int

  /// Reads a scenario; prints all that is wrong and gives the exit code if it has errors.
  ///
  /// - Parameters:
  ///   - arguments: what the user gave the command; which folders may be read from besides the scenario's.
  ///   - settings: `PATH=VALUE`, options that stand for one included.
  ///   - keepsDigests: whether it is told what the files are, by digest; their bytes are let go of either
  ///     way.
  static func read(
    _ arguments: Arguments, settings: [String], keepsDigests: Bool = false
  ) -> Result<ScenarioFile, ExitFailure> {
    read(
      arguments.operand, readFrom: arguments.all(.readFrom), settings: settings,
      keepsDigests: keepsDigests)
  }

  /// Reads the scenario at a path, as above.
  ///
  /// - Parameter folders: which may be read from besides the scenario's.
  static func read(
    _ path: String, readFrom folders: [String], settings: [String], keepsDigests: Bool = false
  ) -> Result<ScenarioFile, ExitFailure> {
    let outcome = ScenarioReader(
      load: Files.read, mayRead: InputFile.rule(allowing: folders), keepsBytes: keepsDigests
    ).read(path, settings: settings)
    if !outcome.diagnostics.isEmpty { Terminal.note(outcome.diagnostics.rendered()) }
    guard let model = outcome.model else {
      Terminal.note("\n\(path) has \(outcome.diagnostics.errorCount)")
      return .failure(ExitFailure(code: .wrongScenario))
    }
    return .success(
      ScenarioFile(
        path: path, model: model, effective: outcome.effective,
        inputFiles: keepsDigests
          ? outcome.files.map {
            ModelStatement.InputFile(
              path: FilePath.normal(relative($0.path, to: path)), rows: $0.rows, bytes: $0.bytes)
          } : [],
        fileBytes: outcome.files.reduce(0) { $0 + $1.size }))
  }

  /// The scenario's name: the file's, without folder and ending.
  var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json5") ? String(file.dropLast(6)) : file
  }

  /// A path, or a place in a file, counted from the folder of a scenario if it is below it.
  private static func relative(_ place: String, to path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return place.hasPrefix(folder) ? String(place.dropFirst(folder.count)) : place
  }

  /// The effective scenario with places counted from the scenario's folder, so that they are the
  /// same wherever the scenario is run from.
  var portable: EffectiveScenario {
    var result = effective
    result.values = effective.values.map {
      .init(path: $0.path, value: $0.value, origin: $0.origin.map { Self.relative($0, to: path) })
    }
    return result
  }
}

/// A failure whose reason has been printed.
struct ExitFailure: Error {
  let code: ExitCode
}
