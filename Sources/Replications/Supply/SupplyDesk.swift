/// How a product's suppliers stand in one run: what shortages do to them, what they owe, and how much
/// has been bought of them under a ceiling.
struct SupplyDesk: ~Copyable {
  /// By supplier: as of the last day on which somebody ordered.
  var conditions = Column<SupplierCondition>()
  /// First day on which a condition may differ from that. [day since the start of the warm-up]
  var nextChange = 0
  /// What all suppliers owe together. [units]
  private(set) var owedInAll: Int64 = 0
  /// By supplier: what it owes. [units]
  private(set) var owed = Column<Int64>()
  /// What each supplier owes each location, supplier after supplier. [units]
  private var owedTo = Column<Int64>()
  /// The same order by order, oldest first, of suppliers who serve first who came first.
  var records = OwedRequests()
  /// The suppliers that orders go to today, one after the other: chain after chain, `routeLengths` of
  /// each.
  var routes = Column<Int32>()
  var routeLengths = Column<Int32>()
  /// What has been bought in a period, supplier after supplier, by location.
  private var bought = Column<Purchases>()
  private var nodeCount = 0

  /// What a location has bought of a supplier in one period of its agreement.
  struct Purchases: BitwiseCopyable {
    var period = Int32.min
    var units: Int64 = 0
  }

  /// Forgets everything.
  mutating func reset(suppliers: Int, nodes: Int) {
    nodeCount = nodes
    conditions.reset(to: SupplierCondition(), count: suppliers)
    nextChange = 0
    owedInAll = 0
    owed.reset(to: 0, count: suppliers)
    owedTo.reset(to: 0, count: suppliers * nodes)
    records.reset(nodes: suppliers)
    bought.reset(to: Purchases(), count: suppliers * nodes)
  }

  /// What a supplier owes a location. [units]
  func owed(by supplier: Int, to node: Int) -> Int64 { owedTo[supplier * nodeCount + node] }

  /// Books a change of what a supplier owes a location.
  mutating func changeOwed(by supplier: Int, to node: Int, _ change: Int64) {
    owedTo[supplier * nodeCount + node] += change
    owed[supplier] += change
    owedInAll += change
  }

  /// What a location has bought of a supplier in a period. [units]
  func bought(of supplier: Int, by node: Int, period: Int) -> Int64 {
    let purchases = bought[supplier * nodeCount + node]
    return Int(purchases.period) == period ? purchases.units : 0
  }

  /// Notes that a location has bought something in a period.
  mutating func noteBought(_ units: Int64, of supplier: Int, by node: Int, period: Int) {
    let sum = bought(of: supplier, by: node, period: period) + units
    bought[supplier * nodeCount + node] = Purchases(period: Int32(period), units: sum)
  }

  /// What stands in a supplier's list against a location's name. [units]
  func recorded(by supplier: Int, to node: Int) -> Int64 {
    var sum: Int64 = 0
    var cursor = records.oldest(of: supplier)
    while let record = records.record(at: cursor) {
      if Int(record.child) == node { sum += record.quantity }
      records.advance(&cursor)
    }
    return sum
  }
}
