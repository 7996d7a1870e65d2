import Quantities
import SupplyModel

extension Catalogue {
  /// What may be given instead of what.
  enum Substitution {
    static let original = Field<String>.required(
      "original", .identifier(example: "propofol"), "the product that is missing")
    static let extraCost = Field<Money>.optional(
      "extraCost", .money(example: "25 SEK"), default: Money(ore: 0), "0 SEK",
      "work and advice for each unit of the original that is replaced")
    static let section = Section(
      path: "substitutions[]",
      meaning: "what may be given to patients instead of a product, at the same care unit",
      fields: [
        original.description,
        Section.part(
          "by", "word or list",
          allowed: "the id of a product, { product: … }, or a list of these in order",
          example: "[\"gauze\", { product: \"gloves\", units: 2 }]",
          "what is given instead; first what is first in the list"),
        Permission.forms.field(
          "permitted", example: "{ duringShortage: { delay: \"14 days\" } }", fallback: "always",
          "when it may be given"),
        extraCost.description,
      ])
  }

  /// A product that stands in for another.
  enum Substitute {
    static let product = Field<String>.required(
      "product", .identifier(example: "gauze"), "what is given")
    static let units = Field<Int>.optional(
      "units", .integer(1...1000, example: "2"), default: 1, "1",
      "how many units of it replace one unit of the original")
    static let section = Section(
      path: "substitutions[].by[]", meaning: "a product that stands in for another",
      fields: [product.description, units.description])
  }

  /// When a substitute may be given.
  enum Permission {
    static let forms = Forms(words: ["always"], section: section)
    static let section = Section(
      path: "(permission of a substitution)",
      meaning: "the word always, or this",
      fields: [
        Forms.form(
          "duringShortage", example: "{ delay: \"14 days\" }",
          "only while the original is in shortage, some time after its first day")
      ])
  }

  /// Only while the original is in shortage.
  enum DuringShortage {
    static let delay = Field<Int>.optional(
      "delay", .duration(0...3650, example: "14 days"), default: 0, "0 days",
      "from the first day of the shortage until it is permitted")
    static let section = Section(
      path: "(permission of a substitution).duringShortage",
      meaning: "only while the original is in shortage", fields: [delay.description])
  }
}
