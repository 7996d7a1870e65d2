/// 5.4: what it runs on.
enum SystemSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .paragraph(
        "Linux with Swift 6.2 or later. How long a run took, and on how many cores, is in `timing.json` "
          + "beside its results; nothing in the results depends on it.")
    ]
  }
}
