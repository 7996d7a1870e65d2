/// Weights proportional to the probabilities of the totals 0, 1, 2, …, made one after the other.
///
/// The probability of 0 may be too small for a double where the mean is large, and a weight of 1 for
/// 0 makes the others too large. So all weights are made smaller by a common factor when one is
/// about to leave the range. What then becomes 0 never matters, although later weights are made from
/// earlier ones: losing a share ε of the largest weight so far at a total takes at most ε · mean from
/// the sum of all probabilities, and ε is 2⁻¹⁰⁷⁴ here. (Panjer's recursion takes the sizes of a total
/// away in random order, larger ones sooner. As if size j went at an exponential time with rate j, a
/// total m is left at time t with a probability that is p(m) exp(−t m) over a sum, which is at most
/// p(m)/p(i) · exp(t (i − m)) for any i. A step from m that jumps over i < m + j has a rate of
/// λ j f(j) exp(−t j), and the integral of the product over all t is at most λ j f(j) p(m)/p(i).)
struct TotalWeights {
  /// The weights from 0 up.
  private(set) var weights = [1.0]
  /// The smallest total with a weight above 0.
  private(set) var first = 0
  /// The sum of the weights.
  private(set) var sum = 1.0

  /// Takes the next weight, and gives the factor by which all are then made smaller, mostly 1.
  @discardableResult
  mutating func append(_ weight: Double) -> Double {
    weights.append(weight)
    sum += weight
    guard weight > 0x1p600 else { return 1 }
    let factor = 0x1p-600
    for total in first..<weights.count { weights[total] *= factor }
    sum *= factor
    while weights[first] == 0 { first += 1 }
    return factor
  }
}
