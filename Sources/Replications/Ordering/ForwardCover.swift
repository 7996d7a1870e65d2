import Quantities

extension ProductRun {
  /// `forwardCover`: the target is read as planned demand, and what is missing of it is ordered:
  /// target − what can be used before it expires − what is to come + what it owes + what waits. [units]
  mutating func forwardCover(_ node: Int, _ product: CompiledProduct) -> Int64 {
    plans[node].target - usableBeforeExpiry(node, product) - commitments(node)
  }

  /// How much of what is on hand planned demand uses before it expires: cover × normal
  /// consumption, rounded down. [units]
  ///
  /// Lots by expiry e₁ ≤ e₂ ≤ …, c = normal consumption per day: U₀ = 0,
  /// U_k = min(U_{k−1} + q_k, c × max(0, e_k − today − 1)), in billionths of a unit, exact. Where
  /// nothing is planned to be used, everything that is usable tomorrow counts.
  mutating func usableBeforeExpiry(_ node: Int, _ product: CompiledProduct) -> Int64 {
    let perDay = Int128(product.places[node].normalConsumption.nanoUnits)
    guard perDay > 0 else {
      return flowOnHand(node) - shelves.quantity(node, expiringBy: today + 1)
    }
    // In parts of a unit so small that a tick's use is a whole number of them.
    let parts = Int128(DailyRate.partsPerUnit) * Int128(ticksPerDay)
    var usable: Int128 = 0
    for place in 0..<shelves.lotCount(node) {
      let lot = shelves.lot(node, place)
      let days = Int128(max(0, Int(lot.expiry) - today - 1))
      usable = min(usable + Int128(lot.quantity) * parts, perDay * days)
    }
    return Int64(usable / parts)
  }
}
