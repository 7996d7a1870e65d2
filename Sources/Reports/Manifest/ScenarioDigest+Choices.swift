import SupplyModel

extension ScenarioDigest {
  /// A shortage process.
  static func append(
    _ shortage: ShortageProcess, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("shortage")
    text.name(shortage.id)
    append(shortage.products, content, to: &text)
    switch shortage.frequency {
    case .onsetsPerYear(let rate):
      text.word("onsetsPerYear")
      text.number(rate)
    case .meanUpTime(let days):
      text.word("meanUpTime")
      text.number(days)
    }
    text.parameters(of: shortage.duration)
    text.word(shortage.startsUp ? "startsUp" : "stationary")
    text.endLine()
  }

  /// A policy and its rules, which stand as they were written: two ways of saying the same thing
  /// have two digests.
  static func append(
    _ policy: Policy, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("policy")
    text.name(policy.name)
    text.word("\(policy.allocation)")
    text.endLine()
    for rule in policy.rules {
      text.word("rule")
      append(rule.locations, content, to: &text)
      append(rule.products, content, to: &text)
      append("operating", rule.operating, to: &text)
      append("reserve", rule.reserve, to: &text)
      text.word(rule.rotation.map { "\($0)" } ?? "unset")
      if case .every(let days) = rule.review { text.whole(days) } else { text.whole(Int?.none) }
      text.word(rule.position?.rawValue ?? "unset")
      text.word(rule.orderIn?.rawValue ?? "unset")
      text.word(rule.rounding?.rawValue ?? "unset")
      text.endLine()
    }
  }

  private static func append(
    _ part: String, _ level: StockLevel?, to text: inout CanonicalText
  ) {
    text.word(part)
    switch level {
    case .days(let days):
      text.word("days")
      text.whole(days)
    case .units(let units):
      text.word("units")
      text.whole(units)
    case .packs(let packs):
      text.word("packs")
      text.whole(packs)
    case nil: text.word("unset")
    }
  }

  private static func append(
    _ selection: ProductSelection, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.names("products", selection.products?.map { content.products[$0].id })
    text.names("categories", selection.categories?.map(\.rawValue))
    text.names("demandClasses", selection.demandClasses?.map { content.demandClasses[$0].id })
    text.names("movers", selection.movers?.map(\.rawValue))
  }

  private static func append(
    _ selection: LocationSelection, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.names("locations", selection.locations?.map { content.locations[$0].id })
    text.names("tiers", selection.tiers?.map { content.tiers[$0].id })
    text.names("authorities", selection.authorities?.map { content.authorities[$0].id })
  }
}
