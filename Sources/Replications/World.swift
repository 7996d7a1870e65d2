import SupplyModel

/// The timeline of one replication: when its phases take place, the same for all products and
/// policies.
struct World: Sendable {
  /// By position of the phase in the model's timeline. [days from the start of the horizon]
  private(set) var windows: [PhaseWindow]

  /// The timeline as it is stated.
  init(_ content: SupplyModel.Content) {
    windows = content.timeline.map(\.statedWindow)
  }
}
