import Replications
import Reports
import ScenarioFiles
import SupplyModel
import Testing

/// What must hold whatever a scenario says; seeds as in `RandomScenarioTests`, fixed here.
@Suite("Laws of random scenarios")
struct RandomScenarioLawTests {
  /// The models of the first accepted scenarios from a seed on.
  static func accepted(
    _ count: Int, from first: UInt64
  ) -> [(seed: UInt64, scenario: WrittenScenario, model: SupplyModel)] {
    var found: [(seed: UInt64, scenario: WrittenScenario, model: SupplyModel)] = []
    var seed = RandomScenarioTests.firstSeed + first
    while found.count < count {
      let scenario = RandomScenario.scenario(seed: seed)
      if let model = scenario.read().model { found.append((seed, scenario, model)) }
      seed += 1
    }
    return found
  }

  @Test("The order of rows, columns, keys and files changes no byte")
  func order() throws {
    for (number, drawn) in Self.accepted(150, from: 10_000).enumerated() {
      var draws = Draws(seed: drawn.seed)
      let turned = drawn.scenario.shuffled(&draws)
      #expect(turned != drawn.scenario)
      let outcome = turned.read()
      guard let other = outcome.model else {
        Issue.record("seed \(drawn.seed): \(outcome.diagnostics.rendered())")
        continue
      }
      let texts = [drawn.model, other].map { ScenarioDigest.canonicalText(of: $0.content) }
      #expect(texts[0] == texts[1], "seed \(drawn.seed)")
      let (one, two) = (try ScenarioRun(drawn.model), try ScenarioRun(other))
      #expect(one == two, "seed \(drawn.seed)")
      guard number < 25 else { continue }
      let tables = try ScenarioRun.tables(drawn.model, jobs: 1)
      #expect(try ScenarioRun.tables(other, jobs: 1) == tables, "seed \(drawn.seed)")
    }
  }

  @Test("The shorter ways of a run give what the general way gives")
  func shortcuts() throws {
    for drawn in Self.accepted(400, from: 80_000) {
      let general = try ScenarioRun(drawn.model, shortcuts: .none)
      for shortcuts in [Shortcuts.likely, .bold] {
        #expect(try ScenarioRun(drawn.model, shortcuts: shortcuts) == general, "seed \(drawn.seed)")
      }
    }
  }

  @Test("A replication is the same alone, after others and on several cores")
  func replicationsAlone() throws {
    for (number, drawn) in Self.accepted(60, from: 20_000).enumerated() {
      let together = try ScenarioRun(drawn.model, replications: [0, 1, 2])
      let alone = try ScenarioRun(drawn.model, replications: [2])
      #expect(together.entries.suffix(alone.entries.count) == alone.entries[...])
      let turned = try ScenarioRun(drawn.model, replications: [2, 0])
      #expect(turned.entries.prefix(alone.entries.count) == alone.entries[...])
      guard number < 25 else { continue }
      let tables = try ScenarioRun.tables(drawn.model, jobs: 1)
      #expect(try ScenarioRun.tables(drawn.model, jobs: 2) == tables, "seed \(drawn.seed)")
    }
  }

  @Test("What has no effect gives the same results as its absence")
  func idleChanges() throws {
    let drawn = Self.accepted(60, from: 30_000)
    for idle in IdleChange.all {
      var compared = 0
      for (seed, scenario, _) in drawn {
        var before = scenario
        guard idle.prepare(&before), let model = before.read().model else { continue }
        var after = before
        idle.change(&after)
        guard after != before else { continue }
        let outcome = after.read()
        guard let other = outcome.model else {
          if !idle.mayBeRefused {
            Issue.record("\(idle.name), seed \(seed): \(outcome.diagnostics.rendered())")
          }
          continue
        }
        let result = try ScenarioRun(other)
        guard idle.applies(result) else { continue }
        compared += 1
        let expected = try ScenarioRun(model)
        guard result != expected else { continue }
        let place = zip(expected.entries, result.entries).first { $0 != $1 }
        Issue.record("\(idle.name), seed \(seed): \(String(describing: place))")
      }
      #expect(compared >= 5, "\(idle.name)")
    }
  }

  @Test("Invariance (c): where nothing can expire, the order of issue changes nothing")
  func issueOrders() throws {
    let mixed = Written.object(
      section: "(issue)",
      [
        .init(
          key: "mixed",
          value: .object(
            section: "", [.init(key: "ignoringExpiry", value: .text("50 %"))]))
      ])
    var compared = 0
    for (seed, scenario, drawn) in Self.accepted(60, from: 40_000) {
      // How a loss divides between two pools depends on the lots in them (seed 40043).
      guard drawn.content.timeline.allSatisfy(\.losses.isEmpty) else { continue }
      var lasting = scenario
      Self.letNothingExpire(&lasting)
      var previous: ScenarioRun?
      for issue in [.text("fefo"), .text("fifo"), .text("lifo"), mixed] as [Written] {
        lasting.change(WrittenScenario.allSettings) { $0["issue"] = nil }
        lasting.change(WrittenScenario.settings) { $0["issue"] = issue }
        let outcome = lasting.read()
        guard let model = outcome.model else {
          Issue.record("seed \(seed): \(outcome.diagnostics.rendered())")
          continue
        }
        let result = try ScenarioRun(model)
        #expect(result.sum(\.discarded) == 0, "seed \(seed)")
        if let previous, result != previous {
          let place = zip(previous.entries, result.entries).first { $0 != $1 }
          Issue.record("seed \(seed), \(issue.json): \(String(describing: place))")
        }
        previous = result
        compared += 1
      }
    }
    #expect(compared > 120)
  }

  /// Gives everything in a scenario thirty years to live.
  static func letNothingExpire(_ scenario: inout WrittenScenario) {
    let long = Written.object(
      section: "(remaining life)", [.init(key: "days", value: .text("30 years"))])
    scenario.change(["suppliers.<id>"]) { $0["remainingLife"] = long }
    scenario.change(["shortages[]"]) {
      if $0["remainingLife"] != nil { $0["remainingLife"] = long }
    }
    scenario.change(["horizon.begin.given"]) { given in
      if given["remainingLife"] != nil { given["remainingLife"] = long }
    }
    scenario.change(["horizon.begin.given.profile[]"]) { $0["remainingLife"] = .text("30 years") }
    scenario.tables["lots.csv"]?.set("expires") { _ in "2099-12-31" }
    let warmUp = Written.object(
      section: "horizon.begin.rotated", [.init(key: "warmUp", value: .text("9 days"))])
    scenario.change(["horizon"]) { horizon in
      for key in ["rotated", "buildUp"]
      where horizon["begin"] == .text(key) || horizon["begin"]?[key] != nil
        || (key == "rotated" && horizon["begin"] == nil)
      {
        horizon["begin"] = .object(section: "begin", [.init(key: key, value: warmUp)])
      }
    }
  }

  @Test("Renaming everything changes results only in distribution", arguments: [3, 12, 15, 22, 31])
  func renaming(seed: UInt64) throws {
    // Means over 150 replications each, within 4.4 standard errors: a false alarm in about 10⁵.
    let count = 150
    let models = try ["", "renamed-"].map { prefix in
      try #require(RandomScenario.scenario(seed: seed, prefix: prefix).read().model)
    }
    let runs = try models.map { try ScenarioRun($0, replications: Array(0..<count)) }
    #expect(runs[0].entries.map(\.tally) != runs[1].entries.map(\.tally))
    let measures: [(Tally) -> Int64] = [
      \.demand, \.served, \.unmet, \.discarded, \.purchased, \.orderLines, \.stockUnitDays,
      \.onOrderUnitDays, \.waiting,
    ]
    for (place, measure) in measures.enumerated() {
      let samples = runs.map { run -> [Double] in
        var sums = [Double](repeating: 0, count: count)
        for entry in run.entries { sums[entry.replication] += Double(measure(entry.tally)) }
        return sums
      }
      let means = samples.map { $0.reduce(0, +) / Double(count) }
      var variance = 0.0
      for (sample, mean) in zip(samples, means) {
        variance += sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
      }
      let error = (variance / Double(count)).squareRoot()
      #expect(abs(means[0] - means[1]) <= 4.4 * error, "measure \(place): \(means), \(error)")
    }
  }
}
