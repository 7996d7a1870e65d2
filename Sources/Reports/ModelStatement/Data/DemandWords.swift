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
      let rows = words.count(factors.count, .row)
      let range = words.range(words.number(low), words.number(high))
      points.append(
        words(
          "Actual demand differs from what is expected in \(rows): it is \(range) times as much.",
          "Verkligt behov avviker från det väntade i \(rows): det är \(range) gånger så stort."))
    }
    for position in content.demandProfiles.positions {
      let count = content.consumption.count { $0.profile == position }
      guard count > 0 else { continue }
      let profile = profile(content.demandProfiles[position], words)
      points.append(Prose(sign: "\(profile); \(words.count(count, .row))."))
    }
    let prescribed = content.consumption.count { $0.prescribed > .zero }
    if prescribed > 0 {
      let rows = words.count(prescribed, .row)
      points.append(
        words(
          "Prescribed use besides, which turns to public care only as the timeline says: \(rows).",
          "Därtill förbrukning på recept, som når den offentliga vården bara som tidslinjen anger: "
            + "\(rows)."))
    }
    return points
  }

  private static func profile(_ profile: DemandProfile, _ words: StatementWords) -> Prose {
    /// Numbers with a decimal comma are parted by semicolons.
    let separator = Prose(sign: words.language == .english ? ", " : "; ")
    func factors(_ name: Prose, _ list: [Double]) -> Prose? {
      guard !list.isEmpty else { return nil }
      let shown = list.prefix(12).map { words.number($0) }.joined(separator)
      let rest = words.whole(list.count - 12)
      let more =
        list.count > 12 ? words(" and \(rest) more", " och \(rest) till") : .empty
      return words("\(name) \(shown)\(more)", "\(name) (\(shown)\(more))")
    }
    let parts = [
      factors(words("weekdays", "veckodagar"), profile.weekdayFactors),
      factors(words("months", "månader"), profile.monthFactors),
      factors(words("a repeated period", "en upprepad period"), profile.periodFactors),
    ].compactMap { $0 }.joined(.semicolon)
    return words("Profile \(id: profile.id): \(parts)", "Profil \(id: profile.id): \(parts)")
  }
}
