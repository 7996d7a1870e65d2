import Foundation

/// The built program, run as a user runs it.
enum Program {
  /// What it printed and how it ended.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the tests.
  static let executable = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "buffert")

  /// Runs the program in the repository's folder.
  static func run(_ words: String...) throws -> Outcome { try run(words) }

  /// Runs the program in the repository's folder.
  static func run(_ words: [String]) throws -> Outcome { try run(words) { $0.waitUntilExit() } }

  /// Asks the program to stop as soon as something is so; waits for it no longer than it takes by itself.
  static func interrupt(_ words: [String], when isSo: () -> Bool) throws -> Outcome {
    try run(words) { process in
      while process.isRunning, !isSo() { usleep(2000) }
      process.terminate()
      process.waitUntilExit()
    }
  }

  private static func run(_ words: [String], _ wait: (Process) -> Void) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: what is printed may be longer than a pipe holds.
    let out = folder.appending(path: "out")
    let err = folder.appending(path: "err")
    for file in [out, err] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = root
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    wait(process)
    return Outcome(
      code: process.terminationStatus,
      output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  /// Calls `body` with a folder that is gone afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
