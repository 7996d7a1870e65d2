import SupplyModel

/// Demand that has found no stock and waits at its care unit, in the order in which it arose.
///
/// All care units share one row of records. Since a product's patience is the same everywhere, what
/// arose first runs out of it first: a place in the row that moves forward finds what ends today,
/// and nobody else is looked at. A record that has been served stays in the row, as nothing.
struct WaitingDemand: ~Copyable {
  /// Whether demand waits at all; if not, everything else here is empty.
  private(set) var isKept = false
  /// How long it waits; `Int.max` for ever. [days]
  private(set) var patienceDays = Int.max
  /// Whether its patience has no end.
  var isEndless: Bool { patienceDays == .max }
  private var records = Column<Record>()
  private var queues = Column<Queue>()
  /// Where what runs out of patience next stands in `records`.
  private var oldest = 0
  /// Care units that have received something while demand was waiting.
  private var stocked = Column<Int32>()

  struct Record: BitwiseCopyable {
    var node: Int32
    /// The day on which it arose, from the start of the warm-up.
    var day: Int32
    /// The next of the same care unit; −1 for none.
    var next: Int32
    /// What still waits. [units]
    var quantity: Int64
  }

  struct Queue: BitwiseCopyable {
    /// The oldest that has not been served in full; −1 for none.
    var first: Int32 = -1
    var last: Int32 = -1
    /// All that waits at the care unit. [units]
    var quantity: Int64 = 0
  }

  /// Forgets everything.
  mutating func reset(nodes: Int, shortfall: Shortfall) {
    switch shortfall {
    case .lost: isKept = false
    case .deferrable(let days):
      isKept = true
      patienceDays = days
    case .backlogged:
      isKept = true
      patienceDays = .max
    }
    records.removeAll()
    stocked.removeAll()
    oldest = 0
    queues.reset(to: Queue(), count: isKept ? nodes : 0)
  }

  /// What waits at a care unit. [units]
  @inline(__always)
  func quantity(_ node: Int) -> Int64 { isKept ? queues[node].quantity : 0 }

  /// Puts demand of today at the end of its care unit's queue.
  mutating func add(_ node: Int, _ quantity: Int64, on day: Int) {
    let record = Int32(records.count)
    records.append(Record(node: Int32(node), day: Int32(day), next: -1, quantity: quantity))
    if queues[node].first < 0 {
      queues[node].first = record
    } else {
      records[Int(queues[node].last)].next = record
    }
    queues[node].last = record
    queues[node].quantity += quantity
  }

  /// Takes what has been served out of a care unit's queue, oldest first.
  ///
  /// - Parameter served: at most what waits there. [units]
  mutating func serve(_ node: Int, _ served: Int64) {
    queues[node].quantity -= served
    var left = served
    while left > 0 {
      let first = Int(queues[node].first)
      let part = min(left, records[first].quantity)
      records[first].quantity -= part
      left -= part
      if records[first].quantity == 0 { queues[node].first = records[first].next }
    }
  }

  /// Takes out the next demand whose patience ends on a day; `nil` when none is left.
  mutating func nextEnding(on day: Int) -> (node: Int, quantity: Int64)? {
    while oldest < records.count, day - Int(records[oldest].day) >= patienceDays {
      let record = records[oldest]
      records[oldest].quantity = 0
      oldest += 1
      guard record.quantity > 0 else { continue }
      // Whatever of the care unit's arose before has left already, so it is the first of its queue.
      let node = Int(record.node)
      queues[node].first = record.next
      queues[node].quantity -= record.quantity
      return (node, record.quantity)
    }
    return nil
  }

  /// Notes that a care unit has stock again.
  @inline(__always)
  mutating func noteStock(_ node: Int) {
    if queues[node].quantity > 0 { stocked.append(Int32(node)) }
  }

  /// A care unit that has received something since it was last asked about; `nil` if none.
  @inline(__always)
  mutating func nextStocked() -> Int? {
    guard stocked.count > 0 else { return nil }
    let node = Int(stocked[stocked.count - 1])
    stocked.removeLast()
    return node
  }

  /// The next demand that still waits, from a place in the row on, in the order in which it arose;
  /// `nil` when there is none.
  func next(from first: Int) -> (place: Int, node: Int, day: Int, quantity: Int64)? {
    var place = first
    while place < records.count {
      let record = records[place]
      if record.quantity > 0 {
        return (place, Int(record.node), Int(record.day), record.quantity)
      }
      place += 1
    }
    return nil
  }

  /// What waits at a care unit, counted anew. [units]
  func recount(_ node: Int) -> Int64 {
    var sum: Int64 = 0
    guard isKept else { return 0 }
    var record = queues[node].first
    while record >= 0 {
      sum += records[Int(record)].quantity
      record = records[Int(record)].next
    }
    return sum
  }
}
