public import RandomStreams

/// From shipping by a location to receipt by the location below it.
public enum TransferTime: Sendable, Equatable {
  /// Always the same. [days, 1 or more]
  case days(Int)
  /// Drawn for each shipment, rounded to the nearest day and at least 1; shipments may cross.
  case drawn(Distribution)
}
