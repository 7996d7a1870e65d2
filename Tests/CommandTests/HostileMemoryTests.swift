import Foundation
import Testing

/// What reading may ask for, whatever is read.
@Suite("Memory for a file of a megabyte", .serialized, .disabled(if: Sanitizer.isOn))
struct HostileMemoryTests {
  /// A file of a mebibyte that takes the place of one of the valid scenario's.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let before: String
    /// What is repeated, with a number in place of `#`.
    let piece: String
    let after: String

    var text: String {
      var text = before
      var number = 0
      while text.utf8.count < 1_048_576 {
        text += piece.replacing("#", with: String(number))
        number += 1
      }
      return text + after
    }
  }

  static let cases = [
    Case(
      testDescription: "ones", file: "base.json5", before: "{ timeline: [", piece: "1,",
      after: "] }"),
    Case(
      testDescription: "empty objects", file: "base.json5", before: "{ timeline: [", piece: "{},",
      after: "] }"),
    Case(testDescription: "keys", file: "base.json5", before: "{", piece: "k#:1,", after: "}"),
    Case(
      testDescription: "policies", file: "base.json5", before: "{ policies: {",
      piece: "p#:{extends:'p0'},", after: "} }"),
    Case(
      testDescription: "columns", file: "products.csv", before: "", piece: "c#,", after: "end\n"),
    Case(
      testDescription: "empty cells", file: "consumption.csv", before: "location,product,perDay\n",
      piece: ",,\n", after: ""),
    Case(
      testDescription: "locations", file: "locations.csv",
      before: "id,name,kind,authority,rank,parent,parent.ppe,leadTime\n",
      piece: "u#,U,careUnit,town,1,wholesaler,,\n", after: ""),
    Case(
      testDescription: "kinds", file: "locations.csv",
      before: "id,name,kind,authority,rank,parent,parent.ppe,leadTime\n",
      piece: "u#,U,k#,town,1,wholesaler,,\n", after: ""),
    Case(
      testDescription: "uses", file: "consumption.csv", before: "location,product,perDay\n",
      piece: "ward,p#,1\n", after: ""),
    Case(
      testDescription: "quotation marks", file: "regions.csv", before: "", piece: "\"", after: ""),
  ]

  @Test("Reading asks for less than 100 MB more than for a small scenario", arguments: cases)
  func peak(_ hostile: Case) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/ScenarioFilesTests/Broken/base"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scenario = folder.appending(path: "base.json5").path()
    let small = try Program.peak("check", scenario)
    #expect(small > 1_000_000)
    try Data(hostile.text.utf8).write(to: folder.appending(path: hostile.file))
    let large = try Program.peak("check", scenario)
    #expect(large - small < 100_000_000, "\(large - small)")
    print("PEAK", hostile.testDescription, small, large - small)
  }
}

/// Whether the tests run under a sanitizer, which takes several times the memory.
enum Sanitizer {
  static let isOn = has("__asan_init") || has("__tsan_init")

  /// Whether a function is part of the program.
  private static func has(_ name: String) -> Bool {
    // The system reads the name up to its NUL, and what it finds is not followed.
    unsafe dlsym(nil, name) != nil
  }
}

extension Program {
  /// How much memory the program had at its peak. [bytes]
  fileprivate static func peak(_ words: String...) throws -> Int {
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    // The system tells the highest so far; what comes in the last millisecond is missed.
    while process.isRunning {
      let status = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let number = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
      peak = max(peak, (number ?? 0) * 1024)
      usleep(1_000)
    }
    return peak
  }
}
