extension PhaseWindow {
  /// Whether the phase takes place at all.
  public var takesPlace: Bool { firstDay < endDay }

  /// Whether a day lies in it.
  public func contains(_ day: Int) -> Bool { firstDay <= day && day < endDay }
}
