import Reports
import SupplyModel

/// A statement taken apart into its sections.
struct StatementText {
  let markdown: String
  /// By number of the section: its lines without the heading, without empty lines at either end.
  let sections: [String: [String]]
  /// The numbers of the sections, in order.
  let numbers: [String]

  init(_ markdown: String) {
    self.markdown = markdown
    var sections: [String: [String]] = [:]
    var numbers: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("### ") {
        numbers.append(String(line.dropFirst(4).prefix { $0 != " " }))
      } else if let number = numbers.last, !line.hasPrefix("## ") {
        sections[number, default: []].append(String(line))
      }
    }
    self.numbers = numbers
    self.sections = sections.mapValues { lines in
      var lines = lines[...]
      while lines.first?.isEmpty == true { lines.removeFirst() }
      while lines.last?.isEmpty == true { lines.removeLast() }
      return Array(lines)
    }
  }

  /// The statement of some content, as if it had been read from no file.
  init(
    of content: SupplyModel.Content, files: [ModelStatement.InputFile] = [],
    command: String = "buffert run tiny.json5", settings: [String] = [],
    provenance: [EffectiveScenario.Provenance] = [], in language: ReportLanguage = .english
  ) throws {
    self.init(
      ModelStatement(
        of: try SupplyModel(content),
        effective: EffectiveScenario(values: [], provenance: provenance), files: files,
        command: command, settings: settings, version: "9.9.9", in: language
      ).markdown)
  }

  /// A section as one text.
  func text(_ number: String) -> String {
    (sections[number] ?? []).joined(separator: "\n")
  }

  /// All sections but the last, which has the digest of the scenario.
  var withoutDigest: String {
    numbers.dropLast().map { "\($0)\n\(text($0))" }.joined(separator: "\n\n")
  }

  /// The sections of the checklist.
  static let checklist = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.5",
    "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
  ]
}
