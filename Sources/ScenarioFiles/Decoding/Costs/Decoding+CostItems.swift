import Quantities
import SupplyModel

/// In what surroundings a cost file is read.
struct CostItemUse {
  /// The names of the scenario's policies; `nil` if they could not be read, or without scenario.
  let policies: [String]?
  /// Whether the file is read without a scenario.
  let isAlone: Bool
}

extension Decoding {
  private typealias Part = Catalogue.CostItems

  /// What is paid for besides what is simulated; none if the file states none.
  func items(
    _ parent: ObjectReader, _ use: CostItemUse, _ stated: inout StatedFigures
  ) -> [CostItem]? {
    let path = parent.path("items")
    guard let node = parent.member("items") else {
      explain(path, "nothing besides what is simulated", at: nil)
      return []
    }
    guard let object = ObjectReader(node, path, freeKeys: "an item for each name", in: self)
    else { return nil }
    var found: [CostItem] = []
    // By name: the order of keys changes no byte of any result.
    let members = (object.node.members ?? []).sorted { $0.key < $1.key }
    for member in members {
      if let item = item(member, object.path(member.key), use, &stated) { found.append(item) }
    }
    return found.count == members.count ? found : nil
  }

  private func item(
    _ member: JSONMember, _ path: String, _ use: CostItemUse, _ stated: inout StatedFigures
  ) -> CostItem? {
    guard let object = ObjectReader(member.value, path, Part.section, in: self) else { return nil }
    let name = object.value(Part.name)
    let part = object.value(Part.part)
    let amount = object.value(Part.amount)
    let low = object.states(Part.low) ? object.value(Part.low) : nil
    let high = object.states(Part.high) ? object.value(Part.high) : nil
    let unit = object.value(Part.unit)
    let payment = payment(object)
    let quantity = quantity(object, use)
    let followsSize = object.value(Part.followsSize)
    let known = knowledge(object)
    guard let name, let part, let amount, let unit, let payment, let quantity, let followsSize,
      let known, range(object, amount.ore, low?.ore, high?.ore) != nil
    else { return nil }
    guard isPayable(max(amount, high ?? amount), quantity, member, path) else { return nil }
    stated.add(
      object, path, Self.unitNames(unit, payment), known, value: Part.amount.name)
    return CostItem(
      id: member.key, name: name, part: part,
      amounts: .init(value: amount, low: low ?? amount, high: high ?? amount), unit: unit,
      payment: payment, quantity: quantity, followsSize: followsSize, status: known.0,
      source: known.1)
  }

  /// Whether all of an item together cost no more than a country could pay; reports what costs more, which
  /// could not be added up either.
  private func isPayable(
    _ amount: Money, _ quantity: CostItem.Quantity, _ member: JSONMember, _ path: String
  ) -> Bool {
    let parts =
      switch quantity {
      case .byPolicy(let counts): counts.map(\.parts).max() ?? 0
      case .fixed(let parts), .eachPalletPlace(let parts): parts
      }
    guard Int128(amount.ore) * Int128(parts) > 10_000_000_000_000 * 10_000 else { return true }
    report(
      member.keyRange, path, "costs more than 100 000 000 000 SEK in all",
      allowed: "amount × quantity up to that",
      remedy: "check the amount, its high value and the quantity")
    return false
  }

  private static func unitNames(
    _ unit: String, _ payment: CostItem.Payment
  ) -> StatedFigures.Unit {
    switch payment {
    case .yearly, .during: ("SEK per \(unit) and year", "kr per \(unit) och år")
    case .once, .investment: ("SEK per \(unit)", "kr per \(unit)")
    }
  }

  /// When an item is paid; reports durations that do not go with it.
  private func payment(_ object: ObjectReader) -> CostItem.Payment? {
    let isYearly = object.value(Part.per)
    let lasts = object.value(Part.lasts).map { $0 / context.tick.perDay }
    let during = object.value(Part.during).map { $0 / context.tick.perDay }
    guard let isYearly else { return nil }
    let wrong = isYearly ? Part.lasts : Part.during
    if object.states(wrong) {
      report(
        object.member(wrong.name)?.range ?? object.node.range, object.path(wrong.name),
        isYearly ? "is stated of what is paid every year" : "is stated of what is paid once",
        allowed: isYearly ? "lasts with per: \"once\"" : "during with per: \"year\"",
        remedy: isYearly
          ? "write per: \"once\", or take lasts out" : "write per: \"year\", or take during out")
      return nil
    }
    guard !object.states(isYearly ? Part.during : Part.lasts) || (isYearly ? during : lasts) != nil
    else { return nil }
    if isYearly { return during.map { .during(days: $0) } ?? .yearly }
    return lasts.map { .investment(lastsDays: $0) } ?? .once
  }

  /// How many there are of an item.
  private func quantity(_ object: ObjectReader, _ use: CostItemUse) -> CostItem.Quantity? {
    let path = object.path("quantity")
    let isEach = object.states(Part.each)
    if isEach, object.value(Part.each) == nil { return nil }
    guard
      let node = object.requiredMember(
        "quantity", example: use.isAlone || isEach ? "1" : "{ \"one-month\": 2, … }")
    else { return nil }
    if isEach {
      guard !use.isAlone else {
        report(
          object.member("each")?.range ?? node.range, object.path("each"),
          "needs a scenario, but the file is read without one", allowed: "a stated quantity",
          remedy: "take each out")
        return nil
      }
      return count(node, path, object).map { .eachPalletPlace($0) }
    }
    guard let members = node.members else {
      guard use.isAlone || Scalar(node) == nil else {
        report(
          node.range, path, "is the same under every policy, so that nothing differs",
          allowed: "how many there are under each policy",
          remedy: "write for example { \"one-month\": \(node.range.text) }")
        return nil
      }
      return count(node, path, object).map { .fixed($0) }
    }
    var found: [CostItem.PolicyQuantity] = []
    for member in members.sorted(by: { $0.key < $1.key }) {
      if let known = use.policies, !known.contains(member.key) {
        report(
          member.keyRange, ObjectReader.joined(path, member.key), "names an unknown policy",
          allowed: TerminalText.oneOf(known),
          remedy: didYouMean(member.key, among: known))
        continue
      }
      guard let parts = count(member.value, ObjectReader.joined(path, member.key), object)
      else { continue }
      found.append(.init(policy: member.key, parts: parts))
    }
    guard !use.isAlone else {
      report(
        node.range, path, "is stated by policy, but the file is read without a scenario",
        allowed: "a number", remedy: "write how many there are beyond today")
      return nil
    }
    return found.count == members.count ? .byPolicy(found) : nil
  }

  /// A count in ten-thousandths.
  private func count(_ node: JSONNode, _ path: String, _ object: ObjectReader) -> Int64? {
    guard let number = read(node, path, Part.count) else { return nil }
    if let parts = number.scaled(places: 4) { return parts }
    report(node.range, path, "is \(number)", allowed: "at most four decimals")
    return nil
  }
}
