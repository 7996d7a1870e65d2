/// An item of the STRESS-DES checklist, and what a statement says under it.
struct ChecklistItem: Sendable {
  /// The part that it belongs to, as a heading.
  let part: String
  let number: String
  let title: String
  let blocks: @Sendable (StatementFacts) -> [StatementBlock]

  /// All items, in the order of the checklist: the one place where they are listed.
  static let all: [ChecklistItem] =
    items(
      "1 Objectives",
      ("1.1", "Purpose of the model", PurposeSection.blocks),
      ("1.2", "Model outputs", OutputsSection.blocks),
      ("1.3", "Experimentation aims", AimsSection.blocks))
    + items(
      "2 Logic",
      ("2.1", "Base model overview diagram", OverviewSection.blocks),
      ("2.2", "Base model logic", BaseLogicSection.blocks),
      ("2.3", "Scenario logic", ScenarioLogicSection.blocks),
      ("2.4", "Algorithms", AlgorithmsSection.blocks),
      ("2.5.1", "Components: entities", EntitiesSection.blocks),
      ("2.5.2", "Components: activities", ActivitiesSection.blocks),
      ("2.5.3", "Components: resources", ResourcesSection.blocks),
      ("2.5.4", "Components: queues", QueuesSection.blocks),
      ("2.5.5", "Components: entry and exit points", EntryExitSection.blocks))
    + items(
      "3 Data",
      ("3.1", "Data sources", SourcesSection.blocks),
      ("3.2", "Pre-processing", PreProcessingSection.blocks),
      ("3.3", "Input parameters", InputParametersSection.blocks),
      ("3.4", "Assumptions", AssumptionsSection.blocks))
    + items(
      "4 Experimentation",
      ("4.1", "Initialisation", InitialisationSection.blocks),
      ("4.2", "Run length", RunLengthSection.blocks),
      ("4.3", "Estimation approach", EstimationSection.blocks))
    + items(
      "5 Implementation",
      ("5.1", "Software or programming language", SoftwareSection.blocks),
      ("5.2", "Random sampling", RandomSamplingSection.blocks),
      ("5.3", "Model execution", ExecutionSection.blocks),
      ("5.4", "System specification", SystemSection.blocks))
    + items(
      "6 Code access",
      ("6.1", "Computer model sharing statement", SharingSection.blocks))

  private static func items(
    _ part: String,
    _ list: (String, String, @Sendable (StatementFacts) -> [StatementBlock])...
  ) -> [ChecklistItem] {
    list.map { ChecklistItem(part: part, number: $0.0, title: $0.1, blocks: $0.2) }
  }
}
