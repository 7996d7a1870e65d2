import SupplyModel

/// Regions, authorities and what is decided by rank and priority, in words.
enum PlaceWords {
  static func points(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    let words = facts.words
    let kinds = Authority.Kind.allCases.compactMap { kind -> Prose? in
      let count = content.authorities.count { $0.kind == kind }
      return count > 0 ? "\(id: kind.rawValue) \(count)" : nil
    }
    let known = content.regions.compactMap(\.population)
    let inhabitants: Prose =
      known.isEmpty
      ? "inhabitants are not stated"
      : "\(known.reduce(0, +)) inhabitants\(known.count == content.regions.count ? "" : " where stated")"
    var points: [Prose] = [
      "\(words.count(content.regions.count, "region")), \(inhabitants).",
      "\(words.count(content.authorities.count, "authority", "authorities")) that answer for locations: "
        + "\(kinds.listed).",
    ]
    let priorities = content.locations.map(\.carePriority)
    if usesPriority(content), let low = priorities.min(), let high = priorities.max() {
      points.append("Care priorities of locations: \(words.range("\(low)", "\(high)")).")
    }
    return points
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
