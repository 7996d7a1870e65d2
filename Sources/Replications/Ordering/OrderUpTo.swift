extension ProductRun {
  /// `orderUpTo`: as soon as the position is below the target, what is missing; 0 or less for no
  /// order. [units]
  @inline(__always)
  mutating func orderUpTo(_ node: Int) -> Int64 { plans[node].target - position(node) }
}
