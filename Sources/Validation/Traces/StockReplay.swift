import Replications
import SupplyModel

/// What a traced run did, put together location by location and day by day as stockpyl writes it.
struct StockReplay {
  /// What a day costs. [per unit and day]
  struct Rates: Sendable {
    /// Of a unit on hand, or under way to a location below.
    let held: Double
    /// Of a unit that waits or is owed.
    let waiting: Double
  }

  /// Every location on every day.
  private(set) var periods: [NodePeriod.Place: NodePeriod] = [:]

  private let model: SupplyModel
  private var books: [String: Book] = [:]

  /// What is carried from day to day at a location.
  private struct Book {
    var standing: TraceEvent.Standing?
    /// By the location it is owed to. [units]
    var owed: [String: Int64] = [:]
    /// Shipped and not yet received. [units]
    var inTransit: Int64 = 0
    /// All that was ever asked of it, and what of it was there on the day. [units]
    var (asked, atOnce): (Int64, Int64) = (0, 0)
  }

  /// Puts the events of a run of `days` days together.
  init(_ events: [TraceEvent], of model: SupplyModel, days: Int, rates: [String: Rates]) {
    self.model = model
    let byDay = Dictionary(grouping: events, by: \.day)
    for day in 0..<days {
      for event in byDay[day] ?? [] {
        guard let location = event.location else { continue }
        book(event.what, NodePeriod.Place(day: day, node: name(location)))
      }
      for (node, rates) in rates { close(NodePeriod.Place(day: day, node: node), rates) }
    }
  }

  /// The number in a location's id, "3" in "node-3".
  private func name(_ location: Position<Location>) -> String {
    String(model.content.locations[location].id.dropFirst("node-".count))
  }

  private mutating func book(_ what: TraceEvent.What, _ place: NodePeriod.Place) {
    let node = place.node
    switch what {
    case .demand(let asked, let served, _, _):
      add(asked, "inbound_order", "EXT", place)
      add(served, "outbound_ship", "EXT", place)
      books[node, default: Book()].asked += asked
      books[node, default: Book()].atOnce += served
    case .waitingServed(let quantity):
      add(quantity, "outbound_ship", "EXT", place)
    case .asked(let quantity, of: .supplier):
      add(quantity, "order_qty", "EXT", place)
    case .asked(let quantity, of: .location(let parent)):
      add(quantity, "order_qty", name(parent), place)
      add(quantity, "inbound_order", node, .init(day: place.day, node: name(parent)))
      books[name(parent), default: Book()].asked += quantity
    case .received(let quantity, from: .supplier, _):
      add(quantity, "inbound_ship", "EXT", place)
    case .received(let quantity, from: .location(let parent), _):
      add(quantity, "inbound_ship", name(parent), place)
      books[name(parent), default: Book()].inTransit -= quantity
    case .shipped(let quantity, let child, _, _):
      add(quantity, "outbound_ship", name(child), place)
      books[node, default: Book()].inTransit += quantity
      books[node, default: Book()].atOnce += quantity
    case .owed(let quantity, let child):
      books[node, default: Book()].owed[name(child), default: 0] += quantity
    case .owedShipped(let quantity, let child):
      books[node, default: Book()].owed[name(child), default: 0] -= quantity
      books[node, default: Book()].atOnce -= quantity
    case .endOfDay(let standing):
      books[node, default: Book()].standing = standing
    default: break
    }
  }

  private mutating func add(
    _ quantity: Int64, _ column: String, _ neighbour: String, _ place: NodePeriod.Place
  ) {
    periods[place, default: NodePeriod()].add(quantity, to: column, neighbour)
  }

  /// How a location stands at the end of a day, and what the day has cost.
  private mutating func close(_ place: NodePeriod.Place, _ rates: Rates) {
    let book = books[place.node, default: Book()]
    // Until it has been seen there are no figures to agree with.
    guard let standing = book.standing else { return }
    let missing = standing.waiting + standing.owedByIt
    var period = periods[place, default: NodePeriod()]
    period.add(standing.onHand - missing, to: "IL_end")
    period.add(standing.waiting, to: "backorders", "EXT")
    for (child, quantity) in book.owed { period.add(quantity, to: "backorders", child) }
    period.amounts = [
      "fill_rate_cum": Double(book.atOnce) / Double(book.asked),
      "HC": rates.held * Double(standing.onHand),
      "SC": rates.waiting * Double(missing),
      "ITHC": rates.held * Double(book.inTransit),
    ]
    period.amounts["TC"] = ["HC", "SC", "ITHC"].reduce(0) { $0 + (period.amounts[$1] ?? .nan) }
    periods[place] = period
  }
}
