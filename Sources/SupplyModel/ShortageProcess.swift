public import RandomStreams

/// How often and for how long a supplier cannot deliver a product [restnotering].
///
/// A renewal process in continuous time, one for each selected product, independent of each other
/// and of the policy. A product that several processes select is out while any of them is down.
public struct ShortageProcess: Sendable {
  /// The scenario's own short name; enters the keys of random streams.
  public var id: String
  /// The products that it befalls, each on its own.
  public var products: ProductSelection
  /// How often shortages begin.
  public var frequency: Frequency
  /// From onset to end. [days]
  public var duration: Distribution
  /// Whether supply is certain to be up when the simulation begins; otherwise it is stationary.
  public var startsUp: Bool

  /// How often shortages begin.
  public enum Frequency: Sendable, Equatable {
    /// Onsets per calendar year of 365 days, times down included. [1/year]
    case onsetsPerYear(Double)
    /// Mean of the exponential time from an end to the next onset. [days]
    case meanUpTime(days: Double)
  }

  /// A shortage process.
  public init(
    id: String, products: ProductSelection, frequency: Frequency, duration: Distribution,
    startsUp: Bool
  ) {
    self.id = id
    self.products = products
    self.frequency = frequency
    self.duration = duration
    self.startsUp = startsUp
  }

  /// Mean of the exponential time from an end to the next onset. [days]
  ///
  /// With r onsets per year and mean duration D years the share of time down is r·D, and the
  /// hazard while up r ÷ (1 − r·D). Infinite when r is 0. `ticksPerDay` is the experiment's.
  public func meanUpTimeDays(ticksPerDay: Int) -> Double {
    switch frequency {
    case .meanUpTime(let days): return days
    case .onsetsPerYear(let rate):
      guard rate > 0 else { return .infinity }
      return Double(365 * ticksPerDay) / rate - duration.mean
    }
  }

  /// The share of time that the process is down in the long run. [0…1]
  public func shareOfTimeDown(ticksPerDay: Int) -> Double {
    let up = meanUpTimeDays(ticksPerDay: ticksPerDay)
    return up.isFinite ? duration.mean / (duration.mean + up) : 0
  }
}
