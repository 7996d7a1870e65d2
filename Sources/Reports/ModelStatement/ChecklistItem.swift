/// An item of the STRESS-DES checklist, and what a statement says under it.
struct ChecklistItem: Sendable {
  /// The part that it belongs to.
  let part: Heading
  let number: String
  let title: Heading
  let blocks: @Sendable (StatementFacts) -> [StatementBlock]

  /// A heading in both languages.
  struct Heading: Sendable {
    let english: String
    let swedish: String

    /// The heading in a language.
    func text(in language: ReportLanguage) -> String { language(english, swedish) }
  }

  /// All items, in the order of the checklist: the one place where they are listed.
  static let all: [ChecklistItem] =
    items(
      "1", "Objectives", "Syfte",
      ("1.1", "Purpose of the model", "Modellens syfte", PurposeSection.blocks),
      ("1.2", "Model outputs", "Modellens utdata", OutputsSection.blocks),
      ("1.3", "Experimentation aims", "Experimentens syfte", AimsSection.blocks))
    + items(
      "2", "Logic", "Logik",
      ("2.1", "Base model overview diagram", "Översikt över grundmodellen", OverviewSection.blocks),
      ("2.2", "Base model logic", "Grundmodellens logik", BaseLogicSection.blocks),
      ("2.3", "Scenario logic", "Alternativens logik", ScenarioLogicSection.blocks),
      ("2.4", "Algorithms", "Algoritmer", AlgorithmsSection.blocks),
      ("2.5.1", "Components: entities", "Komponenter: entiteter", EntitiesSection.blocks),
      ("2.5.2", "Components: activities", "Komponenter: aktiviteter", ActivitiesSection.blocks),
      ("2.5.3", "Components: resources", "Komponenter: resurser", ResourcesSection.blocks),
      ("2.5.4", "Components: queues", "Komponenter: köer", QueuesSection.blocks),
      (
        "2.5.5", "Components: entry and exit points", "Komponenter: in- och utgångar",
        EntryExitSection.blocks
      ))
    + items(
      "3", "Data", "Data",
      ("3.1", "Data sources", "Datakällor", SourcesSection.blocks),
      ("3.2", "Pre-processing", "Förbehandling", PreProcessingSection.blocks),
      ("3.3", "Input parameters", "Indata", InputParametersSection.blocks),
      ("3.4", "Assumptions", "Antaganden", AssumptionsSection.blocks))
    + items(
      "4", "Experimentation", "Experiment",
      ("4.1", "Initialisation", "Utgångsläge", InitialisationSection.blocks),
      ("4.2", "Run length", "Körningens längd", RunLengthSection.blocks),
      ("4.3", "Estimation approach", "Skattningsmetod", EstimationSection.blocks))
    + items(
      "5", "Implementation", "Genomförande",
      (
        "5.1", "Software or programming language", "Programvara eller programspråk",
        SoftwareSection.blocks
      ),
      ("5.2", "Random sampling", "Slumptal", RandomSamplingSection.blocks),
      ("5.3", "Model execution", "Hur modellen körs", ExecutionSection.blocks),
      ("5.4", "System specification", "Datormiljö", SystemSection.blocks))
    + items(
      "6", "Code access", "Tillgång till kod",
      (
        "6.1", "Computer model sharing statement", "Hur datormodellen delas", SharingSection.blocks
      ))

  private static func items(
    _ number: String, _ english: String, _ swedish: String,
    _ list: (String, String, String, @Sendable (StatementFacts) -> [StatementBlock])...
  ) -> [ChecklistItem] {
    let part = Heading(english: "\(number) \(english)", swedish: "\(number) \(swedish)")
    return list.map {
      ChecklistItem(
        part: part, number: $0.0, title: Heading(english: $0.1, swedish: $0.2), blocks: $0.3)
    }
  }
}
