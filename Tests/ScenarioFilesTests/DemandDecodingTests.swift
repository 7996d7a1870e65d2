import Quantities
import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Demand from scenario to model")
struct DemandDecodingTests {
  /// The valid scenario with everything that can be said about demand.
  static let files: MemoryFiles = {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["demand.json5"] = """
      {
        extends: "base.json5",
        products: "shortfalls.csv",
        locations: "vans.csv",
        consumption: {
          table: "families.csv", scale: 0.5, actual: 0.8, profile: "clinic", history: "history.csv",
        },
        sizes: { box: { "10": "25 %", "1": 0.75 }, scoop: { geometric: 2.5 } },
        profiles: {
          clinic: { weekdays: [1, 1, 1, 1, 1, 0, 0] },
          season: { months: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2], period: [0, 3] },
        },
        leadTimes: { van: { uniformInteger: ["1 day", "3 days"] } },
        horizon: { begin: { given: { lots: "lots.csv" } } },
        experiment: { cover: true },
        timeline: [
          { phase: "war", from: "2027-06-01", length: "90 days",
            extendShelfLife: { products: { category: "medicine" }, by: "6 months" } },
        ],
      }
      """
    files["lots.csv"] = "location,product,units,expires\nstore,gloves,120,2027-06-30\n"
    files["shortfalls.csv"] = """
      id,name,category,demandClass,unitPrice,packSize,shelfLife,unitVolume,storageClass,\
      shortfall,patience,duty
      propofol,Propofol,medicine,trauma,12.50 SEK,5,36 months,40 ml,narcotic,deferrable,2 weeks,
      gloves,Gloves,ppe,infection,0.80 SEK,100,5 years,0.05 l,room,backlogged,,no
      gauze,Gauze,device,trauma,3 SEK,20,4 years,60 ml,room,,,yes
      """
    files["vans.csv"] = """
      id,name,kind,authority,parent,leadTime,carePriority
      store,Central store,centralStore,region-north,wholesaler,,
      ward,Ward 1,careUnit,region-north,store,van,2
      icu,Intensive care,careUnit,region-north,store,1 day,1
      home,Nursing home,careUnit,town,store,2 days,
      """
    files["families.csv"] = """
      location,product,perDay,family,dispersion,sizes,actual,profile
      ward,propofol,1.5,constant,,,1.25,season
      icu,propofol,12.25,compoundPoisson,,box,,
      ward,gloves,250,negativeBinomial,2,,,
      icu,gloves,400,stated,,scoop,,
      home,gloves,120,empirical,,,,season
      ward,gauze,0.05,,,,2,
      """
    let days = (1...14).map { "home,gloves,2026-11-\($0 < 10 ? "0" : "")\($0),\($0 * 10)" }
    files["history.csv"] = (["location,product,date,units"] + days.reversed())
      .joined(separator: "\n")
    return files
  }()

  private func content(settings: [String] = []) throws -> SupplyModel.Content {
    let outcome = Self.files.read("demand.json5", settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  private func use(
    _ location: String, _ product: String, in content: SupplyModel.Content
  ) throws -> Consumption {
    try #require(
      content.consumption.first {
        content.locations[$0.location].id == location && content.products[$0.product].id == product
      })
  }

  @Test("Every family reaches the model with what belongs to it")
  func families() throws {
    let content = try content()
    let box = CountDistribution.stated([
      .init(count: 1, weight: 0.75), .init(count: 10, weight: 0.25),
    ])
    #expect(try use("ward", "propofol", in: content).family == .constant)
    #expect(try use("icu", "propofol", in: content).family == .compoundPoisson(sizes: box))
    #expect(
      try use("ward", "gloves", in: content).family == .negativeBinomial(indexOfDispersion: 2))
    #expect(try use("icu", "gloves", in: content).family == .stated(.geometric(mean: 2.5)))
    #expect(try use("ward", "gauze", in: content).family == .poisson)
  }

  @Test("A history becomes whole weeks in order of date, with the weekday of its first day")
  func history() throws {
    let family = try use("home", "gloves", in: try content()).family
    // 1 November 2026 is a Sunday.
    #expect(
      family
        == .empirical(
          ConsumptionHistory(unitsPerDay: (1...14).map { $0 * 10 }, firstWeekday: 6)))
  }

  @Test("Belief is scaled by the table's scale, use by the row's and the table's factors too")
  func factors() throws {
    let content = try content()
    let constant = try use("ward", "propofol", in: content)
    #expect(constant.normal.nanoUnits == 750_000_000)
    #expect(constant.actualFactor == 1)
    #expect(try use("ward", "gauze", in: content).actualFactor == 1.6)
    // What is drawn as it stands follows the scale through the factor.
    #expect(try use("icu", "gloves", in: content).actualFactor == 0.4)
    #expect(try use("home", "gloves", in: content).actualFactor == 0.4)
    #expect(try use("icu", "gloves", in: content).normal.nanoUnits == 200_000_000_000)
  }

  @Test("A row's profile wins over the table's; weekdays and months get a mean of 1")
  func profiles() throws {
    let content = try content()
    #expect(content.demandProfiles.map(\.id) == ["clinic", "season"])
    #expect(content.demandProfiles[0].weekdayFactors == [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0])
    #expect(content.demandProfiles[1].monthFactors == Array(repeating: 1, count: 12))
    #expect(content.demandProfiles[1].periodFactors == [0, 3])
    #expect(try use("ward", "gauze", in: content).profile == Position(0))
    #expect(try use("ward", "propofol", in: content).profile == Position(1))
  }

  @Test("Months are weighted by their days in a year of 365")
  func months() throws {
    let months = [1.3, 1.2, 1.1, 1, 1, 0.9, 0.7, 0.8, 1, 1, 1, 1.1]
    let content = try content(settings: ["profiles.season={ months: \(months) }"])
    let factors = content.demandProfiles[1].monthFactors
    let days = [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let mean = zip(factors, days).reduce(0) { $0 + $1.0 * $1.1 } / 365
    #expect(abs(mean - 1) < 1e-12)
    #expect(abs(factors[0] / factors[3] - 1.3) < 1e-12)
  }

  @Test("What becomes of demand without stock, and the duty, come from the table of products")
  func products() throws {
    let products = try content().products
    #expect(products.map(\.id) == ["gauze", "gloves", "propofol"])
    #expect(products.map(\.shortfall) == [.lost, .backlogged, .deferrable(patienceDays: 14)])
    #expect(products.map(\.isUnderDuty) == [true, false, true])
  }

  @Test("A lead time may be the name of a distribution; care priority is 1 unless stated")
  func locations() throws {
    let content = try content()
    let ward = try #require(content.locations.first { $0.id == "ward" })
    let store = try #require(
      content.locations.positions.first { content.locations[$0].id == "store" })
    #expect(
      ward.source(of: .device)
        == .location(store, leadTime: .drawn(.uniformInteger(low: 1, high: 3))))
    #expect(ward.carePriority == 2)
    #expect(content.locations.first { $0.id == "home" }?.carePriority == 1)
  }

  @Test("An overlay replaces one form of a distribution of units by the other")
  func overlaidSizes() throws {
    var files = Self.files
    files["over.json5"] = """
      { extends: "demand.json5", sizes: { box: { geometric: 3 }, scoop: { "2": "100 %" } } }
      """
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    let content = try #require(outcome.model).content
    #expect(
      try use("icu", "propofol", in: content).family
        == .compoundPoisson(sizes: .geometric(mean: 3)))
    #expect(
      try use("icu", "gloves", in: content).family
        == .stated(.stated([.init(count: 2, weight: 1)])))
  }

  @Test("Values and defaults are explained")
  func explained() {
    let values = Self.files.read("demand.json5").effective.values
    func value(_ path: String) -> String? { values.first { $0.path == path }?.value }
    #expect(value("consumption.actual") == "0.8")
    #expect(value("sizes.scoop.geometric") == "2.5")
    #expect(value("sizes.box.10") == "\"25 %\"")
    #expect(value("profiles.season.period[1]") == "3")
    #expect(value("profiles.season.weekdays") == "every weekday the same")
    #expect(value("leadTimes.van.uniformInteger[0]") == "\"1 day\"")
    #expect(value("consumption.history") == "\"history.csv\"")
    let plain = MemoryFiles(ScenarioFolder.baseFiles()).read().effective.values
    #expect(plain.contains { $0.path == "sizes" && $0.value == "none" })
  }

  @Test(
    "Demand that could not be drawn is an error",
    arguments: [
      // A stated count times the factors, a compound Poisson mean, a Poisson one.
      ("gloves", ["sizes.scoop=1000000"], 100),
      ("propofol", ["consumption.scale=1000"], 1000),
      ("gauze", ["profiles.clinic={ period: [1, 1000] }", "consumption.scale=1000"], 1000),
    ])
  func tooLarge(_ product: String, _ settings: [String], _ factor: Int) {
    func message(_ settings: [String]) -> String {
      Self.files.read("demand.json5", settings: settings).diagnostics.rendered()
    }
    let expected =
      "\"\(product)\" has a day's demand at one care unit that is too large to be drawn"
    #expect(!message(settings).contains(expected))
    let more =
      "timeline=[{ phase: 'war', from: '2027-06-01', length: '9 days', demand: \(factor) }]"
    #expect(message(settings + [more]).contains(expected))
  }

  @Test("Sizes that cannot be tabulated are an error, not a trap")
  func untabulated() {
    func message(_ settings: String...) -> String {
      Self.files.read("demand.json5", settings: settings).diagnostics.rendered()
    }
    #expect(
      message("sizes.box={ '20000': '100 %' }")
        .contains("a size is 20000; allowed is 1 to 10,000"))
    #expect(
      message("sizes.box={ '0': '50 %', '1': '50 %' }")
        .contains("a size is 0; allowed is 1 to 10,000"))
    #expect(
      message("sizes.scoop={ '1000000': '0.0001 %', '1': '99.9999 %' }", "timeline[0].demand=9")
        .contains("that cannot be drawn: the largest count times the multiplier is"))
  }
}
