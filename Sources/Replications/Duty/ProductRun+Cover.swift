import SupplyModel

extension ProductRun {
  /// Stage 7, measurement of cover, where a scenario asks for it: on every day reported
  ///
  /// - all lots of the product on hand, those of reserves of their own included, are sorted;
  /// - each location, authority and holder notes how long its lots last.
  mutating func measureCover(_ product: CompiledProduct) {
    guard let plan = product.cover, today >= reportStart else { return }
    coverBook.begin()
    for node in 0..<plans.count {
      for place in 0..<shelves.lotCount(node) { coverBook.add(shelves.lot(node, place), at: node) }
      guard plans[node].reserving.hasPool else { continue }
      let reserve = reserveShelf(node)
      for place in 0..<shelves.lotCount(reserve) {
        coverBook.add(shelves.lot(reserve, place), at: node)
      }
    }
    coverBook.end(plan, duty: product.duty, today: today)
  }
}
