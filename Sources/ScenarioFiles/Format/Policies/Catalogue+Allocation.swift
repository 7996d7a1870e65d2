import SupplyModel

extension Catalogue {
  /// Who gets what when several ask for more than there is.
  enum Allocation {
    static let forms = Forms(
      words: ["firstCome", "proportional", "equalCover", "priority"], section: section)
    static let section = Section(
      path: "(allocation)",
      meaning: "the word firstCome (by rank), proportional (to requests), equalCover (the lowest"
        + " cover first), priority (by care priority), or one of these",
      fields: [
        proportional.description,
        Forms.form(
          "priority", example: "{ criticalLevels: { \"2\": \"5 days\", \"3\": \"10 days\" } }",
          "by care priority, with stock kept for more urgent care"),
      ])
    static let proportional = Field<AllocationRule>.optional(
      "proportional",
      .choice([
        ("request", .proportionalToRequest), ("normalConsumption", .proportionalToConsumption),
      ]), default: .proportionalToRequest, "request", "to what shares are proportional")
  }

  /// By care priority.
  enum Priority {
    static let level = Format<StockLevel>.amount
    static let section = Section(
      path: "(allocation).priority", meaning: "by care priority, 1 first",
      fields: [
        Section.part(
          "criticalLevels", "object", allowed: "a stock level for each care priority from 2",
          example: "{ \"2\": \"5 days\", \"3\": \"10 days\" }", fallback: "none",
          "stock below which locations of this care priority and of less urgent ones get nothing")
      ])
  }

  /// Stock kept for more urgent care.
  enum CriticalLevels {
    /// The least urgent care that a level can be stated for.
    static let lastPriority = 1000
    static let section = Section(
      path: "(allocation).priority.criticalLevels",
      meaning: "stock that is kept for more urgent care, by care priority",
      fields: [
        Section.part(
          "<care priority>", Priority.level.kind, allowed: Priority.level.allowed,
          example: "\"2\": \"5 days\"", "what a location keeps; more for less urgent care")
      ])
  }
}
