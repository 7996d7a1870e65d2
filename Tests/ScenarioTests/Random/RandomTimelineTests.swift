import Replications
import Studies
import SupplyModel
import Testing

/// What is told over time adds up to what is told of the whole, whatever a scenario says.
@Suite("Random scenarios over time")
struct RandomTimelineTests {
  @Test("Periods and years add up to the horizon, and telling them apart changes nothing")
  func sums() throws {
    var (withPhases, withDiscard) = (0, 0)
    for drawn in RandomScenarioLawTests.accepted(120, from: 90_000) {
      let compiled = CompiledModel(drawn.model)
      let result = try Study(compiled, replications: 0..<3).run(jobs: 1)
      let wanted = Study.Wanted(level: .all, key: "all", measure: "stockoutDays")
      let alone = try Study(compiled, replications: 0..<3, keeping: .only([wanted])).run(jobs: 1)
      for policy in compiled.policies.indices {
        func whole(_ measure: String) -> Double {
          result.estimate(policy: policy, level: .all, key: "all", measure: measure)?.mean ?? 0
        }
        for (one, other) in zip(alone.estimates(policy: policy), result.estimates(policy: policy))
        // Equity is known only where replications are kept.
        where one.mean != nil {
          let place = "seed \(drawn.seed), \(one.group.key) \(one.measure.name)"
          #expect(one.mean == other.mean, "\(place)")
        }
        func isSame(_ sum: Double, _ measure: String) -> Bool {
          abs(sum - whole(measure)) <= 1e-6 * max(1, abs(whole(measure)))
        }
        let years = result.discards.filter {
          $0.policy == policy && $0.period == .year && $0.measure == "discardedSEK"
        }
        if !years.isEmpty {
          #expect(
            isSame(years.reduce(0) { $0 + $1.mean }, "discardedSEK"), "seed \(drawn.seed)")
          if whole("discardedSEK") > 0 { withDiscard += 1 }
        }
        guard !drawn.model.content.timeline.isEmpty else { continue }
        let told = result.phases.filter { $0.policy == policy && $0.group.level == .all }
        for measure in ["stockoutDays", "discardedSEK"] {
          // Means are over the replications in which a period takes place.
          let sum =
            told.filter { $0.measure == measure }
            .reduce(0) { $0 + $1.mean * Double($1.count) } / 3
          #expect(isSame(sum, measure), "seed \(drawn.seed), \(measure)")
        }
        if Set(told.map(\.period)).count > 1, whole("stockoutDays") > 0 { withPhases += 1 }
      }
    }
    #expect(withPhases > 20 && withDiscard > 20, "\(withPhases), \(withDiscard)")
  }
}
