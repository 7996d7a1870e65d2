/// Reads what `ChunkEncoder` has written; nothing that stands in the bytes, however wrong, stops the
/// program or makes it ask for more memory than the bytes are long.
struct ChunkDecoder {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    position = start
    self.end = end ?? bytes.count
  }

  /// How many bytes have not been read yet.
  var remaining: Int { end - position }

  /// The next bytes as they are.
  mutating func raw(_ count: Int) throws(ChunkDamage) -> ArraySlice<UInt8> {
    guard count <= remaining else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A number from 0 up.
  mutating func whole() throws(ChunkDamage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < end else { throw .truncated }
      let byte = bytes[position]
      position += 1
      let bits = UInt64(byte & 127)
      guard shift < 64, (bits << shift) >> shift == bits else { throw .impossible("a number") }
      number |= bits << shift
      guard byte > 127 else { return number }
      shift += 7
    }
  }

  /// A number from 0 up that fits where things are counted.
  mutating func count() throws(ChunkDamage) -> Int {
    guard let count = Int(exactly: try whole()) else { throw .impossible("a count") }
    return count
  }

  /// How many elements follow, each of which takes a byte at least.
  mutating func length() throws(ChunkDamage) -> Int {
    let length = try count()
    guard length <= remaining else { throw .truncated }
    return length
  }

  /// A number from 0 up that may be wide.
  mutating func wide() throws(ChunkDamage) -> UInt128 {
    var number: UInt128 = 0
    var shift: UInt128 = 0
    while true {
      guard position < end else { throw .truncated }
      let byte = bytes[position]
      position += 1
      let bits = UInt128(byte & 127)
      guard shift < 128, (bits << shift) >> shift == bits else { throw .impossible("a sum") }
      number |= bits << shift
      guard byte > 127 else { return number }
      shift += 7
    }
  }

  /// A number of either sign.
  mutating func signed() throws(ChunkDamage) -> Int128 {
    let folded = try wide()
    return Int128(bitPattern: folded >> 1) ^ -Int128(bitPattern: folded & 1)
  }

  /// A value of a replication, or that there is none.
  mutating func value() throws(ChunkDamage) -> Int64 {
    let folded = try whole()
    guard folded > 0 else { return Study.absent }
    return Int64(bitPattern: (folded - 1) >> 1) ^ -Int64(bitPattern: (folded - 1) & 1)
  }

  /// A text.
  mutating func text() throws(ChunkDamage) -> String {
    guard let text = String(validating: try raw(try length()), as: UTF8.self) else {
      throw .impossible("a text")
    }
    return text
  }

  /// Texts.
  mutating func texts() throws(ChunkDamage) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try length()) { texts.append(try text()) }
    return texts
  }

  /// A checksum.
  mutating func checksum() throws(ChunkDamage) -> UInt64 {
    try raw(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Why a file is no whole chunk.
enum ChunkDamage: Error, Equatable, CustomStringConvertible {
  /// It ends too early.
  case truncated
  /// It does not begin as chunks do.
  case noChunk
  /// Its bytes are not those that were written.
  case checksum
  /// It says what no chunk of the study can say.
  case impossible(String)

  var description: String {
    switch self {
    case .truncated: "it ends too early"
    case .noChunk: "it does not begin as chunks do"
    case .checksum: "its bytes are not those that were written"
    case .impossible(let what): "\(what) in it cannot be right"
    }
  }
}
