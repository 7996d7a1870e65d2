import Reports
import SupplyModel

/// One statement in both languages, laid side by side.
struct StatementPair {
  let english: String
  let swedish: String

  init(english: String, swedish: String) {
    self.english = english
    self.swedish = swedish
  }

  init(of model: SupplyModel, effective: EffectiveScenario) {
    func markdown(_ language: ReportLanguage) -> String {
      ModelStatement(
        of: model, effective: effective,
        files: [.init(path: "tiny/products.csv", rows: 12_345, bytes: [])],
        command: "buffert run tiny.json5", settings: ["experiment.seed=7"], version: "9.9.9",
        in: language
      ).markdown
    }
    self.init(english: markdown(.english), swedish: markdown(.swedish))
  }

  /// In what the two differ but for their language, and what of the Swedish one is not Swedish.
  var problems: [String] {
    var known: Set<[String]> = []
    return problems(apartFrom: &known)
  }

  /// The same, without looking again at lines that are known, and with them.
  func problems(apartFrom known: inout Set<[String]>) -> [String] {
    let lines = (Self.lines(english), Self.lines(swedish))
    guard lines.0.count == lines.1.count else {
      return ["\(lines.0.count) lines in English, \(lines.1.count) in Swedish"]
    }
    var problems: [String] = []
    var columns: [String] = []
    for (english, swedish) in zip(lines.0, lines.1) {
      if !swedish.hasPrefix("|") { columns = [] }
      if swedish.hasPrefix("|"), columns.isEmpty { columns = Self.cells(swedish) }
      guard known.insert([english, swedish] + columns).inserted else { continue }
      problems += Self.problems(english, swedish, columns).map {
        "\($0): \(english) | \(swedish)"
      }
    }
    return problems
  }

  private static func problems(
    _ english: String, _ swedish: String, _ columns: [String]
  ) -> [String] {
    var problems: [String] = []
    if kind(english) != kind(swedish) { problems.append("another structure") }
    if codes(english) != codes(swedish) { problems.append("other names") }
    if figures(english) != figures(swedish) { problems.append("other figures") }
    if swedish.hasPrefix("  ") || swedish.hasPrefix("```") {
      if let left = labels.first(where: swedish.contains) { problems.append("“\(left)”") }
      return problems
    }
    let own = ownWords(swedish, columns)
    let words = own.split { !$0.isLetter }.map { $0.lowercased() }
    if let word = words.first(where: englishWords.contains) { problems.append("“\(word)”") }
    if own.contains(/[0-9]\.[0-9]/), !isVersion(own) { problems.append("a decimal point") }
    if own.contains(/(?:^|[^0-9,])[0-9]{5}/), !own.contains("fröet ") {
      problems.append("no spaces between thousands")
    }
    let isSame = own == ownWords(english, columns) && own.contains { $0.isLetter }
    if isSame, !sameInBoth.contains(where: own.hasPrefix) { problems.append("the same") }
    return problems
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What a line is in Markdown: what it begins with, and how many cells it has.
  private static func kind(_ line: String) -> String {
    if line.hasPrefix("|") { return "\(cells(line).count) cells" }
    return line.prefixMatch(of: /#+ |- |[0-9]+\. |```| {2}/).map { String($0.output) } ?? ""
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: " | ", omittingEmptySubsequences: false).map { cell in
      let text = cell.drop { " |".contains($0) }
      return String(text.hasSuffix(" |") ? text.dropLast(2) : text)
    }
  }

  /// What is marked as code, whatever its order and how often it is named.
  private static func codes(_ line: String) -> Set<String> {
    Set(line.matches(of: /`[^`]+`/).map { String($0.output) })
  }

  /// The digits between which there is no mark but a space between thousands, whatever their order.
  private static func figures(_ line: String) -> [String] {
    var line = withoutNames(line).replacing("m3", with: "")
    while let space = line.firstMatch(of: /([0-9])[ \u{A0}]([0-9]{3})(?![0-9])/) {
      line.replaceSubrange(space.range, with: "\(space.output.1)\(space.output.2)")
    }
    return line.matches(of: /[0-9]+/).map { String($0.output) }.sorted()
  }

  private static func withoutNames(_ line: String) -> String {
    line.replacing(/`[^`]*`/, with: "")
  }

  /// What of a line the program says itself: without names, quotations and cells of the scenario's text.
  private static func ownWords(_ line: String, _ columns: [String]) -> String {
    var line = withoutNames(line).replacing(/[“”][^“”]*”/, with: "")
      .replacing("Journal of Simulation", with: "")
    if let end = line.firstRange(of: "# Mod"), end.lowerBound == line.startIndex {
      line = String(line.prefix { $0 != ":" })
    }
    guard line.hasPrefix("|") else { return line }
    let isOfCosts = columns.first == "tal"
    return zip(columns, cells(line)).map { column, cell in
      let isScenarios = column == "enhet" ? isOfCosts : scenarioColumns.contains(column)
      return isScenarios && cell != column && !columns.contains(cell) ? "" : cell
    }.joined(separator: " | ")
  }

  /// Columns with what the scenario says in its own words.
  private static let scenarioColumns: Set = [
    "avser", "värde", "källa eller skäl", "källa", "lågt", "högt", "skäl", "åtgärd", "tal",
  ]

  /// Versions of programs and numbers of sections.
  private static func isVersion(_ line: String) -> Bool {
    ["#", "Buffert ", "Linux ", "Gjord av ", "- Händelsestyrt", "- Program och"].contains {
      line.hasPrefix($0)
    }
  }

  /// What is written alike in both languages.
  private static let sameInBoth = ["## 3 Data", "flowchart", "Poisson"]

  /// What the program writes into diagrams in English.
  private static let labels = [
    "[\"supplier ", " suppliers\"", " location", "[\"patients\"", "when released",
  ]

  /// Frequent English words, and the English for what statements are about, that are no Swedish words.
  private static let englishWords: Set<String> = [
    "the", "of", "is", "are", "each", "with", "and", "or", "to", "from", "for", "at", "by", "which",
    "what", "when", "where", "not", "no", "than", "its", "it", "be", "as", "that", "this", "one",
    "only", "first", "last", "day", "days", "hour", "hours", "minute", "minutes", "year", "week",
    "unit", "units", "pack", "packs", "row", "rows", "lot", "lots", "step", "steps", "stock",
    "supplier", "suppliers", "location", "locations", "product", "products", "patients", "demand",
    "shortage", "shortages", "lead", "time", "mean", "drawn", "uniform", "share", "reserve",
    "costs",
    "held", "kind", "sourced", "derived", "judgement", "assumption", "yes", "sek",
  ]
}
