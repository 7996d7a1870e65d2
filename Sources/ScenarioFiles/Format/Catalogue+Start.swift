import Quantities
import SupplyModel

extension Catalogue {
  /// How stock stands on the first day.
  enum Start {
    /// The forms, in words.
    static let allowed =
      "\"rotated\", \"buildUp\", { rotated: { warmUp: … } }, { buildUp: { warmUp: … } }"
      + " or { given: { … } }"
    /// The forms that are objects.
    static let names = ["rotated", "buildUp", "given"]
  }

  /// The long-run start with a stated warm-up.
  enum Warmup {
    static let warmUp = Field<Int>.optional(
      "warmUp", .duration(0...36_500, example: "6 years"),
      absent: "the product's longest remaining life at receipt", "time that is not reported")
    static let section = Section(
      path: "horizon.begin.rotated", meaning: "start as the policy leaves it in the long run",
      fields: [warmUp.description])
    static let buildUp = Section(
      path: "horizon.begin.buildUp",
      meaning: "start as the baseline leaves it; the policy begins on the first day",
      fields: [warmUp.description])
  }

  /// The start with given stock.
  enum Given {
    static let stock = Field<StockLevel>.optional(
      "stock", .stockLevel, absent: "the target under the policy",
      "how much every location starts with")
    static let lots = Field<String>.optional(
      "lots", .path(example: "lots.csv"), absent: "stock of stated ages",
      "the table of real lots, instead of anything else")
    static let section = Section(
      path: "horizon.begin.given",
      meaning: "start with given stock: of one drawn age, of an age profile, or real lots",
      fields: [
        Section.part(
          "remainingLife", "remaining life", allowed: "{ days: … } or { shareOfShelfLife: … }",
          example: "{ days: { uniformInteger: [\"180 days\", \"540 days\"] } }",
          fallback: "profile", "remaining life of the one lot of a location, drawn for each"),
        Section.part(
          "profile", "list", allowed: "a list of shares with their remaining lives",
          example: "[{ share: \"40 %\", remainingLife: \"300 days\" }, "
            + "{ share: \"60 %\", remainingLife: \"2 years\" }]",
          fallback: "remainingLife", "lots of stated ages, the same at every location"),
        stock.description, lots.description,
      ])
  }

  /// A part of the stock that a location starts with.
  enum AgePart {
    static let share = Field<Decimal>.required(
      "share",
      .share(
        from: Decimal(significand: 1, exponent: -4), to: Decimal(significand: 1), example: "40 %"),
      "its share of the stock; 100 % together")
    static let remainingLife = Field<Int>.required(
      "remainingLife", .duration(1...36_500, example: "300 days"),
      "what is left of its life on the first day")
    static let section = Section(
      path: "horizon.begin.given.profile[]", meaning: "a part of the stock with one remaining life",
      fields: [share.description, remainingLife.description])
  }

  /// Columns of the table of lots.
  enum LotRow {
    static let location = Field<String>.required("location", .identifier, "where it stands")
    static let product = Field<String>.required("product", .identifier, "what it is")
    static let units = Field<Int>.required(
      "units", .integer(1...1_000_000_000, example: "120"), "how much it is")
    static let expires = Field<CalendarDate>.required(
      "expires", .date, "first day on which it can no longer be used")
    static let section = Section(
      path: "horizon.begin.given.lots (table)", meaning: "real lots on the first day",
      fields: [location.description, product.description, units.description, expires.description])
  }
}
