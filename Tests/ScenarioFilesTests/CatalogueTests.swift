import ScenarioFiles
import Testing

@Suite("Catalogue of fields")
struct CatalogueTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  @Test("The fields of a section have different names, and sections have different paths")
  func names() {
    for section in Catalogue.sections {
      #expect(Set(section.fields.map(\.name)).count == section.fields.count, "\(section.path)")
    }
    #expect(Set(Catalogue.sections.map(\.path)).count == Catalogue.sections.count)
  }

  @Test("Every field says what it is, what is allowed, how it looks, and what holds without it")
  func meanings() {
    for section in Catalogue.sections {
      #expect(!section.meaning.isEmpty && !section.fields.isEmpty, "\(section.path)")
      for field in section.fields {
        let name = "\(section.path).\(field.name)"
        #expect(!field.kind.isEmpty && !field.allowed.isEmpty, "\(name)")
        #expect(!field.example.isEmpty && !field.meaning.isEmpty, "\(name)")
        #expect(field.fallback != "", "\(name)")
        #expect(!field.meaning.hasSuffix("."), "\(name)")
      }
    }
  }

  /// Where a section of the scenario file stands in the valid scenario, for `--set`.
  private static let places = [
    "": "", "horizon": "horizon.", "horizon.begin.rotated": "horizon.begin.rotated.",
    "horizon.begin.given": "horizon.begin.given.",
    "horizon.begin.buildUp": "horizon.begin.buildUp.",
    "horizon.begin.given.profile[]": "horizon.begin.given.profile[0].",
    "timeline[].extendShelfLife": "timeline[0].extendShelfLife.",
    "timeline[].from": "timeline[0].from.",
    "timeline[].demandWhere[]": "timeline[0].demandWhere[0].",
    "timeline[].cutTransport[]": "timeline[0].cutTransport[0].",
    "timeline[].lose[]": "timeline[0].lose[0].",
    "timeline[].spillOver": "timeline[0].spillOver.",
    "timeline[].postpone[]": "timeline[0].postpone[0].", "experiment": "experiment.",
    "consumption": "consumption.", "suppliers.<id>": "suppliers.importer.",
    "(allocation by a supplier)": "suppliers.importer.allocation.",
    "suppliers.<id>.ceiling": "suppliers.importer.ceiling.",
    "suppliers.<id>.readiness": "suppliers.importer.readiness.",
    "(occasion of a decision)": "suppliers.importer.readiness.when.", "sourcing[]": "sourcing[0].",
    "(effect of a shortage)": "shortages[0].effect.",
    "shortages[].announced": "shortages[0].announced.",
    "nationalReserves[]": "nationalReserves[0].",
    "expected": "expected.", "expected.rows[]": "expected.rows[0].",
    "expected.quick": "expected.quick.",
    "nationalReserves[].release": "nationalReserves[0].release.",
    "substitutions[]": "substitutions[0].", "substitutions[].by[]": "substitutions[0].by[0].",
    "(permission of a substitution)": "substitutions[0].permitted.",
    "(permission of a substitution).duringShortage":
      "substitutions[0].permitted.duringShortage.",
    "(distribution of durations)": "suppliers.importer.leadTime.",
    "(distribution of shares)": "suppliers.importer.remainingLife.shareOfShelfLife.",
    "(remaining life)": "suppliers.importer.remainingLife.", "shortages[]": "shortages[0].",
    "timeline[]": "timeline[0].", "policies.<name>": "policies.today.",
    "policies.<name>.<kind of location>": "policies.today.careUnit.",
    "policies.<name>.overrides[]": "policies.today.overrides[0].",
    "(ordering)": "policies.today.careUnit.ordering.",
    "(ordering).minMax": "policies.today.careUnit.ordering.minMax.",
    "(ordering).reorderPoint": "policies.today.careUnit.ordering.reorderPoint.",
    "(ordering).scheduled": "policies.today.careUnit.ordering.scheduled.",
    "(random count)": "policies.today.careUnit.ordering.scheduled.quantity.",
    "(ordering).table": "policies.today.careUnit.ordering.table.",
    "(issue)": "policies.today.careUnit.issue.",
    "(issue).mixed": "policies.today.careUnit.issue.mixed.",
    "(rotation)": "policies.today.careUnit.rotation.",
    "(rotation).separate": "policies.today.careUnit.rotation.separate.",
    "(rotation).swap": "policies.today.careUnit.rotation.swap.",
    "(release)": "policies.today.careUnit.release.",
    "(release).onStockout": "policies.today.careUnit.release.onStockout.",
    "(release).inPhase": "policies.today.careUnit.release.inPhase.",
    "(redistribute)": "policies.today.careUnit.redistribute.",
    "(allocation)": "policies.today.allocation.",
    "(allocation).priority": "policies.today.allocation.priority.",
    "(allocation).priority.criticalLevels": "policies.today.allocation.priority.criticalLevels.",
    "(buildUp)": "policies.today.buildUp.",
    "(buildUp).stepwise[]": "policies.today.buildUp.stepwise[0].",
    "(transshipment)": "policies.today.transshipment.",
    "(transshipment).voluntary": "policies.today.transshipment.voluntary.",
    "(transshipment).mandated": "policies.today.transshipment.mandated.",
    "duty": "duty.",
    "(selection of products)": "shortages[0].products.",
    "(selection of locations)": "policies.today.overrides[0].locations.",
    "profiles.<name>": "profiles.clinic.",
    "costs": "costs.", "costs.storage": "costs.storage.",
    "costs (file)": "costs.", "costs.sizes.<group>": "costs.sizes.mid.",
    "costs.items.<name>": "costs.items.post.",
    "(stated amount)": "costs.handlingPerOrderLine.", "(stated share)": "costs.capitalRate.",
    "(stated volume)": "costs.palletVolume.",
  ]

  /// Clears the place for a section whose valid contents would exclude others.
  private static let preparations = [
    "horizon.begin.rotated": ["horizon.begin={ rotated: {} }"],
    "horizon.begin.given": ["horizon.begin={ given: {} }"],
    "horizon.begin.buildUp": ["horizon.begin={ buildUp: {} }"],
    "horizon.begin.given.profile[]": ["horizon.begin={ given: { profile: [{}] } }"],
    "horizon.begin.given.lots (table)": ["horizon.begin={ given: {} }"],
    "timeline[].extendShelfLife": ["timeline[0].extendShelfLife={}"],
    "(buildUp).stepwise[]": ["policies.today.buildUp={ stepwise: [{}] }"],
    "timeline[].from": ["timeline[0].from={}"],
    "timeline[].demandWhere[]": ["timeline[0].demandWhere=[{}]"],
    "timeline[].cutTransport[]": ["timeline[0].cutTransport=[{}]"],
    "timeline[].lose[]": ["timeline[0].lose=[{}]"],
    "timeline[].spillOver": ["timeline[0].spillOver={}"],
    "timeline[].postpone[]": ["timeline[0].postpone=[{}]"],
    "consumption": ["consumption={ table: 'consumption.csv' }"],
    "(distribution of durations)": ["suppliers.importer.leadTime={}"],
    "(distribution of shares)": ["suppliers.importer.remainingLife={ shareOfShelfLife: {} }"],
    "(remaining life)": ["suppliers.importer.remainingLife={}"],
    "policies.<name>.overrides[]": ["policies.today.overrides=[{ operating: '1 day' }]"],
    "(selection of products)": ["shortages[0].products={}"],
    "(selection of locations)": [
      "policies.today.overrides=[{ locations: {}, operating: '1 day' }]"
    ],
    "timeline[]": ["timeline[0].demand=1"],
    "nationalReserves[]": ["nationalReserves=[{}]"],
    "expected": ["expected={ quantities: { fill: 'unmet' } }"],
    "expected.rows[]": [
      "expected={ quantities: { fill: 'unmet' }, rows: [{ values: { fill: 1 } }] }"
    ],
    "expected.quick": ["expected={ quick: {} }"],
    "nationalReserves[].release": ["nationalReserves=[{ release: {} }]"],
    "substitutions[]": ["substitutions=[{ original: 'propofol', by: 'gauze' }]"],
    "substitutions[].by[]": ["substitutions=[{ original: 'propofol', by: [{}] }]"],
    "(permission of a substitution)": ["substitutions=[{ original: 'propofol', by: 'gauze' }]"],
    "(permission of a substitution).duringShortage": [
      "substitutions=[{ original: 'propofol', by: 'gauze' }]"
    ],
    "sourcing[]": ["sourcing=[{ suppliers: ['wholesaler', 'importer'] }]"],
    "profiles.<name>": ["profiles={ clinic: {} }"],
    "consumption.history (table)": ["consumption={ table: 'consumption.csv' }"],
    "costs (file)": ["costs={ costFile: 1 }"],
    "costs.sizes.<group>": ["costs={ costFile: 1, sizes: { mid: {} } }"],
    "costs.items.<name>": ["costs={ costFile: 1, items: { post: {} } }"],
    "(stated amount)": ["costs={ costFile: 1, handlingPerOrderLine: {} }"],
    "(stated share)": ["costs={ costFile: 1, capitalRate: {} }"],
    "(stated volume)": ["costs={ costFile: 1, palletVolume: {} }"],
  ]

  /// Complaints about where an example fits, not about how it is written.
  private static func isAboutForm(_ diagnostic: Diagnostic) -> Bool {
    let others = [
      "names ", "states both", "has no largest value", "cannot be read", "longer than the phase",
      "selects no", "has expired", "outside the horizon", "as its source",
      "has no meaning", "is used by no row", "states no day", "holds for the baseline",
      "is stated in the costs of a scenario", "is stated without sizes",
    ]
    return !others.contains { diagnostic.problem.contains($0) }
  }

  @Test("Every example of the scenario file is accepted where its field stands")
  func examples() {
    var checked = 0
    for section in Catalogue.sections where !section.path.hasSuffix("(table)") {
      guard let place = Self.places[section.path] else {
        Issue.record("\(section.path) has no place in the test")
        continue
      }
      for field in section.fields
      where !field.name.hasPrefix("<") && field.name != "extends" && !field.example.contains("…") {
        let path = place + field.name
        let settings = (Self.preparations[section.path] ?? []) + ["\(path)=\(field.example)"]
        let found = base.read(settings: settings).diagnostics.sorted.filter {
          ($0.path == path || $0.path.hasPrefix(path + ".") || $0.path.hasPrefix(path + "["))
            && Self.isAboutForm($0)
        }
        #expect(found.isEmpty, "\(path): \(found.map { $0.rendered() })")
        checked += 1
      }
    }
    #expect(checked > 80)
  }

  @Test("Every example of a table's column is accepted in that column")
  func tableExamples() {
    var checked = 0
    for section in Catalogue.sections where section.path.hasSuffix(" (table)") {
      let own = String(section.path.dropLast(" (table)".count))
      let name = own == "orders" ? "policies.today.careUnit.ordering.table" : own
      var files = base
      let cells = section.fields.map { field in
        field.example.hasPrefix("\"") ? field.example : "\"\(field.example)\""
      }
      files["example.csv"] =
        section.fields.map(\.name).joined(separator: ",") + "\n" + cells.joined(separator: ",")
      let found = files.read(
        settings: (Self.preparations[section.path] ?? []) + ["\(name)=example.csv"]
      ).diagnostics.sorted.filter {
        guard case .source(let range) = $0.place else { return true }
        return range.source.name == "example.csv" && Self.isAboutForm($0)
          && !$0.problem.contains("is a ")
      }
      #expect(found.isEmpty, "\(name): \(found.map { $0.rendered() })")
      checked += section.fields.count
    }
    #expect(checked > 40)
  }

  @Test("A wrong example would be noticed")
  func wrongExample() {
    let outcome = base.read(settings: ["experiment.replications=\"ten\""])
    let found = outcome.diagnostics.sorted.filter { $0.path == "experiment.replications" }
    #expect(found.contains(where: Self.isAboutForm))
  }

  @Test("Every key and column that the catalogue lists is read")
  func everyField() {
    // A key that nobody lists is refused, so a scenario that is accepted uses listed ones only;
    // here it is the other way round: what is listed is used and changes no other complaint.
    var files = base
    files["products.csv"] = """
      id,name,nameEnglish,category,demandClass,mover,unitPrice,packSize,shelfLife,unitVolume,\
      storageClass,weight,shortfall,patience,duty,group,keyedTo,status,source,note,\
      unitPrice.status,unitPrice.source
      propofol,Propofol,Propofol,medicine,trauma,fast,12.50 SEK,5,36 months,40 ml,room,3,\
      deferrable,7 days,no,anaesthetics,pump,memory,,,sourced,list
      pump,Pump,Pump,medicine,trauma,fast,12.50 SEK,5,36 months,40 ml,room,3,,,no,,,memory,,,,
      """
    files["locations.csv"] = """
      id,name,kind,authority,authority.medicine,authority.device,authority.fsmp,authority.ppe,\
      rank,carePriority,parent,parent.medicine,parent.device,parent.ppe,parent.fsmp,leadTime
      store,Store,centralStore,town,town,town,town,town,1,2,importer,agent,importer,importer,\
      importer,
      ward,Ward,careUnit,town,town,,,,2,1,store,store,store,store,store,van
      icu,Intensive care,careUnit,town,,town,,,2,1,store,store,store,store,store,van
      bay,Bay,careUnit,town,,,,,2,1,store,store,store,store,store,1 day
      buffer,State buffer,nationalReserve,town,,,,,9,1,importer,,,,,
      """
    files["consumption.csv"] = """
      location,product,perDay,family,dispersion,sizes,actual,profile,prescribedPerDay
      ward,propofol,2,negativeBinomial,1.5,,1.2,clinic,0.4
      icu,propofol,2,compoundPoisson,,box,1.2,,
      bay,propofol,2,empirical,,,,season,0
      ward,pump,2,,,,,,
      icu,pump,2,,,,,,
      bay,pump,2,,,,,,
      """
    files["history.csv"] =
      "location,product,date,units\n"
      + (1...7).map { "bay,propofol,2026-12-0\($0),\($0)\n" }.joined()
    files["all.json5"] = """
      {
        extends: "base.json5",
        consumption: { table: "consumption.csv", scale: 0.5, actual: 0.9, profile: "clinic",
          history: "history.csv", prescribedPerDay: 0.1 },
        sizes: { box: { "1": "50 %", "10": "50 %" }, scoop: { geometric: 2 } },
        profiles: { clinic: { weekdays: [1, 1, 1, 1, 1, 0, 0] },
          season: { months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], period: [1, 2] } },
        leadTimes: { van: { uniformInteger: ["1 day", "3 days"] } },
        horizon: { begin: { given: { remainingLife: { shareOfShelfLife: "80 %" },
          stock: "20 days" } } },
        suppliers: { agent: { leadTime: { triangular: { low: "1 day", mode: "2 days",
          high: "9 days" } }, remainingLife: { days: { uniform: ["200 days", "300 days"] } },
          slack: 0.2, window: "9 days", allocation: { proportional: "normalConsumption" },
          unfilled: "owed", ceiling: { share: "120 %", per: "1 year" },
          readiness: { when: { phases: ["war"] }, delay: "14 days", startUp: "60 days" } } },
        sourcing: [{ products: { product: "propofol" }, from: "agent",
          suppliers: ["agent", "importer"], switchAfter: "30 days" }],
        shortages: [
          { id: "a", products: { product: "propofol", category: ["medicine"],
              demandClass: "trauma", mover: ["fast", "slow"], storageClass: "room",
              group: "anaesthetics" },
            upTime: "3 years", duration: { uniform: ["10 days", "20 days"] },
            effect: "ordersRefused", startsUp: true },
          { id: "b", perYear: 0.1, duration: { constant: "20 days" } },
          { id: "c", scope: "supplier", suppliers: ["agent"], perYear: 0.1,
            duration: { empirical: ["12 days", "45 days"] },
            effect: [{ fraction: "40 %" }, "inTransitHeld"],
            remainingLife: { shareOfShelfLife: "40 %" },
            announced: { share: "40 %", notice: "30 days" } },
        ],
        nationalReserves: [{ location: "buffer", products: { product: "propofol" },
          serves: { kind: "centralStore" }, leadTime: "2 days",
          release: { when: "shortage", delay: "3 days" } }],
        substitutions: [{ original: "propofol", by: [{ product: "pump", units: 2 }],
          permitted: { duringShortage: { delay: "14 days" } }, extraCost: "25 SEK" }],
        experiment: { cover: true },
        costs: "costs.json5",
        timeline: [{ phase: "war", from: "2027-06-01", length: "90 days", rampUp: "7 days",
          rampDown: "7 days", demand: 2, supply: 0.5, leadTimes: 2,
          extendShelfLife: { products: { category: "medicine" }, by: "6 months" },
          probability: "30 %", suppliers: ["agent"], inbound: "cut", allocation: "equalCover",
          demandWhere: [{ products: { category: "medicine" }, locations: { authority: "town" },
            by: 3 }],
          cutTransport: [{ from: { kind: "centralStore" }, to: { location: "icu" } }],
          lose: [{ because: "destroyed", products: { category: "medicine" },
            locations: { location: "icu" }, share: "50 %", cluster: "20 %", each: "80 %" }],
          spillOver: { products: { category: "medicine" }, share: "50 %", dosePatients: "2.5 %",
            homeStock: "90 days" },
          postpone: [{ products: { category: "medicine" }, locations: { location: "ward" },
            share: "70 %", returns: "80 %", over: "180 days" }] },
          { phase: "after", from: { after: "war", edge: "end", delay: "3 days" },
            length: { uniform: ["9 days", "20 days"] } },
          { phase: "crisis", from: { between: ["2027-03-01", "2027-09-30"] },
            length: "9 days" }],
        policies: { other: { extends: "today", allocation: "firstCome", buildUp: "immediate",
          transshipment: "notAllowed", substitution: "notAllowed",
          careUnit: { operating: "2 packs", reserve: "5 units", rotation: "separate",
            ordering: { reorderPoint: { reorderAt: "3 days", quantity: "2 packs" } },
            orderMaximum: "5 packs", requests: "backlogged", issue: "lifo",
            minimumLifeAtReceipt: "30 days", minimumLifeAtIssue: "0 days", release: "onStockout",
            refillPerDay: "1 pack", redistribute: { beforeExpiry: "60 days" }, hoarding: 1.5,
            review: "7 days", position: "onHand", orderIn: "units", rounding: "nearest" },
          overrides: [{ products: { mover: "fast" }, locations: { location: "ward",
            kind: "careUnit", authority: ["town"], region: "north" }, reserve: "1 month" }] },
          today: { nationalReserve: { operating: "30 days" } } },
      }
      """
    let known = "status: 'fitted', source: 'a total'"
    files["costs.json5"] = """
      {
        costFile: 1, priceYear: 2026, period: "10 years", referenceInhabitants: 300000,
        capitalRate: { value: "3 %", low: "2.5 %", high: "4 %", \(known) },
        discountRate: { value: "3.5 %", \(known) }, privateShare: { value: "12 %", \(known) },
        storage: {
          room: { value: "1 080 SEK", low: "720 SEK", high: "1 440 SEK", \(known) },
          cold: { value: "3 000 SEK", \(known) }, narcotic: { value: "3 000 SEK", \(known) },
          flammable: { value: "3 000 SEK", \(known) }, gas: { value: "2 000 SEK", \(known) },
          bulkyFluid: { value: "1 080 SEK", \(known) },
        },
        palletVolume: { value: "0.96 m3", \(known) },
        handlingPerOrderLine: { value: "25 SEK", \(known) },
        transportPerDelivery: { value: "150 SEK", \(known) },
        disposalPerLitre: { value: "8 SEK", \(known) },
        sizes: {
          large: { from: 952500, factor: 0.55, \(known) },
          mid: { from: 264500, factor: 1, \(known) },
          small: { from: 0, factor: 1.5, \(known) },
        },
        items: {
          post: { name: "Post", part: "staff", amount: "560 000 SEK", unit: "post", per: "year",
            low: "500 000 SEK", high: "620 000 SEK", quantity: { other: 2.5 },
            followsSize: false, \(known) },
          rack: { name: "Rack", part: "equipment", amount: "600 SEK", unit: "place", per: "once",
            lasts: "10 years", quantity: 1.2, each: "palletPlace", \(known) },
          twice: { name: "Two stores", part: "buildUp", amount: "1 000 000 SEK", unit: "store",
            per: "year", during: "6 months", quantity: { other: 1 }, \(known) },
        },
      }
      """
    let outcome = files.read("all.json5")
    #expect(outcome.diagnostics.rendered() == "")
    #expect(outcome.model != nil)
  }
}
