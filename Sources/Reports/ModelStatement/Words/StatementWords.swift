import Quantities
import RandomStreams
import SupplyModel

/// Lengths, levels, shares and names as a statement says them.
struct StatementWords: Sendable {
  let content: SupplyModel.Content

  /// A number of ticks as a length of time: `30 days`, `6 hours`.
  func length(_ ticks: Int) -> Prose { "\(content.experiment.tick.text(ofTicks: ticks))" }

  /// A length of time that need be no whole number of ticks: `21.2 days`, `2.5 hours`.
  func length(_ ticks: Double) -> Prose {
    let minutes = ticks * Double(content.experiment.tick.minutes)
    if minutes.rounded() == minutes, minutes.magnitude < 1e15 {
      return "\(Tick.text(ofMinutes: Int64(minutes)))"
    }
    return "\(number(minutes / Double(Tick.minutesPerDay))) days"
  }

  /// The date, and where ticks are shorter than a day the time, at which a tick begins.
  func date(_ tick: Int) -> Prose {
    let experiment = content.experiment
    let day = experiment.calendarDay(ofTick: tick)
    let minutes = (tick - day * experiment.ticksPerDay) * experiment.tick.minutes
    guard experiment.ticksPerDay > 1 else { return "\(experiment.date(ofTick: tick).description)" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(experiment.date(ofTick: tick).description) \(padded(minutes / 60)):"
      + "\(padded(minutes % 60))"
  }

  /// A number with up to six significant digits, or all of its whole ones.
  func number(_ value: Double) -> String {
    FixedPointText.text(value, significantDigits: value.magnitude >= 1_000_000 ? 10 : 6)
  }

  /// Ten-thousandths as a percentage: `12.5 %`.
  func share(_ basisPoints: Int64) -> Prose {
    "\(FixedPointText.text(scaled: Int128(basisPoints), decimals: 2, trimmingZeros: true)) %"
  }

  /// A level of stock: `30 days of normal consumption`, `12 units`.
  func level(_ level: StockLevel) -> Prose {
    switch level {
    case .days(let days): "\(length(days)) of normal consumption"
    case .units(let units): count(units, "unit")
    case .packs(let packs): count(packs, "pack")
    }
  }

  /// `1 unit`, `12 units`.
  func count(_ number: some BinaryInteger, _ one: String, _ several: String? = nil) -> Prose {
    "\(number) \(number == 1 ? one : several ?? one + "s")"
  }

  /// `3`, or `3 to 9` where two ends differ.
  func range(_ low: Prose, _ high: Prose) -> Prose { low == high ? low : "\(low) to \(high)" }

  func name(_ product: Position<Product>) -> Prose { Prose(id: content.products[product].id) }

  func name(_ location: Position<Location>) -> Prose { Prose(id: content.locations[location].id) }

  func name(_ supplier: Position<Supplier>) -> Prose { Prose(id: content.suppliers[supplier].id) }

  func name(_ tier: Position<Tier>) -> Prose { Prose(id: content.tiers[tier].id) }

  func name(_ demandClass: Position<DemandClass>) -> Prose {
    Prose(id: content.demandClasses[demandClass].id)
  }

  func name(_ authority: Position<Authority>) -> Prose {
    Prose(id: content.authorities[authority].id)
  }
}
