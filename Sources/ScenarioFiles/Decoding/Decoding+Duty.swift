import Quantities
import SupplyModel

extension Decoding {
  /// The duty to hold stock; `nil` where the scenario does not ask about it.
  ///
  /// - Parameters:
  ///   - start: the first day of the horizon; `nil` if it could not be read.
  ///   - consumption: what care units use; `nil` if it could not be read.
  func duty(
    _ node: JSONNode?, from start: CalendarDate?, _ names: Names, _ consumption: [Consumption]?
  ) -> Duty? {
    typealias Part = Catalogue.Duty
    guard let node else {
      explain("duty", "not asked about", at: nil)
      return nil
    }
    guard let object = ObjectReader(node, "duty", Part.section, in: self) else { return nil }
    if names.products.isComplete, !names.products.elements.contains(where: \.isUnderDuty) {
      report(
        node.range, "duty", "covers no product", allowed: "products that lie under the duty",
        remedy: "write yes in the column duty of the products that it covers")
    }
    let days = object.value(Part.days)
    let locations = locationSelection(object.member("locations"), "duty.locations", names)
    if let locations { checkCounts(locations, object.member("locations"), names) }
    var exemptions: [Exemption] = []
    if let table = object.member("exemptions") {
      exemptions = self.exemptions(table, days, start, names, consumption)
    } else {
      explain("duty.exemptions", "none", at: nil)
    }
    guard let days, let locations else { return nil }
    return Duty(days: days, locations: locations, exemptions: exemptions)
  }

  /// Reports a selection that no location meets.
  private func checkCounts(_ selection: LocationSelection, _ node: JSONNode?, _ names: Names) {
    let places = names.locations.elements
    // A location that could not be read stands in with a kind that may not be its own.
    guard let node, !diagnostics.hasErrors,
      !places.positions.contains(where: { selection.selects(places[$0], at: $0) })
    else { return }
    report(
      node.range, "duty.locations", "selects no location",
      allowed: "a selection with at least one location",
      remedy: "a location is selected when it meets every condition")
  }

  /// The rows of the table of exemptions, in order of authority and product.
  private func exemptions(
    _ node: JSONNode, _ days: Int?, _ start: CalendarDate?, _ names: Names,
    _ consumption: [Consumption]?
  ) -> [Exemption] {
    typealias Row = Catalogue.ExemptionRow
    guard let table = table(node, "duty.exemptions", Row.section) else { return [] }
    let users = consumption.map { Users(of: $0, names) }
    var rows: [AuthorityProduct: Int] = [:]
    var found: [Exemption] = []
    for row in 0..<table.rowCount {
      guard let exemption = exemption(table, row, names) else { continue }
      let pair = AuthorityProduct(authority: exemption.authority, product: exemption.product)
      if let first = rows[pair] {
        table.report(
          row, Row.product, "repeats the authority and product of \(table.table.path(first))",
          allowed: "one row for each product of an authority", remedy: "keep one of the two")
        continue
      }
      rows[pair] = row
      check(exemption, table, row, days, start, names, users)
      found.append(exemption)
    }
    return found.sorted { ($0.authority, $0.product) < ($1.authority, $1.product) }
  }

  private func exemption(_ table: TableReader, _ row: Int, _ names: Names) -> Exemption? {
    typealias Row = Catalogue.ExemptionRow
    let authority = exemptingAuthority(table, row, names.authorities)
    let product = table.value(row, Row.product).flatMap {
      names.products.resolve($0, at: table.range(row, Row.product), table.table.path(row), in: self)
    }
    let reason = table.value(row, Row.reason)
    let held = table.value(row, Row.held)
    let mitigation = table.value(row, Row.mitigation)
    let reviewDate = table.value(row, Row.reviewDate)
    guard let authority, let product, let reason, let held, let mitigation, let reviewDate
    else { return nil }
    return Exemption(
      authority: authority, product: product, reason: reason, held: held, mitigation: mitigation,
      reviewDate: reviewDate)
  }

  private func exemptingAuthority(
    _ table: TableReader, _ row: Int, _ authorities: Directory<Authority>
  ) -> Position<Authority>? {
    typealias Row = Catalogue.ExemptionRow
    if let id = table.value(row, Row.authority) {
      return authorities.resolve(
        id, at: table.range(row, Row.authority), table.table.path(row), in: self)
    }
    if authorities.elements.count == 1, !table.states(row, Row.authority) { return Position(0) }
    if !table.states(row, Row.authority) {
      table.report(
        row, Row.authority, "states no authority",
        allowed: "an authority where there are several")
    }
    return nil
  }

  /// Reports an exemption from what is no duty, or one that was to be decided anew long ago.
  private func check(
    _ exemption: Exemption, _ table: TableReader, _ row: Int, _ days: Int?,
    _ start: CalendarDate?, _ names: Names, _ users: Users?
  ) {
    typealias Row = Catalogue.ExemptionRow
    let product = names.products.elements[exemption.product]
    if !product.isUnderDuty {
      table.report(
        row, Row.product, "names \(TerminalText.quoted(product.id)), which lies outside the duty",
        allowed: "products under the duty", remedy: "take the row out: nothing has to be held")
    } else if let users, !users.use(exemption.product, at: exemption.authority) {
      let authority = names.authorities.elements[exemption.authority].id
      table.report(
        row, Row.product,
        "names \(TerminalText.quoted(product.id)), which no care unit of "
          + "\(TerminalText.quoted(authority)) uses",
        allowed: "products that the authority must hold",
        remedy: "take the row out: nothing has to be held")
    }
    if case .days(let held) = exemption.held, let days, held > days {
      table.report(
        row, Row.held,
        "is \(context.tick.text(ofTicks: held)), more than the duty's "
          + context.tick.text(ofTicks: days),
        allowed: "at most \(context.tick.text(ofTicks: days))",
        remedy: "who holds it all needs no exemption: take the row out")
    }
    if let start, exemption.reviewDate < start {
      table.report(
        row, Row.reviewDate,
        "is \(exemption.reviewDate), before the horizon begins on \(start)",
        allowed: "\(start) or later",
        remedy: "the exemption has run out: decide it anew with a later date, or take the row out")
    }
  }
}

/// An authority with one of its products.
private struct AuthorityProduct: Hashable {
  let authority: Position<Authority>
  let product: Position<Product>
}

/// Which authorities' care units use which products.
private struct Users {
  private var pairs: Set<AuthorityProduct> = []

  init(of consumption: [Consumption], _ names: Names) {
    for use in consumption {
      let authority = names.locations.elements[use.location].authority(
        of: names.products.elements[use.product].category)
      // A location that could not be read stands in with an authority that may not be there either.
      guard authority.index < names.authorities.elements.count else { continue }
      pairs.insert(AuthorityProduct(authority: authority, product: use.product))
      // Who holds for another authority has its duty too.
      if let holder = names.authorities.elements[authority].dutyHeldBy {
        pairs.insert(AuthorityProduct(authority: holder, product: use.product))
      }
    }
  }

  func use(_ product: Position<Product>, at authority: Position<Authority>) -> Bool {
    pairs.contains(AuthorityProduct(authority: authority, product: product))
  }
}
