public import Quantities

/// Something that is paid for besides what is simulated: posts, rooms, systems, machines, projects.
public struct CostItem: Sendable, Equatable {
  /// Its key in the file.
  public var id: String
  /// What it is, for people.
  public var name: String
  /// What it counts as.
  public var part: CostPart
  /// What one costs, in the order low, value, high.
  public var amounts: Amounts
  /// What one is: `full-time post`.
  public var unit: String
  /// When it is paid.
  public var payment: Payment
  /// How many there are.
  public var quantity: Quantity
  /// Whether it follows the size of the region, where the file says how; if not, every region pays it as
  /// it is stated.
  public var followsSize: Bool
  /// How well the amount is known.
  public var status: CostStatus
  /// Where it is from.
  public var source: String

  /// An item.
  public init(
    id: String, name: String, part: CostPart, amounts: Amounts, unit: String, payment: Payment,
    quantity: Quantity, followsSize: Bool, status: CostStatus, source: String
  ) {
    self.id = id
    self.name = name
    self.part = part
    self.amounts = amounts
    self.unit = unit
    self.payment = payment
    self.quantity = quantity
    self.followsSize = followsSize
    self.status = status
    self.source = source
  }

  /// What one costs.
  public struct Amounts: Sendable, Equatable {
    /// What is used.
    public var value: Money
    /// What it might be at least.
    public var low: Money
    /// What it might be at most.
    public var high: Money

    /// An amount with what else it might be.
    public init(value: Money, low: Money, high: Money) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// When an item is paid.
  public enum Payment: Sendable, Equatable {
    /// Every year, as long as the policy holds.
    case yearly
    /// Once, before the policy holds, and lost with that.
    case once
    /// Once, for something that lasts: each year bears its part. [days, above 0]
    case investment(lastsDays: Int)
    /// By the year, but only while the stock is built up: two stores at once, a project's people. [days]
    case during(days: Int)
  }

  /// How many there are of an item.
  public enum Quantity: Sendable, Equatable {
    /// By policy, in ten-thousandths; a policy that is not named has none.
    case byPolicy([PolicyQuantity])
    /// The same whatever the policy, in ten-thousandths: what a cost file without scenario states.
    case fixed(Int64)
    /// For each pallet place in use on average, in ten-thousandths.
    case eachPalletPlace(Int64)
  }

  /// How many there are under a policy.
  public struct PolicyQuantity: Sendable, Equatable {
    /// The policy's name.
    public var policy: String
    /// In ten-thousandths.
    public var parts: Int64

    /// So many under a policy.
    public init(policy: String, parts: Int64) {
      self.policy = policy
      self.parts = parts
    }
  }
}
