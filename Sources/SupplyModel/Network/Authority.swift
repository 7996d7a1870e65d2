/// A region or municipality that has the duty to hold stock [huvudman], or a private provider.
public struct Authority: Sendable {
  /// The scenario's own short name.
  public var id: String
  /// What people call it.
  public var name: String
  /// What kind of authority it is.
  public var kind: Kind
  /// The region whose inhabitants it serves.
  public var region: Position<Region>
  /// Inhabitants, for costs per inhabitant; `nil` where the scenario doesn't say.
  public var population: Int64?
  /// Who holds the duty's stock for it, where that is another authority: a region may hold for a
  /// private provider. `nil` where it holds its own, a private provider by contract.
  public var dutyHeldBy: Position<Authority>?

  /// The kinds of authority.
  public enum Kind: String, Sendable, CaseIterable {
    /// One of Sweden's 21 regions.
    case region
    /// One of Sweden's 290 municipalities.
    case municipality
    /// A provider that is neither.
    case `private`
  }

  /// An authority.
  public init(
    id: String, name: String, kind: Kind, region: Position<Region>, population: Int64? = nil,
    dutyHeldBy: Position<Authority>? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.region = region
    self.population = population
    self.dutyHeldBy = dutyHeldBy
  }
}

/// A geographical region with its inhabitants, to which authorities belong.
public struct Region: Sendable {
  /// The scenario's own short name.
  public var id: String
  /// What people call it.
  public var name: String
  /// Inhabitants, for costs per inhabitant; `nil` where the scenario doesn't say.
  public var population: Int64?

  /// A region.
  public init(id: String, name: String, population: Int64?) {
    self.id = id
    self.name = name
    self.population = population
  }
}
