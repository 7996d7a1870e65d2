import RandomStreams
import SupplyModel

/// Which lot a location issues first, as the inner loop needs it.
struct IssuePlan: BitwiseCopyable {
  /// How lots are chosen.
  var kind: Kind
  /// A pick ignores expiry if a random number of 64 bits is below this.
  var ignoringExpiryBelow: UInt64 = 0
  /// What a pick takes at most. [units, 1 or more]
  var unitsPerPick: Int64 = 1

  enum Kind: UInt8, BitwiseCopyable {
    case fefo
    case fifo
    case lifo
    case mixed
  }

  init(_ order: IssueOrder, packSize: Int64) {
    switch order {
    case .fefo: kind = .fefo
    case .fifo: kind = .fifo
    case .lifo: kind = .lifo
    case .mixed(let basisPoints):
      kind = .mixed
      ignoringExpiryBelow =
        basisPoints >= 10_000 ? .max : (UInt64.max / 10_000 + 1) * UInt64(basisPoints)
      unitsPerPick = packSize
    }
  }

  /// Whether lots must remember when they were received.
  @inline(__always)
  var goesByArrival: Bool { kind == .fifo || kind == .lifo }
}

extension ProductRun {
  /// What a location can issue to those below it today: what lives long enough. [units]
  @inline(__always)
  mutating func issuable(_ node: Int) -> Int64 {
    if plans[node].issuesPlainly { return states[node].onHand }
    if plans[node].keepsReserve { return issuableBesidesReserve(node) }
    let minimum = Int(plans[node].minimumLifeAtIssueDays)
    guard minimum > 1 else { return states[node].onHand }
    return states[node].onHand - shelves.quantity(node, expiringBy: today + minimum - 1)
  }

  /// Takes up to `limit` units of the lot that is next in the location's issue order; there must be
  /// one. What is too short-dated for locations below is left for patients, if it has any; what
  /// stands in a reserve of its own comes last.
  @inline(__always)
  mutating func takeNext(_ node: Int, atMost limit: Int64, isForPatients: Bool = true) -> Lot {
    if plans[node].issuesPlainly { return shelves.takeFirst(node, atMost: limit) }
    let minimum = isForPatients ? 0 : plans[node].minimumLifeAtIssueDays
    return takeChosen(node, atMost: limit, expiringFrom: Int32(today) + max(1, minimum))
  }

  /// `takeNext` wherever it is not simply the first lot.
  private mutating func takeChosen(
    _ node: Int, atMost limit: Int64, expiringFrom earliest: Int32
  ) -> Lot {
    var first = 0
    while first < shelves.lotCount(node), shelves.lot(node, first).expiry < earliest { first += 1 }
    if plans[node].reserving.hasPool, first == shelves.lotCount(node) {
      return takeFromReserve(node, atMost: limit, expiringFrom: earliest)
    }
    switch plans[node].issue.kind {
    case .fefo: return shelves.take(node, first, atMost: limit)
    case .fifo: return shelves.take(node, earliestArrival(node, from: first), atMost: limit)
    case .lifo: return shelves.take(node, latestArrival(node, from: first), atMost: limit)
    case .mixed: return pick(node, atMost: limit, from: first)
    }
  }

  /// First in, first out: of one day's receipts the one that expires first.
  private mutating func earliestArrival(_ node: Int, from first: Int) -> Int {
    var found = first
    for place in first..<shelves.lotCount(node)
    where shelves.lot(node, place).arrival < shelves.lot(node, found).arrival {
      found = place
    }
    return found
  }

  /// Last in, first out: of one day's receipts the one that expires last.
  private mutating func latestArrival(_ node: Int, from first: Int) -> Int {
    var found = first
    for place in first..<shelves.lotCount(node)
    where shelves.lot(node, place).arrival >= shelves.lot(node, found).arrival {
      found = place
    }
    return found
  }

  /// One pick of up to a pack: first expired first out, or any unit with the same probability.
  ///
  /// Keyed by location, day and pick, so that what other locations do changes nothing here.
  private mutating func pick(_ node: Int, atMost limit: Int64, from first: Int) -> Lot {
    let plan = plans[node].issue
    if picks[node].day != Int32(today) { picks[node] = PickCount(day: Int32(today), count: 0) }
    var pickKey = key
    pickKey.location = locationIDs[node]
    pickKey.source = UInt64(picks[node].count >> 16)
    pickKey.purpose = StreamPurpose.pick.word(
      day: reportDay, ordinal: Int(picks[node].count & 0xFFFF))
    picks[node].count += 1
    var stream = pickKey.stream()
    let most = min(limit, plan.unitsPerPick)
    guard stream.next() < plan.ignoringExpiryBelow else {
      return shelves.take(node, first, atMost: most)
    }
    var usable: Int64 = 0
    for place in first..<shelves.lotCount(node) { usable += shelves.lot(node, place).quantity }
    var unit = Int64(stream.nextBelow(UInt64(usable)))
    var place = first
    while unit >= shelves.lot(node, place).quantity {
      unit -= shelves.lot(node, place).quantity
      place += 1
    }
    return shelves.take(node, place, atMost: most)
  }

  /// How many picks a location has made on a day.
  struct PickCount: BitwiseCopyable {
    var day: Int32
    var count: UInt32
  }
}
