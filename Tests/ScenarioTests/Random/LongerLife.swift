import ScenarioFiles
import SupplyModel

/// A small scenario in which goods live for a stated number of days: a care unit, alone or below a
/// store.
struct LongerLife: Sendable {
  /// What the care unit aims at. [units]
  var level = 1
  /// What the store aims at; `nil` for no store. [units]
  var store: Int?
  var pack = 1
  /// From order to receipt at the topmost location. [days]
  var leadTime = 1
  /// Demand of each day; the horizon is as long. [units]
  var demand: [Int] = []
  /// Random demand instead: family, mean per day and days.
  var random: (family: String, perDay: String, days: Int)?
  var shortfall = "lost"
  var position = "usableTomorrow"
  var seed: UInt64 = 1

  /// What happens when goods have so many days to live at receipt, as all have on the first day.
  func run(life: Int) throws -> ScenarioRun {
    try ScenarioRun(try model(life: life), replications: [0])
  }

  private func model(life: Int) throws -> SupplyModel {
    let days = random?.days ?? demand.count
    let period = demand.map { "\($0)" }.joined(separator: ", ")
    let storeRow = store == nil ? "" : "store,Store,centralStore,supplier,\n"
    let parent = store == nil ? "supplier," : "store,1 day"
    let profiles = random == nil ? "profiles: { days: { period: [\(period)] } }," : ""
    let settings = "position: \"\(position)\", rounding: \"none\", orderIn: \"packs\""
    let storeSettings = store.map { "centralStore: { operating: \"\($0) units\", \(settings) }," }
    let files = [
      "scenario.json5": """
      {
        buffert: 1, title: "Does a longer life save discard?",
        horizon: { start: "2027-01-01", length: "\(days) days",
          begin: { given: { remainingLife: { days: "\(life) days" } } } },
        experiment: { replications: 1, seed: \(seed), baseline: "only" },
        demandClasses: "classes.csv", products: "products.csv", locations: "locations.csv",
        consumption: "consumption.csv", \(profiles)
        suppliers: { supplier: { leadTime: "\(leadTime) days",
          remainingLife: { days: "\(life) days" } } },
        policies: { only: { \(storeSettings ?? "")
          careUnit: { operating: "\(level) units", \(settings) } } },
      }
      """,
      "classes.csv": "id,name\nclass,Class\n",
      "products.csv": """
      id,name,category,demandClass,unitPrice,packSize,shelfLife,unitVolume,storageClass,shortfall
      product,Product,medicine,class,1 SEK,\(pack),36 months,1 ml,room,\(shortfall)

      """,
      "locations.csv": "id,name,kind,parent,leadTime\n\(storeRow)unit,Unit,careUnit,\(parent)\n",
      "consumption.csv": "location,product,perDay,family,profile,dispersion\n"
        + "unit,product,\(random?.perDay ?? "1"),\(random?.family ?? "constant"),"
        + "\(random == nil ? "days" : ""),\(random?.family == "negativeBinomial" ? "3" : "")\n",
    ].mapValues { Array($0.utf8) }
    let outcome = ScenarioReader { path in
      files[path].map { .success($0) } ?? .failure(FileProblem(reason: "there is no such file"))
    }.read("scenario.json5")
    guard let model = outcome.model else { throw Refused(text: outcome.diagnostics.rendered()) }
    return model
  }

  struct Refused: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
