import Foundation
import Testing

/// A results folder may come from somebody else, who may have left anything in it.
@Suite("Results folders that are not what they should be")
struct HostileFolderTests {
  /// Calls `body` with the folder of a small run and a file beside it that nobody may touch.
  private func withResults(_ body: (_ results: URL, _ other: URL) throws -> Void) throws {
    try Program.withFolder { folder in
      let results = folder.appending(path: "results")
      let outcome = try run(results)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let other = folder.appending(path: "other")
      try Data("kept".utf8).write(to: other)
      try body(results, other)
      #expect(try Data(contentsOf: other) == Data("kept".utf8))
    }
  }

  private func run(_ results: URL) throws -> Program.Outcome {
    try Program.run(
      "run", "Tests/ScenarioFilesTests/Broken/base/base.json5", "--replications", "2", "--quiet",
      "--out", results.path)
  }

  private func expectFailed(
    _ outcome: Program.Outcome, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)", sourceLocation: sourceLocation)
  }

  private func makePipe(_ url: URL) throws {
    // The system reads the path, up to its NUL.
    let result = unsafe mkfifo(url.path(), 0o600)
    try #require(result == 0)
  }

  @Test("A pipe that nobody writes to is no table, and is not waited for")
  func pipes() throws {
    try withResults { results, _ in
      let table = results.appending(path: "timeline.csv")
      try FileManager.default.removeItem(at: table)
      try makePipe(table)
      expectFailed(
        try Program.run("report", results.path), "timeline.csv: it is no regular file")
      try FileManager.default.removeItem(at: table)
      // A table that a report does not read, but tells of.
      let spreadsheets = results.appending(path: "excel-sv")
      try FileManager.default.createDirectory(at: spreadsheets, withIntermediateDirectories: false)
      try makePipe(spreadsheets.appending(path: "summary.csv"))
      expectFailed(try Program.run("report", results.path), "it is no regular file")
    }
  }

  @Test("Nothing is written through a link, nor into a pipe, that stands where a file should be")
  func links() throws {
    try withResults { results, other in
      let page = results.appending(path: "report.html.unfinished")
      try FileManager.default.createSymbolicLink(at: page, withDestinationURL: other)
      expectFailed(
        try Program.run("report", results.path),
        "there is a symbolic link where a file should be written")
      try? FileManager.default.removeItem(at: page)
      try makePipe(page)
      expectFailed(
        try Program.run("report", results.path), "there is a pipe where a file should be written")
    }
  }

  @Test("The lock is no link: what it leads to would be emptied")
  func lock() throws {
    try withResults { results, other in
      try FileManager.default.createSymbolicLink(
        at: results.appending(path: "run.lock"), withDestinationURL: other)
      expectFailed(try run(results), "there is a symbolic link where a file should be written")
    }
  }

  @Test("A table that somebody has changed is an error that names the place")
  func changed() throws {
    try withResults { results, _ in
      let table = results.appending(path: "replications.csv")
      let text = try String(contentsOf: table, encoding: .utf8)
      try Data((text + "today,nan\n").utf8).write(to: table)
      let page = results.appending(path: "report.html")
      let before = try Data(contentsOf: page)
      let row = text.split(separator: "\n").count + 1
      expectFailed(
        try Program.run("report", results.path), "replications.csv: row \(row): it has 2 cells")
      expectFailed(
        try Program.run("report", results.path, "--csv", "excel-sv"),
        "replications.csv: row \(row): it has 2 cells")
      #expect(try Data(contentsOf: page) == before)
    }
  }
}
