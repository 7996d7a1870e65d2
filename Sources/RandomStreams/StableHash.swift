/// Numbers for identifiers, the same on every platform, in every run and in every version.
///
/// The standard library's `Hasher` is seeded anew in each process and may not decide any result.
/// Not meant to withstand an opponent: it separates names, it does not protect them. Among 10⁵
/// identifiers, two share a number with probability 3·10⁻¹⁰; who needs certainty compares.
public enum StableHash {
  /// The 64-bit number of a text: FNV-1a over its UTF-8 bytes, then mixed.
  ///
  /// FNV-1a alone hardly moves the high bits for a change in the last letter; the finaliser lets
  /// every bit of the text touch every bit of the number. Texts that differ only in how an accent
  /// is composed are different here, since their bytes differ.
  ///
  /// Sources: FNV-1a with its 64-bit constants, G. Fowler, L. C. Noll and K.-P. Vo (1991); the
  /// finaliser is that of SplitMix64, G. L. Steele, D. Lea and C. H. Flood, "Fast splittable
  /// pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
  public static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash &>> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash &>> 31)
  }
}
