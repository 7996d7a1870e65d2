import Quantities
import SupplyModel

extension Catalogue {
  /// How often and for how long supply fails.
  enum Shortage {
    static let id = Field<String>.required(
      "id", .identifier(example: "medicine"), "a short name; the random numbers are keyed by it")
    static let scope = Field<ShortageProcess.Scope>.optional(
      "scope", .choice(ShortageProcess.Scope.self), default: .product, "product",
      "what is out together: one product; one product of one supplier (a package); all products of"
        + " one supplier, of one group or of one category, as far as they are selected")
    static let perYear = Field<Decimal>.optional(
      "perYear",
      .decimal(from: Decimal(significand: 0), to: Decimal(significand: 365), example: "0.028"),
      absent: "upTime must be given", "onsets per calendar year, times of shortage included")
    static let upTime = Field<Double>.optional(
      "upTime", .drawnDuration(1...365_000, example: "365 days"), absent: "perYear must be given",
      "mean of the exponential time from the end of a shortage to the next")
    static let startsUp = Field<Bool>.optional(
      "startsUp", .truth, default: false, "false",
      "whether supply is certain to be up at the beginning; otherwise it is stationary")
    static let section = Section(
      path: "shortages[]", meaning: "a shortage process, independent for each of its scope",
      fields: [
        id.description, scope.description,
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }", fallback: "all products",
          "which products it befalls"),
        Section.part(
          "suppliers", "word or list", allowed: "a word or a list of words",
          example: "\"importer\"", fallback: "all suppliers", "whose deliveries it befalls"),
        perYear.description, upTime.description,
        Section.part(
          "duration", "distribution", allowed: "a duration or a distribution of durations",
          example: "{ lognormal: { median: \"45 days\", mean: \"120 days\" } }",
          "how long a shortage lasts"),
        ShortageEffect.forms.field(
          "effect", example: "[\"ordersRefused\", \"inTransitHeld\"]", fallback: "ordersRefused",
          "what a shortage does to orders and to what is under way"),
        Section.part(
          "remainingLife", "remaining life", allowed: "{ shareOfShelfLife: … } or { days: … }",
          example: "{ shareOfShelfLife: { uniform: [\"30 %\", \"60 %\"] } }",
          fallback: "as always",
          "what is left of the shelf life of goods that are ordered while it lasts"),
        Section.part(
          "announced", "object", allowed: "an object",
          example: "{ share: \"40 %\", notice: \"30 days\" }",
          fallback: "known only as a fact", "when it becomes known before it begins"),
        startsUp.description,
      ])
  }

  /// What a shortage does.
  enum ShortageEffect {
    static let forms = Forms(
      words: ["ordersRefused", "shipmentsHeld", "inTransitHeld", "none"], section: section,
      others: ["a list of these"])
    static let fraction = Field<Decimal>.optional(
      "fraction",
      .share(from: Decimal(significand: 0), to: Decimal(significand: 1), example: "40 %")
        .checked(allowed: "a share from 0 % up to, but not including, 100 %") {
          $0 >= Decimal(significand: 1) ? "is 100 %: a shortage would change nothing" : nil
        },
      absent: "another form", "how much of the capacity is left")
    static let section = Section(
      path: "(effect of a shortage)",
      meaning: "the word ordersRefused (nothing is accepted, what was accepted arrives),"
        + " shipmentsHeld (orders are accepted and leave when it is over), inTransitHeld (what is"
        + " under way stands still), none (only lives are shorter), or this; inTransitHeld may join"
        + " one of the others in a list",
      fields: [fraction.description])
  }

  /// When a shortage becomes known before it begins.
  enum Announcement {
    static let share = Field<Decimal>.optional(
      "share", .share(from: Decimal(significand: 0), to: Decimal(significand: 1), example: "40 %"),
      default: Decimal(significand: 1), "100 %",
      "how many shortages are announced; the others are known only as a fact")
    static let section = Section(
      path: "shortages[].announced", meaning: "when a shortage becomes known before it begins",
      fields: [
        share.description,
        Section.part(
          "notice", "distribution", allowed: "a duration or a distribution of durations",
          example: "{ uniform: [\"14 days\", \"60 days\"] }",
          "from the announcement to the first day of the shortage"),
      ])
  }

  /// Several suppliers of a product.
  enum Sourcing {
    static let from = Field<String>.optional(
      "from", .identifier(example: "importer"), absent: "any supplier",
      "the supplier that locations name as their parent, for which these stand in")
    static let switchAfter = Field<Int>.optional(
      "switchAfter", .duration(0...3650, example: "30 days"), default: 0, "0 days",
      "how long a shortage must have lasted before the next supplier is used")
    static let section = Section(
      path: "sourcing[]",
      meaning: "products with several suppliers, such as the packages of a substance; where several"
        + " entries select a product, the last holds",
      fields: [
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }", fallback: "all products",
          "which products are bought so"),
        from.description,
        Section.part(
          "suppliers", "word or list", allowed: "a word or a list of words",
          example: "[\"wholesaler\", \"importer\"]", "whom to buy from, in order of preference"),
        switchAfter.description,
      ])
  }
}
