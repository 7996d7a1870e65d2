import Quantities
import SupplyModel

extension Catalogue {
  /// What multiplies rates: from a thousandth to a thousand.
  private static func factor(example: String) -> Format<Decimal> {
    .decimal(
      from: Decimal(significand: 1, exponent: -3), to: Decimal(significand: 1000), example: example)
  }

  /// The consumption table with what holds for all its rows.
  enum ConsumptionTable {
    static let table = Field<String>.required(
      "table", .path(example: "consumption.csv"), "the table")
    static let scale = Field<Decimal>.optional(
      "scale", factor(example: "0.5"), default: Decimal(significand: 1), "1",
      "what multiplies every row of the table, what is expected and what is used alike")
    static let actual = Field<Decimal>.optional(
      "actual", factor(example: "0.8"), default: Decimal(significand: 1), "1",
      "what multiplies actual demand in every row; targets stay sized from what is expected")
    static let profile = Field<String>.optional(
      "profile", .identifier(example: "clinic"), absent: "none",
      "the entry of profiles that holds for rows that name none")
    static let history = Field<String>.optional(
      "history", .path(example: "history.csv"), absent: "none",
      "the table of daily use that rows of the family empirical are drawn from, week by week")
    static let prescribed = Field<DailyRate>.optional(
      "prescribedPerDay", .dailyRateOrNone, default: .zero, "0",
      "what holds for rows that state no prescribedPerDay")
    static let section = Section(
      path: "consumption", meaning: "what care units are expected to use",
      fields: [
        table.description, scale.description, actual.description, profile.description,
        history.description, prescribed.description,
      ])
  }

  /// Columns of the table of consumption.
  enum ConsumptionRow {
    static let location = Field<String>.required("location", .identifier, "the care unit")
    static let product = Field<String>.required("product", .identifier, "what it uses")
    static let perDay = Field<DailyRate>.required(
      "perDay", .dailyRate, "expected units per day in peacetime")
    static let family = Field<FamilyWord>.optional(
      "family", .choice(FamilyWord.self), absent: "poisson, or negativeBinomial with a dispersion",
      "how a day's demand varies about its mean")
    static let dispersion = Field<Decimal>.optional(
      "dispersion",
      .decimal(from: Decimal(significand: 1), to: Decimal(significand: 1000), example: "2.5"),
      default: Decimal(significand: 1), "1",
      "variance ÷ mean of a day's demand: 1 is Poisson, above 1 negative binomial")
    static let sizes = Field<String>.optional(
      "sizes", .identifier(example: "box"), absent: "must be stated if compoundPoisson or stated",
      "the entry of sizes that says how many units an event takes, or a day if stated")
    static let actual = Field<Decimal>.optional(
      "actual", factor(example: "0.8"), default: Decimal(significand: 1), "1",
      "actual demand ÷ what is expected: above 1 where the planner's belief is too low")
    static let profile = Field<String>.optional(
      "profile", .identifier(example: "clinic"), absent: "the profile of consumption, if any",
      "the entry of profiles that says how demand follows the calendar")
    static let prescribed = Field<DailyRate>.optional(
      "prescribedPerDay", .dailyRateOrNone, absent: "prescribedPerDay of consumption, if any",
      "units per day that patients with prescriptions use in the care unit's area and pharmacies"
        + " serve; they come here as far as a phase's spillOver says")
    static let section = Section(
      path: "consumption (table)", meaning: "what care units are expected to use",
      fields: [
        location.description, product.description, perDay.description, family.description,
        dispersion.description, sizes.description, actual.description, profile.description,
        prescribed.description,
      ])
  }

  /// How demand follows the calendar.
  enum Profile {
    static let factor = Format<Decimal>.decimal(
      from: Decimal(significand: 0), to: Decimal(significand: 1000), kind: "factor", example: "1")
    /// The longest period. [days]
    static let longestPeriod = 3660
    static let section = Section(
      path: "profiles.<name>",
      meaning: "factors that multiply mean demand; several of them multiply each other",
      fields: [
        Section.part(
          "weekdays", "list", allowed: "a list of 7 numbers", example: "[1, 1, 1, 1, 1, 0, 0]",
          fallback: "every weekday the same", "Monday to Sunday; divided by their mean"),
        Section.part(
          "months", "list", allowed: "a list of 12 numbers",
          example: "[1.2, 1.2, 1.1, 1, 1, 0.9, 0.7, 0.8, 1, 1, 1, 1.1]",
          fallback: "every month the same",
          "January to December; divided by their mean over a year of 365 days"),
        Section.part(
          "period", "list", allowed: "a list of 1 to 3 660 numbers", example: "[1, 1, 1.5, 0.5]",
          fallback: "none",
          "day by day from the first day of the horizon, repeated; used as they stand"),
      ])
  }

  /// Columns of the table of daily use.
  enum HistoryRow {
    static let location = Field<String>.required("location", .identifier, "the care unit")
    static let product = Field<String>.required("product", .identifier, "what it used")
    static let date = Field<CalendarDate>.required("date", .date, "the day")
    static let units = Field<Int>.required(
      "units", .integer(0...1_000_000, example: "3"), "units used on that day")
    static let section = Section(
      path: "consumption.history (table)",
      meaning: "what care units used, a row for every day of whole weeks without a gap",
      fields: [
        location.description, product.description, date.description, units.description,
      ])
  }
}

/// How a day's demand varies about its mean, as the consumption table says it.
enum FamilyWord: String, Sendable, CaseIterable {
  /// Units are asked for independently of each other.
  case poisson
  /// Units are asked for in bursts, as dispersion says.
  case negativeBinomial
  /// The same every day.
  case constant
  /// Events, each for a number of units that sizes say.
  case compoundPoisson
  /// A day's units as sizes say.
  case stated
  /// Weeks of the history.
  case empirical
}
