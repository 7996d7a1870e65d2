import Quantities

extension Catalogue {
  /// What the scenario is known to give.
  enum Expected {
    static let id = Field<String>.required(
      "case", .identifier(example: "B5"), "the case that the scenario is part of")
    static let title = Field<String>.required(
      "title", .words(example: "Periodic base stock, demand that waits"), "the case in words")
    static let provenance = Field<ExpectedResults.Provenance>.required(
      "provenance", .choice(ExpectedResults.Provenance.self), "how the values have been found")

    static let section = Section(
      path: "expected",
      meaning: "what the scenario is known to give, which buffert validate compares",
      fields: [
        id.description, title.description, provenance.description,
        Section.part(
          "quantities", "object", allowed: "an object with a formula for each name",
          example: "{ fill: \"servedAtOnce / demand\" }",
          "what is compared: formulas over measures (+ - * / and brackets; days, step; "
            + "measure[location]; share(condition), variance(…), deviation(…) over replications)"),
        Section.part(
          "rows", "list", allowed: "a list of objects",
          example: "[ { row: \"S=8\", policy: \"low\", values: { fill: 0.9477 } } ]",
          "the known values"),
        Section.part(
          "quick", "object", allowed: "an object", example: "{ replications: 20 }",
          "what is run where time is short"),
      ])
  }

  /// Known values of one policy and one part of the results.
  enum ExpectedRow {
    static let label = Field<String>.required(
      "row", .words(example: "S=8"), "what the row is called")
    static let policy = Field<String>.required(
      "policy", .identifier(example: "low"), "the policy that gives it")
    static let because = Field<String>.optional(
      "because", .words(example: "a step of 20 minutes is half a step late"), absent: "nothing",
      "why within is needed; must be stated with it")
    /// The levels of the results that a row may be of.
    static let levels = [
      "tier", "region", "authority", "category", "demandClass", "location", "product",
    ]

    static let section = Section(
      path: "expected.rows[]", meaning: "known values",
      fields: [
        label.description, policy.description,
        Section.part(
          "of", "object", allowed: "an object with one of " + levels.joined(separator: ", "),
          example: "{ product: \"l2\" }", fallback: "everything",
          "the part of the results that measures are of"),
        Section.part(
          "settings", "list", allowed: "a list of texts PATH=VALUE",
          example: "[\"horizon.length=35 days\"]", fallback: "none",
          "what replaces values of the scenario for this row, as --set does"),
        Section.part(
          "values", "object", allowed: "an object with a number for each quantity",
          example: "{ fill: 0.9477 }", "the known values"),
        Section.part(
          "within", "object", allowed: "an object with a share for each quantity",
          example: "{ fill: \"0.1 %\" }", fallback: "nothing",
          "what values may differ by besides simulation error"),
        because.description,
      ])
  }

  /// What is run where time is short.
  enum ExpectedQuick {
    static let replications = Field<Int>.required(
      "replications", .integer(2...1_000_000, example: "20"), "how many replications")
    static let section = Section(
      path: "expected.quick", meaning: "what is run where time is short",
      fields: [
        replications.description,
        Section.part(
          "settings", "list", allowed: "a list of texts PATH=VALUE",
          example: "[\"horizon.length=2 years\"]", fallback: "none",
          "what replaces values of the scenario, as --set does"),
      ])
  }
}
