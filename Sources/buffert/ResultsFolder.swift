import ScenarioFiles

/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String

  /// Tables that not every run has.
  static let occasional = ["duty.csv", "exemptions.csv", "counterfactuals.csv"]

  /// Writes files beside what other commands have left there, each whole or not at all.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func add(_ files: [(name: String, bytes: [UInt8])]) throws(FileProblem) {
    try Files.makeFolder(path)
    for file in files { try Files.write(file.bytes, to: path + "/" + file.name) }
  }

  /// Writes all files, each whole or not at all. Occasional tables that an earlier run has left
  /// there and this one does not have are removed: they would be taken for its own.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written or removed.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(FileProblem) {
    for name in Self.occasional where !files.contains(where: { $0.name == name }) {
      try Files.remove(path + "/" + name)
    }
    try add(files)
  }
}
