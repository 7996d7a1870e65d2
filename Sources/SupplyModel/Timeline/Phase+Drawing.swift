extension Phase {
  /// Whether anything about it is drawn, so that its name is part of the results: streams are keyed
  /// by it.
  public var isDrawn: Bool {
    timing != nil
      || losses.contains { $0.clusterBasisPoints < 10_000 || $0.eachBasisPoints < 10_000 }
  }
}
