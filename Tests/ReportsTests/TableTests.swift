import Reports
import Testing

@Suite("Tables as separated values")
struct TableTests {
  private static func table(_ cells: [Table.Cell]) -> Table {
    var table = Table(
      name: "test",
      columns: cells.indices.map {
        Table.Column(name: "c\($0)", kind: .text, meaning: "")
      })
    table.append(cells)
    return table
  }

  private static func row(_ cell: Table.Cell, _ style: CSVStyle = .plain) -> String {
    let text = String(decoding: table([cell]).csv(style), as: UTF8.self)
    return String(text.drop { $0 != "\n" }.dropFirst().dropLast())
  }

  @Test("Writes a header, a line for each row, and LF after each")
  func layout() {
    var table = Table(
      name: "test",
      columns: [
        Table.Column(name: "policy", kind: .text, meaning: ""),
        Table.Column(name: "mean", kind: .number, unit: "SEK", meaning: ""),
        Table.Column(name: "n", kind: .integer, meaning: ""),
      ])
    table.append([.text("today"), .number(0.1), .integer(3)])
    table.append([.text("one, month"), .empty, .integer(-4)])
    #expect(
      String(decoding: table.csv(), as: UTF8.self)
        == "policy,mean,n\ntoday,0.1,3\n\"one, month\",,-4\n")
    #expect(table.rowCount == 2)
    #expect(Array(table.row(1)) == [.text("one, month"), .empty, .integer(-4)])
  }

  @Test(
    "Quotes text as RFC 4180 says, and only where it must",
    arguments: [
      ("plain", "plain"), ("a b", "a b"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("a;b", "a;b"), ("Östersund", "Östersund"), ("", ""),
    ])
  func quoting(text: String, expected: String) {
    #expect(Self.row(.text(text)) == expected)
  }

  @Test(
    "Defuses text that a spreadsheet would run",
    arguments: [
      ("=1+1", "'=1+1"), ("+46", "'+46"), ("-x", "'-x"), ("@SUM", "'@SUM"), ("\tx", "'\tx"),
      ("=A1,B1", "\"'=A1,B1\""), ("\r=x", "\"'\r=x\""), ("a=b", "a=b"), ("'x", "'x"),
    ])
  func defusing(text: String, expected: String) {
    #expect(Self.row(.text(text)) == expected)
  }

  @Test(
    "Writes numbers with ten digits and never defuses them",
    arguments: [
      (-1, "-1"), (1.0 / 3, "0.3333333333"), (-0.0, "0"), (1e20, "1e20"), (-2.5, "-2.5"),
      (12_345_678_901.25, "12345678900"),
    ])
  func numbers(number: Double, expected: String) {
    #expect(Self.row(.number(number)) == expected)
  }

  @Test("Takes what is not a finite number for no value")
  func notFinite() {
    for value in [nil, Double.nan, .infinity, -.infinity] {
      #expect(Table.Cell(value) == .empty)
    }
    #expect(Table.Cell(0.0) == .number(0))
  }

  @Test("Speaks to Swedish Excel in semicolons and decimal commas, after a byte order mark")
  func excel() {
    let bytes = Self.table([.number(-1.5), .text("a;b"), .text("a,b")]).csv(.excelSwedish)
    #expect(bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self) == "c0;c1;c2\n-1,5;\"a;b\";a,b\n")
  }

  @Test("Writes a row of the wrong length never")
  func rowLength() async {
    await #expect(processExitsWith: .failure) {
      var table = Table(
        name: "test", columns: [Table.Column(name: "a", kind: .text, meaning: "")])
      table.append([.empty, .empty])
    }
  }
}
