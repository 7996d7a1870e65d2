extension ProductRun {
  /// `minMax`, (s, S): at or below the reorder point, up to the target. [units]
  mutating func minMax(_ node: Int) -> Int64 {
    let position = position(node)
    return position <= plans[node].ordering.reorderAt ? plans[node].target - position : 0
  }
}
