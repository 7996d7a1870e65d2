public import RandomStreams

/// When a location orders and for how much.
///
/// The target is operating stock + reserve. Orders are then rounded up to whole packs where packs
/// are ordered, and cut to the order maximum.
public enum OrderingRule: Sendable, Equatable {
  /// As soon as the position is below the target: up to the target.
  case orderUpTo
  /// When the position is at `reorderAt` or below: up to the target. (s, S)
  case minMax(reorderAt: StockLevel)
  /// When the position is at `reorderAt` or below: the fewest multiples of `quantity` that bring it
  /// above. (r, Q)
  case reorderPoint(reorderAt: StockLevel, quantity: StockLevel)
  /// As soon as what can be used before it expires, with what is on order, is below the target: what
  /// is missing. The target is then a cover net of expiry.
  case forwardCover
  /// A stated number of packs or units at every review, drawn anew each time, whatever the stock.
  case scheduled(quantity: CountDistribution)
  /// By a table of the stock's ages.
  case table(OrderTable)
}

/// How much to order by how much of the stock has how much life left.
///
/// The state is a row of counts: what expires after 1, 2, … reviews, the last count taking all that
/// lives longer or is on order. Counts beyond the table take its last row.
public struct OrderTable: Sendable, Equatable {
  /// Days of remaining life that one column spans. [days, 1 or more]
  public var daysPerColumn: Int
  /// How many values each column can take: counts from 0 to one less.
  public var counts: [Int]
  /// Orders, the last column's count varying fastest. [units]
  public var orders: [Int64]

  /// A table.
  public init(daysPerColumn: Int, counts: [Int], orders: [Int64]) {
    self.daysPerColumn = daysPerColumn
    self.counts = counts
    self.orders = orders
  }
}

/// When a location looks at its stock and orders. It ships to those below it on any day.
public enum ReviewRule: Sendable, Hashable {
  /// Whenever anything changes. [every tick]
  case onDemand
  /// So often, counted from the first day of the horizon; where ticks are shorter than a day, on the
  /// first tick of a daily review's day. [days, 1 or more]
  case every(days: Int)
  /// On these weekdays, 0 for Monday. [0…6, at least one]
  case weekdays([Int])
}

/// What becomes of what a parent cannot ship on the day it is asked.
public enum UnshippedRequests: String, Sendable, Hashable, CaseIterable {
  /// It is forgotten; the location asks again at its next review.
  case dropped
  /// The parent owes it, and ships it as soon as it can.
  case backlogged
}
