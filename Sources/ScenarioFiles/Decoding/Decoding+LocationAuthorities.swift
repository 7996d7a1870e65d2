import SupplyModel

extension Decoding {
  /// Who has the duty for what a location holds of each category, by `Category.ordinal`.
  ///
  /// - Each category's own column goes first, then the column `authority`, then the only authority
  ///   that there is.
  /// - `authority` may be left out of a row that states one for each category.
  func authorities(
    _ table: TableReader, _ row: Int, _ id: String, _ authorities: Directory<Authority>
  ) -> [Position<Authority>]? {
    typealias Row = Catalogue.LocationRow
    let otherwise = Category.allCases.filter { !table.states(row, Row.authority($0)) }
    var common: Position<Authority>?
    if table.states(row, Row.authority) || !otherwise.isEmpty {
      common = authority(table, row, of: otherwise, authorities)
      if common == nil, otherwise.isEmpty { return nil }
    }
    let found = Category.allCases.map { category -> Position<Authority>? in
      let own = Row.authority(category)
      guard table.states(row, own) else { return common }
      return table.value(row, own).flatMap {
        authorities.resolve($0, at: table.range(row, own), table.table.path(row), in: self)
      }
    }
    let all = found.compactMap { $0 }
    guard all.count == found.count else { return nil }
    if Set(all).count > 1 {
      let words = zip(Category.allCases, all).map { category, authority in
        "\(category.rawValue) \(authorities.elements[authority].id)"
      }
      explain(
        "locations.\(id).authority", words.joined(separator: ", "), at: table.range(row, Row.id))
    }
    return all
  }

  /// What the column `authority` says; reports a row in which it is missing.
  ///
  /// - Parameter categories: those of which the row states no authority of their own.
  private func authority(
    _ table: TableReader, _ row: Int, of categories: [Category],
    _ authorities: Directory<Authority>
  ) -> Position<Authority>? {
    typealias Row = Catalogue.LocationRow
    guard let id = table.value(row, Row.authority) else {
      if authorities.elements.count == 1 { return Position(0) }
      if !table.states(row, Row.authority) {
        let isPart = categories.count < Category.allCases.count
        let names = categories.map(\.rawValue).joined(separator: ", ")
        report(
          table.range(row, Row.authority), table.table.path(row),
          "states no authority" + (isPart ? " for \(names)" : ""),
          allowed: "an authority where there are several")
      }
      return nil
    }
    return authorities.resolve(
      id, at: table.range(row, Row.authority), table.table.path(row), in: self)
  }
}
