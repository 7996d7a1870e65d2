import Quantities
import Testing

@testable import ScenarioFiles

/// A tree in short form, so that a test can state one.
private func outline(_ node: JSONNode) -> String {
  switch node.value {
  case .null: "null"
  case .bool(let bool): "\(bool)"
  case .number(let number): number.text + (number.decimal.map { "=\($0)" } ?? "")
  case .string(let string): "'" + TerminalText.escaped(string) + "'"
  case .array(let elements): "[" + elements.map(outline).joined(separator: " ") + "]"
  case .object(let members):
    "{" + members.map { $0.key + ":" + outline($0.value) }.joined(separator: " ") + "}"
  }
}

@Suite("JSON5 reader")
struct JSON5ReaderTests {
  private func read(
    _ text: String, limits: JSON5Reader.Limits = .init()
  ) -> (tree: JSONNode?, problems: [String]) {
    var diagnostics = Diagnostics()
    let source = SourceText(name: "x.json5", text: text)
    let tree = JSON5Reader.read(source, limits: limits, into: &diagnostics)
    return (tree, diagnostics.sorted.map(\.problem))
  }

  @Test(
    "Accepts all that JSON5 allows",
    arguments: [
      ("{}", "{}"),
      ("[]", "[]"),
      ("null", "null"),
      (" true ", "true"),
      ("{a:1,}", "{a:1=1}"),
      ("[1,2,]", "[1=1 2=2]"),
      ("{a:{b:[{}]}}", "{a:{b:[{}]}}"),
      ("// one\n{/* two */a/**/:/***/1// three\n}", "{a:1=1}"),
      ("1//", "1=1"),
      ("{$_1:1,åäö:2,\\u0061b:3}", "{$_1:1=1 åäö:2=2 ab:3=3}"),
      ("{'one-month':1,\"two\":2}", "{one-month:1=1 two:2=2}"),
      ("{null:1,true:2,Infinity:3}", "{null:1=1 true:2=2 Infinity:3=3}"),
      ("'it\\'s \"here\"'", "'it's \"here\"'"),
      ("\"it's \\\"here\\\"\"", "'it's \"here\"'"),
      ("'a\\\nb\\\r\nc\\\rd\\\u{2028}e'", "'abcde'"),
      ("'\\b\\f\\n\\r\\t\\v\\0\\a\\/'", "'\\u{8}\\u{C}\\n\\r\\t\\u{B}\\u{0}a/'"),
      ("'\\xe5\\u00e4\\uD83D\\uDE00'", "'åä😀'"),
      ("'a\tb\u{2028}c'", "'a\\tb\\u{2028}c'"),
      ("'// no comment'", "'// no comment'"),
      ("[0,-0,+1,.5,5.,-0.5e+1,1E-2]", "[0=0 -0=0 +1=1 .5=0.5 5.=5 -0.5e+1=-5 1E-2=0.01]"),
      ("[0x1F,-0XfF]", "[0x1F=31 -0XfF=-255]"),
      ("[Infinity,-Infinity,+NaN]", "[Infinity -Infinity +NaN]"),
      ("12345678901234567890", "12345678901234567890"),
      ("1e-9223372036854775808", "1e-9223372036854775808"),
      ("0xFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFF"),
      ("\u{FEFF}\u{A0}\u{2003}\u{2028}\u{B}\u{C}\t[\u{FEFF}1\r\n]\r", "[1=1]"),
      ("[1 // a, b: c\n, 2 /* } */]", "[1=1 2=2]"),
    ])
  func acceptance(text: String, expected: String) throws {
    let (tree, problems) = read(text)
    #expect(problems == [])
    #expect(outline(try #require(tree)) == expected)
  }

  @Test(
    "Reports a mistake whose meaning is plain and reads on",
    arguments: [
      ("{ a: 1 b: 2 }", "{a:1=1 b:2=2}"),
      ("{ a 1 }", "{a:1=1}"),
      ("{ one-month: 1, b: 2 }", "{one-month:1=1 b:2=2}"),
      ("{ a: 5 days, b: x }", "{a:'5 days' b:'x'}"),
      ("{ a: 1, a: 2, b: 3 }", "{a:1=1 b:3=3}"),
      ("[1,,2 ]", "[1=1 2=2]"),
      ("{ a:, b = 2 }", "{b:2=2}"),
      ("[007, '\\q\\7']", "[007=7 'q']"),
    ])
  func recovery(text: String, expected: String) throws {
    let (tree, problems) = read(text)
    #expect(!problems.isEmpty)
    #expect(outline(try #require(tree)) == expected)
  }

  @Test(
    "Refuses what is not JSON5",
    arguments: [
      "", " ", "{", "}", "[1", "{a:1}}", "01", "1_000", "0x", "1e", ".", "+", "- 1", "'a\nb'",
      "'\\u12'", "{1:2}", "{a}", "{,}", "[,]", "/", "/*", "undefined", "True", "\\u0061",
      "{a:1;b:2}", "'\\uD800'", "--1", "0x1.5",
    ])
  func refusal(text: String) {
    #expect(!read(text).problems.isEmpty)
  }

  @Test("Knows where every key and value stands")
  func places() throws {
    let text = "{\n  one: [1, 'å'],\n  \"two\": { x: null }, // end\n}"
    let tree = try #require(read(text).tree)
    let members = try #require(tree.members)
    #expect(tree.range.text == text)
    #expect(members.map(\.keyRange.text) == ["one", "\"two\""])
    #expect(members.map(\.value.range.text) == ["[1, 'å']", "{ x: null }"])
    #expect(tree["one"]?.elements?.map(\.range.text) == ["1", "'å'"])
    #expect(tree["two"]?["x"]?.isNull == true)
    #expect(tree["three"] == nil)
  }

  @Test("Allows 64 levels of nesting and stops at the 65th")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)).problems == [])
    #expect(read(nested(65)).problems == ["objects and lists are nested more than 64 deep"])
    #expect(
      read(String(repeating: "{a:", count: 100_000)).problems
        == ["objects and lists are nested more than 64 deep"])
  }

  @Test("Stops at the limits for bytes, values and mistakes")
  func limits() {
    var limits = JSON5Reader.Limits()
    limits.fileSize = 5
    limits.nodes = 3
    limits.mistakes = 2
    #expect(read("[1,2]", limits: limits).problems == [])
    #expect(read("[1,22]", limits: limits).problems == ["the file has 6 bytes"])
    limits.fileSize = 100
    #expect(read("[1,2,3]", limits: limits).problems == ["the file has more than 3 values"])
    limits.nodes = 100
    #expect(read("[a,b,c,d]", limits: limits).problems.count == 2)
  }
}
