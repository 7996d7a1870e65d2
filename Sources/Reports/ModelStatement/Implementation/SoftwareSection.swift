/// 5.1: what the model is written in.
enum SoftwareSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .paragraph(
        "Buffert \(facts.version), written in Swift; no package but the toolchain's own libraries. The "
          + "scenario is data: JSON5 and CSV files.")
    ]
  }
}
