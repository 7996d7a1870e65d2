public import SupplyModel

/// Reads a cost file that belongs to no scenario: what somebody pays beyond today, per inhabitant.
public struct CostFileReader {
  private let load: (String) -> Result<[UInt8], FileProblem>
  private let mayRead: FileRule

  /// A reader that gets the bytes of files from `load`, those that `mayRead` lets it read.
  public init(
    load: @escaping (String) -> Result<[UInt8], FileProblem>,
    mayRead: @escaping FileRule = FilePath.lies
  ) {
    self.load = load
    self.mayRead = mayRead
  }

  /// What reading gives.
  public struct Outcome: Sendable {
    /// The year whose prices it states; `nil` if anything is wrong.
    public let priceYear: Int?
    /// What it states.
    public let plan: CostPlan?
    /// How many people it is about. [inhabitants]
    public let inhabitants: Int64?
    /// What is wrong.
    public let diagnostics: Diagnostics
  }

  /// Whether a file is a cost file: a scenario is none. A file that cannot be read is none either.
  public func isCostFile(_ path: String) -> Bool {
    let decoding = Decoding(load: load, mayRead: mayRead, keepsBytes: false)
    guard let source = decoding.source(path, namedAt: nil, path: ""),
      let tree = JSON5Reader.read(source, into: &decoding.diagnostics)
    else { return false }
    return tree[Catalogue.CostFile.version.name] != nil
  }

  /// Reads a cost file.
  public func read(_ path: String) -> Outcome {
    let decoding = Decoding(load: load, mayRead: mayRead, keepsBytes: false)
    var costs: (rates: CostRates?, plan: CostPlan, priceYear: Int)?
    var inhabitants: Int?
    if let source = decoding.source(path, namedAt: nil, path: ""),
      let tree = JSON5Reader.read(source, into: &decoding.diagnostics)
    {
      costs = decoding.costFile(tree, "", CostItemUse(policies: nil, isAlone: true), nil)
      inhabitants = decoding.inhabitants(tree)
    }
    let isRight = !decoding.diagnostics.hasErrors
    return Outcome(
      priceYear: isRight ? costs?.priceYear : nil, plan: isRight ? costs?.plan : nil,
      inhabitants: isRight ? inhabitants.map(Int64.init) : nil,
      diagnostics: decoding.diagnostics)
  }
}

extension Decoding {
  /// How many people a cost file without scenario is about, which it must say.
  fileprivate func inhabitants(_ node: JSONNode) -> Int? {
    let field = Catalogue.CostFile.inhabitants
    guard node.members != nil else { return nil }
    guard let stated = node[field.name] else {
      report(
        node.range.source.range(node.range.start, node.range.start + 1), field.name, "is missing",
        allowed: "a whole number, since the file is read without a scenario",
        remedy: "write for example \(field.name): \(field.description.example)")
      return nil
    }
    return read(stated, field.name, field.format)
  }
}
