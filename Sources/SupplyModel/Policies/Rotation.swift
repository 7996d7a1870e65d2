/// How the reserve is part of the flow of goods.
public enum Rotation: Sendable, Hashable {
  /// One pool with the operating stock, so that the reserve turns over with consumption
  /// [omsättningslagring].
  case flowing
  /// A pool of its own, used only on release. A lot of it is ordered anew one lead time before it
  /// expires, then discarded.
  case separate(fillFirst: Pool)
  /// A pool of its own; so many days before a lot of it expires it changes places with units of the
  /// flow that expire later. What cannot be exchanged is tried again at each review, and expires.
  case swap(beforeExpiryDays: Int)

  /// The two parts of a location's stock.
  public enum Pool: String, Sendable, Hashable, CaseIterable {
    /// Operating stock.
    case flow
    /// Stock held for preparedness.
    case reserve
  }
}

/// When the reserve may be used for locations below. Patients at a care unit are always served from
/// all that is there.
public enum ReleaseRule: Sendable, Hashable {
  /// Always: the reserve is there to be used.
  case always
  /// From the first day on which demand below is unmet or a request is cut for lack of flow, and the
  /// delay of the authority's decision, until the flow is back at its operating target.
  /// [days, 0 or more]
  case onStockout(delayDays: Int)
  /// During named phases of the timeline, from their first day and the delay of the authority's
  /// decision. [days, 0 or more]
  case inPhase(names: [String], delayDays: Int)
}
