/// How stock stands when the simulation begins.
public enum StartRule: Sendable, Equatable {
  /// The long-run question: the policy has been in force for a warm-up that reports leave out.
  ///
  /// The warm-up of a product lasts its longest remaining life at receipt unless `warmUpDays`
  /// says otherwise, and begins with stock at its target in an age profile as rotation leaves it.
  /// Shortages run during it, the timeline does not.
  case rotated(warmUpDays: Int?)
  /// Every location at its target on day 0, in one lot whose remaining life is drawn.
  case given(remainingLife: RemainingLife)
}
