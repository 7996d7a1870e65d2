import Testing

@testable import ScenarioFiles

@Suite("JSON5 diagnostics")
struct JSON5DiagnosticsTests {
  @Test("Says where a mistake is, what was found and what to write", arguments: cases)
  func rendered(_ example: DiagnosticCase) {
    let source = SourceText(name: "x.json5", text: example.text)
    var diagnostics = Diagnostics()
    _ = JSON5Reader.read(source, into: &diagnostics)
    #expect(diagnostics.rendered() == example.expected)
  }

  static let cases: [DiagnosticCase] = [
    DiagnosticCase(
      "An empty file",
      "",
      """
      x.json5:1:1: error: the file is empty
      1 |
        | ^ expected an object such as { buffert: 1 }
      """),
    DiagnosticCase(
      "Only a comment",
      "// nothing\n",
      """
      x.json5:2:1: error: the file is empty
      2 |
        | ^ expected an object such as { buffert: 1 }
      """),
    DiagnosticCase(
      "A missing comma between members",
      "{\n  a: 1\n  b: 2,\n}\n",
      """
      x.json5:2:7: error: a comma is missing after this value
      2 |   a: 1
        |       ^ expected `,` or `}`
      """),
    DiagnosticCase(
      "A missing comma on one line",
      "{ a: 1 b: 2 }",
      """
      x.json5:1:7: error: a comma is missing after this value
      1 | { a: 1 b: 2 }
        |       ^ expected `,` or `}`
      """),
    DiagnosticCase(
      "A missing comma in a list",
      "[\n  1\n  2\n]",
      """
      x.json5:2:4: error: a comma is missing after this value
      2 |   1
        |    ^ expected `,` or `]`
      """),
    DiagnosticCase(
      "A missing colon",
      "{ title \"x\" }",
      """
      x.json5:1:8: error: a colon is missing after the key "title"
      1 | { title "x" }
        |        ^ expected `:`
      """),
    DiagnosticCase(
      "An equals sign",
      "{ seed = 1 }",
      """
      x.json5:1:8: error: found `=` after the key "seed"
      1 | { seed = 1 }
        |        ^ expected `:`
      """),
    DiagnosticCase(
      "A key without a value",
      "{ a: , b: 1, c }",
      """
      x.json5:1:3: error: the key "a" has no value
      1 | { a: , b: 1, c }
        |   ^ expected `: ` and a value

      x.json5:1:14: error: the key "c" has no value
      1 | { a: , b: 1, c }
        |              ^ expected `: ` and a value
      """),
    DiagnosticCase(
      "A key that needs quotation marks",
      "{\n  policies: {\n    one-month: { extends: \"today\" },\n  },\n}",
      """
      x.json5:3:5: error: the key `one-month` needs quotation marks
      3 |     one-month: { extends: "today" },
        |     ^^^^^^^^^ expected letters, digits, `_` and `$`, or quotation marks
        = write "one-month": …
      """),
    DiagnosticCase(
      "A key with a blank",
      "{ one month: 1 }",
      """
      x.json5:1:3: error: the key `one month` needs quotation marks
      1 | { one month: 1 }
        |   ^^^^^^^^^ expected letters, digits, `_` and `$`, or quotation marks
        = write "one month": …
      """),
    DiagnosticCase(
      "A key that starts with a digit",
      "{ 3months: 1 }",
      """
      x.json5:1:3: error: the key `3months` needs quotation marks
      1 | { 3months: 1 }
        |   ^^^^^^^ expected letters, digits, `_` and `$`, or quotation marks
        = write "3months": …
      """),
    DiagnosticCase(
      "A repeated key",
      "{\n  seed: 1,\n  'seed': 2,\n}",
      """
      x.json5:3:3: error: the key "seed" is given twice, first on line 2, column 3
      3 |   'seed': 2,
        |   ^^^^^^ expected each key once in an object
        = remove one of the two
      """),
    DiagnosticCase(
      "A text without quotation marks",
      "{ effect: ordersRefused, next: 1 }",
      """
      x.json5:1:11: error: the text `ordersRefused` needs quotation marks
      1 | { effect: ordersRefused, next: 1 }
        |           ^^^^^^^^^^^^^ expected quotation marks around text
        = write "ordersRefused"
      """),
    DiagnosticCase(
      "A quantity without quotation marks",
      "{ length: 5 days }",
      """
      x.json5:1:11: error: the text `5 days` needs quotation marks
      1 | { length: 5 days }
        |           ^^^^^^ expected quotation marks around text
        = write "5 days"
      """),
    DiagnosticCase(
      "A date without quotation marks",
      "{ start: 2027-01-01 }",
      """
      x.json5:1:10: error: the text `2027-01-01` needs quotation marks
      1 | { start: 2027-01-01 }
        |          ^^^^^^^^^^ expected quotation marks around text
        = write "2027-01-01"
      """),
    DiagnosticCase(
      "A literal with capitals",
      "{ exact: True }",
      """
      x.json5:1:10: error: found `True` where a value should stand
      1 | { exact: True }
        |          ^^^^ expected a value
        = write true
      """),
    DiagnosticCase(
      "A number with leading zeros",
      "{ seed: 0042 }",
      """
      x.json5:1:9: error: the number `0042` starts with a zero
      1 | { seed: 0042 }
        |         ^^^^ expected a number without leading zeros
        = write 42
      """),
    DiagnosticCase(
      "A decimal comma",
      "{ cv: 0,4 }",
      """
      x.json5:1:9: error: found `4` where a key should stand
      1 | { cv: 0,4 }
        |         ^ expected a key and `:`
        = write decimals with a point: 1.5
      """),
    DiagnosticCase(
      "A text that is not closed",
      "{ a: \"x,\n b: 1 }",
      """
      x.json5:1:6: error: the text that starts here is not closed on its line
      1 | { a: "x,
        |      ^^^ expected `"`
      """),
    DiagnosticCase(
      "A text that the file ends in",
      "{ a: \"x",
      """
      x.json5:1:6: error: the text that starts here is not closed on its line
      1 | { a: "x
        |      ^^ expected `"`
      """),
    DiagnosticCase(
      "A backslash at the end",
      "\"x\\",
      """
      x.json5:1:1: error: the text that starts here is not closed on its line
      1 | "x\\
        | ^^^ expected `"`
      """),
    DiagnosticCase(
      "A bad escape",
      "\"a\\xZZ b\\1 c\\uD800 d\"",
      """
      x.json5:1:3: error: the escape `\\x` means nothing
      1 | "a\\xZZ b\\1 c\\uD800 d"
        |   ^^ expected `\\x` and two hexadecimal digits
        = for a backslash itself, write `\\\\`

      x.json5:1:9: error: the escape `\\1` means nothing
      1 | "a\\xZZ b\\1 c\\uD800 d"
        |         ^^ expected a letter or a sign after `\\`; `\\x` for a character by its number
        = for a backslash itself, write `\\\\`

      x.json5:1:13: error: the escape `\\uD800` means nothing
      1 | "a\\xZZ b\\1 c\\uD800 d"
        |             ^^^^^^ expected `\\u` and the four digits of a character
        = for a backslash itself, write `\\\\`
      """),
    DiagnosticCase(
      "A comment that is not closed",
      "{ a: 1, /* b: 2 }",
      """
      x.json5:1:9: error: the comment that starts here is not closed
      1 | { a: 1, /* b: 2 }
        |         ^^ expected `*/`
      """),
    DiagnosticCase(
      "A single slash",
      "{ a: 1, / b }",
      """
      x.json5:1:9: error: found a single `/`
      1 | { a: 1, / b }
        |         ^ expected a comment: `//` or `/* … */`
      """),
    DiagnosticCase(
      "A brace that closes a list",
      "{ a: [1, 2 }",
      """
      x.json5:1:12: error: found `}` inside the `[` that opens on line 1
      1 | { a: [1, 2 }
        |            ^ expected `]`
      """),
    DiagnosticCase(
      "A bracket that closes an object",
      "{ a: 1 ]",
      """
      x.json5:1:8: error: found `]` inside the `{` that opens on line 1
      1 | { a: 1 ]
        |        ^ expected `}`
      """),
    DiagnosticCase(
      "A file that ends in an object",
      "{\n  a: { b: 1,\n",
      """
      x.json5:2:6: error: this `{` is not closed before the file ends on line 3
      2 |   a: { b: 1,
        |      ^ expected `}`
      """),
    DiagnosticCase(
      "A file that ends after a colon",
      "{ a:",
      """
      x.json5:1:1: error: this `{` is not closed before the file ends on line 1
      1 | { a:
        | ^ expected `}`
      """),
    DiagnosticCase(
      "Text after the value",
      "{} true",
      """
      x.json5:1:4: error: found `true` after the end of the file's only value
      1 | {} true
        |    ^^^^ expected nothing more
      """),
    DiagnosticCase(
      "A spare comma",
      "[1,,2]",
      """
      x.json5:1:4: error: there is nothing before this comma
      1 | [1,,2]
        |    ^ expected one comma
      """),
    DiagnosticCase(
      "A sign instead of a value",
      "[ : ]",
      """
      x.json5:1:3: error: found `:` where a value should stand
      1 | [ : ]
        |   ^ expected a value
      """),
    DiagnosticCase(
      "A key in a list",
      "[ a: 1 ]",
      """
      x.json5:1:3: error: found the key `a` where a value should stand
      1 | [ a: 1 ]
        |   ^ expected a value
        = keys belong in an object: { a: … }
      """),
    DiagnosticCase(
      "A sign instead of a key",
      "{ [1]: 2 }",
      """
      x.json5:1:3: error: found `[` where a key should stand
      1 | { [1]: 2 }
        |   ^ expected a key and `:`
      """),
  ]
}
