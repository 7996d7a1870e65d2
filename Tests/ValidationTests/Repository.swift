import Foundation
import ScenarioFiles

/// The files of the repository.
enum Repository {
  /// The repository's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The bytes of a file by its path in the repository.
  @Sendable static func read(_ path: String) -> Result<[UInt8], FileProblem> {
    guard let data = try? Data(contentsOf: root.appending(path: path)) else {
      return .failure(FileProblem(reason: "there is no such file"))
    }
    return .success([UInt8](data))
  }

  /// The scenarios that state what they are known to give, in order of name.
  static var validationScenarios: [String] {
    let folder = "scenarios/validation"
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (files ?? []).filter { $0.hasSuffix(".json5") }.sorted().map { "\(folder)/\($0)" }
  }
}
