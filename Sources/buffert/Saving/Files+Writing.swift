import Foundation
import ScenarioFiles

extension Files {
  /// Writes a file whole or not at all.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let file = try UnfinishedFile(path)
    do throws(FileProblem) {
      try file.write(bytes)
      try file.flush()
      try file.finish()
      try flushFolder(of: path)
    } catch {
      file.discard()
      throw error
    }
  }

  /// Removes a file if there is one.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func remove(_ path: String) throws(FileProblem) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw .system }
  }

  /// Makes a folder with all folders above it.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func makeFolder(_ path: String) throws(FileProblem) {
    guard !isFolder(path) else { return }
    if let above = folder(of: path) { try makeFolder(above) }
    guard unsafe mkdir(path, 0o777) == 0 else {
      // Another program may have made it just now.
      if errno == EEXIST, isFolder(path) { return }
      throw .system
    }
    try flushFolder(of: path)
  }

  /// Removes a folder if there is nothing in it.
  static func removeEmptyFolder(_ path: String) {
    unsafe rmdir(path)
  }

  /// The names of what lies in a folder, in order; none where there is no folder.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func contents(of folder: String) throws(FileProblem) -> [String] {
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileProblem(reason: error.localizedDescription)
    }
  }

  /// Waits until the names in the folder of a file are on the disk.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func flushFolder(of path: String) throws(FileProblem) {
    let name = folder(of: path) ?? "."
    let descriptor = UnfinishedFile.again { unsafe open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    // A folder that may be written to but not read keeps its names to itself.
    guard descriptor >= 0 else {
      if errno == EACCES { return }
      throw .system
    }
    defer { close(descriptor) }
    guard UnfinishedFile.again({ fsync(descriptor) }) == 0 || errno == EINVAL else { throw .system }
  }

  /// The folder of a path; `nil` where that is the current one, or the path is the topmost.
  private static func folder(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count > 1 else { return path.hasPrefix("/") && !parts.isEmpty ? "/" : nil }
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }
}
