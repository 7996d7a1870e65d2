import Quantities
import SupplyModel

extension Catalogue {
  /// When orders are made and for how much.
  enum Ordering {
    static let forms = Forms(words: ["orderUpTo", "forwardCover"], section: section)
    static let section = Section(
      path: "(ordering)",
      meaning: "the word orderUpTo (as soon as the position is below the target), the word"
        + " forwardCover (the same with what will have expired left out), or one of these",
      fields: [
        Forms.form(
          "minMax", example: "{ reorderAt: \"3 days\" }",
          "at this position or below: up to the target (s, S)"),
        Forms.form(
          "reorderPoint", example: "{ reorderAt: \"3 days\", quantity: \"2 packs\" }",
          "at this position or below: the fewest multiples of a quantity that bring it above (r, Q)"
        ),
        Forms.form(
          "scheduled", example: "{ quantity: 50 }",
          "a stated or random quantity at every review, whatever the stock"),
        Forms.form(
          "table", example: "\"orders.csv\"", "an order for every age profile of the stock"),
      ])
  }

  /// Up to the target from a level.
  enum MinMax {
    static let reorderAt = Field<StockLevel>.required(
      "reorderAt", .stockLevel, "the position at which, or below which, an order is made")
    static let section = Section(
      path: "(ordering).minMax", meaning: "up to the target, when the position has fallen far",
      fields: [reorderAt.description])
  }

  /// Multiples of a quantity from a level.
  enum ReorderPoint {
    static let reorderAt = MinMax.reorderAt
    static let quantity = Field<StockLevel>.required(
      "quantity", .amount, "what is ordered, or a multiple of it where one does not suffice")
    static let section = Section(
      path: "(ordering).reorderPoint", meaning: "multiples of a quantity",
      fields: [reorderAt.description, quantity.description])
  }

  /// A quantity by calendar.
  enum Scheduled {
    static let section = Section(
      path: "(ordering).scheduled", meaning: "a quantity at every review",
      fields: [
        Section.part(
          "quantity", "random count", allowed: Counts.allowed, example: "{ poisson: 50 }",
          "how many packs or units, as orderIn says, drawn anew at every review")
      ])
  }

  /// A whole number that may be random.
  enum Counts {
    /// The largest count of an order. [packs or units]
    static let largest = 1_000_000
    static let number = Format<Int>.integer(0...largest, example: "50")
    static let allowed =
      "a whole number, { poisson: mean }, { geometric: mean } or a share for each number"
    static let poisson = Field<Decimal>.required(
      "poisson",
      .decimal(
        from: Decimal(significand: 1, exponent: -3), to: Decimal(significand: 1_000_000),
        example: "50"), "counts of independent rare events; the mean")
    static let geometric = Field<Decimal>.required(
      "geometric",
      .decimal(from: Decimal(significand: 1), to: Decimal(significand: 10_000), example: "2.5"),
      "1, 2, 3, … with probabilities that fall by the same factor; the mean")
    static let share = Format<Decimal>.share(
      from: Decimal(significand: 0), to: Decimal(significand: 1), example: "50 %")
    static let section = Section(
      path: "(random count)", meaning: "a random whole number; one of these",
      fields: [
        poisson.description, geometric.description,
        Section.part(
          "<number>", share.kind, allowed: share.allowed, example: "\"10\": \"50 %\"",
          "its probability; those of all numbers add up to 100 %"),
      ])
  }

  /// An order for every age profile of the stock.
  enum OrderTableFile {
    static let daysPerColumn = Field<Int>.optional(
      "daysPerColumn", .duration(1...36_500, example: "1 day"), default: 1, "1 day",
      "remaining life that one column of the table spans")
    static let section = Section(
      path: "(ordering).table", meaning: "an order for every age profile of the stock",
      fields: [
        Section.part(
          "file", "table", allowed: "the path of a table", example: "\"orders.csv\"",
          "the table; may be written without the braces"),
        daysPerColumn.description,
      ])
  }

  /// Columns of the table of orders by age profile.
  enum OrderRow {
    /// The most columns of ages.
    static let mostAges = 8
    /// Counts that expire so many columns of days ahead.
    static func age(_ number: Int) -> Field<Int> {
      let format = Format<Int>.integer(0...10_000, example: "0")
      let meaning = "units that expire in column \(number) of days, or, in the last, later"
      return number == 1
        ? .required("age1", format, meaning)
        : .optional("age\(number)", format, absent: "no such column", meaning)
    }
    static let ages = (1...mostAges).map { age($0) }
    static let order = Field<Int>.required(
      "order", .integer(0...1_000_000, example: "12"), "units to order with this stock")
    static let section = Section(
      path: "orders (table)",
      meaning: "every combination of counts, from 0 to the largest of each column, in one row",
      fields: ages.map(\.description) + [order.description])
  }
}
