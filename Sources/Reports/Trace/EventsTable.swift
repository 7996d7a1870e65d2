import Quantities
public import Replications
public import SupplyModel

/// What happened in a replayed replication: one row for each event, in the order of the day.
public enum EventsTable {
  /// The table of some events.
  public static func table(of events: [TraceEvent], in content: SupplyModel.Content) -> Table {
    let words = TraceWords(content: content)
    var table = Table(name: "events", columns: columns)
    for event in events {
      let row = Row(event.what, words)
      let cells: [Table.Cell] = [
        .text(words.date(event.day)),
        .integer(Int64(content.experiment.calendarDay(ofTick: event.day))),
        .text(row.event), Self.text(event.location.map { words.name($0) }), Self.text(row.other),
        row.units.map { Table.Cell.integer($0) } ?? .empty,
        Self.text(row.expires.map { words.date($0) }), Self.text(row.due.map { words.date($0) }),
        Self.text(row.detail),
      ]
      table.append(cells)
    }
    return table
  }

  private static func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .empty }

  private static let columns: [Table.Column] = [
    Table.Column(name: "date", kind: .text, meaning: "when it happened"),
    Table.Column(
      name: "day", kind: .integer, unit: "days",
      meaning: "from the first day of the horizon, which is 0; negative in the warm-up"),
    Table.Column(name: "event", kind: .text, meaning: "what happened"),
    Table.Column(name: "location", kind: .text, meaning: "where; empty for everywhere"),
    Table.Column(
      name: "otherParty", kind: .text, meaning: "location or supplier that it came from or goes to"),
    Table.Column(name: "units", kind: .integer, unit: "units", meaning: "how much"),
    Table.Column(
      name: "expires", kind: .text, meaning: "first day on which the goods cannot be used"),
    Table.Column(name: "due", kind: .text, meaning: "day on which it arrives, begins or ends"),
    Table.Column(name: "detail", kind: .text, meaning: "what else there is to say"),
  ]

  /// What an event puts into its row.
  struct Row {
    var event: String
    var units: Int64?
    var other: String?
    var expires: Int?
    var due: Int?
    var detail: String?
  }
}

extension EventsTable.Row {
  init(_ what: TraceEvent.What, _ words: TraceWords) {
    switch what {
    case .startingLot(let quantity, let expiry):
      self.init(event: "starting lot", units: quantity, expires: expiry)
    case .received(let quantity, let source, let expiry):
      self.init(
        event: "received", units: quantity, other: words.name(source), expires: expiry)
    case .sentBack(let quantity, let source, let expiry):
      self.init(
        event: "sent back", units: quantity, other: words.name(source), expires: expiry,
        detail: "too short-dated")
    case .discarded(let quantity, let expiry):
      self.init(event: "discarded", units: quantity, expires: expiry)
    case .demand(let asked, let served, let missing, let waits):
      let replaced = asked - served - missing
      let rest =
        (replaced > 0 ? ", \(replaced) replaced" : "")
        + (missing > 0 ? ", \(missing) \(waits ? "wait" : "unmet")" : "")
      self.init(event: "demand", units: asked, detail: "\(served) served\(rest)")
    case .waitingServed(let quantity): self.init(event: "served after waiting", units: quantity)
    case .patienceEnded(let quantity):
      self.init(event: "patience ended", units: quantity, detail: "unmet")
    case .partnerMissing(let missing, let partner):
      self.init(
        event: "partner missing", units: missing,
        detail: "\(words.name(partner)), which it is keyed to, is out")
    case .substituted(let quantity, let substitute, let units):
      self.init(
        event: "substituted", units: quantity,
        detail: "by \(words.units(units)) of \(words.name(substitute))")
    case .issuedAsSubstitute(let quantity, let original):
      self.init(
        event: "issued as substitute", units: quantity,
        detail: "for patients of \(words.name(original))")
    case .asked(let quantity, let source):
      self.init(event: "asked", units: quantity, other: words.name(source))
    case .shipped(let quantity, let child, let due, let expiry):
      self.init(
        event: "shipped", units: quantity, other: words.name(child), expires: expiry, due: due)
    case .redistributed(let quantity, let receiver, let due, let expiry):
      self.init(
        event: "redistributed", units: quantity, other: words.name(receiver), expires: expiry,
        due: due)
    case .given(let quantity, let receiver, let due, let expiry):
      self.init(
        event: "given", units: quantity, other: words.name(receiver), expires: expiry, due: due,
        detail: "from the national reserve")
    case .transshipped(let quantity, let receiver, let due, let expiry):
      self.init(
        event: "transshipped", units: quantity, other: words.name(receiver), expires: expiry,
        due: due, detail: "to another region")
    case .cut(let asked, let granted, let child, let available, let rule):
      self.init(
        event: "cut", units: asked - granted, other: words.name(child),
        detail: "\(granted) of \(asked) granted; could issue \(available); \(words.name(rule))")
    case .owed(let quantity, let child):
      self.init(event: "owed", units: quantity, other: words.name(child))
    case .owedShipped(let quantity, let child):
      self.init(event: "owed shipped", units: quantity, other: words.name(child))
    case .transportCut(let asked, let child):
      self.init(
        event: "cut", units: asked, other: words.name(child),
        detail: "0 of \(asked) granted; transport is cut")
    case .spilledOver(let quantity):
      self.init(
        event: "spill-over", units: quantity,
        detail: "asked for by patients with prescriptions; part of the demand that follows")
    case .lost(let quantity, let expiry, let reason):
      self.init(event: words.name(reason), units: quantity, expires: expiry)
    default: self.init(supply: what, words)
    }
  }

  private init(supply what: TraceEvent.What, _ words: TraceWords) {
    switch what {
    case .accepted(let quantity, let asked, let supplier, let due, let expiry):
      self.init(
        event: "accepted", units: quantity, other: words.name(.supplier(supplier)),
        expires: expiry, due: due, detail: "of \(asked) asked")
    case .refused(let quantity, let asked, let supplier, let reason):
      self.init(
        event: "refused", units: quantity, other: words.name(.supplier(supplier)),
        detail: "of \(asked) asked; \(words.name(reason))")
    case .held(let quantity, let supplier, let shortage, let day):
      self.init(
        event: "held", units: quantity, other: words.name(.supplier(supplier)), due: day,
        detail: shortage.map { words.name(.shortage($0)) })
    case .owedBySupplier(let quantity, let supplier):
      self.init(
        event: "owed by supplier", units: quantity, other: words.name(.supplier(supplier)))
    case .owedDelivered(let quantity, let supplier, let due, let expiry):
      self.init(
        event: "owed delivered", units: quantity, other: words.name(.supplier(supplier)),
        expires: expiry, due: due)
    case .shortageAnnounced(let shortage, let day):
      self.init(event: "shortage announced", due: day, detail: words.name(.shortage(shortage)))
    case .shortageBegan(let shortage, let until):
      self.init(
        event: "shortage begins", due: until,
        detail: words.name(.shortage(shortage)) + (until == nil ? ", to the end" : ""))
    case .shortageEnded(let shortage):
      self.init(event: "shortage ends", detail: words.name(.shortage(shortage)))
    case .phaseBegan(let phase, let until):
      self.init(
        event: "phase begins", due: until,
        detail: words.content.timeline[phase].name + (until == nil ? ", to the end" : ""))
    case .phaseEnded(let phase):
      self.init(event: "phase ends", detail: words.content.timeline[phase].name)
    case .lifeExtended(let days):
      self.init(event: "life extended", detail: "by \(words.length(days))")
    case .releaseDecided(let day): self.init(event: "reserve released", due: day)
    case .releaseEnded: self.init(event: "release ends")
    case .exchanged(let quantity, let old, let new):
      self.init(
        event: "exchanged", units: quantity, expires: old,
        detail: "of the reserve, for units that expire \(words.date(new))")
    case .endOfDay(let standing):
      var parts: [String] = []
      if standing.waiting > 0 { parts.append("\(standing.waiting) wait") }
      if standing.onOrder > 0 { parts.append("\(standing.onOrder) on order") }
      if standing.owedToIt > 0 { parts.append("\(standing.owedToIt) owed to it") }
      if standing.owedByIt > 0 { parts.append("\(standing.owedByIt) owed by it") }
      self.init(
        event: words.content.experiment.ticksPerDay == 1 ? "end of day" : "end of tick",
        units: standing.onHand,
        detail: parts.isEmpty ? nil : parts.joined(separator: ", "))
    case .targetChanged(let target, let before, let reason):
      self.init(
        event: "target changed", units: target, detail: "before \(before); \(words.name(reason))")
    default: preconditionFailure("every other event has its row")
    }
  }
}
