/// Writes whole numbers and texts as few bytes: seven bits to a byte, the lowest first, and a bit that says
/// whether more follow.
struct ChunkEncoder {
  private(set) var bytes: [UInt8] = []

  /// Adds bytes as they are.
  mutating func raw(_ more: some Sequence<UInt8>) { bytes += more }

  /// Adds a number from 0 up.
  mutating func whole(_ number: UInt64) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number from 0 up.
  mutating func count(_ number: Int) { whole(UInt64(number)) }

  /// Adds a number from 0 up that may be wide.
  mutating func wide(_ number: UInt128) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Adds a number of either sign: those near 0 are short.
  mutating func signed(_ number: Int128) {
    wide(UInt128(bitPattern: number << 1 ^ number >> 127))
  }

  /// Adds a value of a replication, or that there is none.
  mutating func value(_ number: Int64) {
    // Signs fold as above; 0 stands for what is absent, so everything else moves up by one.
    guard number != Study.absent else { return bytes.append(0) }
    whole(UInt64(bitPattern: number << 1 ^ number >> 63) + 1)
  }

  /// Adds a text with its length.
  mutating func text(_ text: String) {
    let utf8 = Array(text.utf8)
    count(utf8.count)
    bytes += utf8
  }

  /// Adds texts with their number.
  mutating func texts(_ texts: [String]) {
    count(texts.count)
    for one in texts { text(one) }
  }

  /// Adds a checksum: eight bytes, the lowest first.
  mutating func checksum(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
