/// Goods under way, by the day on which they are received.
///
/// A bucket for each day holds its shipments in the order in which they were sent; one more takes
/// what arrives after the end. Records that are done with are used again.
struct ShipmentCalendar: ~Copyable {
  private var records = Column<Shipment>()
  private var firstOfDay = Column<Int32>()
  private var lastOfDay = Column<Int32>()
  private var free: Int32 = -1

  /// One lot on its way to one location.
  struct Shipment: BitwiseCopyable {
    /// Who receives it.
    var node: Int32
    /// Who has sent it: a location, or −1 − k for the product's supplier k.
    var sender: Int32 = 0
    /// First day on which it can no longer be used. [day]
    var expiry: Int32
    /// Which record of the calendar comes after it; the calendar's own, kept here since it fills the
    /// room that alignment would leave empty.
    fileprivate(set) var next: Int32 = -1
    /// How much it is. [units]
    var quantity: Int64
  }

  /// Forgets everything and sets up a bucket for each of `days` days.
  mutating func reset(days: Int) {
    records.removeAll()
    free = -1
    firstOfDay.reset(to: -1, count: days + 1)
    lastOfDay.reset(to: -1, count: days + 1)
  }

  /// Sends a shipment that is received on a day.
  @inline(__always)
  mutating func send(_ shipment: Shipment, due day: Int) {
    let bucket = min(day, firstOfDay.count - 1)
    let record: Int32
    if free >= 0 {
      record = free
      free = records[Int(record)].next
      records[Int(record)] = shipment
    } else {
      record = Int32(records.count)
      records.append(shipment)
    }
    let last = lastOfDay[bucket]
    if last >= 0 {
      records[Int(last)].next = record
    } else {
      firstOfDay[bucket] = record
    }
    lastOfDay[bucket] = record
  }

  /// Whether anything is received on a day.
  @inline(__always)
  func isEmpty(on day: Int) -> Bool { firstOfDay[day] < 0 }

  /// Takes out the next shipment of a day, in the order of sending; `nil` when none is left.
  @inline(__always)
  mutating func receiveNext(on day: Int) -> Shipment? {
    let record = firstOfDay[day]
    guard record >= 0 else { return nil }
    let found = records[Int(record)]
    firstOfDay[day] = found.next
    if found.next < 0 { lastOfDay[day] = -1 }
    records[Int(record)].next = free
    free = record
    return found
  }

  /// Lets everything under way that expires after a day expire so many days later.
  mutating func extendLife(from today: Int, expiringAfter day: Int, by days: Int) {
    for bucket in today..<firstOfDay.count {
      var record = firstOfDay[bucket]
      while record >= 0 {
        if Int(records[Int(record)].expiry) > day {
          records[Int(record)].expiry += Int32(days)
        }
        record = records[Int(record)].next
      }
    }
  }

  /// Calls `body` with everything still under way from a day on.
  func forEach(from day: Int, _ body: (Shipment) -> Void) {
    for bucket in min(day, firstOfDay.count - 1)..<firstOfDay.count {
      var record = firstOfDay[bucket]
      while record >= 0 {
        body(records[Int(record)])
        record = records[Int(record)].next
      }
    }
  }

  /// Adds what is under way between locations from a day on to the pools of its receivers.
  func addTransit(from day: Int, to book: inout EnduranceBook) {
    for bucket in min(day, firstOfDay.count - 1)..<firstOfDay.count {
      var record = firstOfDay[bucket]
      while record >= 0 {
        let shipment = records[Int(record)]
        if shipment.sender >= 0 {
          book.add(shipment.quantity, expiry: shipment.expiry, at: Int(shipment.node))
        }
        record = shipment.next
      }
    }
  }
}
