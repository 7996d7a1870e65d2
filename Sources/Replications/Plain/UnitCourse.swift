/// Where a care unit stands after a stretch of days in which it has got all that it has asked for.
struct UnitCourse: BitwiseCopyable {
  var state: ProductRun.NodeState
  var passage: Passage
  /// Where its demand goes on.
  var next: Int32
  /// What patients got. [units]
  var served: Int64 = 0
  /// What came, the next morning each time. [units]
  var arrived: Int64 = 0
  /// What patients did not get. [units]
  var unmet: Int64 = 0
  /// Days with unmet demand. [days]
  var stockoutDays: Int64 = 0
  /// The first of them.
  var firstStockoutDay: Int64 = 0
  /// The days on which something came, one bit each, from `receiptWord` on.
  var receipts: UInt64 = 0
  /// Which word of a node's in `ProductRun.receiptDays` they are in; below 0 in the warm-up.
  var receiptWord = 0

  /// Notes unmet demand, once a day.
  @inline(__always)
  mutating func miss(_ quantity: Int64, on day: Int) {
    if stockoutDays == 0 { firstStockoutDay = Int64(day) }
    unmet += quantity
    stockoutDays += 1
  }
}
