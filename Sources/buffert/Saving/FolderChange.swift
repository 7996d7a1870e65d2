import Foundation
import Replications
import ScenarioFiles
import Synchronization

/// Files on their way into a folder: they get their names together, when the last of them is on the disk.
///
/// So a full disk leaves what was there before, and results of two runs are not mixed.
final class FolderChange {
  let folder: String
  private var files: [String: UnfinishedFile] = [:]
  /// In the order in which they were added.
  private var names: [String] = []
  /// The names of the files that are on their way.
  var staged: [String] { names }
  private var removed: Set<String> = []

  init(_ folder: String) { self.folder = folder }

  /// Writes files, as many at once as there are cores; each is made as it is written, by one core.
  ///
  /// - Throws: `FileProblem` in the system's words, of the first file that cannot be written.
  func add(_ added: [ResultsFolder.File], cores: Int) throws(FileProblem) {
    var outputs: [FileOutput] = []
    for file in added { outputs.append(try open(file.name)) }
    let next = Atomic<Int>(0)
    let problems = parallelMap(min(cores, added.count)) { [outputs] _ -> (Int, FileProblem)? in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < added.count else { return nil }
        do throws(FileProblem) {
          for piece in added[place].pieces() { try outputs[place].write(piece) }
        } catch {
          next.store(added.count, ordering: .relaxed)
          return (place, error)
        }
      }
    }
    if let first = problems.compactMap(\.self).min(by: { $0.0 < $1.0 }) { throw first.1 }
  }

  /// A file that is on its way from now on.
  private func open(_ name: String) throws(FileProblem) -> FileOutput {
    try Files.makeFolder(folder)
    if let end = name.lastIndex(of: "/") { try Files.makeFolder(folder + "/" + name[..<end]) }
    let file = try UnfinishedFile(folder + "/" + name)
    files[name]?.discard()
    files[name] = file
    names.append(name)
    return file.output
  }

  /// Removes a file, if there is one.
  func remove(_ name: String) { removed.insert(name) }

  /// Where a file can be read; `nil` where there will be none.
  func place(of name: String) -> String? {
    if let file = files[name] { return file.unfinishedPath }
    let path = folder + "/" + name
    return removed.contains(name) || !Files.exists(path) ? nil : path
  }

  /// Waits until all files are on the disk, and gives them their names.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func finish() throws(FileProblem) {
    // Waiting for many at once is as quick as waiting for one.
    for name in names { try files[name]?.flush() }
    for name in removed.sorted() where files[name] == nil {
      try Files.remove(folder + "/" + name)
    }
    for name in names { try files[name]?.finish() }
    for parent in Set(names.map { $0.contains("/") ? String($0.prefix { $0 != "/" }) : "" }) {
      try Files.flushFolder(of: folder + "/" + (parent.isEmpty ? "" : parent + "/") + "x")
    }
    (files, names) = ([:], [])
  }

  /// Lets go of what has no name yet.
  func discard() {
    for name in names { files[name]?.discard() }
    (files, names) = ([:], [])
  }
}
