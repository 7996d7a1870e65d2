/// A mechanism of the engine, in a scenario that has little else.
struct Mechanism {
  let name: String
  /// What the scenario has, in words.
  let what: String
  let scenario: TextScenario

  private init(_ name: String, _ what: String, _ change: (inout TextScenario) -> Void = { _ in }) {
    self.name = name
    self.what = what
    var scenario = TextScenario()
    change(&scenario)
    self.scenario = scenario
  }

  private static let packs = "operating: \"10 days\", orderIn: \"packs\", rounding: \"up\""
  private static let scarce = "slack: \"-30 %\","
  private static let inShortage = """
    shortages: [
      { id: "outage", upTime: "365 days", duration: { exponential: { mean: "40 days" } }, startsUp: true },
    ],
    """

  /// All of them, plain base stock first: the others add one thing each to it.
  static let all: [Mechanism] =
    [
      Mechanism("base stock", "order up to a level every day"),
      Mechanism("packs", "the same in packs of ten") {
        $0.productColumns = [("packSize", "10")]
        $0.careUnit = packs
        $0.centralStore = "operating: \"1 month\""
      },
      Mechanism("(r, Q)", "multiples of a quantity when the position has fallen to a level") {
        let rule = "ordering: { reorderPoint: { reorderAt: \"4 days\", quantity: \"8 days\" } }"
        $0.careUnit += ", " + rule
      },
      Mechanism("weekly review", "orders on Mondays only") {
        $0.careUnit += ", review: [\"monday\"]"
      },
      Mechanism("backlogged requests", "what the store lacks, it owes") {
        $0.supplier = scarce
        $0.careUnit += ", requests: \"backlogged\""
      },
      Mechanism("reserve pool", "a reserve of a month in a pool of its own") {
        $0.centralStore += ", reserve: \"1 month\", rotation: \"separate\""
      },
      Mechanism("reserve release", "a reserve of a month for days on which the rest is out") {
        $0.centralStore += ", reserve: \"1 month\", release: { onStockout: { delay: \"2 days\" } }"
        $0.parts = inShortage
      },
      Mechanism("first in first out", "lots by their day of receipt") {
        $0.centralStore += ", issue: \"fifo\""
        $0.careUnit += ", issue: \"fifo\""
      },
      Mechanism("short lives", "20 to 60 days of remaining life, so that much expires") {
        $0.life = 20...60
      },
      Mechanism("shortages", "the supplier is out of stock once a year") { $0.parts = inShortage },
      Mechanism("stated timeline", "four times the demand for 90 days") {
        $0.parts =
          "timeline: [{ phase: \"surge\", from: \"2028-05-15\", length: \"90 days\", demand: 4 }],"
      },
      Mechanism("drawn timeline", "the same some time, for some time, with half of the supply") {
        $0.supplier = "slack: \"100 %\","
        $0.parts = """
          timeline: [
            { phase: "surge", from: { between: ["2027-06-01", "2028-05-15"] }, probability: "50 %",
              length: { triangular: { low: "1 month", mode: "2 months", high: "5 months" } },
              demand: 4, supply: 0.5 },
          ],
          """
      },
      Mechanism("substitution", "two products that stand in for two others that are short") {
        $0.products = 4
        $0.supplier = "slack: \"10 %\","
        $0.parts =
          inShortage + """
            substitutions: [
              { original: "product-0", by: [{ product: "product-1", units: 1 }] },
              { original: "product-2", by: [{ product: "product-3", units: 2 }] },
            ],
            """
      },
      Mechanism("waiting patients", "demand that waits for up to a week") {
        $0.productColumns = [("shortfall", "deferrable"), ("patience", "7 days")]
        $0.parts = inShortage
      },
      Mechanism("negative binomial", "demand with five times the variance") {
        $0.consumptionColumns = [("dispersion", "5")]
      },
      Mechanism("slow movers", "a hundredth of the demand") { $0.demandFactor = 0.01 },
    ] + allocationRules

  /// Every rule for who gets what, where seven tenths of what is used come in.
  static let allocationRules: [Mechanism] = [
    ("by rank", "\"firstCome\""), ("by request", "\"proportional\""),
    ("by consumption", "{ proportional: \"normalConsumption\" }"),
    ("by cover", "\"equalCover\""),
    ("by priority", "{ priority: { criticalLevels: { \"2\": \"2 days\", \"3\": \"5 days\" } } }"),
  ].map { name, rule in
    Mechanism("allocation \(name)", "who gets what of too little, \(name)") {
      $0.supplier = scarce
      $0.policy = "allocation: \(rule),"
    }
  }
}
