import SupplyModel

extension ProductRun {
  /// Phases whose windows are drawn: those that begin or end today.
  mutating func recordPhases(_ product: CompiledProduct) {
    for phase in product.timeline.drawnPhases where regime.windows[phase].takesPlace {
      let window = regime.windows[phase]
      if window.firstDay == reportDay {
        record(
          TraceRecord(
            quantity: Int64(phase), node: -1,
            due: Int32(min(window.endDay + reportStart, totalDays)), kind: .phaseBegan))
      }
      if window.endDay == reportDay {
        record(TraceRecord(quantity: Int64(phase), node: -1, kind: .phaseEnded))
      }
    }
  }

  /// A lot, or the part of it, that is lost.
  @inline(never)
  mutating func recordLoss(_ lot: Lot, _ node: Int, _ reason: StockLoss.Reason) {
    let detail = StockLoss.Reason.allCases.firstIndex(of: reason) ?? 0
    record(
      TraceRecord(
        quantity: lot.quantity, node: Int32(node), expiry: lot.expiry, kind: .lost,
        detail: UInt8(detail)))
  }

  /// What patients with prescriptions ask for today, which is part of today's demand.
  mutating func recordSpillOver(_ demand: borrowing DemandHistory) {
    for index in 0..<demand.spilledOver.count where demand.spilledOver[index].day == Int32(today) {
      record(
        TraceRecord(
          quantity: Int64(demand.spilledOver[index].quantity),
          node: Int32(demand.spilledOver[index].node), kind: .spilledOver))
    }
  }
}
