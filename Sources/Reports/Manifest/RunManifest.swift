import Quantities
public import Studies
public import SupplyModel

/// `run.json`: what was run, so exactly that anyone can run it again; the same for identical runs.
///
/// Nothing in it depends on time, machine, number of cores or where results are written.
public struct RunManifest: Sendable {
  /// The manifest before it is written.
  public let value: JSONValue

  /// The manifest of a finished study.
  ///
  /// - Parameters:
  ///   - version: the program's version, such as `0.3.0`.
  ///   - command: what was typed, normalised by the caller: without output folder, cores and
  ///     other options that cannot change a result.
  ///   - content: the model that was run.
  ///   - effective: every value with its origin, and how well the tables are known.
  ///   - result: what was found; policies, baseline, products and replications are taken from it.
  ///   - digest: the scenario's, where it is known already.
  ///   - lacking: what was to be run besides, and was not because the run was interrupted:
  ///     `without expiry`.
  public init(
    version: String, command: String, content: SupplyModel.Content,
    effective: EffectiveScenario, result: StudyResult, digest: String? = nil,
    lacking: [String] = []
  ) {
    let study = result.study
    let names = result.policyNames
    self.init(
      version: version, command: command, content: content, effective: effective,
      replications: Self.replications(of: result, lacking), policies: names,
      baseline: study.baseline.map { names[$0] },
      products: study.grouping.groups.count { $0.level == .product }, digest: digest)
  }

  /// How many were run, and which where that is not all of them from the first on.
  private static func replications(
    of result: StudyResult, _ lacking: [String]
  ) -> [(name: String, value: JSONValue)] {
    var members: [(name: String, value: JSONValue)] = [
      ("replications", .whole(result.replications.count))
    ]
    if result.planned != nil || !lacking.isEmpty {
      let finished = ReplicationSet(result.replications).description
      members.append(
        (
          "partial",
          .object([
            ("planned", .whole(result.planned ?? result.replications.count)),
            ("finished", .string(finished)),
            ("lacking", .array(lacking.map { .string($0) })),
          ])
        ))
    } else if let first = result.replications.first, first != 0 {
      members.append(("firstReplication", .whole(first)))
    }
    return members
  }

  /// The manifest of a finished study of endurance; the content is the scenario's, without the cut.
  public init(
    version: String, command: String, content: SupplyModel.Content,
    effective: EffectiveScenario, result: EnduranceResult
  ) {
    let names = result.policyNames
    let baseline = content.policies[content.experiment.baseline].name
    self.init(
      version: version, command: command, content: content, effective: effective,
      replications: [("replications", .whole(result.study.replications.count))]
        + (result.study.replications.lowerBound == 0
          ? [] : [("firstReplication", .whole(result.study.replications.lowerBound))]),
      policies: names, baseline: names.contains(baseline) ? baseline : nil,
      products: result.study.productCount, digest: nil)
  }

  private init(
    version: String, command: String, content: SupplyModel.Content,
    effective: EffectiveScenario, replications: [(name: String, value: JSONValue)],
    policies names: [String], baseline: String?, products: Int, digest: String?
  ) {
    let experiment = content.experiment
    var members: [(name: String, value: JSONValue)] = [
      ("program", .string("buffert")), ("version", .string(version)),
      ("title", .string(content.title)),
      ("scenarioDigest", .string(digest ?? ScenarioDigest.hexDigest(of: content))),
      ("seed", .whole(experiment.seed)),
    ]
    members += replications
    members += [
      ("policies", .array(names.map { .string($0) })),
      ("baseline", baseline.map { .string($0) } ?? .null), ("products", .whole(products)),
      (
        "horizon",
        .object([("start", .string(experiment.startDate.description))] + Self.length(experiment))
      ),
      ("command", .string(command)),
      ("effectiveScenario", .array(effective.values.map(Self.json))),
      ("provenance", .array(effective.provenance.map(Self.json))),
      ("assumptions", .array(content.assumptions.map(Self.json))),
    ]
    value = .object(members)
  }

  /// The file's text.
  public var json: String { JSONText.text(of: value) }

  /// The reported time in days; with ticks, where they are shorter.
  private static func length(_ experiment: Experiment) -> [(String, JSONValue)] {
    guard experiment.ticksPerDay != 1 else { return [("days", .whole(experiment.horizonDays))] }
    return [
      ("days", .number(Double(experiment.horizonDays) / Double(experiment.ticksPerDay))),
      ("tick", .string(experiment.tick.text)), ("ticks", .whole(experiment.horizonDays)),
    ]
  }

  private static func json(_ stated: EffectiveScenario.StatedValue) -> JSONValue {
    .object([
      ("path", .string(stated.path)), ("value", .string(stated.value)),
      ("origin", stated.origin.map { .string($0) } ?? .null),
    ])
  }

  private static func json(_ provenance: EffectiveScenario.Provenance) -> JSONValue {
    .object([
      ("column", .string(provenance.column)), ("status", .string(provenance.status.rawValue)),
      ("count", .whole(provenance.count)),
    ])
  }

  private static func json(_ assumption: Assumption) -> JSONValue {
    .object([
      ("id", .string(assumption.id)), ("what", .string(assumption.what)),
      ("value", .string(assumption.value)), ("status", .string(assumption.status.rawValue)),
      ("source", .string(assumption.source)), ("decides", .boolean(assumption.decides)),
      ("low", .string(assumption.low)), ("high", .string(assumption.high)),
    ])
  }
}
