/// 6.1: how to get the same results again.
enum SharingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let digest = facts.digest
    return [
      .points([
        words(
          "Run it with \(id: facts.command), in the scenario's folder.",
          "Kör modellen med \(id: facts.command), i scenariots mapp."),
        words(
          "Digest of the scenario, of all that can change a result: \(id: digest). It is in `run.json` beside "
            + "every result.",
          "Scenariots kontrollsumma, av allt som kan ändra ett resultat: \(id: digest). Den finns i "
            + "`run.json` bredvid varje resultat."),
        words(
          "Program and scenario files are shared under Apache 2.0 (`LICENSE`); cite as in `CITATION.cff`.",
          "Program och scenariofiler delas under Apache 2.0 (`LICENSE`); citera enligt `CITATION.cff`."
        ),
      ])
    ]
  }
}
