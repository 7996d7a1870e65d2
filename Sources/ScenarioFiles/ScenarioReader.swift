import Quantities
public import SupplyModel

/// Reads a scenario with its tables and overlays into a model, or says all that is wrong.
public struct ScenarioReader {
  private let load: (String) -> Result<[UInt8], FileProblem>

  /// A reader that gets the bytes of files from `load`, which is given paths as they are written,
  /// counted from the folder of the scenario's own path.
  public init(load: @escaping (String) -> Result<[UInt8], FileProblem>) {
    self.load = load
  }

  /// What reading a scenario gives.
  public struct Outcome: Sendable {
    /// The model; `nil` if anything is wrong.
    public let model: SupplyModel?
    /// What is wrong, and what may be.
    public let diagnostics: Diagnostics
    /// Every value that holds, as far as it could be read.
    public let effective: EffectiveScenario
  }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: the scenario file, as the user named it.
  ///   - settings: values that replace what the file says, each `PATH=VALUE`.
  public func read(_ path: String, settings: [String] = []) -> Outcome {
    let decoding = Decoding(load: load)
    var model: SupplyModel?
    if var tree = Self.tree(path, [], in: decoding) {
      for text in settings {
        guard let option = SetOption(text, in: decoding) else { continue }
        tree = option.applied(to: tree, in: decoding)
      }
      model = ScenarioDecoder(decoding).model(tree)
    }
    return Outcome(
      model: decoding.diagnostics.hasErrors ? nil : model, diagnostics: decoding.diagnostics,
      effective: EffectiveScenario(
        values: decoding.explanations, provenance: decoding.provenance))
  }

  /// The tree of a scenario file, laid over those that it extends.
  private static func tree(_ path: String, _ above: [String], in decoding: Decoding) -> JSONNode? {
    guard let source = decoding.source(path, namedAt: nil, path: ""),
      let tree = JSON5Reader.read(source, into: &decoding.diagnostics)
    else { return nil }
    guard let base = tree["extends"] else { return tree }
    guard let name = decoding.read(base, "extends", Catalogue.Scenario.base.format)
    else { return nil }
    let file = FilePath.sibling(of: path, name)
    guard !(above + [path]).contains(file) else {
      decoding.report(
        base.range, "extends",
        "closes a circle: " + (above + [path, file]).joined(separator: " → "),
        allowed: "scenarios that lead to one that extends nothing")
      return nil
    }
    guard let probe = decoding.source(file, namedAt: base.range, path: "extends") else {
      return nil
    }
    return Self.tree(probe.name, above + [path], in: decoding).map {
      Overlay.merged($0, with: tree)
    }
  }
}
