/// The gamma distribution: the shape is 1/variation², the scale is mean · variation².
///
/// Method: a normal variable is cubed and kept or rejected, so that the result is exact; at a shape
/// of 1 or more over 95 % of the tries are kept. A shape below 1 is made from shape + 1 times a power
/// of a uniform variable. There the result can be below the smallest number and is then 0.
///
/// Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM
/// Transactions on Mathematical Software 26 (2000) 363–372, doi:10.1145/358407.358414; section 6 for
/// shapes below 1. Their normal variables are here quantiles of open units.
struct Gamma {
  let shape: Double
  let scale: Double

  init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  init(mean: Double, coefficientOfVariation: Double) {
    let square = coefficientOfVariation * coefficientOfVariation
    self.init(shape: 1 / square, scale: mean * square)
  }

  /// Weighting by x adds 1 to the shape.
  var lengthBiased: Gamma { Gamma(shape: shape + 1, scale: scale) }

  func sample(using stream: inout RandomStream) -> Double {
    guard shape < 1 else { return scale * Self.standard(shape: shape, using: &stream) }
    let larger = Self.standard(shape: shape + 1, using: &stream)
    let power = Elementary.exp(Elementary.log(stream.nextOpenUnit()) / shape)
    return scale * (larger * power)
  }

  /// A value of scale 1, for a shape of at least 1.
  private static func standard(shape: Double, using stream: inout RandomStream) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let normal = Elementary.normalQuantile(stream.nextOpenUnit())
      let root = 1 + c * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      let unit = stream.nextOpenUnit()
      let square = normal * normal
      // A bound from inside, which saves nearly all logarithms.
      if unit < 1 - 0.0331 * (square * square) { return d * cube }
      if Elementary.log(unit) < 0.5 * square + d * (1 - cube + Elementary.log(cube)) {
        return d * cube
      }
    }
  }
}
