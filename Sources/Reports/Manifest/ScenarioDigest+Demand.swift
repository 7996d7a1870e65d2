import Quantities
import SupplyModel

extension ScenarioDigest {
  /// What a care unit uses of a product.
  static func append(
    _ use: Consumption, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("consumption")
    text.name(content.locations[use.location].id)
    text.name(content.products[use.product].id)
    text.whole(use.normal.nanoUnits)
    switch use.family {
    case .empirical(let history):
      text.word("empirical")
      text.whole(history.firstWeekday)
      // A history may have millions of days: too many to be found by reflection.
      for units in history.unitsPerDay { text.whole(units) }
    case .poisson, .negativeBinomial, .constant, .compoundPoisson, .stated:
      text.parameters(of: use.family)
    }
    text.word("actual")
    text.number(use.actualFactor)
    text.word("profile")
    if let profile = use.profile {
      text.name(content.demandProfiles[profile].id)
    } else {
      text.word("none")
    }
    if use.prescribed > .zero {
      text.word("prescribed")
      text.whole(use.prescribed.nanoUnits)
    }
    text.endLine()
  }

  /// How demand follows the calendar.
  static func append(_ profile: DemandProfile, to text: inout CanonicalText) {
    text.word("profile")
    text.name(profile.id)
    append("weekdays", profile.weekdayFactors, to: &text)
    append("months", profile.monthFactors, to: &text)
    append("period", profile.periodFactors, to: &text)
    text.endLine()
  }

  private static func append(
    _ tag: String, _ factors: [Double], to text: inout CanonicalText
  ) {
    text.word(tag)
    for factor in factors { text.number(factor) }
  }

  /// How stock stands on the first day.
  static func append(
    _ start: StartRule, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    switch start {
    case .rotated(let warmUpDays):
      text.word("rotated")
      text.whole(warmUpDays)
    case .buildUp(let warmUpDays):
      text.word("buildUp")
      text.whole(warmUpDays)
    case .given(let quantity, let ages):
      text.word("given")
      text.parameters(of: quantity)
      text.parameters(of: ages)
    case .lots(let lots):
      text.word("lots")
      for lot in lots {
        text.name(content.locations[lot.location].id)
        text.name(content.products[lot.product].id)
        text.whole(lot.quantity)
        text.whole(lot.expiryDay)
      }
    }
  }
}
