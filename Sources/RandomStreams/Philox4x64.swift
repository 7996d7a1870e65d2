/// The counter-based generator Philox4x64-10: four numbers that depend on a counter and a key only.
///
/// It turns the names of a stream into the state where the stream starts (see ``StreamKey``).
/// For a fixed key the function is a permutation of all 2²⁵⁶ counters, because every round can be
/// undone; that is what makes two streams of one study start in different states. It is not used
/// for the draws themselves: ten rounds of two 128-bit products are slower than ``RandomStream``.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC11 (2011), doi:10.1145/2063384.2063405, section 4.3 and its constants.
public enum Philox4x64 {
  /// Four 64-bit words: a counter, or the numbers made from it.
  public typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// The numbers that belong to a counter under a key, after ten rounds.
  public static func block(counter: Words, key: (UInt64, UInt64)) -> Words {
    var words = counter
    var roundKey = key
    for round in 0..<10 {
      if round > 0 {
        roundKey.0 &+= 0x9E37_79B9_7F4A_7C15  // golden ratio
        roundKey.1 &+= 0xBB67_AE85_84CA_A73B  // √3 − 1
      }
      let left = words.0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let right = words.2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      words = (
        right.high ^ words.1 ^ roundKey.0, right.low,
        left.high ^ words.3 ^ roundKey.1, left.low
      )
    }
    return words
  }
}
