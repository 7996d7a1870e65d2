import Estimators
import Studies

/// A paired difference that is told in words.
struct Change {
  let mean: Double
  let interval: ConfidenceInterval?
  let kind: Kind

  /// What changes.
  enum Kind {
    /// Share of units unmet. [1]
    case unmet
    /// Discard. [SEK/year]
    case discard
    /// Value of stock. [SEK]
    case stock
    /// Pallet places.
    case pallets
    /// Running cost, per inhabitant or not. [SEK/year]
    case cost(Bool)

    /// Whether it is counted in kronor.
    var isMoney: Bool {
      switch self {
      case .unmet, .pallets: false
      case .discard, .stock, .cost: true
      }
    }
  }

  init(mean: Double, interval: ConfidenceInterval?, kind: Kind) {
    self.mean = mean
    self.interval = interval
    self.kind = kind
  }

  /// The change that an estimate of a difference states; `nil` where there is none.
  init?(_ difference: Estimate?, _ kind: Kind) {
    guard let difference, let mean = difference.mean else { return nil }
    self.init(mean: mean, interval: difference.interval, kind: kind)
  }

  /// All changes in one sentence; `nil` if there are none.
  static func sentence(_ changes: [Change]) -> String? {
    let clauses = changes.map(\.clause)
    guard let last = clauses.last else { return nil }
    let all =
      clauses.count == 1 ? last : clauses.dropLast().joined(separator: ", ") + " and " + last
    return PlainText.capitalised(all) + "."
  }

  /// `discard 1.20 MSEK (1.10–1.30) more per year`.
  var clause: String {
    let per: String
    let subject: String
    switch kind {
    case .unmet: (subject, per) = ("unmet demand", "")
    case .discard: (subject, per) = ("discard", " per year")
    case .stock: (subject, per) = ("average stock value", "")
    case .pallets: (subject, per) = ("pallet places", "")
    case .cost(let isPerInhabitant):
      (subject, per) = ("running cost", isPerInhabitant ? " per inhabitant and year" : " per year")
    }
    if let interval, interval.contains(0) {
      guard mean != 0 || interval.halfWidth > 0 else { return "\(subject) the same" }
      let (factor, unit) = scale(for: max(interval.low.magnitude, interval.high.magnitude))
      let range = ReadableNumber.parts(mean * factor, interval.scaled(by: factor)).interval ?? ""
      return "\(subject) without a visible difference (\(range)\(unit)\(per))"
    }
    return "\(subject) \(amount) \(mean < 0 ? "less" : "more")\(per)"
  }

  /// The change without its sign, with interval and unit.
  private var amount: String {
    let (factor, unit) = scale(for: mean.magnitude)
    let sign = mean < 0 ? -1.0 : 1.0
    let parts = ReadableNumber.parts(mean * sign * factor, interval?.scaled(by: sign * factor))
    return "\(parts.mean)\(unit)" + (parts.interval.map { " (\($0))" } ?? "")
  }

  /// What turns the change into the unit that is shown, and that unit with a blank in front.
  private func scale(for magnitude: Double) -> (factor: Double, unit: String) {
    switch kind {
    case .unmet: return (100, " percentage points")
    case .pallets: return (1, "")
    case .cost(true): return (1, " SEK")
    case .discard, .stock, .cost(false):
      let scale = MoneyScale(largestOf: [magnitude])
      return (1 / scale.factor, " \(scale.unit)")
    }
  }
}
