extension ProductRun {
  /// `reorderPoint`, (r, Q): at or below the reorder point, the fewest multiples of Q that bring the
  /// position above it. [units]
  mutating func reorderPoint(_ node: Int) -> Int64 {
    let plan = plans[node].ordering
    let below = plan.reorderAt - position(node)
    return below >= 0 ? (below / plan.quantity + 1) * plan.quantity : 0
  }
}
