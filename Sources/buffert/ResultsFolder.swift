import ScenarioFiles

/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String

  /// Writes all files, each whole or not at all.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(FileProblem) {
    try Files.makeFolder(path)
    for file in files { try Files.write(file.bytes, to: path + "/" + file.name) }
  }
}
