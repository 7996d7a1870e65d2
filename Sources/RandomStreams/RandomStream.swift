/// A sequence of random numbers, each of 64 even bits: the generator xoshiro256++.
///
/// Goals, in order of priority:
/// 1. the same numbers on every platform and with every compiler: only integer operations, and our
///    own map from bits to numbers, since the standard library promises no stable map;
/// 2. no visible pattern in any bit, at any length a study can reach (period 2²⁵⁶ − 1);
/// 3. speed: a draw costs about a nanosecond and is inlined where it is used.
///
/// Start one with ``StreamKey/stream()``. A copy repeats the numbers of the original.
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47 (2021) 36, doi:10.1145/3460772.
@frozen public struct RandomStream: Sendable, Equatable {
  /// The state; the words are those that the authors call s[0] to s[3].
  @usableFromInline var word0: UInt64
  @usableFromInline var word1: UInt64
  @usableFromInline var word2: UInt64
  @usableFromInline var word3: UInt64

  /// A stream at a given state, of which at least one word is not 0.
  @inlinable
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(
      state != (0, 0, 0, 0), "The state of a stream should have a bit set, but is all zero.")
    word0 = state.0
    word1 = state.1
    word2 = state.2
    word3 = state.3
  }

  /// The four words from which the rest of the stream follows.
  public var state: (UInt64, UInt64, UInt64, UInt64) { (word0, word1, word2, word3) }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let sum = word0 &+ word3
    let result = ((sum &<< 23) | (sum &>> 41)) &+ word0
    let shifted = word1 &<< 17
    word2 ^= word0
    word3 ^= word1
    word1 ^= word2
    word0 ^= word3
    word2 ^= shifted
    word3 = (word3 &<< 45) | (word3 &>> 19)
    return result
  }

  /// A number from 0 to below 1: one of 2⁵³ equally likely multiples of 2⁻⁵³.
  @inlinable
  public mutating func nextUnit() -> Double {
    Double(next() &>> 11) * 0x1p-53
  }

  /// A number above 0 and below 1: the middle of one of 2⁵² equally likely intervals.
  ///
  /// For inverse distribution functions that are infinite at 0 or at 1.
  @inlinable
  public mutating func nextOpenUnit() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }

  /// A whole number from 0 to below `bound`, all exactly equally likely.
  ///
  /// Takes one draw, and rarely more: a draw is repeated with probability below `bound`/2⁶⁴.
  ///
  /// Source: D. Lemire, "Fast random integer generation in an interval", ACM Transactions on
  /// Modeling and Computer Simulation 29 (2019) 3, doi:10.1145/3230636.
  ///
  /// - Precondition: `bound` is at least 1.
  @inlinable
  public mutating func nextBelow(_ bound: UInt64) -> UInt64 {
    precondition(bound > 0, "The bound of a random whole number should be at least 1, but is 0.")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }
}
