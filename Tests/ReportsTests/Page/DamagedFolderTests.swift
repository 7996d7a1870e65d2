import Testing

@testable import Reports

/// What a report is made of has lain in a folder, where anybody may have changed it.
@Suite("Report of a folder that was changed")
struct DamagedFolderTests {
  private static let folder = Result { try TinyFolder() }

  /// The folder's files after a change to the text of one.
  private static func files(
    _ name: String, _ change: (String) -> String
  ) throws -> [String: [UInt8]] {
    var files = try folder.get().files
    let text = String(decoding: try #require(files[name]), as: UTF8.self)
    let changed = change(text)
    #expect(changed != text)
    files[name] = Array(changed.utf8)
    return files
  }

  /// Why no report can be made of files; `nil` if one can.
  private static func problem(_ files: [String: [UInt8]]) -> String? {
    do throws(ReportProblem) {
      _ = Report(of: try ReportInput { files[$0] }, in: .english).html
      return nil
    } catch {
      return "\(error.file): \(error.reason)"
    }
  }

  /// A text whose second line has another cell in a column.
  private static func cell(_ column: String, _ value: String) -> (String) -> String {
    { text in
      var lines = text.split(separator: "\n").map(String.init)
      let names = lines[0].split(separator: ",")
      var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let place = names.firstIndex(of: Substring(column)) else { return text }
      cells[place] = value
      lines[1] = cells.joined(separator: ",")
      return lines.joined(separator: "\n") + "\n"
    }
  }

  @Test("As it was left, it has a report")
  func whole() throws {
    #expect(Self.problem(try Self.folder.get().files) == nil)
  }

  @Test(
    "What is no number is an error that names the place",
    arguments: ["nan", "inf", "-inf", "1e308", "x", "1,5", "0x1p200"])
  func noNumber(value: String) throws {
    for (file, column) in [("summary.csv", "mean"), ("timeline.csv", "p05")] {
      let quoted = value.contains(",") ? "\"\(value)\"" : value
      #expect(
        Self.problem(try Self.files(file, Self.cell(column, quoted)))
          == "\(file): row 2: \(column) is “\(value)”, but should be a number from −10³⁰ to 10³⁰")
    }
  }

  @Test("Rows and headers that are none are errors that name the place")
  func shape() throws {
    let name = "replications.csv"
    func problem(_ change: (String) -> String) throws -> String? {
      Self.problem(try Self.files(name, change))
    }
    let width = try #require(Self.folder.get().files[name]).prefix { $0 != 10 }.count { $0 == 44 }
    #expect(
      try problem { $0 + "x\n" }?.hasSuffix("it has 1 cells, and the header has \(width + 1)")
        == true)
    #expect(
      try problem { "policy," + $0 } == "\(name): row 1: two columns are called “policy”")
    #expect(
      try problem(Self.cell("policy", "\"today"))
        == "\(name): row 2: a quotation mark is not closed")
    #expect(
      try problem(Self.cell("policy", "\"to\"day"))
        == "\(name): row 2: a closing quotation mark is followed by something else than a comma")
    // A byte order mark is what a spreadsheet leaves.
    #expect(try problem { "\u{FEFF}" + $0 } == nil)
  }

  @Test("What no run can have been is an error")
  func run() throws {
    for (field, before, after) in [
      ("replications", "\"replications\": 6", "\"replications\": -6"),
      ("products", "\"products\": ", "\"products\": 9999999999"),
      ("horizon.days", "\"days\": 120", "\"days\": 1e300"),
      ("horizon.days", "\"days\": 120", "\"days\": -1"),
    ] {
      let files = try Self.files("run.json") { $0.replacing(before, with: after) }
      #expect(Self.problem(files) == "run.json: its \(field) cannot be those of a run")
    }
  }

  @Test("However long the time, a picture has no more than it can show")
  func longTime() throws {
    var files = try Self.files("run.json") {
      $0.replacing("\"days\": 120", with: "\"days\": 3650000")
    }
    for name in ["replications.csv", "timeline.csv", "discard-by-year.csv"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      let column =
        ["replications.csv": "firstStockoutDay", "timeline.csv": "day"][name] ?? "days"
      files[name] = Array(Self.cell(column, "3000000")(text).utf8)
    }
    let report = Report(of: try ReportInput { files[$0] }, in: .english)
    #expect(report.html.utf8.count < 2_000_000)
  }

  @Test("Axes of numbers that lie next to each other, or next to nothing, come to an end")
  func axes() {
    for values in [
      [.leastNonzeroMagnitude], [-1e30, -1e30], [1, 1.000_000_000_000_000_2], [-1e30, 1e30],
      [0, Double.leastNormalMagnitude / 8],
    ] {
      let axis = Axis(values, from: 0, to: 100)
      #expect(axis.ticks.count < 20, "\(values)")
      var canvas = Canvas()
      for value in values { canvas.line(axis.place(value), 0, .nan, .infinity, "l") }
      #expect(!canvas.svg.contains("nan"))
    }
  }

  @Test("A table with something else where numbers should stand is not copied")
  func copy() throws {
    let files = try Self.folder.get().files
    for declaration in TableDeclaration.all {
      let name = CSVStyle.plain.path(of: declaration.name)
      guard let bytes = files[name] else { continue }
      _ = try TableCopy(declaration, bytes, of: name).csv(.excelSwedish)
      guard let number = declaration.columns.first(where: \.isNumeric) else { continue }
      let text = Self.cell(number.name, "nan")(String(decoding: bytes, as: UTF8.self))
      #expect(throws: ReportProblem.self, "\(name)") {
        try TableCopy(declaration, Array(text.utf8), of: name).csv(.excelSwedish)
      }
      #expect(throws: ReportProblem.self, "\(name)") {
        try TableCopy(declaration, Array("other,".utf8) + bytes, of: name)
      }
    }
  }
}
