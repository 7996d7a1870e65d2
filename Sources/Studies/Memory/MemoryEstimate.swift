import Estimators
import Quantities
import Replications
public import SupplyModel

/// How much memory a run will need at its peak, told from the model before anything large is made.
///
/// Numbers are of floating point, so that no size, however absurd, overflows. The figures per element
/// are what the elements take in memory; the few that are not, for the program itself and for reading,
/// were measured. On the shipped scenarios the estimate is within a quarter of the measured peak.
public struct MemoryEstimate: Sendable {
  /// What is run.
  public struct Run: Sendable {
    /// Which policies; `nil` for all.
    public var policies: [Position<Policy>]?
    /// Which products; `nil` for all.
    public var products: [Position<Product>]?
    /// How many replications.
    public var replications: Int
    /// On how many cores.
    public var jobs: Int
    /// Whether every replication's values are kept of each location and product too.
    public var keepsDetail = false
    /// How many studies: one, and one for each obstacle that is thought away and each variant of an
    /// assumption; of endurance, one for each circumstance.
    public var studies = 1
    /// How many scenarios are read: one, and one for each variant of an assumption.
    public var scenarios = 1
    /// Whether it is found how long stock lasts, and nothing else.
    public var isEndurance = false
    /// How large the scenario's files are. [bytes]
    public var fileBytes: Int

    /// A run of everything that a model asks for.
    public init(of model: SupplyModel, jobs: Int, fileBytes: Int) {
      replications = model.content.experiment.replications
      self.jobs = jobs
      self.fileBytes = fileBytes
    }
  }

  /// What the memory is for.
  public enum Part: String, Sendable, CaseIterable {
    /// The program itself.
    case program
    /// The scenario as it was read.
    case model = "the scenario and its tables"
    /// What is needed to read it, and is not needed any more then.
    case reading = "reading the scenario"
    /// Plans of locations and distributions of demand, shared by all cores.
    case tables = "compiled plans and distributions"
    /// What each core simulates in.
    case workers = "simulating"
    /// Sums over replications, of each core.
    case sums = "sums over replications"
    /// The values of each replication that quantiles are found from.
    case replications = "the values of each replication"
    /// Tables that are written.
    case writing = "tables being written"
  }

  /// By part, in their order. [bytes]
  public private(set) var parts: [(part: Part, bytes: Double)] = []
  /// How much one replication more needs. [bytes]
  public private(set) var perReplication = 0.0
  /// How much one core more needs. [bytes]
  public private(set) var perJob = 0.0
  /// What is so much that the program could not number it, in words; empty where all can be run.
  public private(set) var tooMany: [String] = []
  /// What was asked.
  public let run: Run

  /// At the peak. [bytes]
  public var bytes: Double { parts.reduce(0) { $0 + $1.bytes } }

  /// The estimate for a run of a model.
  public init(of model: SupplyModel, _ run: Run) {
    self.run = run
    let content = model.content
    let compiled = CompiledSize(of: model, policies: run.policies, products: run.products)
    let results = ResultSize(content, run)
    let (jobs, studies) = (Double(run.jobs), Double(run.studies))
    let replications = Double(run.replications)

    perJob = compiled.workingSet + results.perWorker
    perReplication = results.perReplication * studies
    var found: [Part: Double] = [:]
    found[.program] = Self.programBytes
    found[.model] = Self.modelBytes(model) * Double(run.scenarios)
    found[.tables] = compiled.tables * Self.allocation * studies
    found[.workers] = compiled.workingSet * jobs
    // Each core's, and those of all cores together, of which as much again may be written down.
    found[.sums] =
      results.perWorker * jobs + results.sums * (studies + (run.isEndurance ? -1 : 0.5))
    found[.replications] = perReplication * replications
    found[.writing] = results.writing
    let reading = Self.programBytes + Self.readingBytes(model) + Double(run.fileBytes)
    let rest = Part.allCases.reduce(0.0) { $0 + (found[$1] ?? 0) }
    found[.reading] = max(0, reading - rest)
    parts = Part.allCases.map { ($0, found[$0] ?? 0) }
    tooMany = Self.tooMany(compiled, results)
  }

  /// The program with its libraries.
  private static let programBytes = 18.0 * 1024 * 1024

  /// What memory that is asked for in many pieces takes of the machine's, for each byte: measured.
  private static let allocation = 1.1

  /// The model's own tables.
  private static func modelBytes(_ model: SupplyModel) -> Double {
    let nodes = model.networks.reduce(0.0) { $0 + Double($1.nodes.count) }
    return nodes * Double(MemoryLayout<ProductNetwork.Node>.stride)
      + Double(model.content.consumption.count)
      * Double(MemoryLayout<Consumption>.stride + MemoryLayout<Int>.stride)
      + Double(model.content.locations.count + model.content.products.count) * 1_000
  }

  /// What a reader needs besides the files: measured, for each row of the largest table.
  private static func readingBytes(_ model: SupplyModel) -> Double {
    Double(model.content.consumption.count) * 500
  }

  private static func tooMany(_ compiled: CompiledSize, _ results: ResultSize) -> [String] {
    var problems: [String] = []
    func check(_ count: Double, _ what: String) {
      guard count > CompiledSize.most else { return }
      problems.append(
        "\(what) about \(Int64(min(count, 9e18))), and at most \(Int64(CompiledSize.most)) can be "
          + "numbered")
    }
    check(compiled.demandsOfLargest, "the demands of a product in a replication are")
    check(compiled.locationsOfLargest * 32, "the lots of a product in all locations may be")
    check(results.cells, "the measures of all groups are")
    return problems
  }
}
