import Replications
import SupplyModel

/// A book of goods kept beside the program, from nothing but the events of a traced replication: by
/// location and lot, and by lot on its way.
///
/// Which lot patients got is no event. What has been issued is kept apart until the lots' expiry tells
/// where it came from: what is then left of a lot in the book, and was not discarded, patients have got.
struct GoodsLedger {
  /// What is wrong; `nil` as long as nothing is.
  private(set) var problem: String?
  /// How many events have moved goods.
  private(set) var moves = 0
  private var places: [Int: Place] = [:]
  private var ways: [Way: Int64] = [:]

  /// A location.
  private struct Place {
    /// Received and not yet left otherwise than to patients, by expiry. [units]
    var lots: [Int: Int64] = [:]
    /// Given to patients, of which lot is not known yet. [units]
    var issued: Int64 = 0
  }

  /// A lot on its way.
  private struct Way: Hashable {
    /// A location, or −1 − k for supplier k.
    var from: Int
    var to: Int
    var due: Int
    var expiry: Int
  }

  /// The book after some events.
  init(_ events: some Sequence<TraceEvent>) {
    for event in events {
      add(event)
      if problem != nil { return }
    }
  }

  /// Whether an event moves goods.
  static func movesGoods(_ what: TraceEvent.What) -> Bool {
    switch what {
    case .startingLot, .received, .sentBack, .discarded, .shipped, .lost, .redistributed, .given,
      .transshipped, .waitingServed, .issuedAsSubstitute, .accepted, .owedDelivered:
      true
    case .demand(_, let served, _, _): served > 0
    default: false
    }
  }

  private mutating func add(_ event: TraceEvent) {
    if Self.movesGoods(event.what) { moves += 1 }
    guard let here = event.location?.index else {
      if case .lifeExtended(let days) = event.what { extendLives(after: event.day, by: days) }
      return
    }
    switch event.what {
    case .startingLot(let quantity, let expiry):
      places[here, default: Place()].lots[expiry, default: 0] += quantity
    case .accepted(let quantity, _, let supplier, let due, let expiry),
      .owedDelivered(let quantity, let supplier, let due, let expiry):
      send(quantity, Way(from: -1 - supplier.index, to: here, due: due, expiry: expiry))
    case .shipped(let quantity, let child, let due, let expiry),
      .redistributed(let quantity, let child, let due, let expiry),
      .given(let quantity, let child, let due, let expiry),
      .transshipped(let quantity, let child, let due, let expiry):
      take(quantity, expiry, event)
      send(quantity, Way(from: here, to: child.index, due: due, expiry: expiry))
    case .received(let quantity, let source, let expiry):
      arrive(quantity, source, expiry, event)
      places[here, default: Place()].lots[expiry, default: 0] += quantity
    case .sentBack(let quantity, let source, let expiry): arrive(quantity, source, expiry, event)
    case .discarded(let quantity, let expiry):
      if expiry > event.day { problem = "\(event): discarded before its expiry" }
      take(quantity, expiry, event)
    case .lost(let quantity, let expiry, _): take(quantity, expiry, event)
    case .demand(_, let served, _, _): places[here, default: Place()].issued += served
    case .waitingServed(let quantity), .issuedAsSubstitute(let quantity, _):
      places[here, default: Place()].issued += quantity
    case .endOfDay(let standing): compare(standing, event)
    default: break
    }
  }

  private mutating func send(_ quantity: Int64, _ way: Way) {
    ways[way, default: 0] += quantity
  }

  /// A lot arrives that was sent to arrive on this day, by this sender, with this expiry.
  private mutating func arrive(
    _ quantity: Int64, _ source: TraceEvent.Source, _ expiry: Int, _ event: TraceEvent
  ) {
    let from =
      switch source {
      case .location(let location): location.index
      case .supplier(let supplier): -1 - supplier.index
      }
    let way = Way(from: from, to: event.location?.index ?? -1, due: event.day, expiry: expiry)
    guard let sent = ways[way], sent >= quantity else {
      problem = "\(event): only \(ways[way] ?? 0) of it were to arrive today"
      return
    }
    ways[way] = sent == quantity ? nil : sent - quantity
  }

  /// Units of a lot leave a location.
  private mutating func take(_ quantity: Int64, _ expiry: Int, _ event: TraceEvent) {
    let here = event.location?.index ?? -1
    let held = places[here]?.lots[expiry] ?? 0
    guard held >= quantity else {
      problem = "\(event): of that lot \(held) were left"
      return
    }
    places[here]?.lots[expiry] = held == quantity ? nil : held - quantity
  }

  /// What has not expired expires later, on shelves and on its way.
  private mutating func extendLives(after day: Int, by days: Int) {
    for here in Array(places.keys) {
      let lots = places[here]?.lots ?? [:]
      places[here]?.lots = Dictionary(
        lots.map { ($0 > day ? $0 + days : $0, $1) }, uniquingKeysWith: +)
    }
    ways = Dictionary(
      ways.map { way, quantity in
        var way = way
        if way.expiry > day { way.expiry += days }
        return (way, quantity)
      }, uniquingKeysWith: +)
  }

  /// At the end of a day: received + initial = issued + discarded + destroyed + sent on + on hand, and
  /// what is on order is what is on its way here.
  private mutating func compare(_ standing: TraceEvent.Standing, _ event: TraceEvent) {
    let here = event.location?.index ?? -1
    var place = places[here] ?? Place()
    for (expiry, quantity) in place.lots where expiry <= event.day {
      place.issued -= quantity
      place.lots[expiry] = nil
    }
    places[here] = place
    if place.issued < 0 {
      problem = "\(event): \(-place.issued) units that expired were neither issued nor discarded"
    }
    let onHand = place.lots.values.reduce(0, +) - place.issued
    if onHand != standing.onHand {
      problem = "\(event): by the book \(onHand) are on hand"
    }
    let coming = ways.reduce(0) { $0 + ($1.key.to == here ? $1.value : 0) }
    if coming != standing.onOrder { problem = "\(event): by the book \(coming) are on their way" }
  }
}
