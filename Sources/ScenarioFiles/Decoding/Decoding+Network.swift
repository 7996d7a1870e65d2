import Quantities
import RandomStreams
import SupplyModel

extension Decoding {
  /// A share in ten-thousandths; reports one that is finer.
  func basisPoints(_ share: Decimal, _ node: JSONNode?, _ path: String) -> Int64? {
    if let parts = share.scaled(places: 4) { return parts }
    if let node {
      report(
        node.range, path, "is finer than a hundredth of a per cent",
        allowed: "at most four decimals, or two with a per cent sign")
    }
    return nil
  }

  /// Places that hold stock, with their kinds.
  func locations(
    _ node: JSONNode, _ authorities: Directory<Authority>, _ suppliers: Directory<Supplier>,
    _ leadTimes: Directory<Distribution>
  ) -> (locations: Directory<Location>, tiers: [Tier])? {
    typealias Row = Catalogue.LocationRow
    guard let table = table(node, "locations", Row.section) else { return nil }
    let errors = diagnostics.count
    var entries: [(id: String, element: Int, range: SourceRange, path: String)] = []
    var kinds: Set<String> = []
    for row in 0..<table.rowCount {
      let kind = table.value(row, Row.kind)
      if let kind { kinds.insert(kind) }
      guard let id = table.value(row, Row.id), kind != nil else { continue }
      entries.append((id, row, table.range(row, Row.id), table.table.path(row)))
    }
    let rows = Directory(
      "location", entries, isComplete: table.hasAllRows && diagnostics.count == errors, in: self)
    // Without every row some kind may be missing, and nothing that names kinds can be judged.
    guard rows.isComplete else { return nil }
    guard
      isWithin(
        ScenarioLimits.kinds, kinds.count, table.table.columnRanges[0], "locations",
        "kinds of location")
    else { return nil }
    let tiers = kinds.sorted().map { Tier(id: $0) }
    // A location that could not be read stands in with no sources, so that the rest of the
    // scenario can refer to it; what is wrong with it has been reported and there is no model.
    return (
      rows.mapped { row in
        let id = table.value(row, Row.id) ?? ""
        return location(table, row, id, rows, tiers, authorities, suppliers, leadTimes)
          ?? Location(
            id: id, name: id, tier: Position(0), authority: Position(0), rank: 0,
            sources: Category.allCases.map { _ in nil })
      }, tiers
    )
  }

  private func location(
    _ table: TableReader, _ row: Int, _ id: String, _ rows: Directory<Int>, _ tiers: [Tier],
    _ authorities: Directory<Authority>, _ suppliers: Directory<Supplier>,
    _ leadTimes: Directory<Distribution>
  ) -> Location? {
    typealias Row = Catalogue.LocationRow
    let name = table.value(row, Row.name)
    let rank = table.value(row, Row.rank)
    let kind = table.value(row, Row.kind)
    let owners = self.authorities(table, row, id, authorities)
    let carePriority = table.value(row, Row.carePriority)
    let leadTime = transferTime(table, row, leadTimes)
    var sources: [Location.Source?] = []
    for category in Category.allCases {
      let own = Row.parent(category)
      let column = table.states(row, own) ? own : Row.parent
      guard let parent = table.value(row, column) else {
        sources.append(nil)
        continue
      }
      if let location = rows.position(parent) {
        guard let leadTime else {
          if !table.states(row, Row.leadTime) {
            report(
              table.range(row, Row.leadTime), table.table.path(row),
              "states no leadTime, but its parent \(TerminalText.quoted(parent)) is a location",
              allowed: "a lead time from a parent that is a location",
              remedy: "write for example 1 day")
          }
          return nil
        }
        sources.append(.location(Position(location.index), leadTime: leadTime))
      } else if let supplier = suppliers.position(parent) {
        sources.append(.supplier(supplier))
      } else if rows.isComplete, suppliers.isComplete {
        table.report(
          row, column,
          "names \(TerminalText.quoted(parent)), which is neither a location nor a supplier",
          allowed: "the id of a location or supplier",
          remedy: didYouMean(parent, among: rows.ids + suppliers.ids))
        return nil
      }
    }
    guard let name, let rank, let kind, let owners, let carePriority,
      let tier = tiers.firstIndex(where: { $0.id == kind }),
      sources.count == Category.allCases.count
    else { return nil }
    return Location(
      id: id, name: name, tier: Position(tier), authorities: owners, rank: rank,
      carePriority: carePriority, sources: sources)
  }
}
