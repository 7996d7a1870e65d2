/// What is told of how long stock lasts after all inbound supply has stopped.
public enum EnduranceMeasure: String, Sendable, Hashable, CaseIterable {
  /// Of a region: until its stock, if it were all in one place, would not be enough for all who ask.
  /// Of a care unit: until it cannot serve somebody, supplied from what the chain still has. Of several
  /// products, or regions: the lowest.
  ///
  /// Socialstyrelsen asked the regions for how many weeks access would be secured if no more were
  /// secured from a date on, and counts the lowest number where a region names several (DOMAIN.md,
  /// item 74; source 002, lines 567–585, figure 3).
  case enduranceDays
  /// Until the first care unit of all cannot serve somebody with any product.
  case firstUnmetDays
}

/// One row of the results of endurance.
public struct EnduranceRow: Sendable, Hashable {
  /// By what results are broken down.
  public let level: EnduranceLevel
  /// Which part: an id of the scenario, or `all`; two ids with a stroke between for two levels.
  public let key: String
  /// What is told.
  public let measure: EnduranceMeasure
}

/// By what endurance is broken down.
public enum EnduranceLevel: String, Sendable, Hashable, CaseIterable {
  /// Everything together.
  case all
  /// Kinds of location that treat patients.
  case tier
  /// How urgent the care is, 1 first, where that differs.
  case carePriority
  /// Geographical regions.
  case region
  /// The four categories of product.
  case category
  /// Why products are used.
  case demandClass
  /// Categories in a region, where there are several regions.
  case regionCategory
  /// Demand classes in a region, where there are several regions.
  case regionDemandClass
  /// Single care units.
  case location
  /// Single products.
  case product
  /// Single products in a region, where there are several regions.
  case regionProduct
}
