import Quantities
import SupplyModel

extension Catalogue {
  /// The outermost object.
  enum Scenario {
    static let version = Field<Int>.required(
      "buffert", .integer(1...1, example: "1"), "version of this format")
    static let base = Field<String>.optional(
      "extends", .path(example: "other.json5"), absent: "nothing",
      "a scenario that this one overlays: what is stated here replaces what is stated there")
    static let title = Field<String>.required(
      "title", .words(example: "One month or three?"), "the question, for the report")
    static let source = Field<String>.optional(
      "source", .words(example: "Hadley & Whitin 1963, ch. 5"), absent: "nobody",
      "who has found the values of expected, or where the scenario is from")
    static let table = Format<String>.path(example: "jonkoping/products.csv")

    static let section = Section(
      path: "", meaning: "the scenario",
      fields: [
        version.description, base.description, title.description, source.description,
        Section.part(
          "horizon", "object", allowed: "an object", example: "{ start: \"2027-01-01\", … }",
          "what time is simulated"),
        Section.part(
          "experiment", "object", allowed: "an object", example: "{ replications: 100, … }",
          "how often, and compared with what"),
        Section.part(
          "regions", "table", allowed: "the path of a table", example: "\"regions.csv\"",
          fallback: "one region", "geographical regions with their inhabitants"),
        Section.part(
          "authorities", "table", allowed: "the path of a table", example: "\"authorities.csv\"",
          fallback: "one authority", "who has the duty"),
        Section.part(
          "demandClasses", "table", allowed: "the path of a table",
          example: "\"demand-classes.csv\"", "why products are used, declared once"),
        Section.part(
          "products", "table", allowed: "the path of a table", example: "\"products.csv\"",
          "what care units use and stores hold"),
        Section.part(
          "locations", "table", allowed: "the path of a table", example: "\"locations.csv\"",
          "places that hold stock"),
        Section.part(
          "consumption", "table", allowed: "the path of a table, or an object with it",
          example: "\"consumption.csv\"", "what care units are expected to use"),
        Section.part(
          "sizes", "object", allowed: "an object with a random count for each name",
          example: "{ box: { \"1\": \"50 %\", \"10\": \"50 %\" } }", fallback: "none",
          "distributions of units that rows of consumption name"),
        Section.part(
          "profiles", "object", allowed: "an object with a profile for each name",
          example: "{ clinic: { weekdays: [1, 1, 1, 1, 1, 0, 0] } }", fallback: "none",
          "how demand follows the calendar; rows of consumption name them"),
        Section.part(
          "leadTimes", "object",
          allowed: "an object with a distribution of durations for each name",
          example: "{ van: { uniformInteger: [\"1 day\", \"3 days\"] } }", fallback: "none",
          "lead times that are drawn for each shipment; rows of locations name them"),
        Section.part(
          "suppliers", "object", allowed: "an object with a supplier for each id",
          example: "{ wholesaler: { leadTime: \"5 days\", … } }", "who delivers"),
        Section.part(
          "sourcing", "list", allowed: "a list of objects",
          example: "[ { products: { category: \"medicine\" }, suppliers: [\"a\", \"b\"] } ]",
          fallback: "every product from one supplier", "products with several suppliers"),
        Section.part(
          "shortages", "list", allowed: "a list of objects", example: "[ { … } ]",
          fallback: "none", "how often and for how long supply fails"),
        Section.part(
          "nationalReserves", "list", allowed: "a list of objects",
          example: "[ { location: \"state-buffer\", … } ]", fallback: "none",
          "reserves of the state"),
        Section.part(
          "substitutions", "list", allowed: "a list of objects",
          example: "[ { original: \"morphine\", by: \"oxycodone\", … } ]", fallback: "none",
          "what may be given instead of what"),
        Section.part(
          "timeline", "list", allowed: "a list of objects", example: "[ { phase: \"war\", … } ]",
          fallback: "peace throughout", "crisis and war: when demand and supply differ"),
        Section.part(
          "policies", "object", allowed: "an object with a policy for each name",
          example: "{ today: { … } }", "the rules that are compared"),
        Section.part(
          "duty", "object", allowed: "an object", example: "{ days: \"1 month\" }",
          fallback: "not asked about",
          "the duty to hold stock: how much, where, with what exemptions"),
        Section.part(
          "costs", "object", allowed: "an object, or the path of a file with one",
          example: "\"costs.json5\"", fallback: "no costs are reported",
          "what holding, moving and discarding costs"),
        Section.part(
          "assumptions", "table", allowed: "the path of a table", example: "\"assumptions.csv\"",
          fallback: "none", "the register of assumptions"),
        Section.part(
          "expected", "object", allowed: "an object", example: "{ case: \"B5\", … }",
          fallback: "nothing is known",
          "what the scenario is known to give, to be compared by buffert validate"),
      ])
  }

  /// What time is simulated.
  enum Horizon {
    static let start = Field<CalendarDate>.required("start", .date, "first day of the horizon")
    static let length = Field<Int>.required(
      "length", .duration(1...36_500, example: "3 years"), "how long the reported time is")
    static let tick = Field<Tick>.optional(
      "tick", .tick, default: .day, "1 day",
      "the step in which time is counted; with a shorter one durations may be stated in hours and "
        + "minutes, and everything that happens once a day happens once a tick, except reviews")

    static let section = Section(
      path: "horizon", meaning: "what time is simulated",
      fields: [
        start.description, length.description, tick.description,
        Section.part(
          "begin", "choice",
          allowed: Start.allowed, example: "\"rotated\"", fallback: "\"rotated\"",
          "how stock stands on the first day: as the policy leaves it in the long run after a "
            + "warm-up that is not reported, as the baseline leaves it so that the policy has to "
            + "build up its own, or as it is given"),
      ])
  }

  /// How often, and compared with what.
  enum Experiment {
    static let replications = Field<Int>.required(
      "replications", .integer(1...1_000_000, example: "100"),
      "independent repetitions of the whole story")
    static let seed = Field<UInt64>.required(
      "seed", .seed, "what all random numbers are made from; the same seed, the same results")
    static let baseline = Field<String>.required(
      "baseline", .identifier(example: "today"), "the policy that the others are compared with")
    static let cover = Field<Bool>.optional(
      "cover", .truth, default: false, "false",
      "whether cover net of expiry is followed day by day at every location, which takes time")
    static let section = Section(
      path: "experiment", meaning: "how often, and compared with what",
      fields: [
        replications.description, seed.description, baseline.description, cover.description,
      ])
  }
}
