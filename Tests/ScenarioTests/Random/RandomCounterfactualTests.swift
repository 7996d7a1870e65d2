import Replications
import SupplyModel
import Testing

/// What must hold without an obstacle, whatever a scenario says.
@Suite("Random scenarios without an obstacle")
struct RandomCounterfactualTests {
  @Test("Without expiry nothing is discarded, rejected or sent back for its age")
  func expiry() throws {
    var discarded: Int64 = 0
    for drawn in RandomScenarioLawTests.accepted(80, from: 50_000) {
      let actual = try ScenarioRun(drawn.model)
      discarded += actual.sum(\.discarded)
      let run = try ScenarioRun(try drawn.model.without(.expiry))
      #expect(run.problem == nil, "seed \(drawn.seed)")
      #expect(run.sum(\.discarded) == 0, "seed \(drawn.seed)")
      #expect(run.sum(\.rejected) == 0 && run.sum(\.returned) == 0, "seed \(drawn.seed)")
      #expect(run.sum(\.redistributed) == 0, "seed \(drawn.seed)")
      #expect(run.entries.map(\.tally.demand) == actual.entries.map(\.tally.demand))
      #expect(run.entries.map(\.target) == actual.entries.map(\.target))
    }
    #expect(discarded > 0)
  }

  @Test("Without shortages it is as if the scenario had none; demand is the same")
  func shortages() throws {
    var different = 0
    for drawn in RandomScenarioLawTests.accepted(80, from: 51_000) {
      var content = drawn.model.content
      content.shortages = []
      guard let none = try? SupplyModel(content), none.warmUpDays == drawn.model.warmUpDays
      else { continue }
      let run = try ScenarioRun(try drawn.model.without(.shortages))
      #expect(run == (try ScenarioRun(none)), "seed \(drawn.seed)")
      let actual = try ScenarioRun(drawn.model)
      #expect(run.entries.map(\.tally.demand) == actual.entries.map(\.tally.demand))
      if run != actual { different += 1 }
    }
    #expect(different > 10)
  }

  @Test("Without uncertainty every replication has the same demand, and goods still add up")
  func uncertainty() throws {
    var run = 0
    for drawn in RandomScenarioLawTests.accepted(80, from: 52_000) {
      guard let model = try? drawn.model.without(.uncertainty) else { continue }
      // When phases take place is drawn all the same: that is no uncertainty of use or delivery.
      guard !drawn.model.content.timeline.contains(where: \.isDrawn) else { continue }
      run += 1
      let (one, other) = (
        try ScenarioRun(model, replications: [0]), try ScenarioRun(model, replications: [1])
      )
      #expect(one.problem == nil, "seed \(drawn.seed)")
      #expect(
        one.entries.map(\.tally.demand) == other.entries.map(\.tally.demand), "seed \(drawn.seed)")
    }
    #expect(run > 30)
  }
}
