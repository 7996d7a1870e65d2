import Replications
import SupplyModel

/// Which rows endurance is told in, and to which of them a care unit or a region's pool counts.
struct EnduranceLedger: Sendable {
  /// The rows whose values are the lowest of what counts to them, in the order of the tables.
  private(set) var rows: [EnduranceRow] = []
  /// By compiled product, then node: the rows that a care unit's own endurance counts to.
  private(set) var rowsOfUnits: [[[Int]]] = []
  /// By compiled product, then place of the region in its plan: the rows that the pool counts to.
  private(set) var rowsOfPools: [[[Int]]] = []
  /// Rows that tell of many care units, each by itself, with the rows of those units.
  private(set) var spreads: [(row: EnduranceRow, units: [Int])] = []

  init(_ compiled: CompiledModel) {
    let content = compiled.model.content
    let plans = compiled.products.map(\.endurance)
    let severalRegions = Set(plans.flatMap { $0?.regions ?? [] }).count > 1
    let priorities = Set(
      zip(compiled.products, plans).flatMap { product, plan in
        product.locations.indices.filter { plan?.expectsDemand[$0] == true }
          .map { content.locations[product.locations[$0]].carePriority }
      })
    var places: [EnduranceRow: Int] = [:]
    func row(_ level: EnduranceLevel, _ key: String, _ measure: EnduranceMeasure) -> Int {
      let row = EnduranceRow(level: level, key: key, measure: measure)
      if let known = places[row] { return known }
      places[row] = rows.count
      rows.append(row)
      return rows.count - 1
    }
    for (product, plan) in zip(compiled.products, plans) {
      let item = content.products[product.position]
      let demandClass = content.demandClasses[item.demandClass].id
      rowsOfUnits.append(
        product.locations.indices.map { node in
          guard plan?.expectsDemand[node] == true else { return [] }
          let location = content.locations[product.locations[node]]
          let region = content.authorities[location.authority(of: item.category)].region
          var found = [
            row(.all, "all", .firstUnmetDays),
            row(.tier, content.tiers[location.tier].id, .firstUnmetDays),
            row(.region, content.regions[region].id, .firstUnmetDays),
            row(.category, item.category.rawValue, .firstUnmetDays),
            row(.demandClass, demandClass, .firstUnmetDays),
            row(.location, location.id, .enduranceDays),
            row(.product, item.id, .firstUnmetDays),
          ]
          if priorities.count > 1 {
            found.append(row(.carePriority, "\(location.carePriority)", .firstUnmetDays))
          }
          return found
        })
      rowsOfPools.append(
        (plan?.regions ?? []).map { region in
          let regionID = content.regions[region].id
          var found = [
            row(.all, "all", .enduranceDays), row(.region, regionID, .enduranceDays),
            row(.category, item.category.rawValue, .enduranceDays),
            row(.demandClass, demandClass, .enduranceDays),
            row(.product, item.id, .enduranceDays),
          ]
          if severalRegions {
            found += [
              row(.regionCategory, "\(regionID)/\(item.category.rawValue)", .enduranceDays),
              row(.regionDemandClass, "\(regionID)/\(demandClass)", .enduranceDays),
              row(.regionProduct, "\(regionID)/\(item.id)", .enduranceDays),
            ]
          }
          return found
        })
    }
    putInOrder(content)
    addSpreads(content, hasPriorities: priorities.count > 1)
  }

  /// Numbers the rows by level, then by the order of the model's tables, then by measure.
  private mutating func putInOrder(_ content: SupplyModel.Content) {
    let regions = content.regions.map(\.id)
    let categories = Category.allCases.map(\.rawValue)
    let classes = content.demandClasses.map(\.id)
    let products = content.products.map(\.id)
    func within(_ parts: [String]) -> [String] {
      regions.flatMap { region in parts.map { "\(region)/\($0)" } }
    }
    var ranks: [EnduranceLevel: [String: Int]] = [:]
    for level in EnduranceLevel.allCases {
      let keys: [String] =
        switch level {
        case .all: ["all"]
        case .tier: content.tiers.map(\.id)
        case .carePriority: Set(content.locations.map(\.carePriority)).sorted().map { "\($0)" }
        case .region: regions
        case .category: categories
        case .demandClass: classes
        case .regionCategory: within(categories)
        case .regionDemandClass: within(classes)
        case .location: content.locations.map(\.id)
        case .product: products
        case .regionProduct: within(products)
        }
      ranks[level] = Dictionary(
        zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }
    let levels = EnduranceLevel.allCases
    let measures = EnduranceMeasure.allCases
    func rank(_ row: EnduranceRow) -> (Int, Int, Int) {
      (
        levels.firstIndex(of: row.level) ?? 0, ranks[row.level]?[row.key] ?? 0,
        measures.firstIndex(of: row.measure) ?? 0
      )
    }
    let order = rows.indices.sorted { rank(rows[$0]) < rank(rows[$1]) }
    var newPlaces = [Int](repeating: 0, count: rows.count)
    for (place, old) in order.enumerated() { newPlaces[old] = place }
    rows = order.map { rows[$0] }
    rowsOfUnits = rowsOfUnits.map { $0.map { $0.map { newPlaces[$0] } } }
    rowsOfPools = rowsOfPools.map { $0.map { $0.map { newPlaces[$0] } } }
  }

  private mutating func addSpreads(_ content: SupplyModel.Content, hasPriorities: Bool) {
    var unitRows: [String: Int] = [:]
    for (place, row) in rows.enumerated() where row.level == .location { unitRows[row.key] = place }
    func add(_ level: EnduranceLevel, _ key: String, _ belongs: (Location) -> Bool) {
      let units = content.locations.filter(belongs).compactMap { unitRows[$0.id] }
      guard !units.isEmpty else { return }
      spreads.append((EnduranceRow(level: level, key: key, measure: .enduranceDays), units))
    }
    for tier in content.tiers.positions {
      add(.tier, content.tiers[tier].id) { $0.tier == tier }
    }
    guard hasPriorities else { return }
    for priority in Set(content.locations.map(\.carePriority)).sorted() {
      add(.carePriority, "\(priority)") { $0.carePriority == priority }
    }
  }
}
