/// How a policy gets from today's stock to its targets, where the policy starts on day 0 with the
/// stock of the baseline (`StartRule.buildUp`).
///
/// Until a target has been raised, the baseline's or the policy's own holds, whichever is the lower;
/// that goes for operating stock and reserve each on its own. All other settings of the policy hold
/// from day 0. Orders are bounded by capacity and ceilings as always.
public enum BuildUp: Sendable, Hashable {
  /// Targets hold from the first day.
  case immediate
  /// Targets grow day by day, in a straight line, from the baseline's to the policy's: over n days
  /// an nth of the difference on day 0, all of it on day n − 1; rounded up to units, and to packs as
  /// the policy rounds. [days, 1 or more]
  case gradual(overDays: Int)
  /// Some products reach their targets by one date, more by the next: product by product in an order
  /// fixed before the run, by weight (criticality), highest first, then by id.
  case stepwise([Step])

  /// A date, and which share of products has its target from then on.
  public struct Step: Sendable, Hashable {
    /// Days from the start of the horizon, rising from step to step. [days, 0 or more]
    public var day: Int
    /// Share of all products, in ten-thousandths, rising to 10,000; the number of products is
    /// rounded up.
    public var shareBasisPoints: Int64

    /// A step.
    public init(day: Int, shareBasisPoints: Int64) {
      self.day = day
      self.shareBasisPoints = shareBasisPoints
    }
  }
}
