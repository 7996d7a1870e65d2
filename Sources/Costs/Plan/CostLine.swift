public import SupplyModel

/// One thing that costs money, under each policy and in each replication.
public struct CostLine: Sendable {
  /// What it counts as.
  public let part: CostPart
  /// When it is paid.
  public let kind: Kind
  /// The item's key; `nil` for what is simulated.
  public let item: String?
  /// How well its price is known.
  public let status: CostStatus
  /// Where its price is from.
  public let source: String
  /// By policy: what it costs in each replication, or once where that is the same in all. [öre]
  let ore: [[Int64]]
  /// By policy: its mean with every figure at its low value. [SEK]
  let atLow: [Double]
  /// By policy: its mean with every figure at its high value. [SEK]
  let atHigh: [Double]

  /// When something is paid; the raw values are the keys of the tables.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Every year.
    case running
    /// Once, for what lasts; inside running cost as depreciation.
    case investment
    /// Once, and not inside running cost.
    case oneOff
  }

  /// What is simulated, priced with a rate.
  ///
  /// - Parameters:
  ///   - ore: by policy, what it costs in each replication. [öre]
  ///   - range: what low and high values of the rate multiply it by.
  public init(
    _ part: CostPart, kind: Kind, ore: [[Int64]], range: CostRange, status: CostStatus,
    source: String
  ) {
    self.init(
      part: part, kind: kind, item: nil, status: status, source: source, ore: ore,
      atLow: ore.map { Self.mean($0) / 100 * range.low.value },
      atHigh: ore.map { Self.mean($0) / 100 * range.high.value })
  }

  /// An item of a cost file.
  ///
  /// - Parameters:
  ///   - ore: by bound and policy, what it costs in each replication. [öre]
  public init(_ item: CostItem, kind: Kind, ore: (AmountBound) -> [[Int64]]) {
    self.init(
      part: item.part, kind: kind, item: item.id, status: item.status, source: item.source,
      ore: ore(.value), atLow: ore(.low).map { Self.mean($0) / 100 },
      atHigh: ore(.high).map { Self.mean($0) / 100 })
  }

  private init(
    part: CostPart, kind: Kind, item: String?, status: CostStatus, source: String,
    ore: [[Int64]], atLow: [Double], atHigh: [Double]
  ) {
    self.part = part
    self.kind = kind
    self.item = item
    self.status = status
    self.source = source
    self.ore = ore
    self.atLow = atLow
    self.atHigh = atHigh
  }

  /// The mean, from an exact sum; 0 of nothing.
  private static func mean(_ values: [Int64]) -> Double {
    guard !values.isEmpty else { return 0 }
    return Double(values.reduce(Int128(0)) { $0 + Int128($1) }) / Double(values.count)
  }

  /// Whether it costs anything under any policy.
  public var isAnything: Bool { ore.contains { $0.contains { $0 != 0 } } }
}
