import Foundation
import Testing

@Suite("Command line: results and their report")
struct ResultsReportCommandTests {
  private let scenario = "scenarios/features/duty.json5"

  private func run(_ folder: URL, _ words: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", scenario, "--replications", "3", "--quiet", "--out", folder.path] + words)
  }

  private func bytes(_ folder: URL, _ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  private func names(in folder: URL) throws -> [String] {
    try #require(FileManager.default.enumerator(atPath: folder.path)).allObjects
      .compactMap { $0 as? String }.filter { $0.contains(".") }.sorted()
  }

  @Test(
    "Every table is described, column by column, and every file is the same on one core and two")
  func package() throws {
    try Program.withFolder { root in
      let (one, two) = (root.appending(path: "one"), root.appending(path: "two"))
      #expect(try run(one, "--jobs", "1", "--csv", "excel-sv").code == 0)
      #expect(try run(two, "--jobs", "2", "--csv=excel-sv").code == 0)
      let files = try names(in: one)
      #expect(try names(in: two) == files)
      for file in files where file != "timing.json" {
        #expect(try bytes(one, file) == bytes(two, file), "\(file)")
      }
      let tables = files.filter { $0.hasSuffix(".csv") }
      #expect(tables.count == 20)
      let json = try JSONSerialization.jsonObject(with: bytes(one, "datapackage.json"))
      let package = try #require(json as? [String: Any])
      let resources = try #require(package["resources"] as? [[String: Any]])
      #expect(resources.compactMap { $0["path"] as? String }.sorted() == tables)
      for resource in resources {
        let path = try #require(resource["path"] as? String)
        let text = String(decoding: try bytes(one, path), as: UTF8.self)
        let isForSpreadsheets = path.hasPrefix("excel-sv/")
        #expect(text.hasPrefix("\u{FEFF}") == isForSpreadsheets)
        let header = text.drop { $0 == "\u{FEFF}" }.prefix { $0 != "\n" }
          .split(separator: isForSpreadsheets ? ";" : ",").map(String.init)
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["name"] as? String } == header, "\(path)")
      }
    }
  }

  @Test("A run without spreadsheets' tables takes away those of an earlier one")
  func stale() throws {
    try Program.withFolder { root in
      #expect(try run(root, "--csv", "excel-sv").code == 0)
      #expect(try run(root).code == 0)
      #expect(try names(in: root).allSatisfy { !$0.hasPrefix("excel-sv/") })
      let package = String(decoding: try bytes(root, "datapackage.json"), as: UTF8.self)
      #expect(!package.contains("excel-sv"))
    }
  }

  @Test(
    "The report is made of the folder alone, as the run has made it; in either language; as text")
  func report() throws {
    try Program.withFolder { root in
      let folder = root.appending(path: "results")
      #expect(try run(folder).code == 0)
      let page = try bytes(folder, "report.html")
      let moved = root.appending(path: "moved")
      try FileManager.default.moveItem(at: folder, to: moved)
      let package = try bytes(moved, "datapackage.json")
      for name in ["report.html", "datapackage.json"] {
        try FileManager.default.removeItem(at: moved.appending(path: name))
      }
      let rebuilt = try Program.run("report", moved.path)
      #expect(
        rebuilt.code == 0 && rebuilt.output == "wrote \(moved.path): report.html datapackage.json\n"
      )
      #expect(try bytes(moved, "datapackage.json") == package)
      #expect(try bytes(moved, "report.html") == page)
      let swedish = root.appending(path: "sv.html")
      #expect(
        try Program.run("report", moved.path, "--locale", "sv", "--out", swedish.path).code == 0)
      let inEnglish = String(decoding: page, as: UTF8.self)
      #expect(inEnglish.contains("<h5>4.2 Run length</h5>") && !inEnglish.contains("lang=\"sv\""))
      let translated = try String(contentsOf: swedish, encoding: .utf8)
      #expect(translated.contains("<html lang=\"sv\">") && !translated.contains("lang=\"en\""))
      #expect(translated.contains("<h5>4.2 Körningens längd</h5>"))
      #expect(try Program.run("report", moved.path, "--markdown").code == 0)
      let text = String(decoding: try bytes(moved, "report.md"), as: UTF8.self)
      #expect(text.hasPrefix("# ") && text.contains("| policy |") && !text.contains("<table"))
      let inSwedish = root.appending(path: "run-sv")
      #expect(try run(inSwedish, "--locale", "sv").code == 0)
      #expect(try bytes(inSwedish, "report.html") == Data(contentsOf: swedish))
      #expect(try bytes(inSwedish, "run.json") == bytes(moved, "run.json"))
    }
  }

  @Test("What cannot be is told, and nothing is written")
  func failures() throws {
    try Program.withFolder { root in
      let empty = try Program.run("report", root.path)
      #expect(empty.code == 1)
      #expect(
        empty.errors.contains("run.json: there is no such file; `buffert run SCENARIO` writes it"))
      #expect(try names(in: root).isEmpty)
      for words in [
        ["report", root.path, "--set", "experiment.seed=1"],
        ["report", root.path, "--locale", "de"],
        ["report", scenario, "--markdown"], ["report", scenario, "--csv", "excel-sv"],
        ["run", scenario, "--csv", "excel"], ["run", scenario, "--locale", "fr"],
      ] {
        let outcome = try Program.run(words)
        #expect(outcome.code == 2, "\(words)")
        #expect(outcome.errors.hasPrefix("buffert: "), "\(words)")
      }
      #expect(
        try Program.run("run", scenario, "--csv", "excel").errors.contains("plain or excel-sv"))
    }
  }
}
