/// 5.1: what the model is written in.
enum SoftwareSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .paragraph(
        facts.words(
          "Buffert \(facts.version), written in Swift; no package but the toolchain's own libraries. The "
            + "scenario is data: JSON5 and CSV files.",
          "Buffert \(facts.version), skrivet i Swift; inga andra paket än verktygskedjans egna bibliotek. "
            + "Scenariot är data: filer i JSON5 och CSV."))
    ]
  }
}
