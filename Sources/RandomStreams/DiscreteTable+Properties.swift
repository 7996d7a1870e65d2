extension DiscreteTable {
  /// The largest value that can be drawn.
  public var last: Int { first + weights.count - 1 }

  /// How many of the 2⁶⁴ possible draws give a value; 0 for a value that the table does not have.
  public func weight(of value: Int) -> UInt128 {
    value >= first && value <= last ? weights[value - first] : 0
  }

  /// The probability that a value is drawn, as the table has it: the weight over 2⁶⁴.
  public func probability(of value: Int) -> Double {
    Double(weight(of: value)) * 0x1p-64
  }

  /// The probability that 0 is drawn.
  public var probabilityOfZero: Double { probability(of: 0) }

  /// The probability that a value above 0 is drawn.
  ///
  /// Not 1 − ``probabilityOfZero``, which would lose digits where 0 is nearly certain.
  public var probabilityOfPositive: Double {
    Double(Self.allDraws - weight(of: 0)) * 0x1p-64
  }

  /// The mean of the values as the table has them; takes time proportional to their number.
  public var mean: Double {
    Double(first) + meanAboveFirst
  }

  /// The variance of the values as the table has them; takes time proportional to their number.
  public var variance: Double {
    // Squares about a whole number near the mean are exact in 128 bits: at most 2⁴⁴ · 2⁶⁴.
    let aboveFirst = meanAboveFirst
    let centre = Int(aboveFirst.rounded(.toNearestOrEven))
    var squares: UInt128 = 0
    for (index, weight) in weights.enumerated() {
      let distance = UInt128((index - centre).magnitude)
      squares += distance * distance * weight
    }
    let offset = aboveFirst - Double(centre)
    return Double(squares) * 0x1p-64 - offset * offset
  }

  private var meanAboveFirst: Double {
    var sum: UInt128 = 0
    for (index, weight) in weights.enumerated() { sum += UInt128(index) * weight }
    return Double(sum) * 0x1p-64
  }

  /// The distribution of the values above 0, given that the value is above 0; `nil` if none is.
  ///
  /// For drawing only the days on which something is used: first the gap to such a day, then how
  /// much. The conditional probabilities of the table's own weights, rounded to multiples of 2⁻⁶⁴.
  public func positivePart() -> DiscreteTable? {
    guard first == 0 else { return self }
    guard weights.count > 1 else { return nil }
    let positive = Self.allDraws - weights[0]
    // A weight here is below 2⁶⁴, because 0 has one too, so its product with 2⁶⁴ fits 128 bits.
    let rescaled = weights.dropFirst().map { weight in
      let (quotient, remainder) = (weight << 64).quotientAndRemainder(dividingBy: positive)
      return remainder >= positive - remainder ? quotient + 1 : quotient
    }
    return DiscreteTable(first: 1, drawWeights: Self.completed(rescaled))
  }
}
