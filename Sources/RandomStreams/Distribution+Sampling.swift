extension Distribution {
  /// A value drawn from the distribution.
  ///
  /// Takes no number of the stream for a constant, a varying number for gamma and (rarely more than
  /// one) whole numbers, and one otherwise.
  public func sample(using stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high):
      Uniform(low: low, high: high).quantile(stream.nextOpenUnit())
    case .uniformInteger(let low, let high):
      Double(UniformInteger(low: low, high: high).sample(using: &stream))
    case .exponential(let mean): Exponential(mean: mean).quantile(stream.nextOpenUnit())
    case .gamma(let mean, let variation):
      Gamma(mean: mean, coefficientOfVariation: variation).sample(using: &stream)
    case .lognormal(let median, let mean):
      Lognormal(median: median, mean: mean).quantile(stream.nextOpenUnit())
    case .triangular(let low, let mode, let high):
      Triangular(low: low, mode: mode, high: high).quantile(stream.nextOpenUnit())
    case .empirical(let values): Empirical(values: values).quantile(stream.nextOpenUnit())
    }
  }

  /// The value that is not exceeded with probability `u`; `nil` for gamma, which has no closed form.
  ///
  /// At 0 and 1 these are the bounds. For single values it is the smallest one whose probability of
  /// not being exceeded is at least `u`.
  ///
  /// - Precondition: `u` is from 0 to 1.
  public func quantile(_ u: Double) -> Double? {
    precondition(u >= 0 && u <= 1, "A probability should be from 0 to 1, but is \(u).")
    if case .gamma = self { return nil }
    // Exactly, whatever the rounding of a formula would make of its ends.
    if u == 0 { return lowerBound }
    if u == 1 { return upperBound }
    return switch self {
    case .constant(let value): value
    case .uniform(let low, let high): Uniform(low: low, high: high).quantile(u)
    case .uniformInteger(let low, let high):
      Double(UniformInteger(low: low, high: high).quantile(u))
    case .exponential(let mean): Exponential(mean: mean).quantile(u)
    case .gamma: nil
    case .lognormal(let median, let mean): Lognormal(median: median, mean: mean).quantile(u)
    case .triangular(let low, let mode, let high):
      Triangular(low: low, mode: mode, high: high).quantile(u)
    case .empirical(let values): Empirical(values: values).quantile(u)
    }
  }

  /// What is left of the interval in progress, when intervals of this distribution follow each
  /// other and have done so for ever.
  ///
  /// The density at x is (1 − F(x))/mean, and the mean E[X²]/(2 E[X]). An interval found in
  /// progress is longer than others, with density x f(x)/mean, and the moment of looking is uniform
  /// in it; so the rest is an open unit times a length drawn from that density. A constant 0 leaves
  /// 0. For single values too the rest is a real number: the moment of looking is.
  public func sampleEquilibriumResidual(using stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value):
      return stream.nextOpenUnit() * value
    case .uniform(let low, let high):
      let length = Uniform(low: low, high: high).lengthBiasedQuantile(stream.nextOpenUnit())
      return stream.nextOpenUnit() * length
    case .uniformInteger(let low, let high):
      let length = UniformInteger(low: low, high: high).sampleLengthBiased(using: &stream)
      return stream.nextOpenUnit() * Double(length)
    case .exponential(let mean):
      // Memoryless: the rest is distributed as the whole.
      return Exponential(mean: mean).quantile(stream.nextOpenUnit())
    case .gamma(let mean, let variation):
      let gamma = Gamma(mean: mean, coefficientOfVariation: variation).lengthBiased
      let length = gamma.sample(using: &stream)
      return stream.nextOpenUnit() * length
    case .lognormal(let median, let mean):
      let lognormal = Lognormal(median: median, mean: mean).lengthBiased
      let length = lognormal.quantile(stream.nextOpenUnit())
      return stream.nextOpenUnit() * length
    case .triangular(let low, let mode, let high):
      let triangular = Triangular(low: low, mode: mode, high: high)
      let length = triangular.sampleLengthBiased(using: &stream)
      return stream.nextOpenUnit() * length
    case .empirical(let values):
      let length = Empirical(values: values).lengthBiasedQuantile(stream.nextOpenUnit())
      return stream.nextOpenUnit() * length
    }
  }
}
