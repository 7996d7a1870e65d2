/// What locations owe to those below them: for each the requests that it could not ship, oldest
/// first.
///
/// A chain of records for each location; records that are done with are used again.
struct OwedRequests: ~Copyable {
  private var records = Column<Record>()
  private var chains = Column<Chain>()
  private var free: Int32 = -1

  /// What one location is still owed of one request.
  struct Record: BitwiseCopyable {
    /// To whom it is owed.
    var child: Int32
    /// Where the next record of the chain stands; −1 at its end.
    var next: Int32
    /// How much, in whole packs where packs are ordered. [units, 1 or more]
    var quantity: Int64
  }

  struct Chain: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// A place in a chain.
  struct Cursor {
    fileprivate var previous: Int32 = -1
    fileprivate var current: Int32
  }

  /// Forgets everything.
  mutating func reset(nodes: Int) {
    records.removeAll()
    chains.reset(to: Chain(), count: nodes)
    free = -1
  }

  /// Adds a request at the end of a location's chain.
  mutating func append(_ quantity: Int64, to child: Int, by parent: Int) {
    let record = Record(child: Int32(child), next: -1, quantity: quantity)
    let place: Int32
    if free >= 0 {
      place = free
      free = records[Int(place)].next
      records[Int(place)] = record
    } else {
      place = Int32(records.count)
      records.append(record)
    }
    let last = chains[parent].last
    if last >= 0 {
      records[Int(last)].next = place
    } else {
      chains[parent].first = place
    }
    chains[parent].last = place
  }

  /// The oldest record of a location.
  func oldest(of parent: Int) -> Cursor { Cursor(current: chains[parent].first) }

  /// The record at a place; `nil` at the end.
  func record(at cursor: Cursor) -> Record? {
    cursor.current >= 0 ? records[Int(cursor.current)] : nil
  }

  /// Goes on to the next record.
  func advance(_ cursor: inout Cursor) {
    cursor.previous = cursor.current
    cursor.current = records[Int(cursor.current)].next
  }

  /// Takes a quantity off the record at a place and goes on to the next one; a record of nothing
  /// leaves the chain.
  mutating func pay(_ quantity: Int64, of parent: Int, at cursor: inout Cursor) {
    let place = cursor.current
    let next = records[Int(place)].next
    records[Int(place)].quantity -= quantity
    cursor.current = next
    guard records[Int(place)].quantity == 0 else {
      cursor.previous = place
      return
    }
    if cursor.previous >= 0 {
      records[Int(cursor.previous)].next = next
    } else {
      chains[parent].first = next
    }
    if next < 0 { chains[parent].last = cursor.previous }
    records[Int(place)].next = free
    free = place
  }
}
