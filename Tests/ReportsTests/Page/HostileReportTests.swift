import Studies
import Testing

@testable import Reports

@Suite("Report of hostile names")
struct HostileReportTests {
  /// What ends tags, attributes, scripts, cells and lines, what a spreadsheet would run, and marks that
  /// turn the direction of letters.
  private static let hostile =
    "\"'><script>alert(1)</script><svg onload=alert(2)>&lt;--%>{{7*7}}${x}\u{202E}\u{2066}\u{200F}\u{0}\r\n|,;=cmd()`</title></style>]]>"

  /// Ids enter the random streams, so that pages of other names have other numbers; what tags there may
  /// be, and what in them, is the same.
  @Test(
    "A page of hostile names has the tags of a report and no others, and no name stands in a tag")
  func tags() throws {
    let report = try TinyFolder.named(Self.hostile).report()
    let page = PageText(report.html)
    let attributes: Set = [
      "aria-labelledby", "charset", "class", "content", "cx", "cy", "d", "data-filter",
      "data-shown",
      "data-v", "height", "href", "http-equiv", "id", "lang", "name", "r", "role", "scope",
      "tabindex", "text-anchor", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
    ]
    let elements = Set(PageText(try TinyFolder.named("").report().html).tags.map(Self.element))
    for tag in page.tags {
      #expect(elements.contains(Self.element(tag)), "\(tag)")
      #expect(!tag.contains("alert") && !tag.contains("{{"), "\(tag)")
      for attribute in tag.matches(of: /\s([^\s=]+)="[^"]*"/) {
        #expect(attributes.contains(String(attribute.1)), "\(tag)")
      }
    }
    let charts = report.sections.flatMap(\.blocks).count {
      if case .chart = $0 { true } else { false }
    }
    for (element, count) in [("script", 1), ("style", 1), ("svg", charts), ("title", charts + 1)] {
      #expect(page.tags.count { Self.element($0) == element } == count, "\(element)")
      #expect(page.tags.count { Self.element($0) == "/" + element } == count, "\(element)")
    }
    #expect(page.html.split(separator: "&lt;script&gt;").count > 100)
    for scalar in ["\u{202E}", "\u{2066}", "\u{200F}", "\u{0}", "\r"] as [Unicode.Scalar] {
      #expect(!page.html.unicodeScalars.contains(scalar))
    }
  }

  /// The name of a tag's element, with a stroke in front if it ends.
  private static func element(_ tag: String) -> String {
    String(tag.dropFirst().prefix { $0 != " " && $0 != ">" })
  }

  @Test("Names of products and policies are read back from the tables as they were")
  func readBack() throws {
    let folder = try TinyFolder.named(Self.hostile)
    let input = try ReportInput { folder.files[$0] }
    #expect(Set(input.policies) == Set(folder.result.policyNames))
    #expect(input.groups("product").allSatisfy { $0.hasSuffix(Self.hostile) })
    #expect(input.estimate("today" + Self.hostile, "unmetFraction") != nil)
    let exemptions = try #require(input.table("exemptions"))
    let reason = try #require(exemptions.column("reason"))
    #expect(exemptions.rows.first?[reason] == "=cmd()" + Self.hostile)
  }

  @Test("Any text comes back from a table, whatever a spreadsheet would make of it")
  func separatedValues() throws {
    let texts = [
      "", "a", "=x", "-1", "@b", "say \"no\"", "a,b", "two\nlines", "'", "\"", "\r\n", "\t",
    ]
    for style in [CSVStyle.plain] {
      var table = Table(
        name: "t",
        columns: ["a", "b"].map { Table.Column(name: $0, kind: .text, meaning: "") })
      for text in texts { table.append([.text(text), .text("x" + text)]) }
      var source = try SeparatedValues(table.csv(style), of: "t.csv")
      for text in texts {
        let hasRow = try source.next()
        #expect(hasRow)
        #expect(source.text(0) == text && source.text(1) == "x" + text)
      }
      let hasMore = try source.next()
      #expect(!hasMore)
    }
  }

  @Test("In Markdown no name ends a line or a cell, nor is a script")
  func markdown() throws {
    func lines(_ folder: TinyFolder) throws -> [Substring] {
      try folder.report().markdown.split(separator: "\n", omittingEmptySubsequences: false)
    }
    func cells(_ line: Substring) -> Int {
      line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
    }
    let hostile = try lines(try TinyFolder.named(Self.hostile))
    var (rows, columns) = (0, 0)
    for line in hostile.prefix(while: { !$0.contains("```mermaid") }) {
      let known = ["#", "- ", "| ", "1"]
      #expect(
        line.isEmpty || known.contains(where: line.hasPrefix) || line.first?.isLetter == true
          || line.hasPrefix("“"), "\(line)")
      guard line.hasPrefix("| ") else {
        columns = 0
        continue
      }
      if columns > 0 { #expect(cells(line) == columns, "\(line)") }
      columns = cells(line)
      rows += 1
    }
    #expect(rows > 60)
    let text = hostile.joined(separator: "\n").split(separator: "```mermaid")
    #expect(!text[0].contains("<"))
  }

  @Test(
    "The statement's Markdown becomes the text that it stands for",
    arguments: [
      ("a \\| b \\\\ \\*c\\*", "a | b \\ *c*"), ("`x-y` of “z”", "<code>x-y</code> of “z”"),
      ("&lt;b&gt; &amp;lt;", "&lt;b&gt; &amp;lt;"), ("<b> & \"", "&lt;b&gt; &amp; &quot;"),
      ("`open", "`open"),
    ])
  func statement(markdown: String, html: String) {
    #expect(StatementPage.inline(markdown[...]) == html)
  }

  @Test("The statement's lists, tables and code end where they should")
  func structure() {
    let html = StatementPage.html(
      """
      # Top

      - one
      - two
      text

      | a | b |
      | --- | --- |
      | c \\| d | e |

      ```mermaid
      x["<y>"]
      ```
      1. first
      """, top: 3)
    #expect(
      html == """
        <h3>Top</h3>
        <ul>
        <li>one</li>
        <li>two</li>
        </ul>
        <p>text</p>
        <div class="wide" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr>
        </thead><tbody>
        <tr><td>c | d</td><td>e</td></tr>
        </tbody></table></div>
        <pre tabindex="0">x[&quot;&lt;y&gt;&quot;]
        </pre>
        <ol>
        <li>first</li>
        </ol>

        """)
  }
}
