/// The name of a stream of random numbers: six numbers that say what the stream is for.
///
/// A stream depends on its key only, never on the order in which streams are used, on a policy or
/// on a thread. The same patients therefore arrive under every policy, and a study can be divided
/// among any number of workers without changing a digit.
///
/// Texts enter as ``StableHash`` numbers of identifiers, not as row numbers, so that reordering the
/// input changes nothing.
@frozen public struct StreamKey: Sendable, Hashable {
  /// The seed of the study; another seed gives an independent repetition of everything.
  public var seed: UInt64
  /// What in the model asks for random numbers, such as the number of an identifier.
  public var source: UInt64
  /// The replication, counted from 0.
  public var replication: UInt64
  /// The product, as a number that does not change with the order of products.
  public var product: UInt64
  /// The location, as a number that does not change with the order of locations.
  public var location: UInt64
  /// Which of several streams of the same source, product and location this is.
  public var purpose: UInt64

  /// A key from its six parts; parts that do not apply are 0.
  @inlinable
  public init(
    seed: UInt64, source: UInt64, replication: UInt64 = 0, product: UInt64 = 0,
    location: UInt64 = 0, purpose: UInt64 = 0
  ) {
    self.seed = seed
    self.source = source
    self.replication = replication
    self.product = product
    self.location = location
    self.purpose = purpose
  }

  /// The stream that this key names, at its beginning.
  ///
  /// The state is ``Philox4x64`` of the counter (replication, product, location, purpose) under the
  /// key (seed, source). For one (seed, source) the map from the other four parts to the state is
  /// one-to-one, so no two of these streams start in the same state. The one exception: the single
  /// counter among 2²⁵⁶ whose state would be all zero, which the generator cannot use, gets a fixed
  /// state, which one other counter has too.
  ///
  /// Streams start at places scattered over one cycle of 2²⁵⁶ − 1 states. That any two of N streams
  /// of L draws overlap has a probability of about N² L / 2²⁵⁶: below 10⁻³⁸ for N = L = 10¹³.
  public func stream() -> RandomStream {
    let state = Philox4x64.block(
      counter: (replication, product, location, purpose), key: (seed, source))
    guard state != (0, 0, 0, 0) else {
      return RandomStream(state: (0x9E37_79B9_7F4A_7C15, 0, 0, 0))
    }
    return RandomStream(state: state)
  }
}
