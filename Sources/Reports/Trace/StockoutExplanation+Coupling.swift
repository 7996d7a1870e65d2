import Replications
import SupplyModel

extension StockoutExplanation {
  /// What patients got instead, and from what they could not.
  mutating func saySubstitutes(in today: [TraceEvent]) {
    for event in today {
      guard case .substituted(let quantity, let substitute, let units) = event.what else {
        continue
      }
      say(
        "For \(words.units(quantity)) that were missing, patients got \(words.units(units)) of "
          + "\(words.name(substitute)) instead.")
    }
  }

  /// Whether all that was missing on a day was on the shelf, and useless, since the product it is
  /// keyed to was out; says so, and names that as a cause, if any was.
  mutating func isOnlyForPartner(
    _ today: [TraceEvent], at careUnit: Position<Location>, on day: Int
  ) -> Bool {
    for event in today {
      guard case .partnerMissing(let missing, let partner) = event.what else { continue }
      let onHand = book.standing(of: careUnit, on: day)?.onHand ?? 0
      let partnerName = words.name(partner)
      say(
        "\(words.date(day)), \(words.name(careUnit)): \(partnerName), without which it is useless, "
          + "was out, so nothing of \(words.units(onHand)) on hand could be given.")
      blame(
        "\(partnerName), which \(item.id) is keyed to, was out at \(words.name(careUnit)) "
          + "(trace --product \(partnerName) --why says why)")
      return onHand >= missing
    }
    return false
  }
}
