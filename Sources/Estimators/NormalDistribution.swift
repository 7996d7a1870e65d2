/// Quantiles of the standard normal distribution, for intervals of probabilities.
public enum NormalDistribution {
  /// The value that a standard normal variable falls below with probability `p`.
  ///
  /// Student's t with 2⁵⁰ degrees of freedom, which differs from the limit by less than 10⁻¹³.
  ///
  /// - Parameter p: a probability from 10⁻⁹ to 1 − 10⁻⁹.
  public static func quantile(_ p: Double) -> Double {
    StudentT.quantile(p, degreesOfFreedom: 1 << 50)
  }
}
