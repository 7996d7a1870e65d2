import RandomStreams

extension ProductRun {
  /// Days from shipping to receipt for what leaves today for a location from the one above it.
  /// [days, 1 or more]
  ///
  /// Drawn ones are rounded to the nearest day, half up, and keyed by receiver and day: all that
  /// leaves for a location on one day travels together, and shipments of different days may cross.
  @inline(__always)
  mutating func transferDays(to child: Int, _ product: CompiledProduct) -> Int {
    let days = Int(plans[child].leadTimeDays)
    return days > 0
      ? days : drawnTransferDays(to: child, product.orderTables.transferTimes[-1 - days], product)
  }

  @inline(never)
  private mutating func drawnTransferDays(
    to child: Int, _ time: Distribution, _ product: CompiledProduct
  ) -> Int {
    var transferKey = key
    transferKey.location = product.places[child].locationID
    transferKey.purpose = StreamPurpose.transferTime.word(day: reportDay)
    var stream = transferKey.stream()
    let days = time.sample(using: &stream)
    // Far beyond the end is as good as the day after it.
    return max(1, Int(min(days + 0.5, Double(totalDays + 1)).rounded(.down)))
  }
}
