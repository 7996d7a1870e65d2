import ScenarioFiles
import SupplyModel

/// A small scenario in the files that anybody would write: one product, care units that buy from a
/// supplier, or stand below a store.
struct SmallWorld: Sendable {
  /// A care unit.
  struct Unit: Sendable {
    var id = "unit"
    /// Expected units per day.
    var perDay = "1"
    /// The columns family, dispersion, sizes, profile and prescribedPerDay of its consumption.
    var family = "poisson"
    var dispersion = ""
    var sizes = ""
    var profile = ""
    var prescribed = ""
    var level = "5 units"
    /// From the store, if there is one: a duration, or an entry of `leadTimes`.
    var leadTime = "1 day"
  }

  var units = [Unit()]
  /// What the store aims at; `nil` for no store.
  var store: String?
  var tick = "1 day"
  var length = "200 days"
  var begin = #"{ given: { remainingLife: { days: "90 years" } } }"#
  var leadTime = #""3 days""#
  var remainingLife = #"{ days: "90 years" }"#
  var pack = 1
  var shortfall = "lost"
  var patience = ""
  /// Settings of care units and of the store, besides their levels.
  var settings = #"review: "onDemand", position: "onHand", orderIn: "units", rounding: "none""#
  var storeSettings = #"review: "onDemand", position: "onHand", orderIn: "units", rounding: "none""#
  /// Further members of the scenario, such as shortages and a timeline.
  var members: [String] = []
  var seed: UInt64 = 1

  /// The model of the scenario; it must have no errors.
  func model() throws -> SupplyModel {
    let files = self.files.mapValues { Array($0.utf8) }
    let outcome = ScenarioReader { path in
      files[path].map { .success($0) } ?? .failure(FileProblem(reason: "there is no such file"))
    }.read("scenario.json5")
    guard let model = outcome.model else { throw Refused(text: outcome.diagnostics.rendered()) }
    return model
  }

  /// The scenario's files by path.
  private var files: [String: String] {
    let levels =
      units.map { #"{ locations: { location: "\#($0.id)" }, operating: "\#($0.level)" }"# }
      .joined(separator: ", ")
    let storeLine = store.map { #"centralStore: { operating: "\#($0)", \#(storeSettings) },"# }
    let parent = store == nil ? "supplier" : "store"
    return [
      "scenario.json5": """
      {
        buffert: 1, title: "A small world",
        horizon: { start: "2027-01-01", tick: "\(tick)", length: "\(length)", begin: \(begin) },
        experiment: { replications: 1, seed: \(seed), baseline: "only" },
        demandClasses: "classes.csv", products: "products.csv", locations: "locations.csv",
        consumption: "consumption.csv",
        suppliers: { supplier: { leadTime: \(leadTime), remainingLife: \(remainingLife) } },
        policies: { only: { \(storeLine ?? "") careUnit: { \(settings) }, overrides: [\(levels)] } },
        \(members.joined(separator: ",\n"))
      }
      """,
      "classes.csv": "id,name\nclass,Class\n",
      "products.csv": """
      id,name,category,demandClass,unitPrice,packSize,shelfLife,unitVolume,storageClass,shortfall,patience
      product,Product,medicine,class,1 SEK,\(pack),100 years,1 ml,room,\(shortfall),\(patience)

      """,
      "locations.csv": "id,name,kind,parent,leadTime\n"
        + (store == nil ? "" : "store,Store,centralStore,supplier,\n")
        + units.map {
          "\($0.id),Unit,careUnit,\(parent),\(store == nil ? "" : $0.leadTime)\n"
        }.joined(),
      "consumption.csv":
        "location,product,perDay,family,dispersion,sizes,profile,prescribedPerDay\n"
        + units.map {
          "\($0.id),product,\($0.perDay),\($0.family),\($0.dispersion),\($0.sizes),\($0.profile),"
            + "\($0.prescribed)\n"
        }.joined(),
    ]
  }

  /// Why a scenario that should have no errors was refused.
  struct Refused: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
