import Reports
import ScenarioFiles

/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String

  /// Tables that not every run has.
  static let occasional = ["duty.csv", "exemptions.csv", "counterfactuals.csv"]

  /// A file that is made when it is written, so that the largest is all that is in memory at once.
  struct File {
    let name: String
    /// Its bytes, in pieces.
    let pieces: () -> AnySequence<[UInt8]>

    /// A file that is made whole.
    init(_ name: String, _ bytes: @escaping () -> [UInt8]) {
      self.name = name
      pieces = { AnySequence(CollectionOfOne(bytes())) }
    }

    /// A table that is made row by row.
    init(_ table: TableStream) {
      name = table.name + ".csv"
      pieces = { AnySequence(table.csvPieces()) }
    }
  }

  /// Writes files beside what other commands have left there, each whole or not at all.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written.
  func add(_ files: [File]) throws(FileProblem) {
    try Files.makeFolder(path)
    for file in files { try Files.write(pieces: file.pieces(), to: path + "/" + file.name) }
  }

  /// Writes all files, each whole or not at all. Occasional tables that an earlier run has left
  /// there and this one does not have are removed: they would be taken for its own.
  ///
  /// - Throws: `FileProblem` for the first that cannot be written or removed.
  func write(_ files: [File]) throws(FileProblem) {
    for name in Self.occasional where !files.contains(where: { $0.name == name }) {
      try Files.remove(path + "/" + name)
    }
    try add(files)
  }
}
