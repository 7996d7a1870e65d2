import Testing

@testable import ScenarioFiles

@Suite("CSV diagnostics")
struct CSVDiagnosticsTests {
  @Test("Says where a mistake is, what was found and what to write", arguments: cases)
  func rendered(_ example: DiagnosticCase) {
    let source = SourceText(name: "data/t.csv", text: example.text)
    var diagnostics = Diagnostics()
    _ = CSVReader.read(source, into: &diagnostics)
    #expect(diagnostics.rendered() == example.expected)
  }

  static let cases: [DiagnosticCase] = [
    DiagnosticCase(
      "An empty file",
      "",
      """
      data/t.csv:1:1: error: the file is empty
      1 |
        | ^ expected a first row with the names of the columns
      """),
    DiagnosticCase(
      "Only comments",
      "# a\n\n# b\n",
      """
      data/t.csv:1:1: error: the file has no header
      1 | # a
        | ^ expected a first row with the names of the columns
      """),
    DiagnosticCase(
      "A repeated column",
      "id,name,id\n",
      """
      data/t.csv:1:9: error: the column "id" is given twice, as column 1 and column 3
      1 | id,name,id
        |         ^^ expected each column once
      """),
    DiagnosticCase(
      "A column without a name",
      "id,,name\n1,2,3\n",
      """
      data/t.csv:1:4: error: column 2 has no name
      1 | id,,name
        |    ^ expected a name for every column
      """),
    DiagnosticCase(
      "Semicolons",
      "id;name\n1;2\n",
      """
      data/t.csv:1:1: error: the columns are separated by semicolons
      1 | id;name
        | ^^^^^^^ expected commas
        = save the table as CSV with commas, and write decimals with a point
      """),
    DiagnosticCase(
      "A row with too few cells",
      "id,name\na\nb,c\n",
      """
      data/t.csv:2:1: error: t.csv row 1 has 1 cell, but the header has 2 columns
      2 | a
        | ^ expected 2 cells
        = leave a cell empty by writing its comma
      """),
    DiagnosticCase(
      "A row with too many cells",
      "# prices\nid,price\n\na,1,50\n",
      """
      data/t.csv:4:1: error: t.csv row 1 has 3 cells, but the header has 2 columns
      4 | a,1,50
        | ^^^^^^ expected 2 cells
        = put a cell that contains a comma in quotation marks; write decimals with a point
      """),
    DiagnosticCase(
      "A quoted cell that is not closed",
      "id,name\na,\"b\nc,d\n",
      """
      data/t.csv:2:3: error: the quoted cell that starts here is not closed before the file ends
      2 | a,"b
        |   ^ expected a closing `"`
      """),
    DiagnosticCase(
      "Text after a closing quotation mark",
      "id,name\na,\"b\"c\n",
      """
      data/t.csv:2:6: error: there is text after the closing quotation mark of a cell
      2 | a,"b"c
        |      ^ expected a comma or the end of the line
        = write a quotation mark inside a quoted cell twice
      """),
    DiagnosticCase(
      "A quotation mark inside a cell",
      "id,name\na,5\" pipe\n",
      """
      data/t.csv:2:4: error: there is a quotation mark in a cell that does not start with one
      2 | a,5" pipe
        |    ^
        = put the whole cell in quotation marks and write the one inside twice
      """),
    DiagnosticCase(
      "A NUL byte",
      "id\n\0\n",
      """
      data/t.csv:2:1: error: the file contains a NUL byte, so it is not a text file
      2 | \\u{0}
        | ^^^^^ expected UTF-8 text
        = check that this is the right file, saved as plain text
      """),
  ]
}
