/// CRC-64/XZ (polynomial of ECMA-182, reflected), which tells a damaged chunk from a whole one.
///
/// It guards against disks and interrupted copies, not against forgers: eight bytes of a cyclic
/// redundancy check find every burst of up to 64 wrong bits, and miss anything else once in 2⁶⁴.
struct ChunkChecksum {
  private var state = UInt64.max

  /// The checksum of what has been added.
  var value: UInt64 { ~state }

  /// Adds bytes after those already added.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var state = state
    for byte in bytes {
      state = Self.table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8
    }
    self.state = state
  }

  /// By byte: what it does to the state.
  private static let table: [UInt64] = (0..<256).map { byte in
    (0..<8).reduce(UInt64(byte)) { state, _ in
      state & 1 == 1 ? state >> 1 ^ 0xc96c_5795_d787_0f42 : state >> 1
    }
  }
}
