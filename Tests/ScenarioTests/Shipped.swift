import Foundation
import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

/// The scenarios and results that are in the repository.
enum Shipped {
  /// The repository's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every scenario file, by its path in the repository, but the one whose table has to be made.
  static var scenarios: [String] {
    let folder = root.appending(path: "scenarios")
    let files = FileManager.default.enumerator(atPath: folder.path)
    return (files?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".json5") && !isCostFile($0) && $0 != "sweden-893.json5" }
      .map { "scenarios/\($0)" }.sorted()
  }

  /// Whether a file is what scenarios name as their costs, or costs without scenario.
  private static func isCostFile(_ path: String) -> Bool {
    path.hasPrefix("municipal/") || path.contains("/costs")
  }

  /// Reads a scenario by its path in the repository.
  static func read(_ path: String, settings: [String] = []) -> ScenarioReader.Outcome {
    ScenarioReader { name in
      guard let data = try? Data(contentsOf: root.appending(path: name)) else {
        return .failure(FileProblem(reason: "there is no such file"))
      }
      return .success([UInt8](data))
    }.read(path, settings: settings)
  }

  /// Runs a scenario by its path in the repository.
  static func run(
    _ path: String, settings: [String] = [], replications: Range<Int>? = nil, jobs: Int = 2,
    products: [String]? = nil
  ) throws -> StudyResult {
    let model = try #require(read(path, settings: settings).model)
    let chosen = products.map { ids in
      model.content.products.positions.filter { ids.contains(model.content.products[$0].id) }
    }
    return try Study(CompiledModel(model, products: chosen), replications: replications)
      .run(jobs: jobs)
  }

  /// The means and standard errors in a shipped `summary.csv`, by policy, level, key and measure.
  static func summary(_ path: String) throws -> [String: (mean: Double, standardError: Double)] {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    var found: [String: (mean: Double, standardError: Double)] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 15, let mean = Double(cells[5]), let n = Double(cells[14]) else {
        continue
      }
      let deviation = Double(cells[6]) ?? 0
      found[cells[0...3].joined(separator: " ")] = (mean, deviation / n.squareRoot())
    }
    return found
  }
}
