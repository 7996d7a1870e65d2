import Quantities
import RandomStreams

extension Decoding {
  /// A whole number that may be random: `50`, `{ poisson: 50 }`, `{ "0": "50 %", "10": "50 %" }`.
  func counts(_ node: JSONNode, _ path: String) -> CountDistribution? {
    typealias Part = Catalogue.Counts
    guard let members = node.members else {
      guard node.number != nil else {
        report(
          node.range, path,
          node.string.map { "is the text \(TerminalText.quoted($0))" } ?? "is \(node.kindName)",
          allowed: Part.allowed, remedy: "write for example 50")
        return nil
      }
      return read(node, path, Part.number).map { .stated([.init(count: $0, weight: 1)]) }
    }
    if members.isEmpty {
      report(node.range, path, "is empty", allowed: Part.allowed)
      return nil
    }
    if members.allSatisfy({ Int($0.key) != nil }) { return shares(of: members, node, path) }
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    guard members.count == 1 else {
      let stated = members.map(\.key).joined(separator: " and ")
      report(node.range, path, "states both \(stated)", allowed: Part.allowed)
      return nil
    }
    if object.states(Part.poisson) {
      return object.value(Part.poisson).map { .poisson(mean: $0.doubleValue) }
    }
    guard object.states(Part.geometric) else { return nil }
    return object.value(Part.geometric).map { .geometric(mean: $0.doubleValue) }
  }

  /// A share for each number, in order of the numbers.
  private func shares(
    of members: [JSONMember], _ node: JSONNode, _ path: String
  ) -> CountDistribution? {
    typealias Part = Catalogue.Counts
    var counts: [CountDistribution.WeightedCount] = []
    var sum: Int64 = 0
    var isSound = true
    for member in members {
      let inner = ObjectReader.joined(path, member.key)
      guard case .success(let count) = Part.number.read(.cell(member.key), context) else {
        report(member.keyRange, inner, "is no number to order", allowed: Part.number.allowed)
        isSound = false
        continue
      }
      if counts.contains(where: { $0.count == count }) {
        report(
          member.keyRange, inner, "repeats the number \(count)", allowed: "each number once")
        isSound = false
      }
      guard let share = read(member.value, inner, Part.share) else {
        isSound = false
        continue
      }
      guard let parts = share.scaled(places: 6) else {
        report(
          member.value.range, inner, "is finer than a ten-thousandth of a per cent",
          allowed: "at most four decimals of a per cent")
        isSound = false
        continue
      }
      sum += parts
      guard share > Decimal(significand: 0) else { continue }
      counts.append(.init(count: count, weight: share.doubleValue))
    }
    guard isSound else { return nil }
    guard sum == 1_000_000 else {
      let percent = Decimal(significand: sum, exponent: -4)
      report(
        node.range, path, "has shares that add up to \(percent) %",
        allowed: "shares that add up to 100 %")
      return nil
    }
    return .stated(counts.sorted { $0.count < $1.count })
  }
}
