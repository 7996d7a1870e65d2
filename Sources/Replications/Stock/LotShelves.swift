/// A quantity of one product with one expiry day.
struct Lot: BitwiseCopyable {
  /// First day on which it can no longer be used. [day]
  var expiry: Int32
  /// When it was received, where lots are issued by that; elsewhere 0, so that what expires the
  /// same day stands together. [day]
  var arrival: Int32
  /// How much there is; above 0 while it stands on a shelf. [units]
  var quantity: Int64
}

/// The lots of every location, first to expire first.
///
/// All shelves lie in one row of memory, each with some room to spare at both ends: issuing takes
/// from the front, and what arrives usually belongs near the back. A shelf that is full moves to
/// the end of the row with twice the room, so that after some days nothing moves any more.
///
/// The lots of one shelf, on which many stand, may stand in `ExpiryBins` instead.
struct LotShelves: ~Copyable {
  private var lots = Column<Lot>()
  private var shelves = Column<Shelf>()
  private var bins = ExpiryBins()
  /// The shelf whose lots stand in the bins; −1 for none.
  private var binned = -1

  struct Shelf: BitwiseCopyable {
    /// Where its room begins in the row.
    var base: Int32
    /// How many lots its room takes.
    var capacity: Int32
    /// Where its first lot stands.
    var first: Int32
    /// How many lots stand on it.
    var count: Int32
  }

  /// Empties everything and sets up `count` shelves.
  mutating func reset(count: Int) {
    let room: Int32 = 8
    binned = -1
    lots.reset(to: Lot(expiry: 0, arrival: 0, quantity: 0), count: count * Int(room))
    shelves.removeAll()
    for node in 0..<count {
      let base = Int32(node) * room
      shelves.append(Shelf(base: base, capacity: room, first: base, count: 0))
    }
  }

  /// Puts the lots of a shelf into bins, if no more can come than these take; there must be no
  /// difference between lots that expire on the same day.
  ///
  /// - Parameter days: what comes expires before this day.
  mutating func bin(_ node: Int, days: Int) {
    bins.reset(days: days)
    let shelf = shelves[node]
    for place in Int(shelf.first)..<Int(shelf.first + shelf.count) {
      guard bins.insert(lots[place].expiry, lots[place].quantity) else { return }
    }
    shelves[node].count = 0
    shelves[node].first = shelf.base
    binned = node
  }

  /// Puts the lots in the bins back on their shelf.
  @inline(never)
  private mutating func unbin() {
    let node = binned
    binned = -1
    while bins.earliest < .max {
      let lot = bins.takeFirst(atMost: .max)
      putOnShelf(node, expiry: lot.expiry, arrival: 0, quantity: lot.quantity)
    }
  }

  /// How many lots stand on a shelf.
  @inline(__always)
  func lotCount(_ node: Int) -> Int { node == binned ? bins.count : Int(shelves[node].count) }

  /// The lot in a place counted from the one that expires first.
  @inline(__always)
  func lot(_ node: Int, _ place: Int) -> Lot {
    node == binned ? bins.lot(place) : lots[Int(shelves[node].first) + place]
  }

  /// Day on which the next lot expires; `Int32.max` if the shelf is empty.
  @inline(__always)
  func earliestExpiry(_ node: Int) -> Int32 {
    if node == binned { return bins.earliest }
    let shelf = shelves[node]
    return shelf.count > 0 ? lots[Int(shelf.first)].expiry : .max
  }

  /// How much expires on or before a day. [units]
  @inline(__always)
  func quantity(_ node: Int, expiringBy day: Int) -> Int64 {
    if node == binned { return bins.quantity(expiringBy: day) }
    let shelf = shelves[node]
    var sum: Int64 = 0
    var place = Int(shelf.first)
    let end = place + Int(shelf.count)
    while place < end, Int(lots[place].expiry) <= day {
      sum += lots[place].quantity
      place += 1
    }
    return sum
  }

  /// Puts a quantity on the shelf, together with what expires and was received the same day.
  @inline(__always)
  mutating func insert(_ node: Int, expiry: Int32, arrival: Int32 = 0, quantity: Int64) {
    if node == binned {
      if bins.insert(expiry, quantity) { return }
      unbin()
    }
    putOnShelf(node, expiry: expiry, arrival: arrival, quantity: quantity)
  }

  @inline(__always)
  private mutating func putOnShelf(
    _ node: Int, expiry: Int32, arrival: Int32, quantity: Int64
  ) {
    var shelf = shelves[node]
    var end = Int(shelf.first + shelf.count)
    var place = placeAfter(expiry, Int(shelf.first), end)
    if place > Int(shelf.first), lots[place - 1].expiry == expiry,
      lots[place - 1].arrival == arrival
    {
      lots[place - 1].quantity += quantity
      return
    }
    if end == Int(shelf.base + shelf.capacity) {
      let offset = place - Int(shelf.first)
      makeRoom(node)
      shelf = shelves[node]
      place = Int(shelf.first) + offset
      end = Int(shelf.first + shelf.count)
    }
    lots.openGap(at: place, end: end)
    lots[place] = Lot(expiry: expiry, arrival: arrival, quantity: quantity)
    shelves[node].count = shelf.count + 1
  }

  /// The place behind everything on a shelf that expires on or before a day.
  @inline(__always)
  private func placeAfter(_ expiry: Int32, _ first: Int, _ end: Int) -> Int {
    var low = first
    var place = end
    // What arrives belongs near the back of a short shelf, but anywhere on a long one.
    while place - low > 16 {
      let middle = (low + place) >> 1
      if lots[middle].expiry > expiry { place = middle } else { low = middle + 1 }
    }
    while place > low, lots[place - 1].expiry > expiry { place -= 1 }
    return place
  }

  /// Takes up to `limit` units of the lot that expires first; the shelf must not be empty.
  @inline(__always)
  mutating func takeFirst(_ node: Int, atMost limit: Int64) -> Lot {
    if node == binned { return bins.takeFirst(atMost: limit) }
    let first = Int(shelves[node].first)
    let lot = lots[first]
    if lot.quantity > limit {
      lots[first].quantity = lot.quantity - limit
      return Lot(expiry: lot.expiry, arrival: lot.arrival, quantity: limit)
    }
    shelves[node].first += 1
    shelves[node].count -= 1
    if shelves[node].count == 0 { shelves[node].first = shelves[node].base }
    return lot
  }

  /// Takes so many units off a shelf, what expires first first; there must be as many, and at least one.
  @inline(__always)
  mutating func issue(_ node: Int, _ quantity: Int64) {
    if node == binned {
      bins.issue(quantity)
      return
    }
    let shelf = shelves[node]
    var place = Int(shelf.first)
    var left = quantity
    while true {
      let there = lots[place].quantity
      if there > left {
        lots[place].quantity = there - left
        break
      }
      left -= there
      place += 1
      if left == 0 { break }
    }
    let emptied = Int32(truncatingIfNeeded: place) - shelf.first
    guard emptied > 0 else { return }
    let count = shelf.count - emptied
    precondition(count >= 0, "more was issued than stands on the shelf")
    shelves[node].first = count > 0 ? shelf.first + emptied : shelf.base
    shelves[node].count = count
  }

  /// Takes up to `limit` units of the lot in a place.
  mutating func take(_ node: Int, _ place: Int, atMost limit: Int64) -> Lot {
    guard place > 0 else { return takeFirst(node, atMost: limit) }
    if node == binned { unbin() }
    let index = Int(shelves[node].first) + place
    let lot = lots[index]
    if lot.quantity > limit {
      lots[index].quantity = lot.quantity - limit
      return Lot(expiry: lot.expiry, arrival: lot.arrival, quantity: limit)
    }
    let after = Int(shelves[node].count) - place - 1
    if after > 0 { lots.move(from: index + 1, to: index, length: after) }
    shelves[node].count -= 1
    return lot
  }

  /// Lets every lot on a shelf that expires after a day expire so many days later.
  mutating func extendLife(_ node: Int, expiringAfter day: Int, by days: Int) {
    if node == binned { unbin() }
    let first = Int(shelves[node].first)
    for index in first..<first + Int(shelves[node].count) where Int(lots[index].expiry) > day {
      lots[index].expiry += Int32(days)
    }
  }

  /// Slides the lots of a full shelf to the front of its room, or moves them to a larger one.
  private mutating func makeRoom(_ node: Int) {
    let shelf = shelves[node]
    if shelf.first > shelf.base + shelf.capacity / 4 {
      lots.move(from: Int(shelf.first), to: Int(shelf.base), length: Int(shelf.count))
      shelves[node].first = shelf.base
      return
    }
    let newBase = lots.count
    let newCapacity = Int(shelf.capacity) * 2
    for _ in 0..<newCapacity { lots.append(Lot(expiry: 0, arrival: 0, quantity: 0)) }
    lots.move(from: Int(shelf.first), to: newBase, length: Int(shelf.count))
    shelves[node] = Shelf(
      base: Int32(newBase), capacity: Int32(newCapacity), first: Int32(newBase),
      count: shelf.count)
  }
}
