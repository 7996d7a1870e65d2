import Replications
import SupplyModel

extension StockoutExplanation {
  /// What the location above granted, by which rule and with how much; then why it had no more.
  mutating func sayCuts(
    _ orders: [Replenishment], of location: Position<Location>, by parent: Position<Location>
  ) {
    guard let last = orders.last, let cut = last.cut else { return }
    sayRepeated(orders, of: location, "was granted less than it asked for")
    let owed = last.owed > 0 ? "; \(last.owed) were owed from then on" : ""
    say(
      "\(words.date(last.day)), \(words.name(location)): asked \(words.name(parent)) for "
        + "\(words.units(last.asked)) and was granted \(last.granted)\(owed).")
    let onHand = book.onHandBeforeShipping(parent, on: last.day)
    // What is owed from before is asked for too.
    var requests =
      last.day > book.firstDay
      ? book.standing(of: parent, on: last.day - 1)?.owedByIt ?? 0 : 0
    var shipped: Int64 = 0
    for event in book.events(at: parent, days: last.day...last.day) {
      if case .shipped(let quantity, _, _, _) = event.what { shipped += quantity }
    }
    for event in book.events where event.day == last.day {
      if case .asked(let quantity, .location(parent)) = event.what { requests += quantity }
    }
    say(
      "\(words.date(last.day)), \(words.name(parent)): had \(onHand) on hand and could issue "
        + "\(cut.available) for requests of \(requests); it shipped \(shipped), "
        + "\(words.name(cut.rule)).")
    sayHoarding(.location(parent), on: last.day)
    if onHand > cut.available {
      blame(
        "\(words.name(parent)) had \(words.units(onHand - cut.available)) on \(words.date(last.day))"
          + " that it could not issue (\(reasonToKeep(parent, on: last.day)))")
    }
    if cut.available > shipped {
      blame(
        "\(words.name(parent)) shipped only \(shipped) of \(cut.available) on "
          + "\(words.date(last.day)) (\(words.name(cut.rule)))")
    }
    let before = causes.count
    follow(parent, lackedOn: last.day)
    if causes.count == before, requests > onHand {
      blame(
        "requests to \(words.name(parent)) exceeded its stock on \(words.date(last.day)); it was "
          + "shared \(words.name(cut.rule))")
    }
  }

  /// Why a location has goods that it does not issue.
  private func reasonToKeep(_ parent: Position<Location>, on day: Int) -> String {
    var released: Int?
    for event in book.events(at: parent, days: book.firstDay...max(book.firstDay, day)) {
      switch event.what {
      case .releaseDecided(let first): released = first
      case .releaseEnded: released = nil
      default: break
      }
    }
    guard let released else { return "its reserve is not released, or too little life is left" }
    return released > day
      ? "its reserve may be used from \(words.date(released)) only" : "too little life is left"
  }

  /// What the supplier refused and why, with the time of the shortage.
  mutating func sayRefusals(_ orders: [Replenishment], of location: Position<Location>) {
    guard let last = orders.last, let reason = last.refusal else { return }
    sayRepeated(orders, of: location, "was refused some or all of what it asked for")
    let owed = last.owed > 0 ? " and was owed \(last.owed)" : ""
    say(
      "\(words.date(last.day)), \(words.name(location)): asked \(words.name(last.source)) for "
        + "\(words.units(last.asked)) and got \(last.granted)\(owed): \(words.name(reason)).")
    sayHoarding(last.source, on: last.day)
    var named: [TraceEvent.Refusal] = []
    for order in orders {
      guard let reason = order.refusal, !named.contains(reason) else { continue }
      named.append(reason)
      switch reason {
      case .transportCut: blameTransportCut(to: location, on: order.day)
      case .shortage(let shortage): sayShortage(shortage, on: order.day)
      case .capacity:
        let phases = reducingPhases(on: order.day)
        blame(
          "\(words.name(order.source)) could not deliver more (capacity"
            + (phases.isEmpty ? ")" : ", reduced in phase \(phases))"))
      case .supplyCut:
        blame(
          "supply from \(words.name(order.source)) was cut off in phase "
            + reducingPhases(on: order.day))
      case .ceiling:
        blame(
          "\(words.name(location)) had bought what its agreement with \(words.name(order.source)) "
            + "allows in the period")
      case .notReady: blame("\(words.name(order.source)) was not ready to deliver")
      }
    }
  }

  /// The phases that reduce what suppliers can deliver on a day.
  private func reducingPhases(on day: Int) -> String {
    model.content.timeline.filter { phase in
      let window = window(of: phase)
      return phase.supplyBasisPoints < 10_000 && phase.strength(onDay: day, in: window) > 0
        || phase.cutsInbound && window.contains(day)
    }.map { "“\($0.name)”" }.joined(separator: ", ")
  }

  private mutating func sayShortage(_ shortage: Position<ShortageProcess>, on day: Int) {
    var began: TraceEvent?
    for event in book.events where event.day <= day {
      if case .shortageBegan(shortage, _) = event.what { began = event }
    }
    guard let began, case .shortageBegan(_, let until) = began.what else { return }
    let end = until.map { "until \(words.date($0))" } ?? "to the end"
    let length = until.map { " (\(words.length($0 - began.day)))" } ?? ""
    blame(
      "shortage “\(words.content.shortages[shortage].id)” from \(words.date(began.day)) \(end)"
        + length)
  }

  private mutating func sayRepeated(
    _ orders: [Replenishment], of location: Position<Location>, _ what: String
  ) {
    guard orders.count > 1, let first = orders.first, let last = orders.last else { return }
    say(
      "From \(words.date(first.day)) to \(words.date(last.day)) \(words.name(location)) \(what) on "
        + "\(orders.count) days.")
  }
}
