import Foundation
import Testing

@Suite("Files that are not what they should be")
struct HostileFileTests {
  /// The files of a small valid scenario, which the tests spoil one at a time.
  private static let base = Program.root.appending(path: "Tests/ScenarioFilesTests/Broken/base")

  /// Calls `body` with a folder that holds the scenario, in a folder of its own.
  private func withScenario(_ body: (URL) throws -> Void) throws {
    try Program.withFolder { folder in
      let scenario = folder.appending(path: "scenario")
      try FileManager.default.copyItem(at: Self.base, to: scenario)
      try body(scenario)
    }
  }

  private static func makePipe(_ url: URL) throws {
    // The system reads the path, up to its NUL.
    let result = unsafe mkfifo(url.path(), 0o600)
    try #require(result == 0)
  }

  private func check(_ folder: URL, _ options: String...) throws -> Program.Outcome {
    try Program.run(["check", folder.appending(path: "base.json5").path()] + options)
  }

  private func expectRefused(
    _ outcome: Program.Outcome, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == 3, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)", sourceLocation: sourceLocation)
  }

  @Test("The scenario that is spoilt is right")
  func base() throws {
    try withScenario { folder in
      let outcome = try check(folder)
      #expect(outcome.code == 0)
    }
  }

  @Test("A folder, a pipe that nobody writes to, and a device are no tables; none is waited for")
  func kinds() throws {
    try withScenario { folder in
      let table = folder.appending(path: "products.csv")
      try FileManager.default.removeItem(at: table)
      try FileManager.default.createDirectory(at: table, withIntermediateDirectories: false)
      expectRefused(try check(folder), "cannot be read: it is a folder")
      try FileManager.default.removeItem(at: table)
      try Self.makePipe(table)
      expectRefused(try check(folder), "cannot be read: it is no regular file")
      let device = try check(folder, "--set", "products=/dev/zero")
      expectRefused(device, "cannot be read: it is no regular file")
      let scenario = try Program.run("check", "/dev/stdin")
      #expect(scenario.code == 3)
    }
  }

  @Test("A pipe as the scenario itself is refused, too")
  func pipe() throws {
    try Program.withFolder { folder in
      try Self.makePipe(folder.appending(path: "x.json5"))
      let pipe = folder.appending(path: "x.json5").path()
      expectRefused(try Program.run("check", pipe), "it is no regular file")
      expectRefused(try Program.run("run", pipe), "it is no regular file")
    }
  }

  @Test("A table of ten gigabytes is refused by its size, not read")
  func huge() throws {
    try withScenario { folder in
      let table = folder.appending(path: "consumption.csv")
      let file = try FileHandle(forWritingTo: table)
      try file.truncate(atOffset: 10_000_000_000)
      try file.close()
      expectRefused(
        try check(folder), "it has 10000000000 bytes, and at most 1073741824 are read")
    }
  }

  @Test("A table that may not be read, and links in a circle, are told in the system's words")
  func refusedBySystem() throws {
    try withScenario { folder in
      let table = folder.appending(path: "products.csv")
      try FileManager.default.removeItem(at: table)
      try FileManager.default.createSymbolicLink(
        atPath: table.path(), withDestinationPath: "products.csv")
      expectRefused(try check(folder), "Too many levels of symbolic links")
    }
  }

  @Test("A name with a NUL is not cut at it")
  func nulInName() throws {
    try withScenario { folder in
      let outcome = try check(folder, "--set", "products=\"products.csv\\u0000.txt\"")
      #expect(outcome.code == 3)
      #expect(
        outcome.errors.contains("NUL") || outcome.errors.contains("unreadable"), "\(outcome.errors)"
      )
    }
  }

  @Test(
    "Tables beside the scenario's folder are refused, however they are named, unless it is allowed")
  func outside() throws {
    try withScenario { folder in
      let outside = folder.deletingLastPathComponent()
      let table = folder.appending(path: "products.csv")
      let moved = outside.appending(path: "products.csv")
      try FileManager.default.moveItem(at: table, to: moved)
      let reason = "leads out of the scenario's folder"
      let file = folder.appending(path: "base.json5")
      let text = try String(contentsOf: file, encoding: .utf8)
      for name in ["../products.csv", moved.path(), "./x/../../products.csv"] {
        try text.replacing("\"products.csv\"", with: "\"\(name)\"")
          .write(to: file, atomically: true, encoding: .utf8)
        expectRefused(try check(folder), reason)
        expectRefused(try check(folder, "--read-from", folder.path()), reason)
        if name.hasPrefix("./") { continue }
        let allowed = try check(folder, "--read-from", outside.path())
        #expect(allowed.code == 0, "\(name): \(allowed.errors)")
      }
      // By its name the link is inside; what it leads to is not.
      try text.write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: table.path(), withDestinationPath: "../products.csv")
      expectRefused(try check(folder), reason)
      #expect(try check(folder, "--read-from", outside.path()).code == 0)
    }
  }

  @Test("A link that stays inside the folder is followed, and so is the path to the folder itself")
  func links() throws {
    try withScenario { folder in
      let table = folder.appending(path: "products.csv")
      try FileManager.default.moveItem(at: table, to: folder.appending(path: "real.csv"))
      try FileManager.default.createSymbolicLink(
        atPath: table.path(), withDestinationPath: "real.csv")
      #expect(try check(folder).code == 0)
      let link = folder.deletingLastPathComponent().appending(path: "link")
      try FileManager.default.createSymbolicLink(
        atPath: link.path(), withDestinationPath: folder.path())
      #expect(try check(link).code == 0)
    }
  }

  @Test("What the user names on the command line is read from wherever it lies")
  func commandLine() throws {
    try withScenario { folder in
      let moved = folder.deletingLastPathComponent().appending(path: "elsewhere.csv")
      try FileManager.default.moveItem(at: folder.appending(path: "products.csv"), to: moved)
      let outcome = try check(folder, "--set", "products=\(moved.path())")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let relative = try check(
        folder, "--set", "products=Tests/ScenarioFilesTests/Broken/base/products.csv")
      #expect(relative.code == 0, "\(relative.errors)")
    }
  }

  @Test("A scenario extends others wherever they lie, and nothing that is no scenario")
  func extends() throws {
    try withScenario { folder in
      let other = folder.deletingLastPathComponent().appending(path: "other")
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: false)
      let file = other.appending(path: "base.json5")
      try Data("{ extends: \"../scenario/base.json5\", title: \"Other\" }".utf8).write(to: file)
      let outcome = try check(other)
      #expect(outcome.code == 0, "\(outcome.errors)")
      try Data("{ extends: \"/etc/passwd\" }".utf8).write(to: file)
      expectRefused(try check(other), "names a file that is no scenario")
      try FileManager.default.createSymbolicLink(
        atPath: other.appending(path: "x.json5").path(), withDestinationPath: "/etc/passwd")
      try Data("{ extends: \"x.json5\" }".utf8).write(to: file)
      expectRefused(try check(other), "root")
    }
  }
}
