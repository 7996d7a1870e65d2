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

  /// Adds 64 possible members that follow each other: `first` if bit 0 is set, and so on.
  mutating func insert(_ bits: UInt64, from first: Int) {
    let (word, shift) = (first >> 6, UInt64(first & 63))
    words[word] |= bits << shift
    if shift > 0, bits >> (64 - shift) != 0 { words[word + 1] |= bits >> (64 - shift) }
  }

  /// Whether it has no members.
  var isEmpty: Bool {
    for word in 0..<words.count where words[word] != 0 { return false }
    return true
  }

  /// Whether it has a member.
  @inline(__always)
  func contains(_ member: Int) -> Bool {
    words[member >> 6] >> UInt64(member & 63) & 1 == 1
  }

  /// Adds those of 64 possible members that are set in a word.
  @inline(__always)
  mutating func insert(_ bits: UInt64, inWord index: Int) { words[index] |= bits }

  /// 64 members at once, as bits.
  subscript(word index: Int) -> UInt64 {
    @inline(__always) get { words[index] }
    @inline(__always) set { words[index] = newValue }
  }
}
