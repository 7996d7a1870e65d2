import Studies
import SupplyModel

/// What the sections of a statement are made from.
struct StatementFacts: Sendable {
  let model: SupplyModel
  let effective: EffectiveScenario
  let files: [ModelStatement.InputFile]
  let command: String
  let settings: [String]
  let version: String
  /// What is measured, in the order of the tables.
  let measures: [Measure]
  /// What names the scenario.
  let digest: String
  /// What things are said with, in the language of the statement.
  private(set) var words: StatementWords

  init(
    _ model: SupplyModel, effective: EffectiveScenario, files: [ModelStatement.InputFile],
    command: String, settings: [String], version: String, study: Study?,
    digest: String?, language: ReportLanguage
  ) {
    self.model = model
    self.effective = effective
    self.files = files
    self.command = command
    self.settings = settings
    self.version = version
    measures = study?.presentMeasures ?? Study.measures(of: model)
    self.digest = digest ?? ScenarioDigest.hexDigest(of: model.content)
    words = StatementWords(content: model.content, language: language)
  }

  /// The same for a statement in another language.
  func translated(to language: ReportLanguage) -> StatementFacts {
    var facts = self
    facts.words = StatementWords(content: model.content, language: language)
    return facts
  }

  var content: SupplyModel.Content { model.content }

  var experiment: Experiment { content.experiment }

  /// The policy that the others are compared with.
  var baseline: Policy { content.policies[experiment.baseline] }

  /// The other policies, in order.
  var others: [Policy] {
    content.policies.positions.filter { $0 != experiment.baseline }.map { content.policies[$0] }
  }

  /// Whether any policy sets something so.
  func anyRule(_ sets: (PolicyRule) -> Bool) -> Bool {
    content.policies.contains { $0.rules.contains(where: sets) }
  }

  /// The kinds of location at which anything is kept, in the order of the scenario.
  var tiersInUse: [Position<Tier>] {
    let used = Set(
      model.networks.flatMap { network in
        network.nodes.map { content.locations[$0.location].tier }
      })
    return content.tiers.positions.filter(used.contains)
  }

  /// Whether locations of several authorities handle any one product.
  var hasSeveralAuthorities: Bool {
    zip(content.products, model.networks).contains { product, network in
      Set(network.nodes.map { content.locations[$0.location].authority(of: product.category) })
        .count > 1
    }
  }

  /// How many locations keep anything.
  var locationCount: Int { Set(model.networks.flatMap { $0.nodes.map(\.location) }).count }

  /// How many locations of a kind keep anything.
  func locationCount(of tier: Position<Tier>) -> Int {
    Set(model.networks.flatMap { $0.nodes.map(\.location) })
      .count { content.locations[$0].tier == tier }
  }
}
