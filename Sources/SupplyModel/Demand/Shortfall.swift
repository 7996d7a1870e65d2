/// What becomes of demand that finds no stock.
public enum Shortfall: Sendable, Hashable {
  /// It is unmet that day, and gone.
  case lost
  /// It waits at its care unit and is served before new demand; what still waits at the end of the
  /// day on which it arose + `patienceDays` becomes unmet on that day. [days, 1 or more]
  case deferrable(patienceDays: Int)
  /// It waits until it is served.
  case backlogged
}
