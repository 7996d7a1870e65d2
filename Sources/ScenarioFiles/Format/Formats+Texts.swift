import Quantities
import SupplyModel

extension Format where Value == String {
  /// A text for people.
  static let words = words(example: "…")

  /// A text for people, with an example.
  static func words(example: String) -> Format {
    .text("text", allowed: "a text", example: "\"\(example)\"") { .success($0) }
  }

  /// A short name that other places refer to.
  static let identifier = identifier(example: "central-store")

  /// A short name that other places refer to, with an example.
  static func identifier(example: String) -> Format {
    let allowed = "a short name without blanks at its ends"
    return .text("id", allowed: allowed, example: "\"\(example)\"") { text in
      let isClean =
        !text.isEmpty && text.first != " " && text.last != " "
        && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
      return isClean
        ? .success(text)
        : .failure(
          QuantityProblem(
            text.isEmpty ? "is empty" : "is \(TerminalText.quoted(text))", allowed: allowed))
    }
  }

  /// A path to a file, from the folder of the file that names it.
  static func path(example: String) -> Format {
    .text("file", allowed: "the path of a file", example: "\"\(example)\"") { text in
      text.isEmpty
        ? .failure(QuantityProblem("is empty", allowed: "the path of a file")) : .success(text)
    }
  }
}

extension Format where Value == Bool {
  /// `true` or `false`; in tables `yes` or `no`.
  static let truth = Format(
    kind: "true or false", allowed: "true or false", example: "true"
  ) { scalar, _ in
    switch scalar {
    case .bool(let bool): return .success(bool)
    case .cell("yes"), .cell("true"): return .success(true)
    case .cell("no"), .cell("false"), .cell(""): return .success(false)
    case .cell(let text):
      return .failure(QuantityProblem("is \(TerminalText.quoted(text))", allowed: "yes or no"))
    case .text(let text):
      return .failure(QuantityProblem("is \(TerminalText.quoted(text))", allowed: "true or false"))
    case .number(let number):
      return .failure(QuantityProblem("is \(number.text)", allowed: "true or false"))
    }
  }
}

extension Format where Value == CalendarDate {
  /// A date.
  static let date = Format.text(
    "date", allowed: "a date such as 2027-01-01", example: "\"2027-01-01\""
  ) { text in
    let found = "is \(TerminalText.quoted(text))"
    guard let date = CalendarDate(text) else {
      let isWellFormed = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
      return .failure(
        QuantityProblem(
          isWellFormed ? found + ", which the calendar does not have" : found,
          allowed: "a date such as 2027-01-01",
          remedy: isWellFormed ? nil : "write year, month and day with two hyphens"))
    }
    guard (1900...2199).contains(date.parts.year) else {
      return .failure(QuantityProblem(found, allowed: "a date from 1900-01-01 to 2199-12-31"))
    }
    return .success(date)
  }
}

extension Format where Value == Money {
  /// An amount of money.
  static func money(example: String) -> Format {
    .text("money", allowed: "an amount in SEK", example: "\"\(example)\"") { text in
      QuantityText.money(text).flatMap { ore in
        ore <= 10_000_000_000
          ? .success(Money(ore: ore))
          : .failure(
            QuantityProblem(
              "is \(Money(ore: ore))", allowed: "at most 100 000 000 SEK",
              remedy: "write for example \"\(example)\""))
      }
    }
  }
}

extension Format where Value == Int64 {
  /// A volume in millilitres.
  static func volume(example: String) -> Format {
    .text("volume", allowed: "a volume in ml, l or m3", example: "\"\(example)\"") { text in
      QuantityText.volume(text).flatMap { millilitres in
        millilitres <= 100_000_000
          ? .success(millilitres)
          : .failure(
            QuantityProblem(
              "is \(TerminalText.quoted(text))", allowed: "at most 100 m3",
              remedy: "write for example \"\(example)\""))
      }
    }
  }
}

extension Format where Value == StockLevel {
  /// How much to hold: days of normal consumption, units or packs.
  static let stockLevel = Format.text(
    "stock level", allowed: "a number of days, weeks, months, years, units or packs",
    example: "\"10 days\""
  ) { text, context in
    QuantityText.stockLevel(text, tick: context.tick).flatMap {
      switch $0 {
      case .days(let days) where days > 3650 * context.tick.perDay:
        .failure(
          QuantityProblem("is \(TerminalText.quoted(text))", allowed: "at most 10 years"))
      case .days(let days): .success(.days(days))
      case .units(let units): .success(.units(units))
      case .packs(let packs): .success(.packs(packs))
      }
    }
  }
}

extension Format {
  /// One of some words, each of which stands for a value.
  static func choice(_ choices: [(word: String, value: Value)]) -> Format {
    let words = choices.map(\.word)
    let allowed =
      words.count == 1
      ? words[0] : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    return .text("choice", allowed: allowed, example: "\"\(words[0])\"") { text in
      if let choice = choices.first(where: { $0.word == text }) { return .success(choice.value) }
      let nearest = Suggestion.nearest(to: text, among: words)
      return .failure(
        QuantityProblem(
          text.isEmpty ? "is empty" : "is \(TerminalText.quoted(text))", allowed: allowed,
          remedy: nearest.map { "did you mean \(TerminalText.quoted($0))?" }))
    }
  }
}

extension Format where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the words that an enumeration lists.
  static func choice(_ type: Value.Type) -> Format {
    choice(Value.allCases.map { (word: $0.rawValue, value: $0) })
  }
}
