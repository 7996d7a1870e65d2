import SupplyModel

/// Turns the records of a run into events in terms of the model.
struct TraceReader {
  private let product: CompiledProduct
  /// What the product is keyed to.
  private let partner: Position<Product>?
  private let suppliers: [Position<Supplier>]
  private let shortages: [Position<ShortageProcess>]
  private let totalDays: Int
  private var events: [TraceEvent] = []
  /// What a location owes and is owed, if the next record is its stock.
  private var owing: (owed: Int64, owes: Int64) = (0, 0)

  private init(_ product: CompiledProduct, of model: SupplyModel, totalDays: Int) {
    self.product = product
    partner = model.content.products[product.position].keyedTo
    self.totalDays = totalDays
    suppliers = model.networks[product.position.index].suppliers
    shortages = product.outages.map(\.position)
  }

  /// All events of a run, in order.
  static func events(
    _ records: borrowing Column<TraceRecord>, of product: CompiledProduct, in model: SupplyModel,
    totalDays: Int
  ) -> [TraceEvent] {
    var reader = TraceReader(product, of: model, totalDays: totalDays)
    reader.events.reserveCapacity(records.count)
    for index in 0..<records.count { reader.read(records[index]) }
    return reader.events
  }

  private mutating func read(_ record: TraceRecord) {
    let quantity = record.quantity
    let what: TraceEvent.What
    switch record.kind {
    case .startingLot: what = .startingLot(quantity: quantity, expiry: day(record.expiry))
    case .received:
      what = .received(quantity: quantity, from: source(record.other), expiry: day(record.expiry))
    case .sentBack:
      what = .sentBack(quantity: quantity, from: source(record.other), expiry: day(record.expiry))
    case .discarded: what = .discarded(quantity: quantity, expiry: day(record.expiry))
    case .demand:
      what = .demand(
        asked: quantity, served: record.second, missing: record.third, waits: record.detail == 1)
    case .waitingServed: what = .waitingServed(quantity: quantity)
    case .patienceEnded: what = .patienceEnded(quantity: quantity)
    case .partnerMissing:
      guard let partner else { return }
      what = .partnerMissing(missing: quantity, partner: partner)
    case .substituted:
      what = .substituted(
        quantity: quantity, by: Position(Int(record.other)), units: record.second)
    case .issuedAsSubstitute:
      what = .issuedAsSubstitute(quantity: quantity, insteadOf: Position(Int(record.other)))
    case .asked: what = .asked(quantity: quantity, of: source(record.other))
    case .shipped:
      what = .shipped(
        quantity: quantity, to: location(record.other), due: day(record.due),
        expiry: day(record.expiry))
    case .cut:
      guard let rule = TraceEvent.RuleKind(rawValue: record.detail) else { return }
      what = .cut(
        asked: quantity, granted: record.second, to: location(record.other),
        available: record.third, rule: rule)
    case .owed: what = .owed(quantity: quantity, to: location(record.other))
    case .owedShipped: what = .owedShipped(quantity: quantity, to: location(record.other))
    case .accepted:
      what = .accepted(
        quantity: quantity, asked: record.second, by: supplier(record.other),
        due: day(record.due), expiry: day(record.expiry))
    case .refused:
      what = .refused(
        quantity: quantity, asked: record.second, by: supplier(record.other),
        reason: reason(record))
    case .held:
      what = .held(
        quantity: quantity, by: supplier(record.other),
        shortage: record.third >= 0 ? shortages[Int(record.third)] : nil, leaves: day(record.due))
    case .debt: what = .owedBySupplier(quantity: quantity, by: supplier(record.other))
    case .debtPaid:
      what = .owedDelivered(
        quantity: quantity, by: supplier(record.other), due: day(record.due),
        expiry: day(record.expiry))
    case .shortageAnnounced:
      what = .shortageAnnounced(shortages[Int(quantity)], begins: day(record.due))
    case .shortageBegan:
      what = .shortageBegan(
        shortages[Int(quantity)], until: Int(record.due) < totalDays ? day(record.due) : nil)
    case .shortageEnded: what = .shortageEnded(shortages[Int(quantity)])
    case .lifeExtended:
      what = .lifeExtended(days: Int(quantity))
    case .phaseBegan:
      what = .phaseBegan(
        Position(Int(quantity)), until: Int(record.due) < totalDays ? day(record.due) : nil)
    case .phaseEnded: what = .phaseEnded(Position(Int(quantity)))
    case .lost:
      what = .lost(
        quantity: quantity, expiry: day(record.expiry),
        reason: StockLoss.Reason.allCases[Int(record.detail)])
    case .transportCut: what = .transportCut(asked: quantity, to: location(record.other))
    case .spilledOver: what = .spilledOver(quantity: quantity)
    case .releaseDecided: what = .releaseDecided(from: day(record.due))
    case .releaseEnded: what = .releaseEnded
    case .exchanged:
      what = .exchanged(
        quantity: quantity, oldExpiry: day(record.expiry), newExpiry: day(record.due))
    case .redistributed:
      what = .redistributed(
        quantity: quantity, to: location(record.other), due: day(record.due),
        expiry: day(record.expiry))
    case .given:
      what = .given(
        quantity: quantity, to: location(record.other), due: day(record.due),
        expiry: day(record.expiry))
    case .transshipped:
      what = .transshipped(
        quantity: quantity, to: location(record.other), due: day(record.due),
        expiry: day(record.expiry))
    case .targetChanged:
      guard let reason = TraceEvent.TargetChange(rawValue: record.detail) else { return }
      what = .targetChanged(to: quantity, from: record.second, reason)
    case .owing:
      owing = (quantity, record.second)
      return
    case .stock:
      what = .endOfDay(
        .init(
          onHand: quantity, waiting: record.second, onOrder: record.third,
          owedToIt: owing.owed, owedByIt: owing.owes))
      owing = (0, 0)
    }
    events.append(
      TraceEvent(
        day: day(record.day), location: record.node >= 0 ? location(record.node) : nil,
        what: what))
  }

  private func day(_ day: Int32) -> Int { Int(day) - product.warmUpDays }

  private func location(_ node: Int32) -> Position<Location> { product.locations[Int(node)] }

  private func supplier(_ other: Int32) -> Position<Supplier> { suppliers[Int(-1 - other)] }

  private func source(_ other: Int32) -> TraceEvent.Source {
    other >= 0 ? .location(location(other)) : .supplier(supplier(other))
  }

  private func reason(_ record: TraceRecord) -> TraceEvent.Refusal {
    switch TraceEvent.RefusalKind(rawValue: record.detail) {
    case .shortage: .shortage(shortages[Int(record.third)])
    case .supplyCut: .supplyCut
    case .ceiling: .ceiling
    case .notReady: .notReady
    case .transportCut: .transportCut
    case .capacity, nil: .capacity
    }
  }
}
