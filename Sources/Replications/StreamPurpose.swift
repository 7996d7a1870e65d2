import RandomStreams

/// What a stream of random numbers is for.
///
/// Together with seed, replication, source, product and location it names the stream. The numbers
/// are part of every result: a new purpose gets a new number, and none is ever changed.
enum StreamPurpose: UInt64 {
  /// Demand of a product at a care unit, day after day.
  case demand = 1
  /// Onsets and ends of shortages of a product.
  case shortage = 2
  /// Lead time of one order.
  case leadTime = 3
  /// Remaining life of one delivery.
  case remainingLife = 4
  /// Remaining life of the lot that a location starts with.
  case startingLife = 5
  /// Order in which authorities are served on a day when there is not enough.
  case queueing = 6
  /// One pick from a shelf whose picks may ignore expiry.
  case pick = 7
  /// Quantity of one scheduled order.
  case scheduledOrder = 20
  /// Time from shipping to receipt of what one location sends to another on a day.
  case transferTime = 21
  /// Which week of its history a care unit's week repeats, and how its days are rounded.
  case demandWeek = 30

  /// When a phase of the timeline takes place, and whether; keyed by its name, product and location 0.
  case phase = 40
  /// Whether a loss of stock happens at a location; keyed by the phase's name, product 0.
  case stockLoss = 41
  /// Prescribed demand of a product in a care unit's area, day after day.
  case prescribed = 42
  /// Which of the prescribed demand of a day turns to public care.
  case spillOver = 43
  /// Whether and how long before its onset a shortage is announced.
  case announcement = 44

  /// The key's last word: the purpose, and which of several draws of a day it is.
  ///
  /// `day` counts from the start of the horizon and is negative in the warm-up.
  func word(day: Int = 0, ordinal: Int = 0) -> UInt64 {
    rawValue << 56 | UInt64(UInt32(truncatingIfNeeded: day)) << 16
      | UInt64(UInt16(truncatingIfNeeded: ordinal))
  }
}
