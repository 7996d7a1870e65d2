import Reports
import SupplyModel
import Testing

@Suite("Model statement of hostile names")
struct HostileNameTests {
  /// Ends of lines, tables, code and headings, a script, a link, emphasis, mathematics, and a mark that
  /// turns the direction of letters.
  private static let hostile =
    "|x|\n# y\r\n- `z` ``` <script>alert(1)</script> [l](javascript:m) *b* _u_ ~s~ $e$ &lt; \\ \u{202E}\u{2028}\"]"

  /// Two statements of one scenario: with plain names, and with the text behind every name.
  private static func lines(
    _ ending: String, in language: ReportLanguage
  ) throws -> [String] {
    func named(_ name: String) -> String { name + ending }
    var content = ScenarioDigestTests.withPhase
    content.title = named("title")
    for place in content.products.indices {
      content.products[place].id = named("p\(place)")
      content.products[place].name = named("p")
      content.products[place].group = named("g")
    }
    for place in content.demandClasses.indices { content.demandClasses[place].id += ending }
    for place in content.tiers.indices where content.tiers[place].id != Tier.careUnit {
      content.tiers[place].id += ending
    }
    content.authorities[0].id += ending
    for place in content.locations.indices { content.locations[place].id += ending }
    content.suppliers[0].id += ending
    content.shortages[0].id += ending
    content.shortages[0].products.groups = [named("g")]
    for place in content.policies.indices { content.policies[place].name += ending }
    content.policies[1].rules[0].locations.locations = [Position(0)]
    content.policies[1].rules[0].products.products = [Position(0), Position(1), Position(2)]
    content.policies[1].rules[0].release = .inPhase(names: [named("war")], delayDays: 2)
    content.timeline[0].name = named("war")
    content.demandProfiles = [
      DemandProfile(id: named("clinic"), weekdayFactors: [1, 1, 1, 1, 1, 1, 1])
    ]
    content.consumption[0].profile = Position(0)
    content.assumptions = [
      Assumption(
        id: named("a"), what: named("what"), value: named("value"), status: .assumption,
        source: named("source"), decides: true, low: named("low"), high: named("high"))
    ]
    content.duty = Duty(exemptions: [
      Exemption(
        authority: Position(0), product: Position(0), reason: named("reason"),
        held: .days(3), mitigation: named("mitigation"), reviewDate: content.experiment.startDate)
    ])
    let statement = try StatementText(
      of: content,
      files: [ModelStatement.InputFile(path: named("tiny.json5"), rows: 3, bytes: [1])],
      command: named("buffert run tiny.json5"), settings: [named("title=x")],
      provenance: [.init(column: named("products.unitPrice"), status: .memory, count: 1)],
      in: language)
    return statement.markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// What a line is in Markdown: what it begins with, and how many cells it has.
  private static func kind(_ line: String) -> String {
    let begin = line.prefix { !$0.isLetter && $0 != "“" && $0 != "”" && $0 != "`" && $0 != "\\" }
    var cells = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { cells += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return "\(begin) \(cells)"
  }

  @Test(
    "No name ends a line, a cell, a heading or a list, whatever is in it",
    arguments: ReportLanguage.allCases)
  func structure(language: ReportLanguage) throws {
    let plain = try Self.lines("", in: language)
    let hostile = try Self.lines(Self.hostile, in: language)
    #expect(hostile.count == plain.count)
    for (line, expected) in zip(hostile, plain) {
      #expect(Self.kind(line) == Self.kind(expected), "\(line)")
    }
    #expect(zip(hostile, plain).count { $0 != $1 } > 25)
  }

  @Test(
    "No name is a script, a link, code or emphasis, nor hides what follows it",
    arguments: ReportLanguage.allCases)
  func marks(language: ReportLanguage) throws {
    let text = try Self.lines(Self.hostile, in: language).joined(separator: "\n")
    let inDiagram = text.components(between: "```mermaid", and: "\n```\n")
    let outside = text.replacing(inDiagram, with: "")
    #expect(!outside.contains("<"))
    #expect(!inDiagram.contains("<script"))
    #expect(inDiagram.contains("#124;x#124; #35; y"))
    #expect(inDiagram.contains("#60;script#62;"))
    #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{2028}"))
    #expect(outside.contains("\\[l\\](javascript:m) \\*b\\* \\_u\\_ \\~s\\~ \\$e\\$ &amp;lt; \\\\"))
    #expect(!outside.contains("[l]("))
    #expect(outside.contains("&lt;script&gt;"))
  }
}

extension String {
  /// What stands between two texts, from the first of each.
  fileprivate func components(between first: String, and last: String) -> String {
    guard let start = firstRange(of: first),
      let end = self[start.upperBound...].firstRange(of: last)
    else { return "" }
    return String(self[start.upperBound..<end.lowerBound])
  }
}
