import Quantities
import SupplyModel

extension Decoding {
  /// Opens the table that a member of the scenario names.
  func table(_ node: JSONNode, _ name: String, _ section: Section) -> TableReader? {
    guard let path = read(node, name, Catalogue.Scenario.table) else { return nil }
    guard let source = file(path, namedBy: node, as: name) else { return nil }
    return TableReader(source, name: name, section, in: self)
  }

  /// The rows of a table as a directory; rows that cannot be read make it incomplete.
  private func directory<Element: Sendable>(
    _ noun: String, _ table: TableReader, _ id: Field<String>,
    _ element: (_ row: Int, _ id: String) -> Element?
  ) -> Directory<Element> {
    var entries: [(id: String, element: Element, range: SourceRange, path: String)] = []
    let errors = diagnostics.count
    for row in 0..<table.rowCount {
      guard let name = table.value(row, id), let element = element(row, name) else { continue }
      entries.append((name, element, table.range(row, id), table.table.path(row)))
    }
    return Directory(
      noun, entries,
      isComplete: table.hasAllRows && entries.count == table.rowCount
        && diagnostics.count == errors,
      in: self)
  }

  func regions(_ node: JSONNode?) -> Directory<Region>? {
    guard let node else {
      explain("regions", "one region", at: nil)
      let only = Region(id: "region", name: "Region", population: nil)
      return Directory("region", only: only, id: only.id)
    }
    typealias Row = Catalogue.RegionRow
    guard let table = table(node, "regions", Row.section) else { return nil }
    return directory("region", table, Row.id) { row, id in
      let name = table.value(row, Row.name)
      let population = table.value(row, Row.population)
      return name.map { Region(id: id, name: $0, population: population.map(Int64.init)) }
    }
  }

  /// The region of an authority: the one that its row names, or the only one.
  private func region(
    _ table: TableReader, _ row: Int, _ regions: Directory<Region>
  ) -> Position<Region>? {
    typealias Row = Catalogue.AuthorityRow
    if let id = table.value(row, Row.region) {
      return regions.resolve(
        id, at: table.range(row, Row.region), table.table.path(row), in: self)
    }
    if regions.elements.count == 1 { return Position(0) }
    if !table.states(row, Row.region), regions.isComplete {
      report(
        table.range(row, Row.region), table.table.path(row), "states no region",
        allowed: "a region where there are several")
    }
    return nil
  }

  func authorities(_ node: JSONNode?, _ regions: Directory<Region>) -> Directory<Authority>? {
    guard let node else {
      explain("authorities", "one authority", at: nil)
      let only = Authority(
        id: "authority", name: "Authority", kind: .region, region: Position(0), population: nil)
      return Directory("authority", only: only, id: only.id)
    }
    typealias Row = Catalogue.AuthorityRow
    guard let table = table(node, "authorities", Row.section) else { return nil }
    var holders: [String: (id: String, row: Int)] = [:]
    let all = directory("authority", table, Row.id) { row, id -> Authority? in
      let name = table.value(row, Row.name)
      let kind = table.value(row, Row.kind)
      let population = table.value(row, Row.population)
      let region = region(table, row, regions)
      if let holder = table.value(row, Row.dutyHeldBy) { holders[id] = (holder, row) }
      guard let name, let kind, let region else { return nil }
      return Authority(
        id: id, name: name, kind: kind, region: region, population: population.map(Int64.init))
    }
    // An authority may be named above its own row.
    return all.mapped { authority in
      var authority = authority
      if let holder = holders[authority.id] {
        authority.dutyHeldBy = all.resolve(
          holder.id, at: table.range(holder.row, Row.dutyHeldBy), table.table.path(holder.row),
          in: self)
      }
      return authority
    }
  }

  func demandClasses(_ node: JSONNode) -> Directory<DemandClass>? {
    typealias Row = Catalogue.DemandClassRow
    guard let table = table(node, "demandClasses", Row.section) else { return nil }
    return directory("demand class", table, Row.id) { row, id in
      table.value(row, Row.name).map { DemandClass(id: id, name: $0) }
    }
  }

  func products(_ node: JSONNode, _ classes: Directory<DemandClass>) -> Directory<Product>? {
    typealias Row = Catalogue.ProductRow
    guard let table = table(node, "products", Row.section) else { return nil }
    var keys: [String: (id: String, row: Int)] = [:]
    let all = directory("product", table, Row.id) { row, id -> Product? in
      let name = table.value(row, Row.name)
      let category = table.value(row, Row.category)
      let mover = table.value(row, Row.mover)
      let price = table.value(row, Row.unitPrice)
      let packSize = table.value(row, Row.packSize)
      let shelfLife = table.value(row, Row.shelfLife)
      let volume = table.value(row, Row.unitVolume)
      let storageClass = table.value(row, Row.storageClass)
      let weight = table.value(row, Row.weight)
      let shortfall = shortfall(table, row)
      let duty = table.value(row, Row.duty)
      let group = table.value(row, Row.group)
      if let partner = table.value(row, Row.keyedTo) { keys[id] = (partner, row) }
      let demandClass = table.value(row, Row.demandClass).flatMap {
        classes.resolve($0, at: table.range(row, Row.demandClass), table.table.path(row), in: self)
      }
      guard let name, let category, let price, let packSize, let shelfLife, let volume,
        let storageClass, let weight, let demandClass, let shortfall, let duty
      else { return nil }
      var product = Product(
        id: id, name: name, category: category, demandClass: demandClass, mover: mover,
        unitPrice: price, packSize: Int64(packSize), shelfLifeDays: shelfLife,
        unitVolumeMillilitres: volume, storageClass: storageClass, weight: Int64(weight),
        shortfall: shortfall, isUnderDuty: duty)
      product.group = group
      return product
    }
    // A product may be named above its own row.
    return all.mapped { product in
      var product = product
      if let key = keys[product.id] {
        product.keyedTo = all.resolve(
          key.id, at: table.range(key.row, Row.keyedTo), table.table.path(key.row), in: self)
      }
      return product
    }
  }

  /// What becomes of demand that finds no stock; only deferrable demand has a patience.
  private func shortfall(_ table: TableReader, _ row: Int) -> Shortfall? {
    typealias Row = Catalogue.ProductRow
    let patience = table.value(row, Row.patience)
    guard let word = table.value(row, Row.shortfall) else { return nil }
    if word == .deferrable {
      if !table.states(row, Row.patience) {
        report(
          table.range(row, Row.shortfall), table.table.path(row),
          "is deferrable and states no patience", allowed: "how long deferrable demand waits",
          remedy: "write for example 7 days into the column patience")
      }
      return patience.map { .deferrable(patienceDays: $0) }
    }
    if table.states(row, Row.patience) {
      table.report(
        row, Row.patience, "has no meaning where shortfall is \(word.rawValue)",
        allowed: "a patience only where shortfall is deferrable",
        remedy: "leave it empty, or write deferrable")
      return nil
    }
    return word == .lost ? .lost : .backlogged
  }

  func assumptions(_ node: JSONNode?) -> [Assumption] {
    guard let node else { return [] }
    typealias Row = Catalogue.AssumptionRow
    guard let table = table(node, "assumptions", Row.section) else { return [] }
    return directory("assumption", table, Row.id) { row, id in
      let what = table.value(row, Row.what)
      let value = table.value(row, Row.value)
      let status = table.value(row, Row.status)
      let source = table.value(row, Row.source)
      let decides = table.value(row, Row.decides)
      let (low, high) = (table.value(row, Row.low) ?? "", table.value(row, Row.high) ?? "")
      let scenarios = [(low, Row.lowScenario, "low"), (high, Row.highScenario, "high")].map {
        variant, field, name in
        let file = table.value(row, field) ?? ""
        if !file.isEmpty, variant.isEmpty {
          table.report(
            row, field, "has no meaning where \(name) is empty",
            allowed: "a scenario file only where \(name) says what the value is",
            remedy: "state \(name), or leave it empty")
        }
        return file
      }
      guard let what, let value, let status, let source, let decides else { return nil }
      return Assumption(
        id: id, what: what, value: value, status: status, source: source, decides: decides,
        low: low, high: high, lowScenario: scenarios[0], highScenario: scenarios[1])
    }.elements
  }
}
