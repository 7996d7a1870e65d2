import Replications
import SupplyModel

/// What a chunk belongs to: everything that its numbers depend on, but which replications they are of.
///
/// Two runs of one identity find the same in each replication, so what one has kept the other may use.
public struct StudyIdentity: Sendable, Equatable {
  /// The program's version.
  public var version: String
  /// What names the scenario: a digest of all that can influence a figure.
  public var scenario: String
  /// The seed.
  public var seed: UInt64
  /// The names of the policies, in order.
  public var policies: [String]
  /// The ids of the products; empty if all of the scenario's are run.
  public var products: [String]
  /// Whether the values of each location and product are kept, too.
  public var hasDetail: Bool
  /// Whether peace and the phases of the timeline are told apart.
  public var hasPhases: Bool
  /// Which study of a run it is: empty for the scenario as it is, else `without-expiry`, `variant-2`.
  public var branch: String
  /// Which shard of a study it is; `nil` if the study is not divided.
  public var shard: Shard?

  /// A shard of a study of some replications.
  public struct Shard: Sendable, Equatable, CustomStringConvertible {
    /// Which, from 1 up.
    public let number: Int
    /// Of how many.
    public let count: Int
    /// How many replications all shards have together.
    public let replications: Int

    /// A shard; `nil` where there is no such one.
    public init?(number: Int, of count: Int, replications: Int) {
      guard number >= 1, number <= count, count <= replications else { return nil }
      (self.number, self.count, self.replications) = (number, count, replications)
    }

    /// Which replications it has: they follow those of the shard before.
    public var range: Range<Int> {
      // As even as can be: the larger shards come first.
      let (size, larger) = replications.quotientAndRemainder(dividingBy: count)
      let first = (number - 1) * size + min(number - 1, larger)
      return first..<first + size + (number <= larger ? 1 : 0)
    }

    /// `2/8 of 200 replications`.
    public var description: String { "\(number)/\(count) of \(replications) replications" }
  }

  /// The identity of a study.
  ///
  /// - Parameters:
  ///   - study: what is run.
  ///   - version: the program's.
  ///   - scenario: what names the scenario.
  ///   - branch: which study of a run it is.
  ///   - shard: which shard of it.
  public init(
    _ study: Study, version: String, scenario: String, branch: String = "", shard: Shard? = nil
  ) {
    self.init(study.compiled, version: version, scenario: scenario, branch: branch)
    if case .everything = study.keeping { hasDetail = true } else { hasDetail = false }
    hasPhases = study.chronicle.followsPeriods
    self.shard = shard
  }

  /// The identity of a study of endurance.
  ///
  /// - Parameters:
  ///   - study: what is run.
  ///   - version: the program's.
  ///   - scenario: what names the scenario, its cut of supply included.
  ///   - branch: which study of those that are run together it is.
  public init(_ study: EnduranceStudy, version: String, scenario: String, branch: String) {
    self.init(study.compiled, version: version, scenario: scenario, branch: branch)
  }

  private init(_ compiled: CompiledModel, version: String, scenario: String, branch: String) {
    let content = compiled.model.content
    self.version = version
    self.scenario = scenario
    self.branch = branch
    seed = content.experiment.seed
    policies = compiled.policies.map { content.policies[$0].name }
    let simulated = compiled.products.map(\.position)
    products =
      simulated.count == content.products.count ? [] : simulated.map { content.products[$0].id }
    (hasDetail, hasPhases, shard) = (false, false, nil)
  }

  /// In what another identity differs from this, in words: `seed 7 instead of 8`; empty if in nothing.
  public func differences(of other: StudyIdentity) -> [String] {
    var words: [String] = []
    func compare(_ what: String, _ theirs: String, _ mine: String) {
      if theirs != mine { words.append("\(what) \(theirs) instead of \(mine)") }
    }
    func list(_ names: [String]) -> String {
      names.isEmpty
        ? "all" : names.count > 6 ? "\(names.count) of them" : names.joined(separator: ", ")
    }
    compare("program version", other.version, version)
    if other.seed != seed {
      // The seed is part of the digest.
      compare("seed", "\(other.seed)", "\(seed)")
    } else if other.scenario != scenario {
      words.append(
        "another scenario (digest \(other.scenario.prefix(12))… instead of \(scenario.prefix(12))…)"
      )
    }
    compare("policies", list(other.policies), list(policies))
    if other.products != products {
      let (theirs, mine) = (list(other.products), list(products))
      words.append(theirs == mine ? "other products" : "products \(theirs) instead of \(mine)")
    }
    compare("detail", other.hasDetail ? "kept" : "not kept", hasDetail ? "kept" : "not kept")
    compare(
      "phases", other.hasPhases ? "told apart" : "not told apart",
      hasPhases ? "told apart" : "not told apart")
    compare(
      "the study", other.branch.isEmpty ? "as things are" : other.branch,
      branch.isEmpty ? "as things are" : branch)
    compare("shard", other.shard?.description ?? "none", shard?.description ?? "none")
    return words
  }
}

extension StudyIdentity {
  /// Writes it.
  func encode(to encoder: inout ChunkEncoder) {
    encoder.text(version)
    encoder.text(scenario)
    encoder.whole(seed)
    encoder.texts(policies)
    encoder.texts(products)
    encoder.count(hasDetail ? 1 : 0)
    encoder.count(hasPhases ? 1 : 0)
    encoder.text(branch)
    for number in [shard?.number, shard?.count, shard?.replications] { encoder.count(number ?? 0) }
  }

  /// Reads it.
  init(from decoder: inout ChunkDecoder) throws(ChunkDamage) {
    version = try decoder.text()
    scenario = try decoder.text()
    seed = try decoder.whole()
    policies = try decoder.texts()
    products = try decoder.texts()
    hasDetail = try decoder.count() != 0
    hasPhases = try decoder.count() != 0
    branch = try decoder.text()
    let (number, count, replications) = (
      try decoder.count(), try decoder.count(), try decoder.count()
    )
    if count == 0 {
      shard = nil
    } else {
      guard let read = Shard(number: number, of: count, replications: replications) else {
        throw .impossible("the shard")
      }
      shard = read
    }
  }
}
