/// Finds ids by the bytes of a cell, without making a text of them.
///
/// Texts are equal to each other in more ways than bytes are: what is not found here has to be looked up
/// as a text.
struct IdentifierIndex {
  /// The ids one after another.
  private let bytes: [UInt8]
  /// Where each begins in `bytes`, and where the last one ends.
  private let starts: [Int32]
  /// Places of ids by their hash, of which those that meet stand behind each other; -1 where none is.
  private let slots: [Int32]

  /// An index of ids, which are found by their place in the list.
  init(_ ids: [String]) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for id in ids {
      bytes.append(contentsOf: id.utf8)
      starts.append(Int32(bytes.count))
    }
    // A power of two, at most half of it taken.
    var slotCount = 4
    while slotCount < 2 * ids.count { slotCount *= 2 }
    var slots = [Int32](repeating: -1, count: slotCount)
    for place in ids.indices {
      var slot = Self.hash(bytes, Int(starts[place])..<Int(starts[place + 1])) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int32(place)
    }
    (self.bytes, self.starts, self.slots) = (bytes, starts, slots)
  }

  /// The place of the id that a stretch of some text is; `nil` if it is none.
  func place(of range: Range<Int>, in text: [UInt8]) -> Int? {
    var slot = Self.hash(text, range) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isEqual(place, to: range, in: text) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ place: Int, to range: Range<Int>, in text: [UInt8]) -> Bool {
    let start = Int(starts[place])
    guard Int(starts[place + 1]) - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// FNV-1a; the same in every run, though nothing depends on it.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
