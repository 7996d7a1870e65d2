import Testing

/// Exact probabilities of a Poisson number of geometric sizes, made with mpmath at 60 digits.
///
/// From the closed form, Σ over events k of exp(−λ) λᵏ/k! times the negative binomial probability
/// C(n − 1, k − 1) sᵏ (1 − s)ⁿ⁻ᵏ of their total, which the tables do not use. It is called the
/// Pólya–Aeppli distribution.
struct CompoundPoissonReference: Sendable, CustomTestStringConvertible {
  let events: Double
  let meanSize: Double
  /// The smallest and the largest value with a probability of at least 2⁻⁶⁵.
  let first: Int
  let last: Int
  /// Some values with their probabilities.
  let probabilities: [(value: Int, probability: Double)]

  var testDescription: String { "\(events) events, mean size \(meanSize)" }

  static let all: [CompoundPoissonReference] = [
    CompoundPoissonReference(
      events: 0.3, meanSize: 1.5, first: 0, last: 46,
      probabilities: [
        (0, 0.74081822068171787),
        (1, 0.14816364413634357),
        (2, 0.064204245792415546),
        (3, 0.027327961029592258),
        (46, 3.0812689705599161e-20),
      ]),
    CompoundPoissonReference(
      events: 2.5, meanSize: 10, first: 0, last: 583,
      probabilities: [
        (0, 0.082084998623898795),
        (1, 0.020521249655974699),
        (2, 0.021034280897374066),
        (3, 0.02145325641118355),
        (25, 0.016906869418637397),
        (68, 0.0027225161646495226),
        (112, 0.00021547301976302471),
        (583, 2.8940797803417358e-20),
      ]),
    CompoundPoissonReference(
      events: 6, meanSize: 2, first: 0, last: 124,
      probabilities: [
        (0, 0.0024787521766663584),
        (1, 0.0074362565299990753),
        (2, 0.014872513059998151),
        (3, 0.024167833722496995),
        (12, 0.065010674840010374),
        (24, 0.0098535043800919823),
        (36, 0.00037639301491185656),
        (124, 3.7481060581427808e-20),
      ]),
    CompoundPoissonReference(
      events: 0.000001, meanSize: 3, first: 0, last: 75,
      probabilities: [
        (0, 0.9999990000005),
        (1, 3.3333300000016665e-7),
        (2, 2.222220555556111e-7),
        (3, 1.4814807407408024e-7),
        (75, 3.1055117393356576e-20),
      ]),
    CompoundPoissonReference(
      events: 1_500, meanSize: 2, first: 2_212, last: 3_898,
      probabilities: [
        (2_212, 2.9953270124171669e-20),
        (2_810, 0.00055670762590766911),
        (3_000, 0.0042048531045790032),
        (3_189, 0.00058600717944691376),
        (3_379, 2.0734158579697724e-6),
        (3_898, 2.9332073802546098e-20),
      ]),
  ]
}

/// The distribution of a sum of two independent numbers from 0 up.
func convolved(_ one: [Double], _ other: [Double]) -> [Double] {
  var sum = [Double](repeating: 0, count: one.count + other.count - 1)
  for (first, probability) in one.enumerated() where probability > 0 {
    for (second, factor) in other.enumerated() where factor > 0 {
      sum[first + second] += probability * factor
    }
  }
  return sum
}
