public import Studies
public import SupplyModel

/// What a scenario's model is, in the form of the STRESS-DES checklist, made from the model itself.
///
/// The checklist is in English, and so is the statement that a journal gets; the Swedish one says the same
/// to those who decide in Swedish.
///
/// Source of the checklist: T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc and
/// S. J. E. Taylor, "Strengthening the reporting of empirical simulation studies: introducing the
/// STRESS guidelines", Journal of Simulation 13 (2019) 55–67, doi:10.1080/17477778.2018.1442155.
///
/// Goals in order: nothing that is not true of the scenario; nothing left out that decides a result;
/// readable. Nothing in it depends on time, machine or where files are. What came out of a run has no
/// place in it yet: a statement of a results folder would add it to the sections of experimentation.
public struct ModelStatement: Sendable {
  /// What is said of each item of the checklist, in its order.
  let sections: [Section]
  private let heading: [String]
  private let facts: StatementFacts

  /// What is said of one item.
  struct Section: Sendable {
    let item: ChecklistItem
    let blocks: [StatementBlock]
  }

  /// A file that the scenario is made of.
  public struct InputFile: Sendable {
    /// Its path from the scenario's folder.
    public let path: String
    /// How many rows it has; `nil` if it is no table. [1]
    public let rows: Int?
    /// Its SHA-256 digest as 64 hexadecimal digits.
    public let digest: String

    /// A file with its content.
    public init(path: String, rows: Int?, bytes: [UInt8]) {
      self.path = path
      self.rows = rows
      digest = SHA256.hexDigest(of: bytes)
    }
  }

  /// The statement of a model.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - effective: every value that holds, and how well the tables are known.
  ///   - files: the files that the scenario is made of.
  ///   - command: what runs it, without what changes no result: `buffert run sweden.json5`.
  ///   - settings: values replaced on the command line, each `PATH=VALUE`.
  ///   - version: the program's version, such as `0.3.0`.
  ///   - study: a study of the whole model, if there is one; without it the model is compiled to know
  ///     what is measured.
  ///   - digest: the digest of the scenario, if it is known already.
  ///   - language: what it is in; names and texts of the scenario stay as they are.
  public init(
    of model: SupplyModel, effective: EffectiveScenario, files: [InputFile], command: String,
    settings: [String], version: String, study: Study? = nil,
    digest: String? = nil, in language: ReportLanguage = .english
  ) {
    self.init(
      StatementFacts(
        model, effective: effective, files: files, command: command, settings: settings,
        version: version, study: study, digest: digest, language: language))
  }

  /// The same statement in another language, without finding anew what it is made from: of a million rows
  /// that takes seconds.
  public func translated(to language: ReportLanguage) -> ModelStatement {
    language == facts.words.language ? self : ModelStatement(facts.translated(to: language))
  }

  private init(_ facts: StatementFacts) {
    let words = facts.words
    let title = words(
      "# Model statement: \(facts.content.title)", "# Modellbeskrivning: \(facts.content.title)")
    let origin = words(
      """
      Made by buffert \(facts.version) from the scenario, in the form of the STRESS-DES checklist (Monks and \
      others, Journal of Simulation 13 (2019) 55–67). It says what the model is, not what it found.
      """,
      """
      Gjord av buffert \(facts.version) ur scenariot, enligt checklistan STRESS-DES (Monks med flera, Journal of \
      Simulation 13 (2019) 55–67). Den säger vad modellen är, inte vad den har visat.
      """)
    heading = [title.markdown, "", origin.markdown]
    sections = ChecklistItem.all.map { Section(item: $0, blocks: $0.blocks(facts)) }
    self.facts = facts
  }

  /// What the file of a statement is called in a folder of results, from which alone a page in either
  /// language is made.
  public static func file(in language: ReportLanguage) -> String {
    language("STRESS-DES.md", "STRESS-DES.sv.md")
  }

  /// The statement as Markdown in UTF-8, ended by a line feed.
  public var markdown: String {
    var lines = heading
    let language = facts.words.language
    var part = ""
    for section in sections {
      let heading = section.item.part.text(in: language)
      if heading != part {
        part = heading
        lines += ["", "## \(part)"]
      }
      lines += ["", "### \(section.item.number) \(section.item.title.text(in: language))"]
      for block in section.blocks.map(\.lines) where !block.isEmpty { lines += [""] + block }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
