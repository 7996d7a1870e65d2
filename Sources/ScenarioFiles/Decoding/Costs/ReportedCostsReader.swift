public import Costs
import Quantities
import SupplyModel

/// Reads what a report on costs starts from, or says all that is wrong.
public struct ReportedCostsReader {
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
    /// The figures; `nil` if anything is wrong.
    public let costs: ReportedCosts?
    /// What is wrong.
    public let diagnostics: Diagnostics
  }

  /// Reads the file that names the tables, and the tables.
  public func read(_ path: String) -> Outcome {
    let decoding = Decoding(load: load, mayRead: mayRead, keepsBytes: false)
    var costs: ReportedCosts?
    if let source = decoding.source(path, namedAt: nil, path: ""),
      let tree = JSON5Reader.read(source, into: &decoding.diagnostics)
    {
      costs = decoding.reportedCosts(tree)
    }
    return Outcome(
      costs: decoding.diagnostics.hasErrors ? nil : costs, diagnostics: decoding.diagnostics)
  }

  /// What Socialstyrelsen has published: the files that are part of the program.
  public static func published() -> Outcome {
    ReportedCostsReader { name in
      publishedFiles[name].map { Result.success($0) }
        ?? .failure(FileProblem(reason: "the program has no such file"))
    }.read("reported.json5")
  }

  /// The files by name.
  public static var publishedFiles: [String: [UInt8]] {
    [
      "reported.json5": PackageResources.reported_json5,
      "regions.csv": PackageResources.regions_csv,
      "table1.csv": PackageResources.table1_csv, "table2.csv": PackageResources.table2_csv,
      "table2-printed.csv": PackageResources.table2_printed_csv,
      "table3.csv": PackageResources.table3_csv, "table4.csv": PackageResources.table4_csv,
    ]
  }
}
