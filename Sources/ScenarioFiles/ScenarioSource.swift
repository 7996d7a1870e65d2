/// A file that a scenario is made of: the scenario file, one that it extends, or a table.
public struct ScenarioSource: Sendable {
  /// Its path, as it was asked for.
  public let path: String
  /// What is in it; nothing, where the reader does not keep it.
  public let bytes: [UInt8]
  /// How large it is. [bytes]
  public let size: Int
  /// How many rows it has; `nil` if it is no table. [1]
  public internal(set) var rows: Int?

  init(path: String, bytes: [UInt8], keepsBytes: Bool) {
    self.path = path
    self.bytes = keepsBytes ? bytes : []
    size = bytes.count
  }
}
