import Quantities
import SupplyModel

extension Catalogue {
  /// A policy.
  enum Policy {
    static let base = Field<String>.optional(
      "extends", .identifier(example: "today"), absent: "nothing",
      "a policy of this scenario whose rules come first")
    static let substitution = Field<Bool>.optional(
      "substitution", .choice([("allowed", true), ("notAllowed", false)]), default: true,
      "allowed", "whether substitutes may be given, where the scenario has any")
    static let section = Section(
      path: "policies.<name>", meaning: "a complete set of rules",
      fields: [
        base.description,
        Allocation.forms.field(
          "allocation", example: "\"firstCome\"", fallback: "firstCome",
          "who gets what when several ask a location for more than it has"),
        BuildUp.forms.field(
          "buildUp", example: "{ gradual: \"12 months\" }", fallback: "immediate",
          "how it gets from the baseline's stock to its own targets, where horizon.begin is"
            + " buildUp"),
        Transship.forms.field(
          "transshipment", example: "\"notAllowed\"", fallback: "notAllowed",
          "whether regions send goods to one another"),
        substitution.description,
        Section.part(
          "<kind of location>", "object", allowed: "settings",
          example: "centralStore: { operating: \"10 days\" }",
          "settings for all locations of a kind"),
        Section.part(
          "overrides", "list", allowed: "a list of settings with a selection",
          example: "[ { products: { mover: \"slow\" }, reserve: \"1 month\" } ]",
          fallback: "none", "settings for some products or locations; later ones win"),
      ])
  }

  /// Settings of a policy.
  enum Settings {
    static let operating = Field<StockLevel>.optional(
      "operating", .stockLevel, absent: "must be set for every kind of location with stock",
      "normal working stock")
    static let reserve = Field<StockLevel>.optional(
      "reserve", .stockLevel, absent: "0 units", "stock for preparedness on top of it")
    static let orderMaximum = Field<StockLevel>.optional(
      "orderMaximum", .amount, absent: "no limit", "the most that one order may be for")
    static let position = Field<PositionRule>.optional(
      "position", .choice(PositionRule.self), absent: "usableTomorrow",
      "which stock on hand counts when ordering")
    static let orderIn = Field<OrderUnit>.optional(
      "orderIn", .choice(OrderUnit.self), absent: "packs", "what orders are counted in")
    static let rounding = Field<PackRounding>.optional(
      "rounding", .choice(PackRounding.self), absent: "up", "how levels become whole packs")
    static let requests = Field<UnshippedRequests>.optional(
      "requests", .choice(UnshippedRequests.self), absent: "dropped",
      "what becomes of what a location above cannot ship: asked for anew at the next review, or"
        + " owed")
    static let lifeAtReceipt = Field<Int>.optional(
      "minimumLifeAtReceipt", .duration(0...36_500, example: "180 days"), absent: "0 days",
      "remaining life below which goods are not received")
    static let lifeAtIssue = Field<Int>.optional(
      "minimumLifeAtIssue", .duration(0...36_500, example: "30 days"), absent: "0 days",
      "remaining life below which goods are not issued to a location below")
    static let refillPerDay = Field<StockLevel>.optional(
      "refillPerDay", .amount, absent: "no limit",
      "the most of the reserve that may be ordered per day, after operating stock")
    static let hoarding = Field<Decimal>.optional(
      "hoarding",
      .decimal(
        from: Decimal(significand: 1), to: Decimal(significand: 100), kind: "factor",
        example: "1.5"), absent: "1",
      "what multiplies targets while a shortage of the product is known of and not over")
    static let fields = [
      operating.description, reserve.description,
      Ordering.forms.field(
        "ordering", example: "{ minMax: { reorderAt: \"3 days\" } }", fallback: "orderUpTo",
        "when orders are made and for how much"),
      orderMaximum.description,
      Review.forms.field(
        "review", example: "\"7 days\"", fallback: "daily",
        "when a location looks at its stock: whenever something changes, so often counted from"
          + " the start of the horizon, or on some weekdays"),
      position.description, orderIn.description, rounding.description, requests.description,
      Issue.forms.field(
        "issue", example: "\"fefo\"", fallback: "fefo", "which lot is issued first"),
      lifeAtReceipt.description, lifeAtIssue.description,
      ReserveRotation.forms.field(
        "rotation", example: "\"flowing\"", fallback: "flowing",
        "how the reserve is part of the flow: one pool, first expired first out, or a pool of its"
          + " own"),
      Release.forms.field(
        "release", example: "{ onStockout: { delay: \"2 days\" } }", fallback: "always",
        "when the reserve may be used for locations below"),
      refillPerDay.description,
      Redistribution.forms.field(
        "redistribute", example: "{ beforeExpiry: \"120 days\" }", fallback: "never",
        "when short-dated lots are offered to a location with a higher turnover"),
      hoarding.description,
    ]
    static let section = Section(
      path: "policies.<name>.<kind of location>", meaning: "how much is held and how it is ordered",
      fields: fields)
  }

  /// Settings for some products or locations.
  enum Override {
    static let section = Section(
      path: "policies.<name>.overrides[]", meaning: "settings for some products or locations",
      fields: [
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ mover: \"slow\" }", fallback: "all products", "to which products they apply"),
        Section.part(
          "locations", "selection", allowed: "a selection of locations",
          example: "{ kind: \"careUnit\" }", fallback: "all locations",
          "at which locations they apply"),
      ] + Settings.fields)
  }
}

extension Format where Value == StockLevel {
  /// A stock level of something that there must be some of.
  static let amount = stockLevel.checked(allowed: "more than nothing") { level in
    level.isNothing ? "is nothing" : nil
  }
}

extension Catalogue {
  /// Names of forms with braces that a policy's choices have: one replaces another when scenarios
  /// are laid over each other.
  static let formNames: Set<String> = Set(
    [
      Ordering.section, Issue.section, ReserveRotation.section, Release.section, Allocation.section,
    ]
    .flatMap(\.names) + [Counts.poisson.name, Counts.geometric.name])

  /// The same for choices whose forms have names that a policy may have too, by the choice's key.
  static let formNamesByKey: [String: [String]] = [
    "buildUp": BuildUp.section.names, "transshipment": Transship.section.names,
  ]
}
