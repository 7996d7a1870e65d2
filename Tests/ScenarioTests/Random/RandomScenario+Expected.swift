extension RandomScenario {
  /// What the scenario is known to give, which changes nothing that it gives.
  mutating func drawExpected(_ policies: [String]) -> [(String, Written?)] {
    beside(14) { random in
      guard random.draws.chance(10) else {
        return [("source", random.draws.chance(3) ? .text("nobody") : nil)]
      }
      let names = random.draws.some(["fill", "P(empty)", "spread"])
      let rows = (1...random.draws.between(1, 3)).map {
        random.expectedRow("row \($0)", names, policies)
      }
      let provenance = random.word("expected", "provenance")
      let expected = random.object(
        "expected",
        [
          ("case", .text("X1")), ("title", .text("A case")), ("provenance", .text(provenance)),
          ("quantities", random.object("", names.map { ($0, .text(random.formula())) })),
          ("rows", .list(rows)),
          (
            "quick",
            random.object(
              "expected.quick",
              [("replications", .plain("2")), ("settings", random.settings())])
          ),
        ])
      return [("source", .text("a book")), ("expected", expected)]
    }
  }

  private mutating func formula() -> String {
    draws.pick([
      "servedAtOnce / demand", "share(averageStock[somewhere] <= 0.5)",
      "3 * (unmet - 1e-2) / days", "deviation(discarded) + variance(step * unmet)",
    ])
  }

  private mutating func settings() -> Written? {
    maybe(30) { _ in .list([.text("horizon.length=20 days"), .text("experiment.seed=2")]) }
  }

  private mutating func expectedRow(
    _ label: String, _ names: [String], _ policies: [String]
  ) -> Written {
    let known = names.map { ($0, Written?.some(.plain(hundredths(-100, 900)))) }
    let allows = draws.chance(30)
    let within = names.map { ($0, Written?.some(share(0, 10))) }
    let levels = ["product", "location", "tier", "demandClass", "region", "category", "authority"]
    let level = draws.pick(levels)
    return object(
      "expected.rows[]",
      [
        ("row", .text(label)), ("policy", .text(draws.pick(policies))),
        ("of", draws.chance(60) ? object("", [(level, .text("some"))]) : nil),
        ("settings", settings()), ("values", object("", known)),
        ("within", allows ? object("", within) : nil),
        ("because", allows ? .text("steps are long") : nil),
      ])
  }
}
