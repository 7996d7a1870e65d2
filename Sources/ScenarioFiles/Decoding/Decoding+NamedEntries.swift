import Quantities
import RandomStreams
import SupplyModel

/// What rows of consumption refer to by name.
struct DemandShapes {
  /// Distributions of units.
  let sizes: Directory<CountDistribution>
  /// How demand follows the calendar.
  let profiles: Directory<DemandProfile>
}

extension Decoding {
  /// The entries of an object with free names, such as `sizes`; none if the scenario states none.
  private func namedEntries<Element: Sendable>(
    _ node: JSONNode?, _ name: String, _ noun: String,
    _ element: (_ node: JSONNode, _ name: String, _ path: String) -> Element?
  ) -> Directory<Element> {
    guard let node else {
      explain(name, "none", at: nil)
      return Directory(noun, [], isComplete: true, in: self)
    }
    guard let object = ObjectReader(node, name, freeKeys: "a \(noun) for each name", in: self)
    else { return .unreadable(noun) }
    var entries: [(id: String, element: Element, range: SourceRange, path: String)] = []
    let members = object.node.members ?? []
    for member in members {
      let path = object.path(member.key)
      guard let found = element(member.value, member.key, path) else { continue }
      entries.append((member.key, found, member.keyRange, path))
    }
    return Directory(noun, entries, isComplete: entries.count == members.count, in: self)
  }

  /// Distributions of units and profiles, by name.
  func demandShapes(_ root: ObjectReader) -> DemandShapes {
    DemandShapes(
      sizes: namedEntries(root.member("sizes"), "sizes", "distribution of units") {
        sizes($0, path: $2)
      },
      profiles: namedEntries(root.member("profiles"), "profiles", "profile") {
        profile($0, id: $1, path: $2)
      })
  }

  // MARK: Lead times

  /// Lead times that are drawn for each shipment, by name.
  func leadTimes(_ node: JSONNode?) -> Directory<Distribution> {
    namedEntries(node, "leadTimes", "lead time") { node, name, path in
      guard name.first.map({ !"0123456789".contains($0) }) ?? false else {
        report(
          node.range, path, "has a name that could be a duration",
          allowed: "a name that begins with a letter")
        return nil
      }
      return durations(node, path, longest: 3650)
    }
  }

  /// The lead time of a row of locations: a duration, or the name of an entry of `leadTimes`.
  func transferTime(
    _ table: TableReader, _ row: Int, _ leadTimes: Directory<Distribution>
  ) -> TransferTime? {
    typealias Row = Catalogue.LocationRow
    let text = table.text(row, Row.leadTime)
    if let position = leadTimes.position(text) { return .drawn(leadTimes.elements[position.index]) }
    // A duration begins with its number; whatever else is not empty is meant as a name.
    guard let first = text.first, !"+-.,0123456789".contains(first), !leadTimes.ids.isEmpty else {
      return leadTimes.isComplete || text.first?.isNumber == true
        ? table.value(row, Row.leadTime).map { .days($0) } : nil
    }
    _ = leadTimes.resolve(
      text, at: table.range(row, Row.leadTime), table.table.path(row), in: self)
    return nil
  }

  // MARK: Distributions of units

  /// A random number of units that is not always 0.
  private func sizes(_ node: JSONNode, path: String) -> CountDistribution? {
    guard let found = counts(node, path) else { return nil }
    if let problem = found.problem {
      report(node.range, path + ":", problem)
      return nil
    }
    guard found.mean > 0 else {
      report(node.range, path, "never has a unit", allowed: "at least one number above 0")
      return nil
    }
    return found
  }

  // MARK: Profiles

  private func profile(_ node: JSONNode, id: String, path: String) -> DemandProfile? {
    typealias Part = Catalogue.Profile
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    if node.members?.isEmpty == true {
      report(
        node.range, path, "is empty",
        allowed: "at least one of " + Part.section.names.joined(separator: ", "))
      return nil
    }
    let weekdays = factors(object, "weekdays", 7...7)
    let months = factors(object, "months", 12...12)
    let period = factors(object, "period", 1...Part.longestPeriod)
    guard let weekdays, let months, let period else { return nil }
    return DemandProfile(
      id: id, weekdayFactors: Self.normalized(weekdays, days: [1, 1, 1, 1, 1, 1, 1]),
      monthFactors: Self.normalized(
        months, days: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
      periodFactors: period.map { Double($0) / 1e9 })
  }

  /// A list of factors in billionths; empty if it is left out, `nil` if it cannot be read.
  private func factors(
    _ object: ObjectReader, _ key: String, _ length: ClosedRange<Int>
  ) -> [Int64]? {
    let path = object.path(key)
    guard let node = object.member(key) else {
      let part = Catalogue.Profile.section.fields.first { $0.name == key }
      explain(path, part?.fallback ?? "", at: nil)
      return []
    }
    let allowed =
      length.count == 1
      ? "a list of \(length.lowerBound) numbers" : "a list of 1 to 3 660 numbers"
    guard let elements = node.elements, length.contains(elements.count) else {
      let found = node.elements.map { "is a list of \($0.count)" } ?? "is \(node.kindName)"
      report(node.range, path, found, allowed: allowed)
      return nil
    }
    let factors = elements.enumerated().compactMap { index, element -> Int64? in
      let inner = "\(path)[\(index)]"
      guard let factor = read(element, inner, Catalogue.Profile.factor) else { return nil }
      if let parts = factor.scaled(places: 9) { return parts }
      report(element.range, inner, "is \(factor)", allowed: "at most 9 decimals")
      return nil
    }
    guard factors.count == elements.count else { return nil }
    guard factors.contains(where: { $0 > 0 }) else {
      report(node.range, path, "is 0 throughout", allowed: "at least one factor above 0")
      return nil
    }
    return factors
  }

  /// Factors divided by their mean, each weighted by its days; one division of exact integers, so
  /// that equal factors become exactly 1.
  private static func normalized(_ factors: [Int64], days: [Int64]) -> [Double] {
    let total = zip(factors, days).reduce(Int64(0)) { $0 + $1.0 * $1.1 }
    let length = days.reduce(0, +)
    return factors.map { Double($0 * length) / Double(total) }
  }
}
