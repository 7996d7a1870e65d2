/// A place that holds stock: a store, a pharmacy, a ward.
public struct Location: Sendable {
  /// The scenario's own short name; enters the keys of random streams.
  public var id: String
  /// What people call it.
  public var name: String
  /// What kind of place it is.
  public var tier: Position<Tier>
  /// Who has the duty for what it holds of each category, by `Category.ordinal`: the region may
  /// answer for the medicines of a municipal home, the municipality for its devices.
  public var authorities: [Position<Authority>]
  /// Its place in any order that must be decided; lower goes first, ties go by id.
  public var rank: Int
  /// How urgent the care is that it gives or supplies: 1 is served first where the allocation
  /// rule goes by priority. [1 or more]
  public var carePriority: Int
  /// Where it gets products of each category from, by `Category.ordinal`; `nil` where it gets none.
  public var sources: [Source?]

  /// A location for which one authority has the duty, whatever the category.
  public init(
    id: String, name: String, tier: Position<Tier>, authority: Position<Authority>, rank: Int,
    carePriority: Int = 1, sources: [Source?]
  ) {
    self.init(
      id: id, name: name, tier: tier,
      authorities: Array(repeating: authority, count: Category.allCases.count), rank: rank,
      carePriority: carePriority, sources: sources)
  }

  /// A location with an authority for each category, by `Category.ordinal`.
  public init(
    id: String, name: String, tier: Position<Tier>, authorities: [Position<Authority>], rank: Int,
    carePriority: Int = 1, sources: [Source?]
  ) {
    precondition(
      authorities.count == Category.allCases.count,
      "\(id) should have an authority for each category, but has \(authorities.count).")
    self.id = id
    self.name = name
    self.tier = tier
    self.authorities = authorities
    self.rank = rank
    self.carePriority = carePriority
    self.sources = sources
  }

  /// What replenishes a location.
  public enum Source: Sendable, Equatable {
    /// A location above it. What is shipped on day t is received on t + lead time.
    case location(Position<Location>, leadTime: TransferTime)
    /// A supplier outside the scenario's stores, with its own lead time.
    case supplier(Position<Supplier>)

    /// A location above it with a lead time that is always the same. [days, 1 or more]
    public static func location(_ parent: Position<Location>, leadTimeDays: Int) -> Source {
      .location(parent, leadTime: .days(leadTimeDays))
    }
  }

  /// Where it gets products of a category from; `nil` if it gets none.
  public func source(of category: Category) -> Source? { sources[category.ordinal] }

  /// Who has the duty for what it holds of a category.
  public func authority(of category: Category) -> Position<Authority> {
    authorities[category.ordinal]
  }
}

/// A kind of location, such as `centralStore`; policies set levels by it.
public struct Tier: Sendable {
  /// The kind's name, as the locations table writes it.
  public var id: String

  /// The kind of location that treats patients; consumption is stated there only.
  public static let careUnit = "careUnit"

  /// A tier.
  public init(id: String) {
    self.id = id
  }
}
