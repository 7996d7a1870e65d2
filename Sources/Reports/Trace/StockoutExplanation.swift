import Quantities
public import Replications
public import SupplyModel

/// Why a location ran out in a replayed replication: followed back from the patients to its orders,
/// to the location above, to the supplier.
///
/// Every sentence repeats events of the trace, and a cause is named only where events show that it
/// kept goods away in time: an order that was cut or refused counts if it would usually have
/// arrived before the goods were missing, and only as long as no later order has been filled.
public struct StockoutExplanation {
  /// Sentences in causal order; the last ones name what is at the root.
  public private(set) var lines: [String] = []

  let book: TraceBook
  let words: TraceWords
  let model: SupplyModel
  let product: Position<Product>
  let item: Product
  var causes: [String] = []
  /// Whether patients have asked for more than normal since the last order was filled.
  var exceedsNormal = false
  /// What the care unit has lost since then. [units]
  var lostAtCareUnit: Int64 = 0
  /// What its patients did not get on the day it ran out. [units]
  private var missing: Int64 = 0

  /// The explanation of the first stock-out: at a location, if one is given, and on one of some days.
  public init(
    of events: [TraceEvent], product: Position<Product>, in model: SupplyModel,
    at location: Position<Location>? = nil, days: ClosedRange<Int>
  ) {
    book = TraceBook(events)
    words = TraceWords(content: model.content)
    self.model = model
    self.product = product
    item = model.content.products[product]
    let first = events.first { event in
      days.contains(event.day) && (location == nil || event.location == location)
        && Self.missing(event, item.shortfall) > 0
    }
    guard let first, let careUnit = first.location else {
      lines = ["No stock-out of \(item.id)" + within(location, days) + "."]
      return
    }
    lines = [
      "The first stock-out of \(item.id)" + within(location, days)
        + " is at \(words.name(careUnit)) on \(words.date(first.day))."
    ]
    explain(first, at: careUnit)
  }

  private func within(_ location: Position<Location>?, _ days: ClosedRange<Int>) -> String {
    (location.map { " at \(words.name($0))" } ?? "")
      + " from \(words.date(days.lowerBound)) to \(words.date(days.upperBound))"
  }

  /// What an event says that patients did not get, as the tallies count it; where patience has no
  /// end, what has to wait. [units]
  private static func missing(_ event: TraceEvent, _ shortfall: Shortfall) -> Int64 {
    switch event.what {
    case .demand(_, _, let missing, let waits):
      if case .deferrable = shortfall { return 0 }
      return waits && shortfall != .backlogged ? 0 : missing
    case .patienceEnded(let quantity): return quantity
    default: return 0
    }
  }

  mutating func say(_ sentence: String) { lines.append(sentence) }

  mutating func blame(_ cause: String) {
    if !causes.contains(cause) { causes.append(cause) }
  }

  private mutating func explain(_ event: TraceEvent, at careUnit: Position<Location>) {
    var day = event.day
    if case .patienceEnded(let quantity) = event.what,
      case .deferrable(let patience) = item.shortfall
    {
      day -= patience
      say(
        "\(words.date(event.day)), \(words.name(careUnit)): the patience of patients who had waited "
          + "for \(words.units(quantity)) since \(words.date(day)) ended.")
    }
    let today = book.events(at: careUnit, days: day...day)
    for event in today {
      guard case .demand(let asked, let served, let missing, let waits) = event.what else {
        continue
      }
      say(
        "\(words.date(day)), \(words.name(careUnit)): patients asked for \(words.units(asked)); "
          + "\(served) \(served == 1 ? "was" : "were") there, \(missing) "
          + (waits ? "had to wait." : "went unmet."))
      self.missing = missing
    }
    saySubstitutes(in: today)
    if !isOnlyForPartner(today, at: careUnit, on: day) {
      follow(careUnit, lackedOn: day, isCareUnit: true)
    }
    conclude(careUnit, on: day)
  }

  /// Ends with the causes that were found, or says that there is none but demand.
  private mutating func conclude(_ careUnit: Position<Location>, on day: Int) {
    if lostAtCareUnit > 0, lostAtCareUnit < missing {
      blame(
        "with what \(words.name(careUnit)) lost, "
          + "\(words.units(missing - lostAtCareUnit)) would still have been missing")
    }
    let phases = model.content.timeline.filter { multiplier(of: $0, at: careUnit, on: day) != 1 }
    for phase in phases {
      let factor = multiplier(of: phase, at: careUnit, on: day)
      let multiplier = FixedPointText.text(factor, significantDigits: 3)
      say("In phase “\(phase.name)” mean demand is multiplied by \(multiplier) on that day.")
      if exceedsNormal, factor > 1 {
        blame("demand is \(multiplier) times normal in phase “\(phase.name)”")
      }
    }
    sayReturns(to: careUnit, on: day)
    if causes.isEmpty {
      say(
        "Root cause: nothing that could have arrived in time was cut, refused, late, sent back or "
          + "discarded; demand simply exceeded the stock.")
    } else {
      let isOnlyDemand = causes.count == 1 && phases.count == 1 && causes[0].hasPrefix("demand is")
      say("Root cause: " + causes.joined(separator: "; ") + ".")
      if isOnlyDemand {
        say(
          "Nothing that could have arrived in time was cut, refused, late, sent back or discarded.")
      }
    }
  }
}
