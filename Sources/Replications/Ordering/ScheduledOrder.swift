import RandomStreams

extension ProductRun {
  /// `scheduled`: at every review a number of packs (or units) drawn anew, whatever the stock.
  /// [units]
  ///
  /// Keyed by location and day, so that neither policy nor other locations change it.
  mutating func scheduledOrder(_ node: Int, _ product: CompiledProduct) -> Int64 {
    let schedule = product.orderTables.schedules[Int(plans[node].ordering.table)]
    var orderKey = key
    orderKey.location = product.places[node].locationID
    orderKey.purpose = StreamPurpose.scheduledOrder.word(day: reportDay)
    var stream = orderKey.stream()
    let draw = stream.next()
    let cell = product.orderTables.scheduleCells[
      schedule.firstCell + AliasCell.cellIndex(of: draw, cellBits: schedule.cellBits)]
    return Int64(cell.pick(draw: draw, cellBits: schedule.cellBits)) * plans[node].orderMultiple
  }
}
