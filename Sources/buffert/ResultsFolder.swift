/// The folder that a run leaves its results in.
struct ResultsFolder {
  let path: String

  /// Writes all files, each whole or not at all.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    try Files.makeFolder(path)
    for file in files { try Files.write(file.bytes, to: path + "/" + file.name) }
  }
}
