import Quantities
import RandomStreams
import SupplyModel

/// When a node orders and for how much, as plain numbers.
struct OrderPlan: Sendable, BitwiseCopyable {
  /// The rule that says how much.
  var rule: Rule
  /// Whether the node is looked at on every review day, even if nothing has changed: its rule goes
  /// by the calendar, or one order may not be enough.
  var staysDue: Bool
  /// Whether its parent owes it what it cannot ship.
  var requestsAreOwed: Bool
  /// Where the rule's table stands in `OrderTables`, if it has one.
  var table: Int32 = 0
  /// An order is made when the position is here or below, if the rule has such a point. [units]
  var reorderAt: Int64 = 0
  /// What is ordered in multiples of, if the rule says so. [units, 1 or more]
  var quantity: Int64 = 1
  /// The most that one order may be for, in whole packs where packs are ordered. [units]
  var maximum: Int64

  /// The ordering rules; each has a file of its own beside this one.
  enum Rule: UInt8, Sendable, BitwiseCopyable {
    case orderUpTo
    case minMax
    case reorderPoint
    case forwardCover
    case scheduled
    case table
  }

  /// A plan from what a policy says; tables are added to `tables`.
  ///
  /// Choices where the scenario's words leave one:
  ///
  /// - points and quantities of a rule are exact, and never rounded to packs themselves; orders are;
  /// - an order maximum that is not in whole packs is cut down to them; a valid model's is at least
  ///   one pack.
  init(
    _ settings: PolicySettings, of product: Product, normalConsumption: DailyRate,
    orderMultiple: Int64, ticksPerDay: Int, tables: inout OrderTables
  ) {
    func units(_ level: StockLevel) -> Int64 {
      level.units(
        of: product, normalConsumption: normalConsumption, rounding: .none,
        ticksPerDay: ticksPerDay)
    }
    switch settings.ordering {
    case .orderUpTo: rule = .orderUpTo
    case .minMax(let level):
      rule = .minMax
      reorderAt = units(level)
    case .reorderPoint(let level, let size):
      rule = .reorderPoint
      reorderAt = units(level)
      quantity = max(1, units(size))
    case .forwardCover: rule = .forwardCover
    case .scheduled(let counts):
      rule = .scheduled
      table = tables.add(counts)
    case .table(let orders):
      rule = .table
      table = tables.add(orders)
    }
    if let level = settings.orderMaximum {
      let most = units(level)
      maximum = most - most % orderMultiple
    } else {
      maximum = .max
    }
    requestsAreOwed = settings.requests == .backlogged
    switch rule {
    case .orderUpTo, .minMax, .reorderPoint: staysDue = maximum < .max
    case .forwardCover, .scheduled, .table: staysDue = true
    }
  }
}
