import Quantities
import SupplyModel

/// What else decides demand, in words.
enum DemandWords {
  static func points(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    let words = facts.words
    var points: [Prose] = []
    let factors = content.consumption.map(\.actualFactor).filter { $0 != 1 }
    if let low = factors.min(), let high = factors.max() {
      points.append(
        "Actual demand differs from what is expected in \(words.count(factors.count, "row")): it is "
          + "\(words.range("\(words.number(low))", "\(words.number(high))")) times as much.")
    }
    for position in content.demandProfiles.positions {
      let rows = content.consumption.count { $0.profile == position }
      guard rows > 0 else { continue }
      points.append(
        "\(profile(content.demandProfiles[position], words)); \(words.count(rows, "row")).")
    }
    let prescribed = content.consumption.count { $0.prescribed > .zero }
    if prescribed > 0 {
      points.append(
        "Prescribed use besides, which turns to public care only as the timeline says: "
          + "\(words.count(prescribed, "row")).")
    }
    return points
  }

  private static func profile(_ profile: DemandProfile, _ words: StatementWords) -> Prose {
    func factors(_ name: Prose, _ list: [Double]) -> Prose? {
      guard !list.isEmpty else { return nil }
      let shown = list.prefix(12).map { "\(words.number($0))" as Prose }.joined()
      return "\(name) \(shown)" + (list.count > 12 ? " and \(list.count - 12) more" : "")
    }
    let parts = [
      factors("weekdays", profile.weekdayFactors), factors("months", profile.monthFactors),
      factors("a repeated period", profile.periodFactors),
    ].compactMap { $0 }
    return "Profile \(id: profile.id): " + parts.joined("; ")
  }
}
