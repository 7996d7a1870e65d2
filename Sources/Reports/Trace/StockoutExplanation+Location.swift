import Quantities
import RandomStreams
import Replications
import SupplyModel

extension StockoutExplanation {
  /// Why a location did not have enough on a day, and in turn those above it.
  ///
  /// Its position was last made good by the latest order that was filled and has arrived; what it
  /// lacks is what has happened since then.
  mutating func follow(
    _ location: Position<Location>, lackedOn day: Int, isCareUnit: Bool = false
  ) {
    let orders = book.replenishments(of: location).filter { $0.day < day }
    let usual = usualLeadDays(of: location)
    let filled = orders.last { $0.isFull && ($0.due ?? .max) <= day }
    let since = filled.map { $0.day } ?? book.firstDay - 1
    let recent = orders.filter { $0.day > since }
    sayStanding(location, on: day)
    sayReceipts(location, until: day)
    if isCareUnit { sayDemand(location, after: since, until: day, filled) }
    if !isCareUnit { sayRequests(location, after: since, until: day) }
    sayLosses(location, after: since, until: day)
    let late = recent.filter { order in
      guard let due = order.due, order.granted > 0 else { return false }
      return due > day && order.day + usual <= day
    }
    for order in late { sayLate(order, location, usual) }
    let inTime = recent.filter {
      !$0.isFull && $0.day + usual <= day && !isSettled($0, of: location, inTimeFor: day - usual)
    }
    sayUnderWay(recent.filter { order in order.due.map { $0 > day } ?? false }, besides: late)
    guard let last = inTime.last else {
      if recent.isEmpty { sayLastOrder(orders.last, location) }
      return
    }
    switch last.source {
    case .location(let parent): sayCuts(inTime, of: location, by: parent)
    case .supplier: sayRefusals(inTime, of: location)
    }
  }

  /// From order to receipt, as a planner counts on it. [days]
  func usualLeadDays(of location: Position<Location>) -> Int {
    switch model.content.locations[location].source(of: item.category) {
    case .location(_, .days(let days)): days
    case .location(_, .drawn(let time)): max(1, Int((time.mean + 0.5).rounded(.down)))
    case .supplier(let supplier):
      Int((model.content.suppliers[supplier].leadTime.mean + 0.5).rounded(.down))
    case nil: 0
    }
  }

  /// Whether what was owed of a cut order had left in time after all.
  private func isSettled(
    _ order: Replenishment, of location: Position<Location>, inTimeFor day: Int
  ) -> Bool {
    guard order.owed > 0 else { return false }
    return book.standing(of: location, on: day)?.owedToIt == 0
  }

  private mutating func sayStanding(_ location: Position<Location>, on day: Int) {
    guard day > book.firstDay, let standing = book.standing(of: location, on: day - 1) else {
      return
    }
    var parts = ["\(standing.onHand) on hand"]
    if standing.onOrder > 0 { parts.append("\(standing.onOrder) on order") }
    if standing.owedToIt > 0 { parts.append("\(standing.owedToIt) owed to it") }
    if standing.owedByIt > 0 { parts.append("\(standing.owedByIt) owed by it") }
    if standing.waiting > 0 { parts.append("\(standing.waiting) waiting") }
    say(
      "\(words.date(day - 1)), \(words.name(location)): ended the day with "
        + parts.joined(separator: ", ") + ".")
  }

  private mutating func sayReceipts(_ location: Position<Location>, until day: Int) {
    let receipts = book.events(about: location).compactMap { event -> String? in
      guard event.location == location, event.day <= day,
        case .received(let quantity, let source, _) = event.what
      else { return nil }
      return "\(words.units(quantity)) from \(words.name(source)) on \(words.date(event.day))"
    }
    say(
      receipts.isEmpty
        ? "\(words.name(location)) had received nothing before."
        : "\(words.name(location)) had last received " + receipts.suffix(3).joined(separator: ", ")
          + ".")
  }

  private mutating func sayDemand(
    _ location: Position<Location>, after since: Int, until day: Int, _ filled: Replenishment?
  ) {
    var asked: Int64 = 0
    for event in book.events(at: location, days: since + 1...day) {
      if case .demand(let quantity, _, _, _) = event.what { asked += quantity }
    }
    exceedsNormal = Double(asked) > expected(location, day - since)
    let start =
      filled.map { "Since its order of \(words.date($0.day)) was filled" } ?? "Since the beginning"
    say("\(start), patients had asked for \(words.units(asked)) in \(normal(location, day - since)).")
  }

  private mutating func sayRequests(
    _ location: Position<Location>, after since: Int, until day: Int
  ) {
    var shipped: Int64 = 0
    for event in book.events(at: location, days: since + 1...day) {
      if case .shipped(let quantity, _, _, _) = event.what { shipped += quantity }
    }
    let start =
      since < book.firstDay ? "since the beginning" : "since \(words.date(since)), when it last "
        + "asked for something that has all arrived"
    say(
      "\(words.name(location)) had shipped \(words.units(shipped)) \(start), in "
        + "\(normal(location, day - since)).")
  }

  /// `7 days; normal consumption is 14.0 units in that time`.
  private func normal(_ location: Position<Location>, _ days: Int) -> String {
    "\(words.length(days)); normal consumption is "
      + "\(ReadableNumber.text(expected(location, days))) units in that time"
  }

  /// Normal consumption at and below a location. [units]
  private func expected(_ location: Position<Location>, _ days: Int) -> Double {
    let node = model.networks[product.index].nodes.first { $0.location == location }
    let perDay = node?.normalConsumption.unitsPerDay ?? 0
    return perDay * Double(days) / Double(model.content.experiment.ticksPerDay)
  }

  /// What left a location other than for those it supplies.
  private mutating func sayLosses(
    _ location: Position<Location>, after since: Int, until day: Int
  ) {
    for event in book.events(at: location, days: since + 1...day) {
      let date = words.date(event.day)
      switch event.what {
      case .discarded(let quantity, _):
        say("\(date), \(words.name(location)): \(words.units(quantity)) expired and left.")
        blame("\(words.units(quantity)) expired at \(words.name(location)) on \(date)")
      case .sentBack(let quantity, let source, let expiry):
        say(
          "\(date), \(words.name(location)): \(words.units(quantity)) from \(words.name(source)) "
            + "went back, too short-dated (expiry \(words.date(expiry))).")
        blame(
          "\(words.units(quantity)) went back from \(words.name(location)) on \(date), too "
            + "short-dated")
      case .redistributed(let quantity, let receiver, _, _):
        say(
          "\(date), \(words.name(location)): \(words.units(quantity)), short-dated, went to "
            + "\(words.name(receiver)).")
        blame("\(words.units(quantity)) were moved to \(words.name(receiver)) on \(date)")
      default: break
      }
    }
  }

  private mutating func sayLate(
    _ order: Replenishment, _ location: Position<Location>, _ usual: Int
  ) {
    guard let due = order.due else { return }
    let phases = model.content.timeline.filter {
      $0.leadTimeMultiplier > 1 && $0.strength(onDay: order.day) > 0
    }.map { "“\($0.name)”" }
    var longer = ""
    if case .supplier = order.source, !phases.isEmpty {
      longer = "; phase \(phases.joined(separator: ", ")) makes lead times longer"
    }
    let text =
      "\(words.units(order.granted)) that \(words.name(location)) ordered from "
      + "\(words.name(order.source)) on \(words.date(order.day)) took "
      + "\(words.length(due - order.day)) (usually \(words.length(usual))), to \(words.date(due))\(longer)"
    say(text + ".")
    blame("late delivery: " + text)
  }

  private mutating func sayUnderWay(_ orders: [Replenishment], besides late: [Replenishment]) {
    for order in orders.suffix(3) where !late.contains(where: { $0.day == order.day }) {
      guard let due = order.due else { continue }
      say(
        "Under way: \(order.granted) of \(order.asked) asked of \(words.name(order.source)) on "
          + "\(words.date(order.day)), due \(words.date(due)).")
    }
  }

  private mutating func sayLastOrder(_ order: Replenishment?, _ location: Position<Location>) {
    guard let order else {
      say("\(words.name(location)) had not asked for anything before.")
      return
    }
    say(
      "\(words.name(location)) had last asked for \(words.units(order.asked)) on "
        + "\(words.date(order.day)), and got all of it.")
  }
}
