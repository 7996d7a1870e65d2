import ScenarioFiles
import Testing

@Suite("Diagnostics")
struct DiagnosticsTests {
  private let source = SourceText(
    name: "scenarios/x.json5", text: "{\n  shelfLife: \"36500 days\",\n}\n")

  @Test("Shows place, path, what was found, what is allowed and what to write")
  func fiveParts() {
    let diagnostic = Diagnostic(
      place: .source(source.range(15, 27)), path: "products[3].shelfLife",
      problem: "is longer than the horizon", allowed: "1 day to 20 years",
      remedy: "to model a product that never expires, leave out `shelfLife`")
    #expect(
      diagnostic.rendered() == """
        scenarios/x.json5:2:14: error: products[3].shelfLife is longer than the horizon
        2 |   shelfLife: "36500 days",
          |              ^^^^^^^^^^^^ expected 1 day to 20 years
          = to model a product that never expires, leave out `shelfLife`
        """)
  }

  @Test("Names an origin that is not a file")
  func origin() {
    let diagnostic = Diagnostic(
      .warning, place: .origin("--set experiment.seed=x"), path: "experiment.seed",
      problem: "is not a number", allowed: "a whole number", remedy: "write a number")
    #expect(
      diagnostic.rendered() == """
        --set experiment.seed=x: warning: experiment.seed is not a number
          = expected a whole number
          = write a number
        """)
  }

  @Test("Works without place, allowance and remedy")
  func bare() {
    #expect(
      Diagnostic(problem: "there is no scenario").rendered() == "error: there is no scenario")
  }

  @Test("Points at the first line only when the place has several")
  func severalLines() {
    let diagnostic = Diagnostic(place: .source(source.range(0, 30)), problem: "is wrong")
    #expect(
      diagnostic.rendered() == """
        scenarios/x.json5:1:1: error: is wrong
        1 | {
          | ^
        """)
  }

  @Test("Shows what a terminal would act on as an escape, wherever it comes from")
  func hostile() {
    let hostile = SourceText(name: "a\u{1B}[2J", text: "\u{202E}\u{7}\u{85}é\u{200B}x")
    let diagnostic = Diagnostic(
      place: .source(hostile.range(11, 12)), path: "p\n\u{2066}", problem: "is\r\u{9B}",
      allowed: "\u{1B}]0;t\u{7}", remedy: "\u{FEFF}")
    let rendered = diagnostic.rendered()
    #expect(
      rendered == """
        a\\u{1B}[2J:1:6: error: p\\n\\u{2066} is\\r\\u{9B}
        1 | \\u{202E}\\u{7}\\u{85}é\\u{200B}x
          |                             ^ expected \\u{1B}]0;t\\u{7}
          = \\u{FEFF}
        """)
  }

  @Test("A line of many megabytes is cut, and so is a pile of combining marks")
  func window() {
    let marks = String(repeating: "\u{301}", count: 100_000)
    let long = SourceText(name: "x", text: String(repeating: "a", count: 100_000) + "b" + marks)
    let diagnostic = Diagnostic(place: .source(long.range(100_000, 100_001)), problem: "is b")
    #expect(diagnostic.rendered().utf8.count < 2_000)
  }

  @Test("Sorts by file and offset, then other origins, and shows each once")
  func order() {
    let other = SourceText(name: "a.csv", text: "id\n")
    var diagnostics = Diagnostics()
    diagnostics.add(Diagnostic(problem: "is nowhere"))
    diagnostics.add(Diagnostic(place: .origin("--set b"), problem: "is set"))
    diagnostics.add(Diagnostic(place: .source(source.range(10, 12)), problem: "is late"))
    diagnostics.add(Diagnostic(place: .source(source.range(2, 4)), problem: "is second"))
    diagnostics.add(Diagnostic(place: .source(source.range(2, 4)), problem: "is first"))
    diagnostics.add(Diagnostic(place: .source(source.range(2, 4)), problem: "is second"))
    diagnostics.add(Diagnostic(.warning, place: .source(other.range(0, 2)), problem: "is a.csv"))
    #expect(
      diagnostics.sorted.map(\.problem)
        == ["is a.csv", "is second", "is first", "is late", "is set", "is nowhere"])
    #expect(diagnostics.rendered(limit: 1).hasSuffix("\n\nand 5 more"))
    #expect(diagnostics.hasErrors)
  }

  @Test("Warnings alone are no errors")
  func warnings() {
    var diagnostics = Diagnostics()
    #expect(diagnostics.isEmpty)
    diagnostics.add(Diagnostic(.warning, problem: "is odd"))
    #expect(!diagnostics.isEmpty)
    #expect(!diagnostics.hasErrors)
  }
}
