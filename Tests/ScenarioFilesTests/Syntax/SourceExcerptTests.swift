import Testing

@testable import ScenarioFiles

@Suite("Source excerpt")
struct SourceExcerptTests {
  @Test("Puts the pointer under the place and shows what is invisible", arguments: cases)
  func rendered(_ example: DiagnosticCase) {
    let source = SourceText(name: "x.json5", text: example.text)
    var diagnostics = Diagnostics()
    _ = JSON5Reader.read(source, into: &diagnostics)
    #expect(diagnostics.rendered() == example.expected)
  }

  static let cases: [DiagnosticCase] = [
    DiagnosticCase(
      "A NUL byte",
      "{ a: \0 }",
      """
      x.json5:1:6: error: the file contains a NUL byte, so it is not a text file
      1 | { a: \\u{0} }
        |      ^^^^^ expected UTF-8 text
        = check that this is the right file, saved as plain text
      """),
    DiagnosticCase(
      "Control characters in a word",
      "{ a: \u{1B}[31mred }",
      """
      x.json5:1:6: error: the text `\\u{1B}` needs quotation marks
      1 | { a: \\u{1B}[31mred }
        |      ^^^^^^ expected quotation marks around text
        = write "\\u{1B}"

      x.json5:1:7: error: a comma is missing after this value
      1 | { a: \\u{1B}[31mred }
        |            ^ expected `,` or `}`

      x.json5:1:7: error: found `[` where a key should stand
      1 | { a: \\u{1B}[31mred }
        |            ^ expected a key and `:`
      """),
    DiagnosticCase(
      "Bidirectional controls in a line",
      "{ a: \"\u{202E}evil\u{2066}\" b: 1 }",
      """
      x.json5:1:14: error: a comma is missing after this value
      1 | { a: "\\u{202E}evil\\u{2066}" b: 1 }
        |                            ^ expected `,` or `}`
      """),
    DiagnosticCase(
      "Tabs before the place",
      "{\n\t\ta: 1\n\t\tb: 2 }",
      """
      x.json5:2:7: error: a comma is missing after this value
      2 |         a: 1
        |             ^ expected `,` or `}`
      """),
    DiagnosticCase(
      "Wide and combining characters before the place",
      "{ \"日本\": \"a\u{30A}\", x: yes }",
      """
      x.json5:1:17: error: the text `yes` needs quotation marks
      1 | { "日本": "å", x: yes }
        |                   ^^^ expected quotation marks around text
        = write "yes"
      """),
    DiagnosticCase(
      "A long line",
      "{ key0: 0, key1: 1, key2: 2, key3: 3, key4: 4, key5: 5, key6: 6, key7: 7, key8: 8, k"
        + "ey9: 9, key10: 10, key11: 11, key12: 12, key13: 13, key14: 14, key15: 15, key16: 16,"
        + " key17: 17, key18: 18, key19: 19, key20: 20, key21: 21, key22: 22, key23: 23, key24:"
        + " 24, key25: 25, key26: 26, key27: 27, key28: 28, key29: 29, bad: oops, more0: 0, mor"
        + "e1: 1, more2: 2, more3: 3, more4: 4, more5: 5, more6: 6, more7: 7, more8: 8, more9: "
        + "9, more10: 10, more11: 11, more12: 12, more13: 13, more14: 14, more15: 15, more16: 1"
        + "6, more17: 17, more18: 18, more19: 19, more20: 20, more21: 21, more22: 22, more23: 2"
        + "3, more24: 24, more25: 25, more26: 26, more27: 27, more28: 28, more29: 29 }",
      """
      x.json5:1:318: error: the text `oops` needs quotation marks
      1 | …7, key28: 28, key29: 29, bad: oops, more0: 0, more1: 1, more2: 2, more3: 3, more4: 4, more5: 5, mo…
        |                                ^^^^ expected quotation marks around text
        = write "oops"
      """),
    DiagnosticCase(
      "A long line that starts with the place",
      "{ bad: oops, more0: 0, more1: 1, more2: 2, more3: 3, more4: 4, more5: 5, more6: 6, m"
        + "ore7: 7, more8: 8, more9: 9, more10: 10, more11: 11, more12: 12, more13: 13, more14:"
        + " 14, more15: 15, more16: 16, more17: 17, more18: 18, more19: 19, more20: 20, more21:"
        + " 21, more22: 22, more23: 23, more24: 24, more25: 25, more26: 26, more27: 27, more28:"
        + " 28, more29: 29 }",
      """
      x.json5:1:8: error: the text `oops` needs quotation marks
      1 | { bad: oops, more0: 0, more1: 1, more2: 2, more3: 3, more4: 4, more5: 5, more6: 6, more7: 7, more8…
        |        ^^^^ expected quotation marks around text
        = write "oops"
      """),
    DiagnosticCase(
      "A long mark",
      "{ bad: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx }",
      """
      x.json5:1:8: error: the text `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` needs quotation marks
      1 | { bad: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected quotation marks around text
        = write "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
      """),
    DiagnosticCase(
      "Carriage returns and a byte order mark",
      "\u{FEFF}{\r\n  a: 1\r\n  b: 2\r\n}\r\n",
      """
      x.json5:2:7: error: a comma is missing after this value
      2 |   a: 1
        |       ^ expected `,` or `}`
      """),
  ]
}
