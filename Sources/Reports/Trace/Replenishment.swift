import Replications
import SupplyModel

/// What a location asked for on a day, and what came of it.
struct Replenishment {
  /// When it asked.
  let day: Int
  /// Whom.
  let source: TraceEvent.Source
  /// How much. [units]
  let asked: Int64
  /// How much it was granted that day. [units]
  var granted: Int64
  /// When what left for it that day arrives; `nil` if nothing left.
  var due: Int?
  /// What the location above could issue to all who asked, and how it was shared, if less was
  /// granted than asked for.
  var cut: (available: Int64, rule: TraceEvent.RuleKind)?
  /// Whether nothing could be sent, because transport was cut.
  var isTransportCut = false
  /// What is owed of it. [units]
  var owed: Int64 = 0
  /// Why the supplier did not accept all, if it did not.
  var refusal: TraceEvent.Refusal?
  /// Who delivers it, if that is not the supplier that was asked first.
  var standIn: Position<Supplier>?
  /// The shortage that holds it, if one does.
  var holding: Position<ShortageProcess>?

  /// Whether all was granted that was asked for.
  var isFull: Bool { granted == asked }
}

/// The events of a trace, found by location.
struct TraceBook {
  let events: [TraceEvent]
  private var places: [Position<Location>: [Int]] = [:]

  init(_ events: [TraceEvent]) {
    self.events = events
    for (index, event) in events.enumerated() {
      guard let location = event.location else { continue }
      places[location, default: []].append(index)
      switch event.what {
      case .shipped(_, let child, _, _), .cut(_, _, let child, _, _), .owed(_, let child),
        .owedShipped(_, let child), .transportCut(_, let child), .given(_, let child, _, _),
        .transshipped(_, let child, _, _):
        places[child, default: []].append(index)
      default: break
      }
    }
  }

  /// What happened at a location, and what those above did for it, in order.
  func events(about location: Position<Location>) -> [TraceEvent] {
    (places[location] ?? []).map { events[$0] }
  }

  /// What happened at a location on some days.
  func events(at location: Position<Location>, days: ClosedRange<Int>) -> [TraceEvent] {
    events(about: location).filter { $0.location == location && days.contains($0.day) }
  }

  /// First day of which something is known.
  var firstDay: Int { events.first?.day ?? 0 }

  /// Everything a location asked for, oldest first.
  func replenishments(of location: Position<Location>) -> [Replenishment] {
    var found: [Replenishment] = []
    for event in events(about: location) {
      if event.location == location, case .asked(let quantity, let source) = event.what {
        found.append(
          Replenishment(day: event.day, source: source, asked: quantity, granted: quantity))
        if case .supplier = source { found[found.count - 1].granted = 0 }
      }
      guard var last = found.last, last.day == event.day else { continue }
      switch event.what {
      case .shipped(_, location, let due, _): last.due = max(last.due ?? due, due)
      case .cut(_, let granted, location, let available, let rule):
        last.granted = granted
        last.cut = (available, rule)
      case .transportCut(_, location):
        last.granted = 0
        last.isTransportCut = true
      case .owed(let quantity, location): last.owed = quantity
      case .accepted(let quantity, _, let supplier, let due, _):
        last.granted += quantity
        last.due = max(last.due ?? due, due)
        if last.source != .supplier(supplier) { last.standIn = supplier }
      case .held(_, _, let shortage, _): last.holding = shortage
      case .owedBySupplier(let quantity, _): last.owed = quantity
      case .refused(_, _, _, let reason): last.refusal = reason
      case .given(let quantity, location, let due, _),
        .transshipped(let quantity, location, let due, _):
        // What a reserve or another region sends makes good what was refused.
        last.granted = min(last.asked, last.granted + quantity)
        last.due = max(last.due ?? due, due)
      default: continue
      }
      found[found.count - 1] = last
    }
    return found
  }

  /// How a location stood at the end of a day; `nil` before anything is known.
  func standing(of location: Position<Location>, on day: Int) -> TraceEvent.Standing? {
    var found: TraceEvent.Standing?
    for event in events(at: location, days: firstDay...max(firstDay, day)) {
      if case .endOfDay(let standing) = event.what { found = standing }
    }
    return found
  }

  /// What a location had on its shelves when it shipped on a day: what is left and what went
  /// out, without what came in afterwards. [units]
  func onHandBeforeShipping(_ location: Position<Location>, on day: Int) -> Int64 {
    var sum = day > firstDay ? standing(of: location, on: day - 1)?.onHand ?? 0 : 0
    for event in events(at: location, days: day...day) {
      switch event.what {
      case .startingLot(let quantity, _), .received(let quantity, _, _): sum += quantity
      case .discarded(let quantity, _), .waitingServed(let quantity), .lost(let quantity, _, _):
        sum -= quantity
      case .demand(_, let served, _, _): sum -= served
      case .shipped, .cut, .transportCut, .asked, .endOfDay: return sum
      default: break
      }
    }
    return sum
  }
}
