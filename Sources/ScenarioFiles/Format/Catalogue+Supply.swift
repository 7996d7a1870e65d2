import Quantities
import SupplyModel

extension Catalogue {
  /// Distributions of lengths of time.
  enum Durations {
    static let names = [
      "constant", "uniform", "uniformInteger", "exponential", "gamma", "lognormal", "triangular",
      "empirical",
    ]
    static let section = distributionSection(
      path: "(distribution of durations)",
      meaning:
        "a random length of time, rounded to whole ticks when it has been drawn; one of these. Means,"
        + " medians and ends of what is drawn may be fractions of a tick, such as 2.5 days; constant,"
        + " uniformInteger and empirical state whole ones",
      low: "\"2 days\"", mid: "\"5 days\"", high: "\"9 days\"")
  }

  /// Forms that have no largest value.
  static let unboundedForms = ["exponential", "gamma", "lognormal"]

  /// Distributions of shares.
  enum Shares {
    static let section = distributionSection(
      path: "(distribution of shares)", meaning: "a random share; one of these",
      low: "\"67 %\"", mid: "\"80 %\"", high: "\"100 %\"", isWhole: false)
  }

  private static func distributionSection(
    path: String, meaning: String, low: String, mid: String, high: String, isWhole: Bool = true
  ) -> Section {
    func form(_ name: String, _ example: String, _ meaning: String) -> FieldDescription {
      Section.part(
        name, "distribution", allowed: example, example: example, fallback: "another form", meaning)
    }
    return Section(
      path: path, meaning: meaning,
      fields: [
        form("constant", mid, "always the same; may be written without the braces"),
        form("uniform", "[\(low), \(high)]", "every value between two equally likely"),
      ]
        + (isWhole
          ? [
            form(
              "uniformInteger", "[\(low), \(high)]",
              "every whole number of days between two equally likely, both included")
          ] : [])
        + [
          form("exponential", "{ mean: \(mid) }", "no memory"),
          form("gamma", "{ mean: \(mid), cv: 0.4 }", "mean and coefficient of variation"),
          form(
            "lognormal", "{ median: \(low), mean: \(mid) }", "a long tail; median below the mean"),
          form("triangular", "{ low: \(low), mode: \(mid), high: \(high) }", "three guesses"),
        ]
        + (isWhole
          ? [form("empirical", "[\(low), \(mid), \(high)]", "values that are equally likely")] : [])
    )
  }

  /// Remaining life at receipt.
  enum Life {
    static let section = Section(
      path: "(remaining life)",
      meaning: "what is left of the shelf life, rounded down to whole days; one of these",
      fields: [
        Section.part(
          "shareOfShelfLife", "distribution",
          allowed: "a share, or a distribution of shares with a largest value",
          example: "{ uniform: [\"67 %\", \"100 %\"] }", fallback: "days",
          "a share of the product's shelf life"),
        Section.part(
          "days", "distribution",
          allowed: "a duration, or a distribution of durations with a largest value",
          example: "{ uniformInteger: [\"180 days\", \"540 days\"] }",
          fallback: "shareOfShelfLife", "days, whatever the product's shelf life"),
      ])
  }
}
