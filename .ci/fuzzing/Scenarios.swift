import Foundation
import SupplyModel

@testable import ScenarioFiles

/// A valid scenario with its files, to be damaged.
struct Scenarios: Sendable {
  let path: String
  let files: [String: [UInt8]]
  /// The names of the files that the scenario is made of.
  let names: [String]

  /// Reads a scenario that is shipped, with all that it is made of; `nil` if it is not valid.
  private init?(_ path: String) {
    let load = { (path: String) -> Result<[UInt8], FileProblem> in
      guard let data = FileManager.default.contents(atPath: path) else {
        return .failure(FileProblem(reason: "there is no such file"))
      }
      return .success([UInt8](data))
    }
    let outcome = ScenarioReader(load: load).read(path)
    let size = outcome.files.reduce(0) { $0 + $1.size }
    // Large ones are read a few times a second, which finds less.
    guard outcome.model != nil, size < 30_000 else { return nil }
    self.path = path
    files = Dictionary(
      outcome.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    names = files.keys.sorted()
  }

  /// Reads it, with some files replaced.
  func read(_ changed: [String: [UInt8]] = [:], settings: [String] = []) -> ScenarioReader.Outcome {
    ScenarioReader { path in
      (changed[path] ?? files[path]).map { .success($0) }
        ?? .failure(FileProblem(reason: "there is no such file"))
    }.read(path, settings: settings)
  }

  /// Every scenario that is shipped in these folders, and the valid one that the broken ones start from.
  private static let paths: [String] = {
    var paths = ["Tests/ScenarioFilesTests/Broken/base/base.json5"]
    for folder in ["features", "reference", "municipal", "validation"] {
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: "scenarios/\(folder)")) ?? []
      paths += names.filter { $0.hasSuffix(".json5") }.sorted().map { "scenarios/\(folder)/\($0)" }
    }
    precondition(paths.count > 40, "run from the repository: \(paths.count) scenarios")
    return paths
  }()

  /// How many there are.
  static var count: Int { paths.count }

  /// Those that have been read; the fuzzer runs on one thread.
  nonisolated(unsafe) private static var known: [Int: Scenarios] = [:]

  /// One of them, read when it is first asked for; the first instead of one that is not small.
  static func at(_ place: Int) -> Scenarios {
    if let scenario = known[place] { return scenario }
    guard let scenario = Scenarios(paths[place]) else { return place == 0 ? fatal() : at(0) }
    known[place] = scenario
    return scenario
  }

  /// The one at a path; `nil` if it is not valid, or not small.
  static func at(_ path: String) -> Scenarios? { Scenarios(path) }

  private static func fatal() -> Scenarios { fatalError("\(paths[0]) is not valid") }

  static let base = at(0)
  static let small = base.read().model
}
