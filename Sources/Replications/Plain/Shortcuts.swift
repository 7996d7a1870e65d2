/// Which shorter ways a run may take; results are the same, byte for byte. For tests and measurements.
public enum Shortcuts: Sendable, CaseIterable {
  /// Every product goes the general way.
  case none
  /// Plain products go the short way, and lots are not followed where that is likely to change nothing.
  case likely
  /// Plain products go the short way, and no care unit's lots are followed before it turns out that they
  /// must be.
  case bold
}
