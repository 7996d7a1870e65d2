import Testing

@testable import ScenarioFiles

@Suite("CSV table")
struct CSVTableTests {
  private func read(
    _ text: String, limits: CSVReader.Limits = .init()
  ) -> (table: CSVTable?, problems: [String]) {
    var diagnostics = Diagnostics()
    let source = SourceText(name: "data/t.csv", text: text)
    let table = CSVReader.read(source, limits: limits, into: &diagnostics)
    return (table, diagnostics.sorted.map(\.problem))
  }

  private func rows(_ table: CSVTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      table.columnNames.indices.map { table.cell(row, $0) }
    }
  }

  @Test(
    "Reads cells as RFC 4180 describes them",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
      ("a,b\r1,2\r", [["1", "2"]]),
      ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
      ("# first\na,b\n# between\n1,2\n#last", [["1", "2"]]),
      ("a,b\n\n1,2\n\n\n", [["1", "2"]]),
      ("a,b\n,\n", [["", ""]]),
      ("a,b\n1,", [["1", ""]]),
      ("a,b\n 1 ,# no comment\n", [[" 1 ", "# no comment"]]),
      ("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", [["1,5", "say \"hi\""]]),
      ("a,b\n\"\",\"\"\"\"\n", [["", "\""]]),
      ("a,b\n\"x\n# kept\r\ny\",2\n", [["x\n# kept\r\ny", "2"]]),
      ("\"a\",\"b\"\n1,2\n", [["1", "2"]]),
      ("a,b\nå,日本\n", [["å", "日本"]]),
      ("a,b\n", []),
      ("a,b", []),
    ])
  func cells(text: String, expected: [[String]]) throws {
    let (table, problems) = read(text)
    let found = try #require(table)
    #expect(problems == [])
    #expect(found.columnNames == ["a", "b"])
    #expect(rows(found) == expected)
  }

  @Test("Finds cells by the name of their column")
  func names() throws {
    let table = try #require(read("id,price\nx,5\n").table)
    #expect(table.column(named: "price") == 1)
    #expect(table.column(named: "Price") == nil)
    #expect(table.cell(0, named: "price") == "5")
    #expect(table.cell(0, named: "weight") == nil)
  }

  @Test("Knows where every cell stands")
  func places() throws {
    let table = try #require(read("id,price\nå,\"5\n0\"\n").table)
    #expect(table.columnRanges.map(\.text) == ["id", "price"])
    #expect(table.range(0, 0).text == "å")
    #expect(table.range(0, 1).text == "\"5\n0\"")
    #expect(table.rowRange(0).text == "å,\"5\n0\"")
    #expect(table.path(0, 1) == "t.csv row 1, price")
  }

  @Test("Leaves ragged rows out and keeps the numbers of the others")
  func ragged() throws {
    let (table, problems) = read("a,b\n1,2\n3\n4,5\n6,7,8\n9,10\n")
    let found = try #require(table)
    #expect(rows(found) == [["1", "2"], ["4", "5"], ["9", "10"]])
    #expect((0..<3).map { found.path($0) } == ["t.csv row 1", "t.csv row 3", "t.csv row 5"])
    #expect(
      problems == [
        "has 1 cell, but the header has 2 columns", "has 3 cells, but the header has 2 columns",
      ])
    let afterFirst = try #require(read("a,b\n1\n2,3\n").table)
    #expect(afterFirst.path(0) == "t.csv row 2")
  }

  @Test("Describes twenty mistakes and counts the rest")
  func manyMistakes() {
    let problems = read("a,b\n" + String(repeating: "1\n", count: 30)).problems
    #expect(problems.count == 21)
    #expect(problems.last == "has 10 more mistakes of these kinds")
  }

  @Test("Stops at the limits for bytes and cells")
  func limits() {
    var limits = CSVReader.Limits()
    limits.cells = 4
    #expect(read("a,b\n1,2\n3,4\n", limits: limits).problems == [])
    #expect(
      read("a,b\n1,2\n3,4\n5,6\n", limits: limits).problems == ["the table has more than 4 cells"])
    limits.fileSize = 3
    #expect(read("a,b\n", limits: limits).problems == ["the file has 4 bytes"])
  }
}
