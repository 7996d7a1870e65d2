import Foundation
import ScenarioFiles

/// The only place that opens files.
enum Files {
  /// The bytes of a file, or why it cannot be read.
  static func read(_ path: String) -> Result<[UInt8], FileProblem> { InputFile.read(path) }

  /// Whether there is a file or folder.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a folder.
  static func isFolder(_ path: String) -> Bool {
    // Not Foundation's attributes: the owner's name, one of them, is asked of whatever service knows users.
    var info = stat()
    // The system writes into `info`, which outlives the call.
    return unsafe stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The first line of a file, without its end; not more than 64 KiB of it.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func firstLine(of path: String) throws(FileProblem) -> [UInt8] {
    Array(try InputFile.beginning(of: path, atMost: 1 << 16).prefix { $0 != UInt8(ascii: "\n") })
  }

  /// The names of what lies in a folder, in order; nothing where there is none.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The scenario files of a folder in order of name; a path that is no folder, itself.
  static func scenarios(_ path: String) -> [String] {
    // Only a folder has contents.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return [path]
    }
    return names.filter { $0.hasSuffix(".json5") }.sorted().map { "\(path)/\($0)" }
  }
}
