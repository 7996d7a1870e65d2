import Quantities
import SupplyModel

extension Catalogue {
  /// Who delivers.
  enum Supplier {
    static let slack = Field<Decimal>.optional(
      "slack",
      .share(
        from: Decimal(significand: -1), to: Decimal(significand: 100), example: "15 %"
      ).checked(allowed: "a share above -100 % and up to 10 000 %") {
        $0 <= Decimal(significand: -1) ? "is -100 %: nothing could ever be delivered" : nil
      },
      absent: "no limit",
      "how much more than the normal consumption of all care units can be delivered; \"-70 %\" is 30"
        + " per cent of it")
    static let window = Field<Int>.optional(
      "window", .duration(1...3650, example: "7 days"), default: 7, "7 days",
      "over how many days unused capacity is kept (at least one pack)")
    static let unfilled = Field<UnfilledOrders>.optional(
      "unfilled", .choice(UnfilledOrders.self), default: .refused, "refused",
      "what becomes of what cannot be delivered: it has to be ordered anew, or is owed")
    static let section = Section(
      path: "suppliers.<id>", meaning: "a supplier outside the scenario's stores",
      fields: [
        Section.part(
          "leadTime", "distribution", allowed: "a duration or a distribution of durations",
          example: "{ gamma: { mean: \"5 days\", cv: 0.4 } }",
          "from an accepted order to its receipt, drawn for each order, to the nearest day"),
        Section.part(
          "remainingLife", "remaining life", allowed: "{ shareOfShelfLife: … } or { days: … }",
          example: "{ shareOfShelfLife: { uniform: [\"67 %\", \"100 %\"] } }",
          "what is left of the shelf life at receipt, drawn for each delivery"),
        slack.description, window.description,
        SupplierAllocation.forms.field(
          "allocation", example: "\"proportional\"", fallback: "firstCome",
          "who gets what when the orders of a day, of all regions together, exceed what can be"
            + " delivered"),
        unfilled.description,
        Section.part(
          "ceiling", "object", allowed: "an object",
          example: "{ share: \"120 %\", per: \"1 year\" }", fallback: "none",
          "the ceiling volume of its agreement: the most that a location may buy"),
        Section.part(
          "readiness", "object", allowed: "an object",
          example: "{ when: \"shortage\", delay: \"14 days\", startUp: \"60 days\" }",
          fallback: "it always delivers",
          "manufacturing readiness: it delivers only once an authority has decided so"),
      ])
  }

  /// Who gets what of a supplier, which keeps no stock for anyone.
  enum SupplierAllocation {
    static let forms = Forms(
      words: ["firstCome", "proportional", "equalCover", "priority"], section: section)
    static let section = Section(
      path: "(allocation by a supplier)",
      meaning:
        "the word firstCome (among authorities by lot, day by day), proportional (to orders),"
        + " equalCover (the lowest cover first), priority (by care priority), or this",
      fields: [Allocation.proportional.description])
  }

  /// The most that a location may buy in a period.
  enum Ceiling {
    static let share = Field<Decimal>.required(
      "share",
      .share(
        from: Decimal(significand: 0), to: Decimal(significand: 100), example: "120 %"
      ).checked(allowed: "a share above 0 % and up to 10 000 %") {
        $0 <= Decimal(significand: 0) ? "is 0 %: nothing could be bought" : nil
      }, "of the location's normal consumption in a period; what exceeds it is refused")
    static let period = Field<Int>.optional(
      "per", .duration(1...3650, example: "1 year"), default: 365, "1 year",
      "how long a period is; the first begins with the horizon")
    static let section = Section(
      path: "suppliers.<id>.ceiling",
      meaning: "the most that a location may buy of a product in a period",
      fields: [share.description, period.description])
  }

  /// Delivering only once an authority has decided so.
  enum Readiness {
    static let startUp = Field<Int>.required(
      "startUp", .duration(0...3650, example: "60 days"), "from the decision to the first unit")
    static let section = Section(
      path: "suppliers.<id>.readiness",
      meaning: "delivering only once an authority has decided so, as long as the occasion lasts;"
        + " how much, the slack says",
      fields: Decision.fields + [startUp.description])
  }

  /// An authority's decision.
  enum Decision {
    static let delay = Field<Int>.optional(
      "delay", .duration(0...3650, example: "14 days"), default: 0, "0 days",
      "from the first day of the occasion until the decision takes effect")
    /// The fields of every object that states a decision.
    static let fields = [
      Occasion.forms.field(
        "when", example: "{ phases: [\"war\"] }", fallback: nil, "what brings the decision about"),
      delay.description,
    ]
  }

  /// What brings a decision about.
  enum Occasion {
    static let forms = Forms(words: ["shortage"], section: section)
    static let section = Section(
      path: "(occasion of a decision)",
      meaning: "the word shortage (of the product, from when it is known), or this",
      fields: [
        Section.part(
          "phases", "word or list", allowed: "a word or a list of words", example: "[\"war\"]",
          fallback: "another form", "names of phases, any of which is an occasion")
      ])
  }
}
