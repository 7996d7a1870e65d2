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
    appendEffects(of: shortage, content, to: &text)
    text.endLine()
  }

  /// Which products something applies to.
  static func append(
    _ selection: ProductSelection, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.names("products", selection.products?.map { content.products[$0].id })
    text.names("categories", selection.categories?.map(\.rawValue))
    text.names("demandClasses", selection.demandClasses?.map { content.demandClasses[$0].id })
    text.names("movers", selection.movers?.map(\.rawValue))
    // Said only where they are stated: older scenarios keep their digests.
    if let classes = selection.storageClasses {
      text.names("storageClasses", classes.map(\.rawValue))
    }
    if let groups = selection.groups { text.names("groups", groups) }
  }

  static func append(
    _ selection: LocationSelection, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.names("locations", selection.locations?.map { content.locations[$0].id })
    text.names("tiers", selection.tiers?.map { content.tiers[$0].id })
    text.names("authorities", selection.authorities?.map { content.authorities[$0].id })
  }
}
