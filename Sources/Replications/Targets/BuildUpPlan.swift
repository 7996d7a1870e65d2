import SupplyModel

/// How one product's targets get from the baseline's to a policy's.
enum BuildUpPlan: Sendable, BitwiseCopyable {
  /// They hold from the first day.
  case immediate
  /// They grow in a straight line. [days, 1 or more]
  case gradual(overDays: Int)
  /// They hold from one day on. [day from the start of the horizon]
  case step(onDay: Int)

  /// How far targets have come: `done` ÷ `of`, from 0 to 1.
  struct Share: Sendable, BitwiseCopyable, Equatable {
    var done: Int64
    var of: Int64

    /// All the way.
    static let whole = Share(done: 1, of: 1)
  }

  /// The plan of a product under a policy.
  ///
  /// In steps, products go by weight, highest first, then by id; a product that is not simulated
  /// keeps its place among the others.
  init(_ policy: Policy, of product: Position<Product>, in products: [Product]) {
    switch policy.buildUp {
    case .immediate: self = .immediate
    case .gradual(let days): self = .gradual(overDays: days)
    case .stepwise(let steps):
      let own = products[product]
      let before = products.count {
        $0.weight > own.weight || $0.weight == own.weight && $0.id < own.id
      }
      let step = steps.first { step in
        let share = Int128(step.shareBasisPoints) * Int128(products.count)
        return Int128(before) < (share + 9_999) / 10_000
      }
      // The last step of a valid policy takes all products.
      self = .step(onDay: step?.day ?? .max)
    }
  }

  /// Whether targets hold from the first day.
  var isImmediate: Bool {
    switch self {
    case .immediate: true
    case .gradual(let days): days <= 1
    case .step(let day): day <= 0
    }
  }

  /// How far targets have come on a day, counted from the start of the horizon.
  ///
  /// The straight line leaves the baseline's targets on the morning of day 0 and reaches the
  /// policy's with the last of the days: over 10 days a tenth holds on day 0 and all on day 9.
  func share(onDay day: Int) -> Share {
    switch self {
    case .immediate: .whole
    case .gradual(let days):
      day + 1 >= days ? .whole : Share(done: Int64(max(0, day + 1)), of: Int64(days))
    case .step(let first): day >= first ? .whole : Share(done: 0, of: 1)
    }
  }
}
