import SupplyModel

/// Regions, authorities and what is decided by rank and priority, in words.
enum PlaceWords {
  static func points(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    let words = facts.words
    let kinds = Authority.Kind.allCases.compactMap { kind -> Prose? in
      let count = content.authorities.count { $0.kind == kind }
      return count > 0 ? Prose(sign: "\(id: kind.rawValue) \(words.whole(count))") : nil
    }
    let regions = words.count(content.regions.count, .region)
    let authorities = words.count(content.authorities.count, .authority)
    var points = [
      Prose(sign: "\(regions), \(inhabitants(facts))."),
      words(
        "\(authorities) that answer for locations: \(words.list(kinds)).",
        "\(authorities) som ansvarar för platser: \(words.list(kinds))."),
    ]
    let priorities = content.locations.map(\.carePriority)
    if usesPriority(content), let low = priorities.min(), let high = priorities.max() {
      let range = words.range(words.whole(low), words.whole(high))
      points.append(
        words("Care priorities of locations: \(range).", "Platsernas vårdprioritet: \(range)."))
    }
    return points
  }

  private static func inhabitants(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    let regions = facts.content.regions
    let known = regions.compactMap(\.population)
    guard !known.isEmpty else {
      return words("inhabitants are not stated", "invånarantal anges inte")
    }
    let total = words.whole(known.reduce(0, +))
    return known.count == regions.count
      ? words("\(total) inhabitants", "\(total) invånare")
      : words("\(total) inhabitants where stated", "\(total) invånare där det anges")
  }

  private static func usesPriority(_ content: SupplyModel.Content) -> Bool {
    let rules =
      content.policies.map(\.allocation) + content.suppliers.map(\.allocation)
      + content.timeline.compactMap(\.allocation)
    return rules.contains {
      if case .priority = $0 { true } else { false }
    }
  }
}
