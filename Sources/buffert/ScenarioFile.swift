import ScenarioFiles
import SupplyModel

/// A scenario that a command was given, read and found to be without errors.
struct ScenarioFile {
  let path: String
  let model: SupplyModel
  let effective: EffectiveScenario
  /// What it is made of, by paths as they were read.
  private let sources: [ScenarioSource]

  /// Reads a scenario; prints all that is wrong and gives the exit code if it has errors.
  ///
  /// - Parameter keepsBytes: whether `files` have their bytes.
  static func read(
    _ path: String, settings: [String], keepsBytes: Bool = false
  ) -> Result<ScenarioFile, ExitFailure> {
    let outcome = ScenarioReader(load: Files.read, keepsBytes: keepsBytes)
      .read(path, settings: settings)
    if !outcome.diagnostics.isEmpty { Terminal.note(outcome.diagnostics.rendered()) }
    guard let model = outcome.model else {
      let count = outcome.diagnostics.sorted.filter { $0.severity == .error }.count
      Terminal.note("\n\(path) has \(count == 1 ? "1 error" : "\(count) errors")")
      return .failure(ExitFailure(code: .wrongScenario))
    }
    return .success(
      ScenarioFile(
        path: path, model: model, effective: outcome.effective, sources: outcome.files))
  }

  /// The scenario's name: the file's, without folder and ending.
  var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json5") ? String(file.dropLast(6)) : file
  }

  /// The files that it is made of, with paths counted from its folder; their bytes only if they were kept.
  var files: [(path: String, rows: Int?, bytes: [UInt8])] {
    sources.map { (FilePath.normal(relative($0.path)), $0.rows, $0.bytes) }
  }

  /// A path, or a place in a file, counted from the scenario's folder if it is below it.
  private func relative(_ place: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return place.hasPrefix(folder) ? String(place.dropFirst(folder.count)) : place
  }

  /// How large they are together. [bytes]
  var fileBytes: Int { sources.reduce(0) { $0 + $1.size } }

  /// The effective scenario with places counted from the scenario's folder, so that they are the
  /// same wherever the scenario is run from.
  var portable: EffectiveScenario {
    var result = effective
    result.values = effective.values.map {
      .init(path: $0.path, value: $0.value, origin: $0.origin.map(relative))
    }
    return result
  }
}

/// A failure whose reason has been printed.
struct ExitFailure: Error {
  let code: ExitCode
}
