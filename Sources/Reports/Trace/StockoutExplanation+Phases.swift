import Replications
import SupplyModel

extension StockoutExplanation {
  /// When a phase takes place in the replication that was replayed: as it is stated, or as the trace
  /// says where it is drawn.
  func window(of phase: Phase) -> PhaseWindow {
    guard phase.timing != nil else { return phase.statedWindow }
    for event in book.events {
      if case .phaseBegan(let position, let until) = event.what,
        model.content.timeline[position].name == phase.name
      {
        return PhaseWindow(firstDay: event.day, endDay: until ?? .max)
      }
    }
    return PhaseWindow(firstDay: 0, endDay: 0)
  }

  /// What a phase multiplies mean demand of the product by at a care unit on a day, what is put off
  /// included.
  func multiplier(of phase: Phase, at careUnit: Position<Location>, on day: Int) -> Double {
    let strength = phase.strength(onDay: day, in: window(of: phase))
    var factor = 1 + (phase.demandMultipliers[item.demandClass.index] - 1) * strength
    for effect in phase.demandEffects
    where selects(effect.products, effect.locations, at: careUnit) {
      factor *= 1 + (effect.multiplier - 1) * strength
    }
    for put in phase.postponements where selects(put.products, put.locations, at: careUnit) {
      factor *= 1 - Double(put.shareBasisPoints) / 10_000 * strength
    }
    return factor
  }

  private func selects(
    _ products: ProductSelection, _ locations: LocationSelection, at careUnit: Position<Location>
  ) -> Bool {
    products.selects(item, at: product)
      && locations.selects(
        model.content.locations[careUnit], at: careUnit, for: item.category)
  }

  /// Care that was put off and comes back on a day.
  mutating func sayReturns(to careUnit: Position<Location>, on day: Int) {
    for phase in model.content.timeline {
      let window = window(of: phase)
      guard window.takesPlace, window.endDay < .max else { continue }
      for put in phase.postponements
      where selects(put.products, put.locations, at: careUnit) && put.returnsBasisPoints > 0
        && put.shareBasisPoints > 0
        && (window.endDay..<window.endDay + put.returnDays).contains(day)
      {
        say(
          "What was put off in phase “\(phase.name)” comes back from \(words.date(window.endDay)) "
            + "to \(words.date(window.endDay + put.returnDays - 1)).")
        if exceedsNormal { blame("care that was put off in phase “\(phase.name)” comes back") }
      }
    }
  }

  /// Orders of which nothing could be sent, because transport was cut.
  mutating func sayTransportCuts(_ orders: [Replenishment], of location: Position<Location>) {
    let cut = orders.filter(\.isTransportCut)
    guard let first = cut.first, let last = cut.last else { return }
    let days =
      cut.count == 1
      ? "on \(words.date(first.day))"
      : "on \(cut.count) days from \(words.date(first.day)) to \(words.date(last.day))"
    say(
      "\(words.name(location)) asked \(words.name(last.source)) \(days) and was sent nothing: "
        + "transport to it was cut.")
    blameTransportCut(to: location, on: last.day)
  }

  /// Names the phases in which transport to a location is cut on a day as a cause.
  mutating func blameTransportCut(to location: Position<Location>, on day: Int) {
    let phases = model.content.timeline.filter { phase in
      window(of: phase).contains(day)
        && phase.transportCuts.contains {
          $0.to.selects(
            model.content.locations[location], at: location, for: item.category)
        }
    }.map { "“\($0.name)”" }.joined(separator: ", ")
    blame("transport to \(words.name(location)) was cut in phase \(phases)")
  }

  /// The phases that kept goods under way from suppliers standing still.
  func standstills(_ orders: [Replenishment]) -> String {
    let phases = model.content.timeline.filter { phase in
      let window = window(of: phase)
      return phase.cutsInbound
        && orders.contains { $0.day < window.endDay && ($0.due ?? $0.day) >= window.firstDay }
    }.map { "“\($0.name)”" }
    return phases.isEmpty
      ? "" : " (in phase \(phases.joined(separator: ", ")) nothing comes in)"
  }

  /// The phases that began on some days and destroy stock for a reason.
  func phases(of reason: StockLoss.Reason, _ days: ClosedRange<Int>) -> String {
    let phases = model.content.timeline.filter { phase in
      days.contains(window(of: phase).firstDay) && phase.losses.contains { $0.reason == reason }
    }.map { "“\($0.name)”" }
    return phases.isEmpty ? "" : " in phase \(phases.joined(separator: ", "))"
  }
}
