import Quantities
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Reserves, substitutes, groups and keys in the scenario file")
struct ReserveDecodingTests {
  /// The valid scenario with a store of the state, groups and a key, below other text.
  private static func files(_ text: String) -> MemoryFiles {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["products.csv"] = """
      id,name,category,demandClass,unitPrice,packSize,shelfLife,unitVolume,storageClass,group,keyedTo
      propofol,Propofol,medicine,trauma,12.50 SEK,5,36 months,40 ml,narcotic,anaesthetics,gloves
      gloves,Gloves,ppe,infection,0.80 SEK,100,5 years,0.05 l,room,dressings,
      gauze,Gauze,device,trauma,3 SEK,20,4 years,60 ml,room,dressings,
      """
    files["locations.csv"] += """
      buffer,State buffer,nationalReserve,region-north,9,wholesaler,importer,

      """
    files["over.json5"] = """
      { extends: "base.json5",
        policies: { today: { nationalReserve: { operating: "30 days" } } }, \(text) }
      """
    return files
  }

  private func content(_ text: String) throws -> SupplyModel.Content {
    let outcome = Self.files(text).read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  private let gauze = Position<Product>(0)
  private let gloves = Position<Product>(1)
  private let propofol = Position<Product>(2)

  // MARK: Products and selections

  @Test("A product may have a group, and be useless without one that stands below it")
  func products() throws {
    let products = try content("").products
    #expect(products.map(\.group) == ["dressings", "dressings", "anaesthetics"])
    #expect(products.map(\.keyedTo) == [nil, nil, gloves])
  }

  private func selection(_ text: String) throws -> ProductSelection {
    let entry = "{ id: \"all\", perYear: 0.1, duration: \"30 days\", products: { \(text) } }"
    return try content("shortages: [\(entry)]").shortages[0].products
  }

  @Test("Products are selected by kind of room and by group, as words or lists")
  func productSelections() throws {
    let content = try content("")
    func selected(_ text: String) throws -> [String] {
      let selection = try selection(text)
      return content.products.positions.filter {
        selection.selects(content.products[$0], at: $0)
      }.map { content.products[$0].id }
    }
    #expect(try selected("storageClass: \"room\"") == ["gauze", "gloves"])
    #expect(try selected("storageClass: [\"narcotic\", \"cold\"]") == ["propofol"])
    #expect(try selected("group: \"dressings\"") == ["gauze", "gloves"])
    #expect(
      try selected("group: [\"dressings\", \"anaesthetics\"], category: \"device\"") == ["gauze"])
    #expect(try selection("group: \"dressings\"").groups == ["dressings"])
    #expect(try selection("category: \"device\"").groups == nil)
  }

  @Test("A region stands for the authorities that lie in it, among those that are stated")
  func regions() throws {
    var files = Self.files("")
    files["regions.csv"] = "id,name\nnorth,North\nsouth,South\n"
    files["authorities.csv"] = """
      id,name,kind,region
      region-north,Region North,region,north
      town,Town,municipality,south
      region-south,Region South,region,south

      """
    func authorities(_ text: String) throws -> [String]? {
      let setting = "policies.today.overrides=[{ locations: { \(text) }, reserve: '1 day' }]"
      let outcome = files.read("over.json5", settings: [setting])
      #expect(outcome.diagnostics.rendered() == "")
      let content = try #require(outcome.model).content
      let rule = try #require(content.policies[0].rules.last)
      return rule.locations.authorities?.map { content.authorities[$0].id }
    }
    #expect(try authorities("region: 'south'") == ["region-south", "town"])
    #expect(
      try authorities("region: ['north', 'south']") == ["region-north", "region-south", "town"])
    #expect(try authorities("region: 'south', authority: ['town', 'region-north']") == ["town"])
    #expect(try authorities("authority: 'region-north'") == ["region-north"])
    #expect(try authorities("kind: 'careUnit'") == nil)
  }

  // MARK: Reserves of the state

  @Test("A reserve has a place, products, whom it serves, a decision and a lead time")
  func reserve() throws {
    let content = try content(
      """
      nationalReserves: [{ location: "buffer", products: { category: "medicine" },
        serves: { kind: "centralStore" }, leadTime: "2 days",
        release: { when: { phases: ["war"] }, delay: "3 days" } }]
      """)
    let place = try #require(
      content.locations.positions.first { content.locations[$0].id == "buffer" })
    let store = try #require(
      content.tiers.positions.first { content.tiers[$0].id == "centralStore" })
    #expect(
      content.nationalReserves == [
        NationalReserve(
          location: place, products: .init(categories: [.medicine]),
          serves: .init(tiers: [store]),
          release: Decision(occasion: .phases(["war"]), delayDays: 3), leadTimeDays: 2)
      ])
  }

  @Test("A reserve holds everything and serves everyone unless it says else; order is by place")
  func reserves() throws {
    let content = try content(
      """
      nationalReserves: [
        { location: "buffer", products: { product: "propofol" }, leadTime: "2 days",
          release: { when: "shortage" } },
        { location: "buffer", products: { group: "dressings" }, leadTime: "3 days",
          release: { when: "shortage" } },
      ]
      """)
    #expect(content.nationalReserves.map(\.leadTimeDays) == [3, 2])
    #expect(content.nationalReserves[0].serves == LocationSelection())
    #expect(
      content.nationalReserves[0].release == Decision(occasion: .shortage, delayDays: 0))
    let all = try self.content(
      """
      nationalReserves: [{ location: "buffer", leadTime: "2 days", release: { when: "shortage" } }]
      """)
    #expect(all.nationalReserves[0].products == ProductSelection())
  }

  // MARK: Substitutes

  @Test("Substitutes are bare ids or say how many units replace one, in their order")
  func substitutions() throws {
    let content = try content(
      """
      substitutions: [
        { original: "propofol", by: ["gloves", { product: "gauze", units: 2 }],
          permitted: { duringShortage: { delay: "14 days" } }, extraCost: "25 SEK" },
        { original: "gauze", by: "gloves" },
        { original: "gloves", by: { product: "gauze" },
          permitted: { duringShortage: {} } },
      ]
      """)
    #expect(
      content.substitutions == [
        Substitution(
          original: gauze, substitutes: [.init(product: gloves, unitsEach: 1)],
          permission: .always, extraCost: Money(ore: 0)),
        Substitution(
          original: gloves, substitutes: [.init(product: gauze, unitsEach: 1)],
          permission: .duringShortage(delayDays: 0), extraCost: Money(ore: 0)),
        Substitution(
          original: propofol,
          substitutes: [
            .init(product: gloves, unitsEach: 1), .init(product: gauze, unitsEach: 2),
          ],
          permission: .duringShortage(delayDays: 14), extraCost: Money(ore: 2_500)),
      ])
  }

  @Test("Values and defaults are explained")
  func explained() {
    let values = Self.files(
      """
      nationalReserves: [{ location: "buffer", leadTime: "2 days", release: { when: "shortage" } }],
      substitutions: [{ original: "propofol", by: ["gloves", { product: "gauze" }] }]
      """
    ).read("over.json5").effective.values
    func value(_ path: String) -> String? { values.first { $0.path == path }?.value }
    #expect(value("nationalReserves[0].location") == "\"buffer\"")
    #expect(value("nationalReserves[0].products") == "all products")
    #expect(value("nationalReserves[0].serves") == "all locations")
    #expect(value("nationalReserves[0].release.when") == "\"shortage\"")
    #expect(value("nationalReserves[0].release.delay") == "0 days")
    #expect(value("substitutions[0].by[0]") == "\"gloves\"")
    #expect(value("substitutions[0].by[1].units") == "1")
    #expect(value("substitutions[0].permitted") == "always")
    #expect(value("substitutions[0].extraCost") == "0 SEK")
    let plain = MemoryFiles(ScenarioFolder.baseFiles()).read().effective.values
    for (path, text) in [
      ("nationalReserves", "none"), ("substitutions", "none"),
      ("sourcing", "every product from one supplier"),
    ] {
      #expect(plain.first { $0.path == path }?.value == text)
    }
  }
}
