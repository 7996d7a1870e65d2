import Quantities
import SupplyModel

extension DutyWords {
  /// Who holds for whom, and how many exemptions there are for which reasons.
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    guard let duty = facts.content.duty else { return [] }
    let words = facts.words
    var points = facts.content.authorities.compactMap { authority -> Prose? in
      authority.dutyHeldBy.map { holder in
        let name = words.name(holder)
        return words(
          "\(name) holds the duty's stock for \(id: authority.id).",
          "\(name) håller skyldighetens lager åt \(id: authority.id).")
      }
    }
    let outside = facts.content.products.count { !$0.isUnderDuty }
    if outside > 0 {
      let products = words.count(outside, .product)
      points.append(
        words("Outside the duty: \(products).", "Utanför skyldigheten: \(products)."))
    }
    let rows = duty.exemptions.prefix(listedExemptions).map { row($0, words) }
    if duty.exemptions.isEmpty {
      points.append(words("Nobody is exempted from it.", "Inga avsteg har beslutats."))
    } else if duty.exemptions.count > rows.count {
      let (all, first) = (words.whole(duty.exemptions.count), words.whole(rows.count))
      points.append(
        words(
          "Exemptions: \(all), of which the first \(first) are:",
          "Avsteg: \(all), varav de första \(first) är:"))
    }
    let days = words.length(duty.days)
    let columns = [
      words("authority", "huvudman"), words("product", "produkt"), words("reason", "skäl"),
      words("holds", "håller"), words("mitigation", "åtgärd"),
      words("to be reviewed", "omprövas"),
    ]
    return [
      .paragraph(
        words(
          "Duty to hold \(days) of normal consumption:",
          "Skyldighet att hålla \(days)s normalförbrukning i lager:")),
      .points(points), .table(columns: columns, rows: rows),
    ]
  }

  private static func row(_ exemption: Exemption, _ words: StatementWords) -> [Prose] {
    let held =
      switch exemption.held {
      case .share(let share): words.share(share)
      case .days(let days): words.length(days)
      }
    return [
      words.name(exemption.authority), words.name(exemption.product),
      Prose(text: exemption.reason), held, Prose(text: exemption.mitigation),
      Prose(text: exemption.reviewDate.description),
    ]
  }

  /// How many exemptions are shown. [1]
  private static let listedExemptions = 20
}
