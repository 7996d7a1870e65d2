extension RandomScenario {
  /// A selection of products and which it selects, at least one.
  mutating func productSelection() -> (value: Written, selected: Set<Int>) {
    let wanted = draws.pick(products)
    var members: [(String, Written?)] = []
    var selected = Set(products.indices)
    let keys = draws.some(["product", "category", "demandClass", "mover"])
    let more = beside(12) { $0.draws.chance(25) ? $0.draws.some(["storageClass", "group"]) : [] }
    for key in keys + more {
      let own: (DrawnProduct) -> String
      switch key {
      case "product": own = { $0.id }
      case "category": own = { $0.category }
      case "demandClass": own = { $0.demandClass }
      case "storageClass": own = { $0.storageClass }
      case "group": own = { $0.group }
      default: own = { $0.mover }
      }
      guard own(wanted) != "" else { continue }
      let words = words(own(wanted), among: products.map(own))
      selected = selected.filter { words.texts.contains(own(products[$0])) }
      members.append((key, words.value))
    }
    return (object("(selection of products)", members), selected)
  }

  /// A selection of locations and which it selects, at least one.
  mutating func locationSelection() -> (value: Written, selected: Set<Int>) {
    let wanted = draws.pick(locations)
    var members: [(String, Written?)] = []
    var selected = Set(locations.indices)
    let regions = self.regionsOfAuthorities
    let keys = draws.some(["location", "kind", "authority"])
    let more = beside(13) { $0.draws.chance(25) ? ["region"] : [] }
    for key in keys + more {
      let own: (DrawnLocation) -> String
      switch key {
      case "location": own = { $0.id }
      case "kind": own = { $0.kind }
      case "region": own = { regions[$0.authority] ?? "" }
      default: own = { $0.authority }
      }
      guard own(wanted) != "" else { continue }
      let words = words(own(wanted), among: locations.map(own))
      selected = selected.filter { words.texts.contains(own(locations[$0])) }
      members.append((key, words.value))
    }
    return (object("(selection of locations)", members), selected)
  }

  /// The region of each authority, by id.
  private var regionsOfAuthorities: [String: String] {
    guard let table = tables["authorities.csv"] else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { (table.cell($0, "id"), table.cell($0, "region")) })
  }

  /// A word, or it and others in a list.
  private mutating func words(
    _ wanted: String, among all: [String]
  ) -> (value: Written, texts: Set<String>) {
    var texts: Set = [wanted]
    if draws.chance(50) { return (.text(wanted), texts) }
    let others = draws.some(all.filter { $0 != "" })
    texts.formUnion(others)
    return (.set(texts.sorted().map { .text($0) }), texts)
  }
}
