/// The report of a results folder: the question and the answer, then what it rests on.
///
/// Goals in order: nothing that the tables do not say; harmless whatever names it holds; readable by
/// everyone; the same bytes for the same folder.
public struct Report: Sendable {
  /// The question.
  public let title: String
  let language: ReportLanguage
  /// The answer.
  let lead: [ReportBlock]
  let sections: [ReportSection]

  /// The report of what was read, in a language; names and registers stay as they are.
  public init(of input: ReportInput, in language: ReportLanguage) {
    let writer = ReportWriter(input: input, words: ReportWords(language: language))
    title = input.run.title
    self.language = language
    lead = writer.answer
    sections = [
      writer.policiesSection, writer.frontierSection, writer.phasesSection, writer.classesSection,
      writer.productsSection, writer.placesSection, writer.timelineSection, writer.discardsSection,
      writer.firstStockoutSection, writer.enduranceSection, writer.costsSection, writer.dutySection,
      writer.counterfactualsSection, writer.assumptionsSection, writer.readingSection,
      writer.statementSection, writer.provenanceSection,
    ].compactMap { $0 }
  }

  /// One page that needs nothing else.
  public var html: String { ReportPage(report: self).html }

  /// Texts and tables for a word processor.
  public var markdown: String { ReportMarkdown(report: self).text }
}

/// Writes the sections of a report; a section that has nothing to say is `nil`.
struct ReportWriter {
  let input: ReportInput
  let words: ReportWords

  /// From least to most stock; a policy's place decides how it looks in all pictures.
  var policies: [String] { input.policies }

  /// The baseline if it was run.
  var baseline: String? { input.run.baseline }

  /// The policies that are compared with the baseline.
  var others: [String] { baseline == nil ? [] : policies.filter { $0 != baseline } }

  /// What runs of a measure of everything are shown in.
  func money(_ measure: String) -> (factor: Double, unit: String) {
    words.money(policies.compactMap { input.estimate($0, measure)?.mean })
  }

  /// A policy's name, the baseline marked.
  func name(_ policy: String) -> String {
    policy == baseline ? "\(policy) (\(words("baseline", "jämförelse")))" : policy
  }
}
