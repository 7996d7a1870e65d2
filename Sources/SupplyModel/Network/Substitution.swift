public import Quantities

/// What may be given to patients instead of a product, at the same care unit.
///
/// Own demand comes first everywhere; then what is missing of a product is made up from its
/// substitutes in the order listed, as far as their usable stock at the care unit goes. It leaves
/// the substitute's stock and is served for the original; the substitute's own patients of later
/// days find the less.
public struct Substitution: Sendable, Equatable {
  /// What is missing.
  public var original: Position<Product>
  /// What is given instead, in order; each once, none of them the original.
  public var substitutes: [Substitute]
  /// When it may be given.
  public var permission: Permission
  /// What each unit of the original that is replaced costs besides the goods, in work and advice.
  public var extraCost: Money

  /// A product that stands in for another.
  public struct Substitute: Sendable, Equatable {
    /// Which product.
    public var product: Position<Product>
    /// How many units of it replace one unit of the original. [units, 1 or more]
    public var unitsEach: Int64

    /// A substitute.
    public init(product: Position<Product>, unitsEach: Int64) {
      self.product = product
      self.unitsEach = unitsEach
    }
  }

  /// When a substitute may be given.
  public enum Permission: Sendable, Hashable {
    /// On any day on which the original is missing.
    case always
    /// While the original is in shortage, so many days after its onset and no sooner; for as long as
    /// the shortage lasts. [days, 0 or more]
    case duringShortage(delayDays: Int)
  }

  /// A substitution.
  public init(
    original: Position<Product>, substitutes: [Substitute], permission: Permission,
    extraCost: Money
  ) {
    self.original = original
    self.substitutes = substitutes
    self.permission = permission
    self.extraCost = extraCost
  }
}
