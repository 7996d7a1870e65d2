import Foundation
import ScenarioFiles
import Studies

/// The chunks in a results folder: `chunks/sums-3.chunk` and the like.
struct ChunkFolder: ChunkStore {
  let path: String

  /// The chunks of a results folder.
  ///
  /// - Parameter name: whose they are, as `RunOutput` says; those of `run`, unless another is named.
  init(of folder: String, named name: String = "chunks") { path = folder + "/" + name }

  func names() throws(ChunkProblem) -> [String] {
    do throws(FileProblem) {
      return try Files.contents(of: path).filter { $0.hasSuffix(".chunk") }
    } catch {
      throw ChunkProblem("\(path): \(error.reason)")
    }
  }

  func read(_ name: String) throws(ChunkProblem) -> [UInt8] {
    switch Files.read(path + "/" + name) {
    case .success(let bytes): return bytes
    case .failure(let problem): throw ChunkProblem("\(path)/\(name): \(problem.reason)")
    }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws(ChunkProblem) {
    do throws(FileProblem) {
      try Files.makeFolder(path)
      try Files.write(bytes, to: path + "/" + name)
    } catch {
      throw ChunkProblem("\(path)/\(name): \(error.reason)")
    }
  }

  func remove(_ name: String) throws(ChunkProblem) {
    do throws(FileProblem) {
      try Files.remove(path + "/" + name)
    } catch {
      throw ChunkProblem("\(path)/\(name): \(error.reason)")
    }
  }

  /// Removes all chunks, and the folder if there is nothing else in it.
  func clear() throws(ChunkProblem) {
    // Sums first: values without sums are those of a run that has finished nothing.
    let names = try names()
    for name in names where name.contains("sums") { try remove(name) }
    for name in names where !name.contains("sums") { try remove(name) }
    do throws(FileProblem) {
      for name in try Files.contents(of: path) where name.hasSuffix(UnfinishedFile.ending) {
        try Files.remove(path + "/" + name)
      }
    } catch {
      throw ChunkProblem("\(path): \(error.reason)")
    }
    Files.removeEmptyFolder(path)
  }
}
