/// What a location's plain day needs of its `NodePlan`, in so few bytes that the plans of a thousand care units
/// stay in the processor's cache.
struct LeafPlan: BitwiseCopyable {
  /// What the position is brought up to. [units]
  var target: Int64
  /// Orders are multiples of this. [units]
  var orderMultiple: Int64
  /// The location that it orders from; −1 − k for the product's k-th chain of suppliers.
  var parent: Int32
  /// How long before its expiry a lot leaves the position. [days]
  var usableMarginDays: Int32
  /// How long before its expiry a lot first changes what the location does. [days]
  var wakeMarginDays: Int32
  /// Whether what is shipped to it comes the next morning.
  var comesOvernight: Bool

  /// The part of a location's plan.
  init(_ plan: NodePlan) {
    target = plan.target
    orderMultiple = plan.orderMultiple
    parent = plan.source
    usableMarginDays = plan.usableMarginDays
    wakeMarginDays = plan.wakeMarginDays
    comesOvernight = plan.leadTimeDays == 1
  }

  /// What it asks for when it has so much and nothing is on the way. [units]
  @inline(__always)
  func order(having onHand: Int64) -> Int64 {
    let missing = max(0, target - onHand)
    guard orderMultiple > 1 else { return missing }
    return (missing + orderMultiple - 1) / orderMultiple * orderMultiple
  }
}
