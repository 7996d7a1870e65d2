import Quantities
import SupplyModel

extension Catalogue {
  /// When a location looks at its stock.
  enum Review {
    static let weekdays = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    static let interval = Format<Int>.duration(1...3650, example: "7 days")
    static let weekday = Format<Int>.choice(
      weekdays.enumerated().map { (word: $0.element, value: $0.offset) })
    static let forms = Forms(
      words: ["onDemand", "daily"],
      section: Section(path: "(review)", meaning: "no forms with braces", fields: []),
      others: ["a duration", "a list of weekdays"])
  }

  /// Which lot is issued first.
  enum Issue {
    static let forms = Forms(words: ["fefo", "fifo", "lifo"], section: section)
    static let section = Section(
      path: "(issue)",
      meaning: "the word fefo (first expired first out), fifo (first in first out), lifo (last in"
        + " first out), or this",
      fields: [
        Forms.form(
          "mixed", example: "{ ignoringExpiry: \"10 %\" }",
          "first expired first out, with picks that do not look at expiry")
      ])
  }

  /// Imperfect rotation.
  enum Mixed {
    static let ignoringExpiry = Field.required(
      "ignoringExpiry",
      .share(from: Decimal(significand: 0), to: Decimal(significand: 1), example: "10 %"),
      "share of picks that take any unit, whatever its expiry; at most two decimals of a per cent")
    static let section = Section(
      path: "(issue).mixed", meaning: "first expired first out, with exceptions",
      fields: [ignoringExpiry.description])
  }

  /// When short-dated lots are offered elsewhere.
  enum Redistribution {
    static let beforeExpiry = Field<Int>.required(
      "beforeExpiry", .duration(1...36_500, example: "120 days"),
      "remaining life at which a lot is offered to a location with a higher turnover")
    static let forms = Forms(words: ["never"], section: section)
    static let section = Section(
      path: "(redistribute)", meaning: "the word never, or this",
      fields: [beforeExpiry.description])
  }
}
