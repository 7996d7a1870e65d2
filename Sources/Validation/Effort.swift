/// How much is spent on a comparison.
public enum Effort: Sendable {
  /// What the scenario states: small errors are seen.
  case full
  /// What `quick` states: large errors are seen, in seconds.
  case quick
}

extension Effort {
  /// The largest standard error that still proves something: of a full comparison half a hundredth
  /// of the value, or 0.002 of a share (VALIDATION's tolerance), and never less than 10⁻⁵.
  func largestError(of reference: Double, isShare: Bool) -> Double {
    switch self {
    case .full: max(0.005 * abs(reference), isShare ? 0.002 : 0, 1e-5)
    case .quick: max(0.25 * abs(reference), isShare ? 0.05 : 0, 1e-4)
    }
  }

  /// What may be so rare that no replication shows it.
  var unseen: Double {
    switch self {
    case .full: 1e-5
    case .quick: 0.01
    }
  }
}
