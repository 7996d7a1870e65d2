/// A distribution on consecutive whole numbers from 0 up, prepared for fast exact draws.
///
/// Goals, in order of priority:
/// 1. exact: each value has a whole number of the 2⁶⁴ possible draws, and a draw gives each value
///    for exactly that many of them; no rounding happens when drawing;
/// 2. the same on every platform: construction uses + − × ÷ on numbers only, never a logarithm;
/// 3. fast: one draw, one cell, one comparison, whatever the distribution.
///
/// Method: the alias method with a number of cells that is a power of two, in whole numbers. A cell
/// holds 2⁶⁴/cells draws, shared by at most two values. Because the weights are whole numbers that
/// sum to 2⁶⁴, the construction ends with nothing left over, and needs no tolerance.
///
/// Sources: A. J. Walker, "An efficient method for generating discrete random variables with general
/// distributions", ACM Transactions on Mathematical Software 3 (1977) 253–256; construction as in
/// M. D. Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE
/// Transactions on Software Engineering 17 (1991) 972–975.
public struct DiscreteTable: Sendable, Equatable {
  /// The cells, 2 to the power ``cellBits`` of them, all equally likely.
  public let cells: [AliasCell]
  /// How many upper bits of a draw choose the cell.
  public let cellBits: Int
  /// The smallest value that can be drawn.
  public let first: Int
  /// Of the 2⁶⁴ draws, how many give `first`, `first` + 1, and so on; they sum to 2⁶⁴.
  let weights: [UInt128]

  /// The number of draws that there are, 2⁶⁴.
  static let allDraws = UInt128(1) << 64

  /// The largest number of different values that a table can hold.
  public static let maximumCount = 1 << 22

  /// A table that always gives the same value, which must not be negative.
  public init(constant value: Int) {
    self.init(first: value, drawWeights: [Self.allDraws])
  }

  /// A table in which `first` + i has a probability proportional to `weights[i]`.
  ///
  /// Each probability is rounded to a multiple of 2⁻⁶⁴; what rounding leaves over, up or down, goes
  /// to the most likely value (the first of several). Values that round to 0 at either end are cut.
  ///
  /// - Precondition: `first` ≥ 0; from 1 to ``maximumCount`` weights, all finite and ≥ 0, with a
  ///   finite sum above 0.
  public init(weights: [Double], first: Int) {
    precondition(
      !weights.isEmpty && weights.count <= Self.maximumCount,
      "A table should have from 1 to \(Self.maximumCount) weights, but has \(weights.count).")
    var total = CompensatedSum()
    for weight in weights {
      precondition(
        weight >= 0 && weight < .infinity,
        "A weight should be finite and not negative, but is \(weight).")
      total.add(weight)
    }
    let sum = total.value
    precondition(
      sum >= .leastNormalMagnitude && sum < .infinity,
      "The sum of the weights should be above 0 and finite, but is \(sum).")
    // Multiplying by a power of two is exact, so the only roundings are the quotient and the last.
    let rounded = weights.map { weight in
      UInt128((weight / sum * 0x1p64).rounded(.toNearestOrEven))
    }
    self.init(first: first, drawWeights: Self.completed(rounded))
  }

  /// A table from whole weights that sum to 2⁶⁴.
  init(first: Int, drawWeights: [UInt128]) {
    // At least one weight is above 0, since they sum to 2⁶⁴.
    let start = drawWeights.firstIndex { $0 > 0 } ?? 0
    let end = drawWeights.lastIndex { $0 > 0 } ?? 0
    let weights = Array(drawWeights[start...end])
    precondition(
      first >= 0 && first + end <= Int(UInt32.max),
      "The values of a table should be from 0 to \(UInt32.max), but are \(first) to \(first + end)."
    )
    self.first = first + start
    self.weights = weights
    (cells, cellBits) = Self.aliasCells(first: first + start, weights: weights)
  }

  /// The weights with what is missing from (or above) 2⁶⁴ given to (or taken from) the largest.
  static func completed(_ weights: [UInt128]) -> [UInt128] {
    var weights = weights
    var mode = 0
    var sum: UInt128 = 0
    for (index, weight) in weights.enumerated() {
      sum += weight
      if weight > weights[mode] { mode = index }
    }
    // Modulo 2¹²⁸, so that the difference may be negative; the result is not.
    weights[mode] = weights[mode] &+ allDraws &- sum
    return weights
  }

  /// A value, drawn with one number of the stream.
  @inlinable
  public func sample(using stream: inout RandomStream) -> Int {
    let draw = stream.next()
    let cell = cells[AliasCell.cellIndex(of: draw, cellBits: cellBits)]
    return cell.pick(draw: draw, cellBits: cellBits)
  }
}

/// A sum of numbers that keeps what rounding loses (A. Neumaier, 1974).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
