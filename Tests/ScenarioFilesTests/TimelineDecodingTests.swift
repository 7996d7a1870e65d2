import Quantities
import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("From timelines to phases")
struct TimelineDecodingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  /// The phases of a timeline laid over the base scenario, which starts on 2027-01-01 and lasts a
  /// year, by name.
  private func phases(_ timeline: String, _ settings: String...) throws -> [String: Phase] {
    let outcome = base.read(settings: ["timeline=[\(timeline)]"] + settings)
    #expect(outcome.diagnostics.rendered() == "")
    let content = try #require(outcome.model).content
    return Dictionary(uniqueKeysWithValues: content.timeline.map { ($0.name, $0) })
  }

  // MARK: When

  @Test("Fixed phases keep their window and have no timing")
  func fixed() throws {
    let war = try #require(
      try phases("{ phase: 'war', from: '2027-02-01', length: '90 days', probability: '100 %' }")[
        "war"])
    #expect(war.timing == nil)
    #expect((war.firstDay, war.lengthDays) == (31, 90))
  }

  @Test("A phase after a fixed one, after a fixed delay, is fixed too")
  func fixedAfterFixed() throws {
    let found = try phases(
      """
      { phase: 'after', from: { after: 'war', edge: 'end', delay: '10 days' }, length: '5 days' },
      { phase: 'war', from: { after: 'crisis', delay: { constant: '7 days' } }, length: '30 days' },
      { phase: 'crisis', from: '2027-01-11', length: '60 days' },
      """)
    #expect(found.values.allSatisfy { $0.timing == nil })
    #expect(found["crisis"]?.firstDay == 10)
    #expect(found["war"]?.firstDay == 17)
    #expect(found["after"]?.firstDay == 57)
    #expect(found["after"]?.lengthDays == 5)
  }

  @Test("A random first day, length or probability makes a timing and the widest window")
  func drawn() throws {
    let found = try phases(
      """
      { phase: 'a', from: { between: ['2027-02-01', '2027-02-10'] }, length: '30 days' },
      { phase: 'b', from: '2027-02-01', length: { uniformInteger: ['5 days', '20 days'] } },
      { phase: 'c', from: '2027-02-01', length: '30 days', probability: '30 %' },
      { phase: 'd', from: '2027-12-01', length: { exponential: { mean: '20 days' } } },
      { phase: 'e', from: '2027-12-25', length: '30 days', probability: 0.5 },
      """)
    func window(_ name: String) -> [Int?] { [found[name]?.firstDay, found[name]?.lengthDays] }
    #expect(window("a") == [31, 39])
    #expect(
      found["a"]?.timing
        == PhaseTiming(
          begin: .between(first: 31, last: 40), length: .constant(30),
          probabilityBasisPoints: 10_000))
    #expect(window("b") == [31, 20])
    #expect(
      found["b"]?.timing
        == PhaseTiming(
          begin: .day(31), length: .uniformInteger(low: 5, high: 20),
          probabilityBasisPoints: 10_000))
    #expect(window("c") == [31, 30])
    #expect(found["c"]?.timing?.probabilityBasisPoints == 3_000)
    // What lies beyond the horizon is cut off.
    #expect(window("d") == [334, 31])
    #expect(window("e") == [358, 7])
  }

  @Test("What comes after a drawn phase is drawn, and can begin whenever that can")
  func afterDrawn() throws {
    let found = try phases(
      """
      { phase: 'crisis', from: { between: ['2027-02-01', '2027-02-10'] },
        length: { uniformInteger: ['5 days', '20 days'] } },
      { phase: 'war', from: { after: 'crisis', edge: 'end', delay: { uniform: ['1 day', '3 days'] } },
        length: '9 days', probability: '40 %' },
      { phase: 'echo', from: { after: 'crisis' }, length: '9 days' },
      { phase: 'late', from: { after: 'war', delay: { lognormal: { median: '9 days', mean: '20 days' } } },
        length: '9 days' },
      """)
    func window(_ name: String) -> [Int?] { [found[name]?.firstDay, found[name]?.endDay] }
    #expect(window("crisis") == [31, 60])
    #expect(window("war") == [31 + 5 + 1, 40 + 20 + 3 + 9])
    #expect(
      found["war"]?.timing
        == PhaseTiming(
          begin: .after(phase: "crisis", edge: .end, delay: .uniform(low: 1, high: 3)),
          length: .constant(9), probabilityBasisPoints: 4_000))
    #expect(window("echo") == [31, 49])
    #expect(
      found["echo"]?.timing?.begin == .after(phase: "crisis", edge: .begin, delay: .constant(0)))
    #expect(window("late") == [37, 365])
  }

  @Test("After a certain first day the day is known, though the other's length is random")
  func afterCertainDay() throws {
    let found = try phases(
      """
      { phase: 'crisis', from: '2027-02-01', length: { exponential: { mean: '20 days' } } },
      { phase: 'war', from: { after: 'crisis', delay: '9 days' }, length: '9 days' },
      { phase: 'perhaps', from: '2027-02-01', length: '20 days', probability: '50 %' },
      { phase: 'then', from: { after: 'perhaps', delay: '9 days' }, length: '9 days' },
      """)
    #expect(found["war"]?.timing == nil)
    #expect(found["war"]?.firstDay == 40)
    #expect(found["then"]?.firstDay == 40)
    #expect(
      found["then"]?.timing?.begin == .after(phase: "perhaps", edge: .begin, delay: .constant(9)))
  }

  @Test("With a short tick every tick of the last date is one on which a phase can begin")
  func shortTick() throws {
    let found = try phases(
      "{ phase: 'a', from: { between: ['2027-02-01', '2027-02-10'] }, length: '36 hours' }",
      "horizon.tick=6 hours", "horizon.length=60 days")
    #expect(found["a"]?.timing?.begin == .between(first: 31 * 4, last: 41 * 4 - 1))
    #expect(found["a"]?.lengthDays == 9 * 4 + 3 + 6)
  }

  // MARK: What

  private func war(_ effects: String, _ settings: String...) throws -> Phase {
    let outcome = base.read(
      settings: [
        "timeline=[{ phase: 'war', from: '2027-06-01', length: '90 days', \(effects) }]"
      ] + settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content.timeline[0]
  }

  @Test("A phase without effects has none")
  func none() throws {
    let war = try war("")
    #expect(war.suppliers == nil && war.demandEffects.isEmpty && war.losses.isEmpty)
    #expect(war.transportCuts.isEmpty && !war.cutsInbound && war.allocation == nil)
    #expect(war.spillOver == nil && war.postponements.isEmpty && !war.isDrawn)
  }

  @Test("Supply and lead times of some suppliers are scaled, in order of their ids")
  func suppliers() throws {
    #expect(
      try war("supply: 0.5, suppliers: ['wholesaler', 'importer', 'importer']").suppliers
        == [Position(0), Position(1)])
    #expect(try war("leadTimes: 2, suppliers: 'wholesaler'").suppliers == [Position(1)])
  }

  @Test("Demand is multiplied in parts of the scenario")
  func demandWhere() throws {
    #expect(
      try war(
        """
        demandWhere: [{ products: { category: 'ppe' }, by: 3 },
          { locations: { authority: 'town' }, by: 0.5 }]
        """
      ).demandEffects == [
        DemandEffect(products: .init(categories: [.ppe]), locations: .init(), multiplier: 3),
        DemandEffect(
          products: .init(), locations: .init(authorities: [Position(1)]), multiplier: 0.5),
      ])
  }

  @Test("Stock is lost, in a cluster or each on its own")
  func losses() throws {
    var gloves = ProductSelection()
    gloves.products = [Position(1)]
    let found = try war(
      """
      lose: [{ because: 'destroyed' },
        { because: 'withdrawn', products: { product: 'gloves' }, share: '50 %', cluster: '20 %',
          each: 0.8 }]
      """)
    #expect(
      found.losses == [
        StockLoss(
          reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 10_000),
        StockLoss(
          reason: .withdrawn, products: gloves, locations: .init(), shareBasisPoints: 5_000,
          clusterBasisPoints: 2_000, eachBasisPoints: 8_000),
      ])
    #expect(found.isDrawn)
  }

  @Test("Where cold fails, products that need it are lost unless others are stated")
  func coldChain() throws {
    var files = base
    files["products.csv"] = files["products.csv"].replacing("60 ml,room", with: "60 ml,cold")
    let outcome = files.read(settings: [
      "timeline=[{ phase: 'war', from: '2027-06-01', length: '90 days', "
        + "lose: [{ because: 'coldChain' }] }]"
    ])
    #expect(outcome.diagnostics.rendered() == "")
    let loss = try #require(outcome.model).content.timeline[0].losses[0]
    var cold = ProductSelection()
    cold.storageClasses = [.cold]
    #expect(loss.products == cold)
  }

  @Test("Transport is cut between locations, and all that comes in")
  func cuts() throws {
    let found = try war(
      """
      inbound: 'cut',
      cutTransport: [{ to: { location: 'icu' } },
        { from: { kind: 'centralStore' }, to: { location: ['icu', 'ward'] } }]
      """)
    #expect(found.cutsInbound)
    #expect(
      found.transportCuts == [
        TransportCut(from: nil, to: .init(locations: [Position(1)])),
        TransportCut(
          from: .init(tiers: [Position(1)]), to: .init(locations: [Position(1), Position(3)])),
      ])
  }

  @Test("A phase may switch the allocation rule")
  func allocation() throws {
    #expect(try war("allocation: 'equalCover'").allocation == .equalCover)
    #expect(
      try war("allocation: { proportional: 'normalConsumption' }").allocation
        == .proportionalToConsumption)
  }

  @Test("Patients with prescriptions turn to public care, as consumption says how many")
  func spillOver() throws {
    var files = base
    files["consumption.csv"] = files["consumption.csv"].split(separator: "\n").map { line in
      line
        + (line.hasPrefix("location")
          ? ",prescribedPerDay" : line.contains("gauze") ? ",0" : ",0.4")
    }.joined(separator: "\n")
    let timeline =
      "timeline=[{ phase: 'war', from: '2027-06-01', length: '90 days', "
      + "spillOver: { products: { category: 'medicine' }, dosePatients: '2.5 %', "
      + "homeStock: '90 days' } }]"
    let outcome = files.read(settings: [
      timeline, "consumption={ table: 'consumption.csv', scale: 2 }",
    ])
    #expect(outcome.diagnostics.rendered() == "")
    let content = try #require(outcome.model).content
    #expect(
      content.timeline[0].spillOver
        == SpillOver(
          products: .init(categories: [.medicine]), shareBasisPoints: 10_000,
          doseShareBasisPoints: 250, homeStockDays: 90))
    for use in content.consumption {
      let isGauze = content.products[use.product].id == "gauze"
      #expect(use.prescribed.nanoUnits == (isGauze ? 0 : 800_000_000))
    }
    // What holds for all rows of a table that has no such column.
    let everywhere = base.read(settings: [
      timeline, "consumption={ table: 'consumption.csv', prescribedPerDay: 0.25 }",
    ])
    let uses = try #require(everywhere.model).content.consumption
    #expect(uses.allSatisfy { $0.prescribed.nanoUnits == 250_000_000 })
  }

  @Test("Care is put off and returns")
  func postpone() throws {
    let found = try war(
      """
      postpone: [{ products: { category: 'ppe' }, share: '70 %', returns: '80 %', over: '180 days' },
        { products: { category: 'device' }, share: 0.5, over: '6 months' },
        { products: { category: 'medicine' }, share: 1, returns: 0 }]
      """)
    #expect(
      found.postponements == [
        Postponement(
          products: .init(categories: [.ppe]), locations: .init(), shareBasisPoints: 7_000,
          returnsBasisPoints: 8_000, returnDays: 180),
        Postponement(
          products: .init(categories: [.device]), locations: .init(), shareBasisPoints: 5_000,
          returnsBasisPoints: 10_000, returnDays: 180),
        Postponement(
          products: .init(categories: [.medicine]), locations: .init(), shareBasisPoints: 10_000,
          returnsBasisPoints: 0, returnDays: 1),
      ])
  }

  @Test("The effective scenario states every default of a phase")
  func defaults() {
    let values = base.read(settings: [
      "timeline=[{ phase: 'war', from: { after: 'x' }, length: '9 days', "
        + "lose: [{ because: 'destroyed' }] }, { phase: 'x', from: '2027-02-01', length: '9 days' }]"
    ]).effective.values
    func isDefault(_ path: String, _ value: String) -> Bool {
      values.contains { $0.path == "timeline[0]." + path && $0.value == value && $0.origin == nil }
    }
    #expect(isDefault("probability", "100 %"))
    #expect(isDefault("from.edge", "begin"))
    #expect(isDefault("from.delay", "0 days"))
    #expect(isDefault("suppliers", "all suppliers"))
    #expect(isDefault("inbound", "open"))
    #expect(isDefault("allocation", "as each policy says"))
    #expect(isDefault("cutTransport", "nowhere"))
    #expect(isDefault("demandWhere", "nowhere"))
    #expect(isDefault("postpone", "nothing"))
    #expect(isDefault("spillOver", "pharmacies serve their patients"))
    #expect(isDefault("lose[0].products", "all products"))
    #expect(isDefault("lose[0].share", "100 %"))
    #expect(isDefault("lose[0].cluster", "100 %"))
    #expect(isDefault("lose[0].each", "100 %"))
  }

  // MARK: Scale

  @Test("Demand that could not be drawn is refused wherever the timeline brings it about")
  func scale() {
    func problem(_ effects: String, _ settings: String...) -> String? {
      base.read(
        settings: [
          "timeline=[{ phase: 'war', from: '2027-06-01', length: '90 days', \(effects) }]"
        ] + settings
      ).diagnostics.sorted.first?.problem
    }
    let tooLarge = "\"gloves\" has a day's demand at one care unit that is too large to be drawn"
    let own = "products: { product: 'gloves' }, locations: { location: 'icu' }"
    #expect(problem("demandWhere: [{ \(own), by: 9000 }]") == nil)
    #expect(
      problem("demand: 10, demandWhere: [{ \(own), by: 9000 }, { \(own), by: 9 }]") == tooLarge)
    // The ward uses less than the icu.
    let ward = "products: { product: 'gauze' }"
    #expect(problem("demand: 10, demandWhere: [{ \(ward), by: 9000 }]") == nil)
    // Ninety days that come back on one.
    #expect(problem("demand: 200, postpone: [{ \(own), share: '90 %', over: '1 day' }]") == nil)
    #expect(
      problem("demand: 2000, postpone: [{ \(own), share: '90 %', over: '1 day' }]") == tooLarge)
    let tooSmall = "\"gauze\" has a day's demand at one care unit that is too small to be drawn"
    #expect(
      problem("demand: 1e-6, demandWhere: [{ \(ward), by: 1e-6 }]") == tooSmall)
    #expect(problem("demand: 0, demandWhere: [{ \(ward), by: 0 }]") == nil)
    #expect(
      problem(
        "spillOver: { dosePatients: 0, homeStock: '1 day' }",
        "consumption={ table: 'consumption.csv', prescribedPerDay: 1000000 }") == nil)
    // What is prescribed follows neither the timeline's multipliers nor the profile.
    #expect(
      problem(
        "demand: 20, spillOver: { dosePatients: 0, homeStock: '1 day' }",
        "consumption={ table: 'consumption.csv', prescribedPerDay: 1000000 }") == nil)
  }
}
