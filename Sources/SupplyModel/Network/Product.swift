public import Quantities

/// An article or substance that care units use and stores hold.
public struct Product: Sendable {
  /// The scenario's own short name; enters the keys of random streams.
  public var id: String
  /// What people call it.
  public var name: String
  /// Which part of the duty it falls under.
  public var category: Category
  /// Why it is used; multipliers of the timeline act on it.
  public var demandClass: Position<DemandClass>
  /// How fast it turns over, where the scenario says so.
  public var mover: Mover?
  /// Purchase price of one unit.
  public var unitPrice: Money
  /// Units in a pack that is not broken. [units, 1 or more]
  public var packSize: Int64
  /// From manufacture to expiry. [days, 1 or more]
  public var shelfLifeDays: Int
  /// Storage space of one unit with its packaging. [ml, 0 or more]
  public var unitVolumeMillilitres: Int64
  /// What kind of room it needs.
  public var storageClass: StorageClass
  /// Criticality, when shares of different products are averaged. [1 or more]
  public var weight: Int64
  /// What becomes of demand that finds no stock.
  public var shortfall: Shortfall
  /// Whether the duty to hold stock covers it; prescribed products lie outside.
  public var isUnderDuty: Bool
  /// The substitution group, the scenario's own word, such as a group of antibiotics that stand in
  /// for each other; `nil` for none. Shortages and selections may name it.
  public var group: String?
  /// A product without which it is useless: its demand is unmet where that one is out of stock.
  public var keyedTo: Position<Product>?

  /// A product with all that is known of it.
  public init(
    id: String, name: String, category: Category, demandClass: Position<DemandClass>,
    mover: Mover?, unitPrice: Money, packSize: Int64, shelfLifeDays: Int,
    unitVolumeMillilitres: Int64, storageClass: StorageClass, weight: Int64,
    shortfall: Shortfall = .lost, isUnderDuty: Bool = true
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.demandClass = demandClass
    self.mover = mover
    self.unitPrice = unitPrice
    self.packSize = packSize
    self.shelfLifeDays = shelfLifeDays
    self.unitVolumeMillilitres = unitVolumeMillilitres
    self.storageClass = storageClass
    self.weight = weight
    self.shortfall = shortfall
    self.isUnderDuty = isUnderDuty
  }
}

/// Why a product is used; the scenario's own word, declared once.
public struct DemandClass: Sendable {
  /// The scenario's own short name, such as `trauma`.
  public var id: String
  /// What people call it.
  public var name: String

  /// A demand class.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// How fast a product turns over.
public enum Mover: String, Sendable, Hashable, CaseIterable {
  /// Used every day in many places.
  case fast
  /// Used now and then.
  case medium
  /// Rarely or unevenly used [sällanprodukt].
  case slow
}

/// The kind of room that a product needs; storage is priced by it.
public enum StorageClass: String, Sendable, Hashable, CaseIterable {
  /// Room temperature.
  case room
  /// 2–8 °C.
  case cold
  /// Locked, recorded.
  case narcotic
  /// Fire-safe.
  case flammable
  /// Gas cylinders.
  case gas
  /// Infusion bags on pallets.
  case bulkyFluid
}
