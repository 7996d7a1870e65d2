import Quantities
public import SupplyModel

/// Reads a scenario with its tables and overlays into a model, or says all that is wrong.
public struct ScenarioReader {
  private let load: (String) -> Result<[UInt8], FileProblem>
  private let mayRead: FileRule
  private let keepsBytes: Bool

  /// A reader that gets the bytes of files from `load`, which is given paths as they are written,
  /// counted from the folder of the scenario's own path.
  ///
  /// - Parameters:
  ///   - mayRead: which files a scenario may name, besides those that it extends; by the paths alone, those
  ///     in its folder or below.
  ///   - keepsBytes: whether the outcome's files still have their bytes; a large table is then held in
  ///     memory for as long as the outcome is.
  public init(
    load: @escaping (String) -> Result<[UInt8], FileProblem>,
    mayRead: @escaping FileRule = FilePath.lies, keepsBytes: Bool = true
  ) {
    self.load = load
    self.mayRead = mayRead
    self.keepsBytes = keepsBytes
  }

  /// What reading a scenario gives.
  public struct Outcome: Sendable {
    /// The model; `nil` if anything is wrong.
    public let model: SupplyModel?
    /// What is wrong, and what may be.
    public let diagnostics: Diagnostics
    /// Every value that holds, as far as it could be read.
    public let effective: EffectiveScenario
    /// What the scenario is known to give; `nil` if it says nothing, or if anything is wrong.
    public let expected: ExpectedResults?
    /// Every file that was read, each once, in the order of reading.
    public let files: [ScenarioSource]
  }

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - path: the scenario file, as the user named it.
  ///   - settings: values that replace what the file says, each `PATH=VALUE`.
  public func read(_ path: String, settings: [String] = []) -> Outcome {
    let decoding = Decoding(load: load, mayRead: mayRead, keepsBytes: keepsBytes)
    var model: SupplyModel?
    var expected: ExpectedResults?
    if let source = decoding.source(path, namedAt: nil, path: ""),
      var tree = Self.tree(source, [], in: decoding)
    {
      for text in settings {
        guard let option = SetOption(text, in: decoding) else { continue }
        tree = option.applied(to: tree, in: decoding)
      }
      model = ScenarioDecoder(decoding).model(tree)
      expected = decoding.expectedResults(tree)
    }
    return Outcome(
      model: decoding.diagnostics.hasErrors ? nil : model, diagnostics: decoding.diagnostics,
      effective: EffectiveScenario(
        values: decoding.distinctExplanations, provenance: decoding.provenance),
      expected: decoding.diagnostics.hasErrors ? nil : expected,
      files: decoding.files)
  }

  /// The tree of a scenario file, laid over those that it extends.
  private static func tree(
    _ source: SourceText, _ above: [String], in decoding: Decoding
  ) -> JSONNode? {
    guard let tree = JSON5Reader.read(source, into: &decoding.diagnostics) else { return nil }
    guard let base = tree["extends"] else { return tree }
    guard let name = decoding.read(base, "extends", Catalogue.Scenario.base.format)
    else { return nil }
    let chain = above + [source.name]
    let file = FilePath.sibling(of: source.name, name)
    guard !chain.map(FilePath.normal).contains(FilePath.normal(file)) else {
      decoding.report(
        base.range, "extends",
        "closes a circle: " + (chain + [file]).map(FilePath.normal).joined(separator: " → "),
        allowed: "scenarios that lead to one that extends nothing")
      return nil
    }
    guard chain.count < ScenarioLimits.longestChain else {
      decoding.report(
        base.range, "extends",
        "makes a chain of more than \(ScenarioLimits.longestChain) scenarios",
        allowed: "at most \(ScenarioLimits.longestChain) that extend each other")
      return nil
    }
    // It may lie anywhere, as scenarios of one study do, but must be one by its name: the errors of what is
    // none would show what is in it.
    guard name.hasSuffix(".json5") || name.hasSuffix(".json") else {
      decoding.report(
        base.range, "extends", "names a file that is no scenario: \(TerminalText.quoted(name))",
        allowed: "a file whose name ends with .json5 or .json")
      return nil
    }
    guard let next = decoding.source(file, namedAt: base.range, path: "extends"),
      let below = Self.tree(next, chain, in: decoding)
    else { return nil }
    guard below.members != nil, tree.members != nil else { return tree }
    return Overlay.merged(below, with: tree)
  }
}
