import Quantities
import SupplyModel

extension Catalogue {
  /// When demand and supply differ.
  enum Phase {
    static let name = Field<String>.required(
      "phase", .identifier(example: "war"), "what it is called")
    static let length = Format<Int>.duration(1...36_500, example: "90 days")
    static let probability = Field<Decimal>.optional(
      "probability", chance(example: "30 %"), default: Decimal(significand: 1), "100 %",
      "how likely it is to take place at all; after another phase, given that the other does")
    static let rampUp = Field<Int>.optional(
      "rampUp", .duration(0...365, example: "7 days"), default: 0, "0 days",
      "over how long the effects grow to full size, inside the phase")
    static let rampDown = Field<Int>.optional(
      "rampDown", .duration(0...365, example: "7 days"), default: 0, "0 days",
      "over how long the effects fade, inside the phase")
    static let multiplier = Format<Decimal>.decimal(
      from: Decimal(significand: 0), to: Decimal(significand: 10_000), kind: "multiplier",
      example: "5")
    static let supply = Field<Decimal>.optional(
      "supply",
      .decimal(
        from: Decimal(significand: 0), to: Decimal(significand: 100), kind: "multiplier",
        example: "0.5"),
      default: Decimal(significand: 1), "1",
      "what multiplies the capacity of suppliers; needs suppliers with a slack")
    static let leadTimes = Field<Decimal>.optional(
      "leadTimes",
      .decimal(
        from: Decimal(significand: 0), to: Decimal(significand: 100), kind: "multiplier",
        example: "2"),
      default: Decimal(significand: 1), "1", "what multiplies the lead times of suppliers")
    static let inbound = Field<Bool>.optional(
      "inbound", .choice([("open", false), ("cut", true)]), default: false, "open",
      "whether anything comes in from suppliers; cut: nothing is accepted, what is under way"
        + " stands still")
    static let section = Section(
      path: "timeline[]", meaning: "a phase of crisis or war",
      fields: [
        name.description,
        Section.part(
          "from", "date or object", allowed: "a date, { between: … } or { after: … }",
          example: Format<CalendarDate>.date.example,
          "first day: a date, a random one, or so long after another phase"),
        Section.part(
          "length", "distribution", allowed: "a duration or a distribution of durations",
          example: length.example, "how long it lasts, to the nearest day"),
        probability.description, rampUp.description, rampDown.description,
        Section.part(
          "demand", "multiplier", allowed: "a number, or an object with one for each demand class",
          example: "{ trauma: 5, elective: 0.3 }", fallback: "1",
          "what multiplies mean demand; classes that are not named keep 1"),
        list(
          "demandWhere", example: "[ { locations: { kind: \"careUnit\" }, by: 3 } ]",
          fallback: "nowhere", "what multiplies mean demand of some products, or at some care units"
        ),
        supply.description, leadTimes.description,
        Section.part(
          "suppliers", "word or list", allowed: "a word or a list of words",
          example: "[\"importer\"]", fallback: "all suppliers",
          "whose supply and lead times are multiplied"),
        inbound.description,
        list(
          "cutTransport", example: "[ { to: { location: \"ward\" } } ]", fallback: "nowhere",
          "locations to which nothing is sent; what is under way arrives"),
        list(
          "lose",
          example:
            "[ { because: \"destroyed\", locations: { location: \"ward\" }, share: \"50 %\" } ]",
          fallback: "nothing", "stock that is lost on the first day"),
        Allocation.forms.field(
          "allocation", example: "\"equalCover\"", fallback: "as each policy says",
          "who gets what when several ask a location for more than it has, whatever the policy says"
        ),
        Section.part(
          "extendShelfLife", "object", allowed: "an object",
          example: "{ products: { category: \"medicine\" }, by: \"6 months\" }",
          fallback: "no lot is used beyond its expiry",
          "an authority's decision that what is there on the first day expires later"),
        Section.part(
          "spillOver", "object", allowed: "an object",
          example: "{ dosePatients: \"2.5 %\", homeStock: \"90 days\" }",
          fallback: "pharmacies serve their patients",
          "patients with prescriptions who turn to public care because pharmacies run dry"),
        list(
          "postpone",
          example:
            "[ { products: { demandClass: \"trauma\" }, share: \"70 %\", over: \"180 days\" } ]",
          fallback: "nothing", "care that is put off, and when it returns"),
      ])

    private static func list(
      _ name: String, example: String, fallback: String, _ meaning: String
    ) -> FieldDescription {
      Section.part(
        name, "list", allowed: "a list of objects", example: example, fallback: fallback, meaning)
    }
  }

  /// A probability.
  static func chance(example: String) -> Format<Decimal> {
    .share(from: Decimal(significand: 0), to: Decimal(significand: 1), example: example)
  }

  /// A part that is more than nothing.
  static func part(example: String) -> Format<Decimal> {
    .share(
      from: Decimal(significand: 1, exponent: -4), to: Decimal(significand: 1), example: example)
  }

  /// When a phase begins, if not on a stated day.
  enum PhaseBegin {
    static let after = Field<String>.optional(
      "after", .identifier(example: "war"), absent: "another form", "the phase that triggers it")
    static let edge = Field<PhaseTiming.Edge>.optional(
      "edge", .choice(PhaseTiming.Edge.self), default: .begin, "begin",
      "whether it is triggered by the other's first day or by its end")
    static let delay = Format<Int>.duration(0...36_500, example: "30 days")
    static let section = Section(
      path: "timeline[].from",
      meaning: "a random first day: between two dates, or after another phase",
      fields: [
        Section.part(
          "between", "list", allowed: "a list of two dates",
          example: "[\"2027-03-01\", \"2027-09-30\"]", fallback: "another form",
          "each day equally likely, both included"),
        after.description, edge.description,
        Section.part(
          "delay", "distribution", allowed: "a duration or a distribution of durations",
          example: delay.example, fallback: "0 days", "how long after it, to the nearest day"),
      ])
  }

  /// Longer use of what is there.
  enum LifeExtension {
    static let by = Field<Int>.required(
      "by", .duration(1...36_500, example: "6 months"), "how much later it expires")
    static let section = Section(
      path: "timeline[].extendShelfLife",
      meaning: "longer use of all that has not expired when the phase begins",
      fields: [
        Section.part(
          "products", "selection", allowed: "a selection of products",
          example: "{ category: \"medicine\" }", fallback: "all products",
          "to which products it applies"),
        by.description,
      ])
  }
}
