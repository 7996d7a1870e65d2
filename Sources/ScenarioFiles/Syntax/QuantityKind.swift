import Quantities

/// A unit that a quantity may have.
struct QuantityUnit: Sendable {
  /// How the unit is written, singular first.
  let names: [String]
  /// How many of the smallest parts one unit is. [parts]
  let factor: Decimal

  /// The name as it stands after the number with these digits.
  func name(counting digits: String) -> String {
    (digits == "1" ? names.first : names.last) ?? ""
  }

  /// A unit from its names, singular first, and its size in parts.
  init(_ names: String..., factor: Decimal) {
    self.names = names
    self.factor = factor
  }
}

/// What a text may state: its units and the words for its problems.
struct QuantityKind: Sendable {
  /// The units that are accepted.
  let units: [QuantityUnit]
  /// What is allowed, after "expected".
  let allowed: String
  /// A quantity as it should look.
  let example: String
  /// The unit that a user may have meant, by what was written, in small letters.
  let meant: [String: String]

  /// Units of time that are shorter than a day, in minutes.
  static let partsOfDay = [
    QuantityUnit("hour", "hours", factor: Decimal(significand: 60)),
    QuantityUnit("minute", "minutes", factor: Decimal(significand: 1)),
  ]

  /// Lengths of time: in days, those that are shorter than a day in minutes.
  static let duration = QuantityKind(
    units: [
      QuantityUnit("day", "days", factor: Decimal(significand: 1)),
      QuantityUnit("week", "weeks", factor: Decimal(significand: 7)),
      QuantityUnit("month", "months", factor: Decimal(significand: 30)),
      QuantityUnit("year", "years", factor: Decimal(significand: 365)),
    ] + partsOfDay,
    allowed: "a number of days, weeks, months or years", example: "5 days",
    meant: [
      "d": "days", "dag": "day", "dagar": "days", "dygn": "days", "w": "weeks", "wk": "weeks",
      "vecka": "week", "veckor": "weeks", "månad": "month", "månader": "months", "mo": "months",
      "y": "years", "yr": "years", "år": "years", "h": "hours", "hr": "hours", "timme": "hour",
      "timmar": "hours", "min": "minutes", "mins": "minutes", "minut": "minute",
      "minuter": "minutes",
    ])

  /// Lengths of a tick.
  static let tick = QuantityKind(
    units: duration.units, allowed: "a number of minutes or hours, or 1 day", example: "1 hour",
    meant: duration.meant)

  /// Amounts of money, in öre.
  static let money = QuantityKind(
    units: [QuantityUnit("SEK", factor: Decimal(significand: 100))],
    allowed: "an amount in SEK", example: "1 200 SEK",
    meant: ["kr": "SEK", "kronor": "SEK", "krona": "SEK", ":-": "SEK"])

  /// Parts of a whole.
  static let share = QuantityKind(
    units: [QuantityUnit("%", factor: Decimal(significand: 1, exponent: -2))],
    allowed: "a number of per cent", example: "2 %",
    meant: ["percent": "%", "per cent": "%", "procent": "%", "pct": "%"])

  /// Counts of things that are used one by one.
  static let units = QuantityUnit("unit", "units", factor: Decimal(significand: 1))
  /// Counts of packs.
  static let packs = QuantityUnit("pack", "packs", factor: Decimal(significand: 1))

  /// How much stock to hold: the use of a length of time, or a count.
  static let stockLevel = QuantityKind(
    units: duration.units + [units, packs],
    allowed: "a number of days, weeks, months, years, units or packs", example: "10 days",
    meant: duration.meant.merging(
      ["st": "units", "pcs": "units", "pieces": "units", "packages": "packs"],
      uniquingKeysWith: { first, _ in first }))

  /// Volumes, in millilitres.
  static let volume = QuantityKind(
    units: [
      QuantityUnit("ml", factor: Decimal(significand: 1)),
      QuantityUnit("l", factor: Decimal(significand: 1_000)),
      QuantityUnit("m3", factor: Decimal(significand: 1_000_000)),
    ],
    allowed: "a volume in ml, l or m3", example: "40 ml",
    meant: [
      "litre": "l", "litres": "l", "liter": "l", "dm3": "l", "dm³": "l", "m³": "m3",
      "cm3": "ml", "cm³": "ml", "millilitres": "ml",
    ])

  /// The unit with this name; `nil` when there is none.
  func unit(named name: String) -> QuantityUnit? {
    units.first { $0.names.contains(name) }
  }

  /// The unit that the user most likely meant by `name`.
  func nearestUnit(to name: String) -> QuantityUnit? {
    let names = units.flatMap(\.names)
    return (meant[name.lowercased()] ?? Suggestion.nearest(to: name, among: names))
      .flatMap { unit(named: $0) }
  }
}
