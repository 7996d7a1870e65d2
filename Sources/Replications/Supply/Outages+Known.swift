extension Outages {
  /// Whether somebody knows of a shortage on a day, counted from the start of the warm-up.
  func isKnown(_ day: Int) -> Bool { isDown(day) }
}
