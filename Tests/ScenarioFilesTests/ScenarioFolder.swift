import Foundation
import ScenarioFiles

/// The scenarios and tables that these tests read, wherever the package lies.
enum ScenarioFolder {
  /// The folder of the broken scenarios and of the valid one that they start from.
  static let broken = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")
  /// The folder of the scenarios that are shipped.
  static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

  /// Reads files below a folder, so that messages name them from there on.
  static func loader(_ folder: URL) -> (String) -> Result<[UInt8], FileProblem> {
    { path in
      let url = folder.appending(path: path)
      guard let values = try? url.resourceValues(forKeys: [.isDirectoryKey]) else {
        return .failure(FileProblem(reason: "there is no such file"))
      }
      guard values.isDirectory != true else {
        return .failure(FileProblem(reason: "it is a folder"))
      }
      guard let data = try? Data(contentsOf: url) else {
        return .failure(FileProblem(reason: "it cannot be opened"))
      }
      return .success(Array(data))
    }
  }

  /// The files of the valid scenario, by path.
  static func baseFiles() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let load = loader(broken)
    for name in [
      "base.json5", "regions.csv", "authorities.csv", "demand-classes.csv", "products.csv",
      "locations.csv", "consumption.csv", "assumptions.csv",
    ] {
      if case .success(let bytes) = load("base/" + name) { files[name] = bytes }
    }
    return files
  }
}

/// Files in memory.
struct MemoryFiles {
  var files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) { self.files = files }

  init(_ texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  /// The text of a file, to be changed.
  subscript(path: String) -> String {
    get { String(decoding: files[path] ?? [], as: UTF8.self) }
    set { files[path] = Array(newValue.utf8) }
  }

  /// Reads a scenario from these files.
  func read(_ path: String = "base.json5", settings: [String] = []) -> ScenarioReader.Outcome {
    let files = files
    return ScenarioReader { path in
      files[path].map { .success($0) } ?? .failure(FileProblem(reason: "there is no such file"))
    }.read(path, settings: settings)
  }
}

/// A small generator for tests (Marsaglia's xorshift, 64 bits, shifts 13, 7 and 17).
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
