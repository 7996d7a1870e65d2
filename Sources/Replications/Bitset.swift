/// A set of locations, one bit each.
struct Bitset: ~Copyable {
  private var words = Column<UInt64>()

  /// How many words of 64 bits there are.
  var wordCount: Int { words.count }

  /// Empties the set and makes room for `count` members.
  mutating func reset(count: Int) {
    words.reset(to: 0, count: (count + 63) / 64)
  }

  /// Adds a member.
  @inline(__always)
  mutating func insert(_ member: Int) {
    words[member >> 6] |= 1 << UInt64(member & 63)
  }

  /// Takes a member out.
  @inline(__always)
  mutating func remove(_ member: Int) {
    words[member >> 6] &= ~(1 << UInt64(member & 63))
  }

  /// Whether it has a member.
  @inline(__always)
  func contains(_ member: Int) -> Bool {
    words[member >> 6] >> UInt64(member & 63) & 1 == 1
  }

  /// 64 members at once, as bits.
  subscript(word index: Int) -> UInt64 {
    @inline(__always) get { words[index] }
    @inline(__always) set { words[index] = newValue }
  }
}
