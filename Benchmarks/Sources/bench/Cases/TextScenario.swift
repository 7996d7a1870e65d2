/// A scenario written here, for one mechanism or one size, in the format that users write.
///
/// It is R1 with other numbers: a supplier, a central store, and care units whose mean demand goes from
/// 0.05 to 15 units a day, again and again if there are more than twenty. Every part can be replaced.
struct TextScenario {
  var units = 20
  var products = 1
  var horizonDays = 730
  /// Multiplies the mean demand of every care unit.
  var demandFactor = 1.0
  /// Instead of those means the same for all. [units per day]
  var meanPerDay: Double?
  /// Remaining life on receipt and of the stock of the first day, drawn uniformly. [days]
  var life = 180...540
  /// What every product has besides, column by column.
  var productColumns: [(name: String, value: String)] = []
  /// What the row of every care unit's consumption has besides.
  var consumptionColumns: [(name: String, value: String)] = []
  /// From the central store to care units.
  var leadTimeDays = 1
  /// Settings of the supplier besides lead time and life.
  var supplier = ""
  /// Other parts of the scenario: shortages, a timeline, substitutions.
  var parts = ""
  /// Settings of the policy that hold for all locations, such as the allocation.
  var policy = ""
  var centralStore =
    "operating: \"1 month\", position: \"onHand\", orderIn: \"units\", rounding: \"none\""
  var careUnit =
    "operating: \"10 days\", position: \"onHand\", orderIn: \"units\", rounding: \"none\""

  /// The name by which `files` has the scenario itself.
  static let name = "scenario.json5"

  /// The scenario and its tables by name.
  var files: [String: String] {
    [
      Self.name: scenario, "demand-classes.csv": "id,name\nall,All demand\n",
      "products.csv": productTable, "locations.csv": locationTable,
      "consumption.csv": consumptionTable,
    ]
  }

  private var scenario: String {
    let lives =
      "{ days: { uniformInteger: [\"\(life.lowerBound) days\", \"\(life.upperBound) days\"] } }"
    return """
      {
        buffert: 1,
        title: "A benchmark",
        horizon: {
          start: "2027-01-01", length: "\(horizonDays) days", begin: { given: { remainingLife: \(lives) } },
        },
        experiment: { replications: 2, seed: 1, baseline: "policy" },
        demandClasses: "demand-classes.csv", products: "products.csv", locations: "locations.csv",
        consumption: "consumption.csv",
        suppliers: { supplier: { leadTime: "5 days", remainingLife: \(lives), \(supplier) } },
        policies: { policy: { \(policy) centralStore: { \(centralStore) }, careUnit: { \(careUnit) } } },
        \(parts)
      }
      """
  }

  private var productTable: String {
    let columns = [
      ("name", "A product"), ("category", "medicine"), ("demandClass", "all"),
      ("unitPrice", "1 SEK"), ("packSize", "1"), ("shelfLife", "\(life.upperBound) days"),
      ("unitVolume", "1 ml"), ("storageClass", "room"),
    ].filter { own in !productColumns.contains { $0.name == own.0 } }
    let all = columns + productColumns
    let head = (["id"] + all.map(\.0)).joined(separator: ",")
    let rows = (0..<products).map { (["product-\($0)"] + all.map(\.1)).joined(separator: ",") }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  private var locationTable: String {
    let rows = (0..<units).map {
      "unit-\($0),Unit \($0),careUnit,\($0 + 1),\($0 % 3 + 1),central,\(leadTimeDays) days"
    }
    let head = "id,name,kind,rank,carePriority,parent,leadTime"
    return ([head, "central,Central store,centralStore,0,1,supplier,"] + rows)
      .joined(separator: "\n") + "\n"
  }

  private var consumptionTable: String {
    let head = (["location", "product", "perDay"] + consumptionColumns.map(\.name))
      .joined(separator: ",")
    let means = (0..<20).map { place in
      (0..<place).reduce(0.05 * demandFactor) { mean, _ in mean * 1.35 }
    }
    let rows = (0..<products).flatMap { product in
      (0..<units).map { unit in
        // At most nine decimals are read.
        let mean = meanPerDay ?? (means[unit % means.count] * 1e9).rounded() / 1e9
        return
          (["unit-\(unit)", "product-\(product)", Words.plain(mean)]
          + consumptionColumns.map(\.value)).joined(separator: ",")
      }
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }
}
