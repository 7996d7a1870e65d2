import RandomStreams
import SupplyModel

/// What is too large for a node's plan: tables and distributions, referred to by their place.
struct OrderTables: Sendable {
  /// Times from shipping to receipt that are drawn. [days]
  private(set) var transferTimes: [Distribution] = []
  /// Distributions of scheduled quantities.
  private(set) var schedules: [Schedule] = []
  /// The alias tables of all schedules, one after the other.
  private(set) var scheduleCells: [AliasCell] = []
  /// Orders by the ages of the stock.
  private(set) var ageTables: [AgeTable] = []
  /// The numbers of all tables of ages: of each its columns' counts, then its orders.
  private(set) var ageNumbers: [Int64] = []

  private var knownCounts: [CountDistribution] = []
  private var knownAges: [OrderTable] = []

  /// Where a scheduled quantity's alias table stands.
  struct Schedule: Sendable, BitwiseCopyable {
    var firstCell: Int
    /// The table has 2^`cellBits` cells.
    var cellBits: Int
  }

  /// Where a table of ages stands.
  struct AgeTable: Sendable, BitwiseCopyable {
    /// Days of remaining life that one column spans. [days, 1 or more]
    var daysPerColumn: Int
    var columns: Int
    /// Where the counts of its columns begin.
    var firstCount: Int
    /// Where its orders begin.
    var firstOrder: Int
  }

  /// Adds a transfer time; the same one is kept once.
  mutating func add(_ time: Distribution) -> Int32 {
    if let known = transferTimes.firstIndex(of: time) { return Int32(known) }
    transferTimes.append(time)
    return Int32(transferTimes.count - 1)
  }

  /// Adds a distribution of scheduled quantities; the same one is kept once.
  mutating func add(_ counts: CountDistribution) -> Int32 {
    if let known = knownCounts.firstIndex(of: counts) { return Int32(known) }
    let table = DiscreteTable.tabulated(counts, multiplier: 1)
    knownCounts.append(counts)
    schedules.append(Schedule(firstCell: scheduleCells.count, cellBits: table.cellBits))
    scheduleCells += table.cells
    return Int32(schedules.count - 1)
  }

  /// Adds a table of ages; the same one is kept once.
  mutating func add(_ orders: OrderTable) -> Int32 {
    if let known = knownAges.firstIndex(of: orders) { return Int32(known) }
    precondition(
      orders.daysPerColumn >= 1 && !orders.counts.isEmpty
        && orders.counts.allSatisfy { $0 >= 1 }
        && orders.counts.reduce(1, *) == orders.orders.count,
      "An order table should have an order for each combination of counts.")
    knownAges.append(orders)
    let firstCount = ageNumbers.count
    ageNumbers += orders.counts.map(Int64.init) + orders.orders
    ageTables.append(
      AgeTable(
        daysPerColumn: orders.daysPerColumn, columns: orders.counts.count,
        firstCount: firstCount, firstOrder: firstCount + orders.counts.count))
    return Int32(ageTables.count - 1)
  }
}
