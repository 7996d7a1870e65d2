import Quantities
import Replications
import SupplyModel

/// Names, dates and phrases for the events of a trace.
struct TraceWords {
  let content: SupplyModel.Content

  /// A day as a date; with its time where a tick is shorter than a day.
  func date(_ day: Int) -> String {
    let experiment = content.experiment
    let date = "\(experiment.date(ofTick: day))"
    guard experiment.ticksPerDay > 1 else { return date }
    let first = experiment.calendarDay(ofTick: day) * experiment.ticksPerDay
    let minutes = (day - first) * experiment.tick.minutes
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  func name(_ location: Position<Location>) -> String { content.locations[location].id }

  func name(_ product: Position<Product>) -> String { content.products[product].id }

  func name(_ source: TraceEvent.Source) -> String {
    switch source {
    case .location(let location): content.locations[location].id
    case .supplier(let supplier): content.suppliers[supplier].id
    }
  }

  /// `1 unit`, `12 units`.
  func units(_ quantity: Int64) -> String { quantity == 1 ? "1 unit" : "\(quantity) units" }

  /// A length of time: `3 days`, `6 hours`.
  func length(_ days: Int) -> String { content.experiment.tick.text(ofTicks: days) }

  func name(_ rule: TraceEvent.RuleKind) -> String {
    switch rule {
    case .firstCome: "first come, first served"
    case .proportionalToRequest: "in proportion to requests"
    case .proportionalToConsumption: "in proportion to normal consumption"
    case .equalCover: "lowest cover first"
    case .priority: "by care priority"
    }
  }

  func name(_ reason: TraceEvent.TargetChange) -> String {
    switch reason {
    case .buildUp: "the policy buys up"
    case .hoarding: "hoarding: a shortage is known of"
    case .hoardingEnded: "the hoarding is over"
    }
  }

  /// What has happened to goods that are lost.
  func name(_ reason: StockLoss.Reason) -> String {
    switch reason {
    case .destroyed: "destroyed"
    case .coldChain: "spoiled"
    case .withdrawn: "withdrawn"
    }
  }

  func name(_ reason: TraceEvent.Refusal) -> String {
    switch reason {
    case .shortage(let shortage): "shortage “\(content.shortages[shortage].id)”"
    case .capacity: "more than its capacity"
    case .supplyCut: "supply is cut off"
    case .ceiling: "more than the agreement's ceiling"
    case .notReady: "not ready to deliver"
    case .transportCut: "transport is cut"
    }
  }
}
