import RandomStreams

/// What differences between regions luck alone would make if all had the same risk.
///
/// The regions' fill rates f over replications k tell how each varies and how they vary together: a
/// national shortage hits all, a local one some. Equal risk means equal means. So every region's
/// fill rates are moved by what its mean differs from the others', which leaves all of that as it is,
/// and what differences remain are luck:
///
/// - in one replication, the spread of d = (f − the region's mean) × √(n ÷ (n − 1)); the factor makes
///   good that the mean is taken from the same n replications;
/// - in the means over replications, the spread of the means of ±d, with one sign for all regions in
///   a replication, drawn anew for each of many trials. That keeps how the regions vary together, and
///   does not take their fill rates to be normally distributed, which they are far from.
struct FairLottery {
  /// By region, then replication: how much better it was served than on the whole; `nil` in a
  /// replication in which it asked for nothing. [10⁻¹²]
  private let deviations: [[Int64?]]
  /// By region: its mean fill rate; `nil` if it has none. [10⁻¹²]
  private let means: [Double?]

  /// How many trials the noise in means is averaged over.
  static let trials = 128

  /// - Parameter fillRates: by region, then replication. [10⁻¹²]
  init(_ fillRates: [[Int64?]]) {
    means = fillRates.map { values in
      let known = values.compactMap { $0 }
      guard !known.isEmpty else { return nil }
      return Double(known.reduce(0) { $0 + Int128($1) }) / Double(known.count)
    }
    deviations = fillRates.map { values in
      let known = values.compactMap { $0 }
      let count = Int128(known.count)
      guard count > 1 else { return values.map { _ in nil } }
      let sum = known.reduce(0) { $0 + Int128($1) }
      let factor = (Double(count) / Double(count - 1)).squareRoot()
      return values.map { value in
        value.map {
          Int64((Double(Int128($0) * count - sum) / Double(count) * factor).rounded())
        }
      }
    }
  }

  /// What luck alone makes of equal risk in one replication; `nil` where fewer than two regions have
  /// a value. [10⁻¹²]
  func spread(inReplication place: Int) -> Int64? {
    Self.spread(deviations.compactMap { $0[place] })
  }

  /// How much the regions' means over replications differ. [10⁻¹²]
  var spreadOfMeans: Double? { Self.spread(means.compactMap { $0 }) }

  /// What simulation noise alone makes of equal risk in the means over replications. [10⁻¹²]
  func spreadOfMeansByNoise(replications: [Int], seed: UInt64) -> Double? {
    let counts = deviations.map { values in values.count { $0 != nil } }
    let regions = counts.indices.filter { counts[$0] > 1 }
    guard regions.count > 1 else { return nil }
    var sums = Array(repeating: [Int64](repeating: 0, count: Self.trials), count: regions.count)
    for (place, replication) in replications.enumerated() {
      let key = StreamKey(
        seed: seed, source: StableHash.of("FairLottery"), replication: UInt64(replication))
      var stream = key.stream()
      for word in 0..<Self.trials / 64 {
        let signs = stream.next()
        for (row, region) in regions.enumerated() {
          guard let deviation = deviations[region][place] else { continue }
          for bit in 0..<64 {
            sums[row][word * 64 + bit] += signs >> UInt64(bit) & 1 == 1 ? deviation : -deviation
          }
        }
      }
    }
    let total = (0..<Self.trials).reduce(0.0) { total, trial in
      let noise = regions.indices.map { Double(sums[$0][trial]) / Double(counts[regions[$0]]) }
      return total + (Self.spread(noise) ?? 0)
    }
    return total / Double(Self.trials)
  }

  /// The highest minus the lowest; `nil` where there are fewer than two.
  static func spread<Number: Comparable & AdditiveArithmetic>(_ values: [Number]) -> Number? {
    guard values.count > 1, let highest = values.max(), let lowest = values.min() else {
      return nil
    }
    return highest - lowest
  }
}
