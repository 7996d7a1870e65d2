import Quantities
import SupplyModel

extension Catalogue {
  /// Who delivers.
  enum Supplier {
    static let slack = Field<Decimal>.optional(
      "slack",
      .share(from: Decimal(significand: 0), to: Decimal(significand: 100), example: "15 %"),
      absent: "no limit",
      "how much more than the normal consumption of all care units can be delivered")
    static let window = Field<Int>.optional(
      "window", .duration(1...3650, example: "7 days"), default: 7, "7 days",
      "over how many days unused capacity is kept (at least one pack)")
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
      ])
  }

  /// Distributions of lengths of time.
  enum Durations {
    static let names = [
      "constant", "uniform", "uniformInteger", "exponential", "gamma", "lognormal", "triangular",
    ]
    static let section = distributionSection(
      path: "(distribution of durations)", meaning: "a random length of time; one of these",
      low: "\"2 days\"", mid: "\"5 days\"", high: "\"9 days\"")
  }

  /// Forms that have no largest value.
  static let unboundedForms = ["exponential", "gamma", "lognormal"]

  /// Distributions of shares.
  enum Shares {
    static let section = distributionSection(
      path: "(distribution of shares)", meaning: "a random share; one of these",
      low: "\"67 %\"", mid: "\"80 %\"", high: "\"100 %\"", isWhole: false)
  }

  private static func distributionSection(
    path: String, meaning: String, low: String, mid: String, high: String, isWhole: Bool = true
  ) -> Section {
    func form(_ name: String, _ example: String, _ meaning: String) -> FieldDescription {
      Section.part(
        name, "distribution", allowed: example, example: example, fallback: "another form", meaning)
    }
    return Section(
      path: path, meaning: meaning,
      fields: [
        form("constant", mid, "always the same; may be written without the braces"),
        form("uniform", "[\(low), \(high)]", "every value between two equally likely"),
      ]
        + (isWhole
          ? [
            form(
              "uniformInteger", "[\(low), \(high)]",
              "every whole number of days between two equally likely, both included")
          ] : [])
        + [
          form("exponential", "{ mean: \(mid) }", "no memory"),
          form("gamma", "{ mean: \(mid), cv: 0.4 }", "mean and coefficient of variation"),
          form(
            "lognormal", "{ median: \(low), mean: \(mid) }", "a long tail; median below the mean"),
          form("triangular", "{ low: \(low), mode: \(mid), high: \(high) }", "three guesses"),
        ])
  }

  /// Remaining life at receipt.
  enum Life {
    static let section = Section(
      path: "(remaining life)",
      meaning: "what is left of the shelf life, rounded down to whole days; one of these",
      fields: [
        Section.part(
          "shareOfShelfLife", "distribution",
          allowed: "a share, or a distribution of shares with a largest value",
          example: "{ uniform: [\"67 %\", \"100 %\"] }", fallback: "days",
          "a share of the product's shelf life"),
        Section.part(
          "days", "distribution",
          allowed: "a duration, or a distribution of durations with a largest value",
          example: "{ uniformInteger: [\"180 days\", \"540 days\"] }",
          fallback: "shareOfShelfLife", "days, whatever the product's shelf life"),
      ])
  }

  /// How often and for how long supply fails.
  enum Shortage {
    static let id = Field<String>.required(
      "id", .identifier(example: "medicine"), "a short name; the random numbers are keyed by it")
    static let perYear = Field<Decimal>.optional(
      "perYear",
      .decimal(from: Decimal(significand: 0), to: Decimal(significand: 365), example: "0.028"),
      absent: "upTime must be given", "onsets per calendar year, times of shortage included")
    static let upTime = Field<Int>.optional(
      "upTime", .duration(1...365_000, example: "365 days"), absent: "perYear must be given",
      "mean of the exponential time from the end of a shortage to the next")
    static let effect = Field<ShortageEffect>.optional(
      "effect", .choice(ShortageEffect.self), default: .ordersRefused, "ordersRefused",
      "what a shortage does: no order is accepted, what was accepted arrives")
    static let startsUp = Field<Bool>.optional(
      "startsUp", .truth, default: false, "false",
      "whether supply is certain to be up at the beginning; otherwise it is stationary")
    static let section = Section(
      path: "shortages[]", meaning: "a shortage process, independent for each product",
      fields: [
        id.description,
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }", fallback: "all products",
          "which products it befalls"),
        perYear.description, upTime.description,
        Section.part(
          "duration", "distribution", allowed: "a duration or a distribution of durations",
          example: "{ lognormal: { median: \"45 days\", mean: \"120 days\" } }",
          "how long a shortage lasts"),
        effect.description, startsUp.description,
      ])
  }
}

/// What a shortage does to orders.
enum ShortageEffect: String, Sendable, CaseIterable {
  /// Nothing is accepted; what was accepted arrives.
  case ordersRefused
}
