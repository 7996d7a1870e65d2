import Testing

@testable import ScenarioFiles

@Suite("Source text")
struct SourceTextTests {
  @Test("Lines end with a line feed, a carriage return, or both")
  func lines() {
    let source = SourceText(name: "x", text: "one\ntwo\r\nthree\rfour\n\r\nsix\n")
    #expect(source.lineCount == 7)
    #expect((0...8).map(source.line) == ["", "one", "two", "three", "four", "", "six", "", ""])
  }

  @Test(
    "A column is a character, however many bytes it takes",
    arguments: [
      (0, 1, 1), (1, 1, 2), (2, 1, 2), (3, 1, 3), (6, 1, 4), (7, 2, 1), (11, 2, 2), (12, 2, 3),
      (13, 2, 3), (99, 2, 3), (-1, 1, 1),
    ])
  func columns(offset: Int, line: Int, column: Int) {
    // Line 1 is a, å in one code, å in two codes; line 2 is a pictograph and b.
    let source = SourceText(name: "x", text: "aåa\u{30A}\n😀b")
    #expect(source.position(of: offset) == (line, column))
  }

  @Test("Far into a long line a column is a character code")
  func longLine() {
    let source = SourceText(name: "x", text: String(repeating: "a\u{30A}", count: 5_000))
    #expect(source.position(of: 9_999) == (1, 3_334))
    #expect(source.position(of: 12_000) == (1, 8_001))
  }

  @Test("A byte order mark is not part of the first line")
  func byteOrderMark() {
    let source = SourceText(name: "x", text: "\u{FEFF}ab\nc")
    #expect(source.line(1) == "ab")
    #expect(source.position(of: 3) == (1, 1))
    #expect(source.position(of: 0) == (1, 1))
  }

  @Test("An empty text has one empty line")
  func empty() {
    let source = SourceText(name: "x", bytes: [])
    #expect(source.lineCount == 1)
    #expect(source.line(1).isEmpty)
    #expect(source.position(of: 5) == (1, 1))
  }

  @Test(
    "Says where a file stops being UTF-8",
    arguments: [
      (
        [0x61, 0x0A, 0x62, 0xE5, 0x64] as [UInt8],
        """
        x:2:2: error: the file is not UTF-8 text
        2 | b\\xE5d
          |  ^^^^ expected UTF-8 text
          = save the file again with the encoding UTF-8
        """
      ),
      (
        [0xFF, 0xFE, 0x7B, 0x00],
        """
        x:1:1: error: the file is UTF-16 text
        1 | \\xFF\\xFE{\\u{0}
          | ^^^^^^^^ expected UTF-8 text
          = save the file again with the encoding UTF-8
        """
      ),
      (
        [0x7B, 0xC0, 0x80],
        """
        x:1:2: error: the file is not UTF-8 text
        1 | {\\xC0\\x80
          |  ^^^^ expected UTF-8 text
          = save the file again with the encoding UTF-8
        """
      ),
    ])
  func encoding(bytes: [UInt8], expected: String) {
    for reads in [true, false] {
      var diagnostics = Diagnostics()
      let source = SourceText(name: "x", bytes: bytes)
      if reads {
        let tree = JSON5Reader.read(source, into: &diagnostics)
        #expect(tree == nil)
      } else {
        let table = CSVReader.read(source, into: &diagnostics)
        #expect(table == nil)
      }
      #expect(diagnostics.rendered() == expected)
    }
  }
}
