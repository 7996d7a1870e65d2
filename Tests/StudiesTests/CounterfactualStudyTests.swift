import Estimators
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Counterfactuals")
struct CounterfactualStudyTests {
  private static func counterfactual(
    _ study: Study, _ obstacle: Obstacle, jobs: Int = 2
  ) throws -> (Counterfactual, actual: StudyResult, changed: StudyResult) {
    let actual = try study.run(jobs: jobs)
    let changed = try study.without(obstacle).run(jobs: jobs)
    return (Counterfactual(without: obstacle, changed, actual: actual), actual, changed)
  }

  @Test(
    "Effects are paired differences, without the obstacle minus with it",
    arguments: Obstacle.allCases)
  func paired(obstacle: Obstacle) throws {
    let study = try TwoProducts.study(replications: 0..<20)
    let (found, actual, changed) = try Self.counterfactual(study, obstacle)
    for policy in 0..<2 {
      for measure in ["unmetFraction", "discardedSEK", "stockoutDays"] {
        let effect = try #require(found.effect(policy: policy, measure: measure))
        let before = actual.replicationValues(policy: policy, measure: measure).compactMap { $0 }
        let after = changed.replicationValues(policy: policy, measure: measure).compactMap { $0 }
        #expect(before.count == 20 && after.count == 20 && effect.count == 20)
        let differences = zip(after, before).map { $0 - $1 }
        let mean = differences.reduce(0, +) / 20
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19
        // Student's t for 19 degrees of freedom.
        let half = 2.093_024 * (variance / 20).squareRoot()
        let tolerance = 1e-6 * (1 + abs(mean))
        #expect(abs(try #require(effect.difference) - mean) < tolerance)
        #expect(abs(try #require(effect.actual) - before.reduce(0, +) / 20) < tolerance)
        #expect(abs(try #require(effect.mean) - after.reduce(0, +) / 20) < tolerance)
        let interval = try #require(effect.interval)
        #expect(abs(interval.low - (mean - half)) < 1e-5 * (1 + abs(half)))
        #expect(abs(interval.high - (mean + half)) < 1e-5 * (1 + abs(half)))
      }
    }
  }

  @Test("Shortages cause most of what is unmet, expiry all of what is discarded")
  func directions() throws {
    let study = try TwoProducts.study(replications: 0..<20)
    let shortages = try Self.counterfactual(study, .shortages).0
    let unmet = try #require(shortages.effect(policy: 0, measure: "unmetFraction"))
    #expect(try #require(unmet.difference) < -0.5 * (try #require(unmet.actual)))
    let expiry = try Self.counterfactual(study, .expiry).0
    let discarded = try #require(expiry.effect(policy: 1, measure: "discardedSEK"))
    #expect(try #require(discarded.actual) > 0)
    #expect(discarded.mean == 0)
    // All of it, whatever chance does.
    #expect(discarded.share == 1 && discarded.shareInterval?.halfWidth == 0)
    let demand = try #require(expiry.effects(policy: 0, measures: ["demand"]).first)
    #expect(demand.difference == 0 && demand.interval?.halfWidth == 0)
  }

  @Test("An obstacle that is not there changes nothing", arguments: Obstacle.allCases)
  func absent(obstacle: Obstacle) throws {
    var content = try TwoProducts.content(replications: 4)
    content.shortages = []
    content.suppliers[0].remainingLife = .days(.constant(900))
    content.experiment.start = .given(remainingLife: .days(.constant(900)))
    for row in content.consumption.indices { content.consumption[row].family = .constant }
    let study = Study(CompiledModel(try SupplyModel(content)))
    let found = try Self.counterfactual(study, obstacle).0
    let effects = found.effects(policy: 0, measures: Measure.all.map(\.name))
    #expect(effects.count > 100)
    #expect(effects.allSatisfy { $0.difference == 0 || $0.count == 0 })
  }

  @Test("All groups whose replications are kept are there, single locations and products are not")
  func levels() throws {
    let study = try TwoProducts.study(replications: 0..<2)
    let found = try Self.counterfactual(study, .expiry).0
    let levels = Set(
      found.effects(policy: 0, measures: ["unmetFraction", "discardedSEK"]).map(\.group.level))
    #expect(levels == [.all, .tier, .region, .authority, .category, .demandClass])
  }

  @Test("One core and two find the same")
  func cores() throws {
    let study = try TwoProducts.study(replications: 0..<7)
    let texts = try [1, 2].map { jobs in
      let found = try Self.counterfactual(study, .uncertainty, jobs: jobs).0
      return found.effects(policy: 1, measures: Measure.all.map(\.name)).map {
        "\($0.group.key) \($0.measure.name) \($0.mean ?? -1) \($0.interval?.low ?? -1)"
      }
    }
    #expect(texts[0] == texts[1])
  }
}
