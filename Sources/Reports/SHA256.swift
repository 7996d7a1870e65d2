/// The SHA-256 digest of FIPS 180-4, which names scenarios and tables in a results folder.
///
/// Written here because the program depends on nothing but the toolchain. It identifies inputs; it
/// protects no secrets.
public enum SHA256 {
  /// The digest of some bytes as 64 hexadecimal digits in lower case.
  public static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
    var hasher = Hasher()
    hasher.update(bytes)
    return hasher.hexDigest()
  }

  /// A digest in progress, for input that comes in pieces.
  public struct Hasher: Sendable {
    private var state = SHA256.initialState
    /// The last bytes that do not fill a block yet, at most 63.
    private var pending: [UInt8] = []
    /// The message schedule of the block at hand.
    private var schedule = [UInt32](repeating: 0, count: 64)
    private var byteCount: UInt64 = 0

    /// The digest of nothing so far.
    public init() {
      pending.reserveCapacity(64)
    }

    /// Adds bytes after those already added.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
      add(Array(bytes))
    }

    private mutating func add(_ bytes: [UInt8]) {
      byteCount += UInt64(bytes.count)
      var offset = min(bytes.count, pending.isEmpty ? 0 : 64 - pending.count)
      pending.append(contentsOf: bytes[..<offset])
      if pending.count == 64 {
        SHA256.absorb(pending, at: 0, into: &state, &schedule)
        pending.removeAll(keepingCapacity: true)
      }
      while bytes.count - offset >= 64 {
        SHA256.absorb(bytes, at: offset, into: &state, &schedule)
        offset += 64
      }
      pending.append(contentsOf: bytes[offset...])
    }

    /// The digest of the bytes added so far, as 64 hexadecimal digits in lower case.
    ///
    /// More bytes may be added afterwards.
    public func hexDigest() -> String {
      var last = self
      let bitCount = byteCount * 8
      last.update([0x80])
      while last.pending.count != 56 { last.update([0]) }
      last.update((0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) })
      let digits = Array("0123456789abcdef".utf8)
      let text = last.state.flatMap { word in
        (0..<8).map { digits[Int(word >> (28 - 4 * UInt32($0)) & 15)] }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}

extension SHA256 {
  /// Section 5.3.3: fractional parts of the square roots of the first 8 primes.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// Section 4.2.2: fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
    0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
    0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
    0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  /// Section 6.2.2: a block of 64 bytes, which begins at `start`, changes the state.
  private static func absorb(
    _ bytes: [UInt8], at start: Int, into state: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    for index in 0..<16 {
      let first = start + 4 * index
      schedule[index] =
        UInt32(bytes[first]) << 24 | UInt32(bytes[first + 1]) << 16
        | UInt32(bytes[first + 2]) << 8 | UInt32(bytes[first + 3])
    }
    for index in 16..<64 {
      let (early, late) = (schedule[index - 15], schedule[index - 2])
      let small0 = rotated(early, by: 7) ^ rotated(early, by: 18) ^ early >> 3
      let small1 = rotated(late, by: 17) ^ rotated(late, by: 19) ^ late >> 10
      schedule[index] = small1 &+ schedule[index - 7] &+ small0 &+ schedule[index - 16]
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let big1 = rotated(e, by: 6) ^ rotated(e, by: 11) ^ rotated(e, by: 25)
      let choice = e & f ^ ~e & g
      let first = h &+ big1 &+ choice &+ roundConstants[index] &+ schedule[index]
      let big0 = rotated(a, by: 2) ^ rotated(a, by: 13) ^ rotated(a, by: 22)
      let majority = a & b ^ a & c ^ b & c
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ big0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
