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
    let lost = sayLosses(location, after: since, until: day)
    if isCareUnit { lostAtCareUnit = lost }
    let late = recent.filter { order in
      guard let due = order.due, order.granted > 0 else { return false }
      return due > day && order.day + usual <= day
    }
    sayLate(late, location, usual)
    let inTime = recent.filter {
      !$0.isFull && $0.day + usual <= day && !isSettled($0, of: location, inTimeFor: day - usual)
    }
    sayUnderWay(recent.filter { order in order.due.map { $0 > day } ?? false }, besides: late)
    guard let last = inTime.last else {
      if recent.isEmpty { sayLastOrder(orders.last, location) }
      return
    }
    switch last.source {
    case .location(let parent):
      sayTransportCuts(inTime, of: location)
      sayCuts(inTime, of: location, by: parent)
    case .supplier: sayRefusals(inTime, of: location)
    }
  }

  /// From order to receipt, as a planner counts on it. [days]
  func usualLeadDays(of location: Position<Location>) -> Int {
    switch model.content.locations[location].source(of: item.category) {
    case .location(_, .days(let days)): days
    case .location(_, .drawn(let time)): max(1, Int((time.mean + 0.5).rounded(.down)))
    case .supplier(let named):
      Int((model.content.suppliers[preferred(to: named)].leadTime.mean + 0.5).rounded(.down))
    case nil: 0
    }
  }

  /// Who is asked first where a location names a supplier.
  private func preferred(to named: Position<Supplier>) -> Position<Supplier> {
    let network = model.networks[product.index]
    return network.chain(naming: named).map { network.chains[$0].preferred } ?? named
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
    var spilledOver: Int64 = 0
    for event in book.events(at: location, days: since + 1...day) {
      if case .demand(let quantity, _, _, _) = event.what { asked += quantity }
      if case .spilledOver(let quantity) = event.what { spilledOver += quantity }
    }
    exceedsNormal = Double(asked) > expected(location, day - since)
    let start =
      filled.map { "Since its order of \(words.date($0.day)) was filled" } ?? "Since the beginning"
    say(
      "\(start), patients had asked for \(words.units(asked)) in \(normal(location, day - since)).")
    if spilledOver > 0 {
      say("Of that, patients with prescriptions had asked for \(words.units(spilledOver)).")
      if exceedsNormal {
        blame("patients with prescriptions asked public care for \(words.units(spilledOver))")
      }
    }
  }

  private mutating func sayRequests(
    _ location: Position<Location>, after since: Int, until day: Int
  ) {
    var shipped: Int64 = 0
    for event in book.events(at: location, days: since + 1...day) {
      if case .shipped(let quantity, _, _, _) = event.what { shipped += quantity }
    }
    let start =
      since < book.firstDay
      ? "since the beginning"
      : "since \(words.date(since)), when it last "
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

  /// What left a location, or never reached its shelf, without serving anyone; returns how much.
  /// [units]
  private mutating func sayLosses(
    _ location: Position<Location>, after since: Int, until day: Int
  ) -> Int64 {
    var expired = Loss()
    var lost = StockLoss.Reason.allCases.map { (reason: $0, loss: Loss()) }
    var sentBack = Loss()
    var moved = Loss()
    var given: [(original: Position<Product>, loss: Loss)] = []
    var lent = Loss()
    for event in book.events(at: location, days: since + 1...day) {
      switch event.what {
      case .discarded(let quantity, _): expired.add(quantity, on: event.day)
      case .lost(let quantity, _, let reason):
        for index in lost.indices where lost[index].reason == reason {
          lost[index].loss.add(quantity, on: event.day)
        }
      case .sentBack(let quantity, _, _): sentBack.add(quantity, on: event.day)
      case .redistributed(let quantity, _, _, _): moved.add(quantity, on: event.day)
      case .issuedAsSubstitute(let quantity, let original):
        let place = given.firstIndex { $0.original == original } ?? given.count
        if place == given.count { given.append((original, Loss())) }
        given[place].loss.add(quantity, on: event.day)
      case .transshipped(let quantity, _, _, _): lent.add(quantity, on: event.day)
      default: break
      }
    }
    let name = words.name(location)
    let inPhases = lost.map { reason, loss in
      (
        loss,
        "\(loss.quantity == 1 ? "was" : "were") \(words.name(reason)) at \(name)\(phases(of: reason, loss.first...max(loss.first, loss.last)))"
      )
    }
    for (loss, what) in [
      (expired, "expired at \(name)"), (sentBack, "went back from \(name), too short-dated"),
      (moved, "left \(name), short-dated, for other locations"),
      (lent, "left \(name) for other regions"),
    ]
      + given.map({
        ($0.loss, "at \(name) went to patients of \(words.name($0.original)), which was missing,")
      }) + inPhases
    where loss.quantity > 0 {
      let text = "\(words.units(loss.quantity)) \(what) \(days(loss.first, loss.last))"
      say(text + ".")
      blame(text)
    }
    return expired.quantity + sentBack.quantity + moved.quantity + lent.quantity
      + given.reduce(0) { $0 + $1.loss.quantity }
      + lost.reduce(0) { $0 + $1.loss.quantity }
  }

  /// Units lost on some days.
  private struct Loss {
    var quantity: Int64 = 0
    var first = 0
    var last = 0

    mutating func add(_ units: Int64, on day: Int) {
      if quantity == 0 { first = day }
      last = day
      quantity += units
    }
  }

  private func days(_ first: Int, _ last: Int) -> String {
    first == last
      ? "on \(words.date(first))" : "from \(words.date(first)) to \(words.date(last))"
  }

  /// Orders that had been accepted, would usually have arrived, and had not.
  private mutating func sayLate(
    _ orders: [Replenishment], _ location: Position<Location>, _ usual: Int
  ) {
    guard let first = orders.first, let last = orders.last else { return }
    var text =
      "\(words.units(orders.reduce(0) { $0 + $1.granted })) that \(words.name(location)) ordered "
      + "from \(words.name(first.source)) \(days(first.day, last.day)) took "
    let times = orders.map { ($0.due ?? $0.day) - $0.day }
    let (shortest, longest) = (times.min() ?? 0, times.max() ?? 0)
    text += shortest == longest ? "" : "\(words.length(shortest)) to "
    text += "\(words.length(longest)) instead of \(words.length(usual))"
    let phases = model.content.timeline.filter { phase in
      phase.leadTimeMultiplier > 1
        && orders.contains { phase.strength(onDay: $0.day, in: window(of: phase)) > 0 }
    }.map { "“\($0.name)”" }
    if case .supplier = first.source, !phases.isEmpty {
      text += " (phase \(phases.joined(separator: ", ")) makes lead times longer)"
    }
    if case .supplier = first.source { text += standstills(orders) }
    let standIns = orders.compactMap { order in order.standIn.map { words.name(.supplier($0)) } }
    if let standIn = standIns.last { text += " (\(standIn) stood in)" }
    let shortages = orders.compactMap { order in order.holding.map { words.name(.shortage($0)) } }
    if let shortage = shortages.last { text += " (held by \(shortage))" }
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
