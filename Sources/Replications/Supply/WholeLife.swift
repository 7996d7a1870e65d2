import RandomStreams
import SupplyModel

/// A remaining life that is a whole number of days between two ends, all equally likely.
///
/// It is what `RemainingLife.wholeDays` gives, in plain numbers: no reference is counted and nothing is
/// asked for which a delivery does not need.
struct WholeLife: Sendable, BitwiseCopyable {
  /// [days]
  private let shortest: Int
  /// How many numbers there are. [1 or more]
  private let count: Int

  /// `nil` for any other remaining life.
  init?(_ life: RemainingLife) {
    switch life {
    case .days(.uniformInteger(let low, let high)): (shortest, count) = (low, high - low + 1)
    case .days(.constant(let days)): (shortest, count) = (Int(days.rounded(.down)), 1)
    default: return nil
    }
  }

  /// The life that a fraction `u` of deliveries do not exceed. [days]
  ///
  /// - Parameter u: above 0 and below 1.
  @inline(__always)
  func days(at u: Double) -> Int {
    let rank = u * Double(count)
    let below = Int(rank)
    let upper = Double(below) < rank ? below + 1 : below
    return shortest + min(max(upper, 1), count) - 1
  }
}
