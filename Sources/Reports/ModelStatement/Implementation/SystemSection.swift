/// 5.4: what it runs on.
enum SystemSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .paragraph(
        facts.words(
          "Linux with Swift 6.2 or later. How long a run took, and on how many cores, is in `timing.json` "
            + "beside its results; nothing in the results depends on it.",
          "Linux med Swift 6.2 eller senare. Hur lång tid en körning tog, och på hur många kärnor, står i "
            + "`timing.json` bredvid resultaten; inget i resultaten beror på det."))
    ]
  }
}
