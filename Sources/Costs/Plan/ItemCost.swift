import Quantities
public import SupplyModel

/// What an item of a cost file costs: by the year, once, and as an investment.
public struct ItemCost: Sendable, Equatable {
  /// Every year, depreciation of an investment included.
  public var running = ExactAmount.zero
  /// Once, and then gone.
  public var oneOff = ExactAmount.zero
  /// Once, for something that lasts. Its depreciation is inside `running`: the two are never added.
  public var investment = ExactAmount.zero

  /// No cost.
  public init() {}

  /// The sum.
  public static func + (left: ItemCost, right: ItemCost) -> ItemCost {
    var sum = left
    sum.running = sum.running + right.running
    sum.oneOff = sum.oneOff + right.oneOff
    sum.investment = sum.investment + right.investment
    return sum
  }
}

/// Which of an item's amounts is meant.
public enum AmountBound: Sendable, CaseIterable {
  case low
  case value
  case high
}

extension CostItem {
  /// What so many of the item cost.
  ///
  /// - Depreciation is straight: an investment that lasts n days bears 365 ÷ n of itself each year.
  /// - What is paid by the year during the build-up costs its days ÷ 365 of a year, once.
  ///
  /// - Parameters:
  ///   - count: how many there are: `count` ÷ `divisor`.
  ///   - size: what the size of the region multiplies the cost by.
  public func cost(
    count: Int64, over divisor: Int64 = 10_000, size: CostRange.Quotient = .init(1, over: 1),
    _ bound: AmountBound = .value
  ) -> ItemCost {
    let each =
      switch bound {
      case .low: amounts.low
      case .value: amounts.value
      case .high: amounts.high
      }
    let amount = ExactAmount(each).scaled(by: count, over: divisor)
      .scaled(by: size.dividend, over: size.divisor)
    var cost = ItemCost()
    switch payment {
    case .yearly: cost.running = amount
    case .once: cost.oneOff = amount
    case .investment(let days):
      cost.investment = amount
      cost.running = amount.scaled(by: 365, over: Int64(days))
    case .during(let days): cost.oneOff = amount.scaled(by: Int64(days), over: 365)
    }
    return cost
  }

  /// How many there are under a policy, in ten-thousandths; `nil` where that follows from what is
  /// simulated.
  public func count(under policy: String) -> Int64? {
    switch quantity {
    case .byPolicy(let counts): counts.first { $0.policy == policy }?.parts ?? 0
    case .fixed(let parts): parts
    case .eachPalletPlace: nil
    }
  }
}
