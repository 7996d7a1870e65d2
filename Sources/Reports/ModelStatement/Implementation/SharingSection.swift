import SupplyModel

/// 6.1: how to get the same results again.
enum SharingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .points([
        "Run it with \(id: facts.command), in the scenario's folder.",
        "Digest of the scenario, of all that can change a result: "
          + "\(id: ScenarioDigest.hexDigest(of: facts.content)). It is in `run.json` beside every result.",
        "Program and scenario files are shared under Apache 2.0 (`LICENSE`); cite as in `CITATION.cff`.",
      ])
    ]
  }
}
