import Quantities
import SupplyModel

/// How stock stands on the first day, as far as it can be said before products and locations have
/// names.
enum StatedStart {
  /// All is said.
  case rule(StartRule)
  /// A table of lots, still to be read, with the node that names it.
  case lots(path: String, JSONNode)

  /// Whether policies start with what the baseline leaves.
  var isBuildUp: Bool {
    if case .rule(.buildUp) = self { true } else { false }
  }
}

extension Decoding {
  /// How stock stands on the first day; the long run if nothing is stated.
  func begin(_ node: JSONNode?) -> StatedStart? {
    let path = "horizon.begin"
    guard let node else {
      explain(path, "rotated", at: nil)
      return .rule(.rotated(warmUpDays: nil))
    }
    if let word = node.string, word == "rotated" || word == "buildUp" {
      explain(path, word, at: node.range)
      return .rule(word == "rotated" ? .rotated(warmUpDays: nil) : .buildUp(warmUpDays: nil))
    }
    guard let member = node.members?.first, node.members?.count == 1,
      Catalogue.Start.names.contains(member.key)
    else {
      let found = node.string.map { "is \(TerminalText.quoted($0))" } ?? "is none of its forms"
      report(
        node.range, path, found, allowed: Catalogue.Start.allowed,
        remedy: node.string.flatMap {
          Suggestion.nearest(to: $0, among: ["rotated", "buildUp"]).map {
            "did you mean \(TerminalText.quoted($0))?"
          }
        })
      return nil
    }
    let inner = path + "." + member.key
    switch member.key {
    case "rotated":
      return warmUp(member.value, inner, Catalogue.Warmup.section) { .rotated(warmUpDays: $0) }
    case "buildUp":
      return warmUp(member.value, inner, Catalogue.Warmup.buildUp) { .buildUp(warmUpDays: $0) }
    default: return given(member.value, inner)
    }
  }

  private func warmUp(
    _ node: JSONNode, _ path: String, _ section: Section, _ rule: (Int?) -> StartRule
  ) -> StatedStart? {
    typealias Part = Catalogue.Warmup
    guard let object = ObjectReader(node, path, section, in: self) else { return nil }
    let days = object.value(Part.warmUp)
    return object.states(Part.warmUp) && days == nil ? nil : .rule(rule(days))
  }

  /// Stock that is given: a quantity in stated ages, or lots.
  private func given(_ node: JSONNode, _ path: String) -> StatedStart? {
    typealias Part = Catalogue.Given
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let life = object.member("remainingLife")
    let profile = object.member("profile")
    let forms = ["remainingLife", "profile", Part.lots.name].filter { object.member($0) != nil }
    guard forms.count == 1 else {
      let found =
        forms.isEmpty ? "states no ages" : "states both " + forms.joined(separator: " and ")
      report(
        node.range, path, found, allowed: "one of remainingLife, profile and lots",
        remedy: forms.isEmpty
          ? "write for example { remainingLife: "
            + "{ days: { uniformInteger: [\"180 days\", \"540 days\"] } } }"
          : "leave one of them out")
      return nil
    }
    if let lots = object.member(Part.lots.name) {
      if let stock = object.member(Part.stock.name) {
        report(
          stock.range, object.path(Part.stock.name), "has no meaning with lots",
          allowed: "a stock only with remainingLife or profile", remedy: "leave it out")
      }
      return object.value(Part.lots).map { .lots(path: $0, lots) }
    }
    let level = object.value(Part.stock)
    let ages: StartingAges?
    if let life {
      ages = remainingLife(life, object.path("remainingLife")).map { .oneLot($0) }
    } else {
      ages = profile.flatMap { ageProfile($0, object.path("profile")) }.map { .profile($0) }
    }
    guard let ages, level != nil || !object.states(Part.stock) else { return nil }
    return .rule(.given(quantity: level.map { .level($0) } ?? .target, ages: ages))
  }

  private func ageProfile(_ node: JSONNode, _ path: String) -> [AgeShare]? {
    typealias Part = Catalogue.AgePart
    guard let elements = list(node, path, fallback: "") else { return nil }
    let shares = elements.enumerated().compactMap { index, element -> AgeShare? in
      guard let object = ObjectReader(element, "\(path)[\(index)]", Part.section, in: self)
      else { return nil }
      let share = object.value(Part.share).flatMap {
        basisPoints($0, element[Part.share.name], object.path(Part.share.name))
      }
      let life = object.value(Part.remainingLife)
      guard let share, let life else { return nil }
      return AgeShare(basisPoints: share, remainingDays: life)
    }
    return shares.count == elements.count ? shares : nil
  }

  // MARK: Real lots

  /// The start with its lots read; lots in order of product, location, expiry and size.
  func start(
    _ stated: StatedStart, firstDay: CalendarDate, _ names: Names
  ) -> (rule: StartRule, lots: [Placed<StartingLot>])? {
    switch stated {
    case .rule(let rule): return (rule, [])
    case .lots(let path, let node):
      return lots(path, node, firstDay, names).map { (.lots($0.map(\.element)), $0) }
    }
  }

  private func lots(
    _ path: String, _ node: JSONNode, _ firstDay: CalendarDate, _ names: Names
  ) -> [Placed<StartingLot>]? {
    typealias Row = Catalogue.LotRow
    let name = "horizon.begin.given.lots"
    guard let source = file(path, namedBy: node, as: name),
      let table = TableReader(source, name: name, Row.section, in: self)
    else { return nil }
    var found: [Placed<StartingLot>] = []
    for row in 0..<table.rowCount {
      let path = table.table.path(row)
      let location = table.value(row, Row.location).flatMap {
        names.locations.resolve($0, at: table.range(row, Row.location), path, in: self)
      }
      let product = table.value(row, Row.product).flatMap {
        names.products.resolve($0, at: table.range(row, Row.product), path, in: self)
      }
      let units = table.value(row, Row.units)
      let expires = table.value(row, Row.expires)
      if let expires, expires <= firstDay {
        table.report(
          row, Row.expires, "is \(expires): the lot has expired on the first day",
          allowed: "a date after \(firstDay)", remedy: "leave the lot out, or correct its date")
        continue
      }
      guard let location, let product, let units, let expires else { continue }
      let lot = StartingLot(
        location: location, product: product, quantity: Int64(units),
        expiryDay: (expires.dayNumber - firstDay.dayNumber) * context.tick.perDay)
      found.append(Placed(element: lot, range: table.table.rowRange(row), path: path))
    }
    return found.sorted {
      let (first, second) = ($0.element, $1.element)
      return (first.product, first.location, first.expiryDay, first.quantity)
        < (second.product, second.location, second.expiryDay, second.quantity)
    }
  }
}
