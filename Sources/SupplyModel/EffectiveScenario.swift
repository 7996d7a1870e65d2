/// What a scenario says once every default is filled in, for people who check it.
public struct EffectiveScenario: Sendable, Equatable {
  /// Every value that holds, in reading order.
  public var values: [StatedValue]
  /// How many values of each table's columns are known how well.
  public var provenance: [Provenance]

  /// An effective scenario.
  public init(values: [StatedValue], provenance: [Provenance]) {
    self.values = values
    self.provenance = provenance
  }

  /// One value of the effective scenario.
  public struct StatedValue: Sendable, Hashable {
    /// Its path: `policies.one-month.centralStore.reserve`.
    public let path: String
    /// The value as it was written, or the default.
    public let value: String
    /// The file and line, or the option, that states it; `nil` for a default.
    public let origin: String?

    /// A value with its path and origin.
    public init(path: String, value: String, origin: String?) {
      self.path = path
      self.value = value
      self.origin = origin
    }
  }

  /// How well the values of one column of one table are known.
  public struct Provenance: Sendable, Hashable {
    /// The table and column: `products.unitPrice`.
    public let column: String
    /// How well they are known.
    public let status: KnowledgeStatus
    /// How many rows. [1]
    public let count: Int

    /// A count of rows.
    public init(column: String, status: KnowledgeStatus, count: Int) {
      self.column = column
      self.status = status
      self.count = count
    }
  }
}
