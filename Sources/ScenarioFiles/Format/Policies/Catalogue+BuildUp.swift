import Quantities
import SupplyModel

extension Catalogue {
  /// How a policy gets from the baseline's stock to its own targets.
  enum BuildUp {
    static let forms = Forms(words: ["immediate"], section: section)
    static let section = Section(
      path: "(buildUp)",
      meaning: "the word immediate (targets hold from the first day), or one of these",
      fields: [
        gradual.description,
        Forms.form(
          "stepwise",
          example: "[ { share: \"80 %\", by: \"6 months\" }, "
            + "{ share: \"100 %\", by: \"12 months\" } ]",
          "product by product, by weight, highest first: so many by one date, more by the next"),
      ])
    static let gradual = Field<Int>.optional(
      "gradual", .duration(1...36_500, example: "12 months"), absent: "another form",
      "targets grow day by day from the baseline's to the policy's over this time")
  }

  /// A date by which a share of products has its targets.
  enum BuildUpStep {
    static let share = Field<Decimal>.required(
      "share", part(example: "80 %"),
      "share of all products, rounded up to whole products; 100 % in the last step")
    static let by = Field<Int>.required(
      "by", .duration(0...36_500, example: "6 months"),
      "from the start of the horizon; later from step to step")
    static let section = Section(
      path: "(buildUp).stepwise[]", meaning: "some products by a date",
      fields: [share.description, by.description])
  }

  /// Whether regions send goods to one another.
  enum Transship {
    static let forms = Forms(words: ["notAllowed"], section: section)
    static let section = Section(
      path: "(transshipment)",
      meaning: "the word notAllowed (as today), or one of these",
      fields: [
        Forms.form(
          "voluntary", example: "{ kept: \"14 days\", leadTime: \"2 days\" }",
          "who has got less than ordered is given by those that hold more than a kept minimum"),
        Forms.form(
          "mandated",
          example: "{ when: { phases: [\"war\"] }, delay: \"7 days\", leadTime: \"2 days\" }",
          "an authority orders that stock is levelled"),
      ])
    static let leadTime = Field<Int>.required(
      "leadTime", .duration(1...3650, example: "2 days"), "from one location to the other")
  }

  /// Lending above a kept minimum.
  enum VoluntaryTransship {
    static let kept = Field<StockLevel>.required(
      "kept", .stockLevel, "below this a location asks, above it a location gives")
    static let section = Section(
      path: "(transshipment).voluntary", meaning: "lending above a kept minimum",
      fields: [kept.description, Transship.leadTime.description])
  }

  /// Redistribution that an authority orders.
  enum MandatedTransship {
    static let every = Field<Int>.optional(
      "every", .duration(1...3650, example: "7 days"), default: 7, "7 days",
      "how often stock is levelled while the decision holds")
    static let section = Section(
      path: "(transshipment).mandated", meaning: "redistribution that an authority orders",
      fields: Decision.fields + [every.description, Transship.leadTime.description])
  }
}
