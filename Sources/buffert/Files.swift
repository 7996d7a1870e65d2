import Foundation
import ScenarioFiles

/// The only place that opens files.
enum Files {
  /// The bytes of a file, or why it cannot be read.
  static func read(_ path: String) -> Result<[UInt8], FileProblem> {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let type = try? FileManager.default.attributesOfItem(atPath: real)[.type] else {
      return .failure(FileProblem(reason: "there is no such file"))
    }
    switch type as? FileAttributeType {
    case .typeRegular: break
    case .typeDirectory: return .failure(FileProblem(reason: "it is a folder"))
    default: return .failure(FileProblem(reason: "it is no regular file"))
    }
    do {
      return .success([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      return .failure(FileProblem(reason: error.localizedDescription))
    }
  }

  /// Whether there is a file or folder.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a folder.
  static func isFolder(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
    return type as? FileAttributeType == .typeDirectory
  }

  /// The first line of a file, without its end; not more than 64 KiB of it.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func firstLine(of path: String) throws(FileProblem) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      let bytes = [UInt8](try file.read(upToCount: 1 << 16) ?? Data())
      return Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
    } catch {
      throw FileProblem(reason: error.localizedDescription)
    }
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

  /// Writes a file whole or not at all: under another name first, then renamed.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileProblem(reason: error.localizedDescription)
    }
  }

  /// Writes a file that comes in pieces, whole or not at all, too.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func write(pieces: some Sequence<[UInt8]>, to path: String) throws(FileProblem) {
    let unfinished = path + ".unfinished"
    do {
      try Data().write(to: URL(fileURLWithPath: unfinished))
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: unfinished))
      for piece in pieces { try file.write(contentsOf: Data(piece)) }
      try file.close()
      // Foundation moves no file over another.
      guard unsafe rename(unfinished, path) == 0 else {
        throw FileProblem(reason: unsafe String(cString: strerror(errno)))
      }
    } catch {
      // What cannot be written to can perhaps not be removed either; the reason is told.
      try? FileManager.default.removeItem(atPath: unfinished)
      if let problem = error as? FileProblem { throw problem }
      throw FileProblem(reason: error.localizedDescription)
    }
  }

  /// Removes a file if there is one.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func remove(_ path: String) throws(FileProblem) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw FileProblem(reason: error.localizedDescription)
    }
  }

  /// Makes a folder with all folders above it.
  ///
  /// - Throws: `FileProblem` in the system's words.
  static func makeFolder(_ path: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(reason: error.localizedDescription)
    }
  }
}
