import Quantities
import SupplyModel

extension ScenarioDigest {
  /// What care units use of products, a line for each row.
  ///
  /// There may be a million rows, in which few names and few ways to vary are said again and again: their
  /// text is made once.
  struct ConsumptionLines {
    private let content: SupplyModel.Content
    private let locations: [[UInt8]]
    private let products: [[UInt8]]
    /// The row before, and what its line says after the rate.
    private var last: (use: Consumption, text: [UInt8])?

    /// The lines of a scenario.
    init(_ content: SupplyModel.Content) {
      self.content = content
      locations = content.locations.map { CanonicalText.quoted($0.id) }
      products = content.products.map { CanonicalText.quoted($0.id) }
    }

    /// Adds what a care unit uses of a product.
    mutating func append(_ use: Consumption, to text: inout CanonicalText) {
      text.word("consumption")
      text.field(locations[use.location.index])
      text.field(products[use.product.index])
      text.whole(use.normal.nanoUnits)
      if let last, last.use.family == use.family, last.use.actualFactor == use.actualFactor,
        last.use.profile == use.profile, last.use.prescribed == use.prescribed
      {
        text.field(last.text)
      } else {
        let character = character(of: use)
        last = (use, character)
        text.field(character)
      }
      text.endLine()
    }

    /// How the use varies, and what comes on top of it.
    private func character(of use: Consumption) -> [UInt8] {
      var text = CanonicalText()
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
      return text.bytes
    }
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
