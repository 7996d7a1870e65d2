import Foundation
import Reports
import Studies

/// What `buffert cluster` is asked for, with the scenario read: a mistake is found here and not in the queue.
struct ClusterRequest {
  /// The scenario as it was named.
  let operand: String
  /// The run, not divided.
  let run: PreparedRun
  /// The options of the run that decide what is found.
  let words: [String]
  let shards: Int
  let coresPerShard: Int
  /// Where the results go; as it was named.
  let folder: String
  /// What each shard needs. [MiB]
  let memory: Int
  /// The container image.
  let image: String

  /// How many replications the largest shard has.
  var mostReplications: Int { (run.replications.count + shards - 1) / shards }

  /// Where shards go.
  var parts: String { folder + ".shards" }

  /// The scenario's name as schedulers take it: letters, digits and hyphens.
  var label: String {
    let letters = run.scenario.name.lowercased().map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? String(letter) : "-"
    }
    let words = letters.joined().split(separator: "-")
    return (["buffert"] + words.map(String.init)).joined(separator: "-").prefix(50)
      .trimmingCharacters(in: CharacterSet(charactersIn: "-"))
  }

  /// A word as a shell takes it literally.
  static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=:,+%".contains($0))
    }
    guard !plain || word.isEmpty else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }

  /// A path from the root.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// The program that is running.
  static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "buffert"
  }
}
