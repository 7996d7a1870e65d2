import Foundation
import Quantities
import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("From scenario to model")
struct DecodingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  private func content(
    _ files: MemoryFiles, _ path: String = "base.json5", settings: [String] = []
  ) throws -> SupplyModel.Content {
    let outcome = files.read(path, settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  @Test("The shipped scenario is read without a complaint, with all its rows")
  func shipped() throws {
    let outcome = ScenarioReader(load: ScenarioFolder.loader(ScenarioFolder.shipped))
      .read("jonkoping.json5")
    #expect(outcome.diagnostics.rendered() == "")
    let content = try #require(outcome.model).content
    #expect(content.products.count == 121)
    #expect(content.locations.count == 83)
    #expect(content.consumption.count == 3193)
    #expect(content.policies.map(\.name) == ["today", "one-month", "three-months"])
  }

  /// Shipped scenarios by path; the file of costs is part of one.
  private static let shippedPaths: [String] = {
    let all = FileManager.default.enumerator(atPath: ScenarioFolder.shipped.path())
    let paths = (all?.allObjects ?? []).compactMap { $0 as? String }
    // A table of the national scenario is made by a command: `Sweden893Tests` reads it where it is there.
    return paths.filter {
      $0.hasSuffix(".json5") && !$0.contains("/costs") && !$0.hasPrefix("municipal/")
        && $0 != "sweden-893.json5"
    }.sorted()
  }()

  @Test("Every shipped scenario is read without a complaint", arguments: shippedPaths)
  func everyShipped(_ path: String) {
    let outcome = ScenarioReader(load: ScenarioFolder.loader(ScenarioFolder.shipped)).read(path)
    #expect(outcome.diagnostics.rendered() == "")
    #expect(outcome.model != nil)
  }

  @Test("Values reach the model in its own units")
  func values() throws {
    let content = try content(base)
    let propofol = try #require(content.products.first { $0.id == "propofol" })
    #expect(propofol.unitPrice == Money(ore: 1250))
    #expect(propofol.shelfLifeDays == 1080)
    #expect(propofol.unitVolumeMillilitres == 40)
    #expect(propofol.weight == 3)
    #expect(content.suppliers.map(\.id) == ["importer", "wholesaler"])
    #expect(content.suppliers[1].capacity?.slackBasisPoints == 1500)
    #expect(content.suppliers[1].capacity?.windowDays == 14)
    #expect(
      content.suppliers[1].leadTime == .gamma(mean: 5, coefficientOfVariation: 0.4))
    #expect(content.timeline[0].firstDay == 151)
    #expect(content.timeline[0].supplyBasisPoints == 5000)
    #expect(content.costs?.capitalBasisPoints == 300)
    #expect(content.experiment.start == .rotated(warmUpDays: nil))
    let home = try #require(content.locations.first { $0.id == "home" })
    #expect(home.source(of: .ppe) == .supplier(Position(0)))
    #expect(home.source(of: .device) == .location(Position(2), leadTimeDays: 2))
  }

  // MARK: Overlays

  @Test("An overlay merges objects, replaces lists and replaces one distribution by another")
  func overlay() throws {
    var files = base
    files["over.json5"] = """
      { extends: "base.json5",
        experiment: { replications: 20 },
        shortages: [{ id: "all", upTime: "2 years", duration: "30 days" }],
        suppliers: { wholesaler: { leadTime: { exponential: { mean: "9 days" } } } },
        policies: { today: { careUnit: { reserve: "2 packs" } } } }
      """
    let content = try content(files, "over.json5")
    #expect(content.experiment.replications == 20)
    #expect(content.experiment.seed == 1)
    #expect(content.shortages.map(\.id) == ["all"])
    #expect(content.suppliers[1].leadTime == .exponential(mean: 9))
    #expect(content.suppliers[1].capacity?.slackBasisPoints == 1500)
    let ward = try #require(
      content.policies[0].rules.first { $0.locations.tiers == [Position(0)] })
    #expect(ward.operating == .days(7))
    #expect(ward.reserve == .packs(2))
  }

  @Test("Every value of an overlaid scenario says which file and line it comes from")
  func overlayPlaces() {
    var files = base
    files["over.json5"] = "{ extends: \"base.json5\",\n  horizon: { length: \"2 years\" } }"
    let values = files.read("over.json5").effective.values
    #expect(values.first { $0.path == "horizon.length" }?.origin == "over.json5:2")
    #expect(values.first { $0.path == "horizon.start" }?.origin == "base.json5:5")
  }

  @Test("A chain of overlays without end is refused")
  func endlessChain() {
    let reader = ScenarioReader { path in
      .success(Array("{ extends: \"a\(path).json5\" }".utf8))
    }
    let outcome = reader.read("x")
    #expect(outcome.diagnostics.rendered().contains("a chain of more than 20 scenarios"))
  }

  // MARK: Options

  @Test("An option's value may be JSON5 or bare text, and may go into a list")
  func options() throws {
    let content = try content(
      base,
      settings: [
        "horizon.length=2 years", "experiment.replications=20", "shortages[0].perYear=0.05",
        "suppliers.importer.leadTime={ constant: '6 days' }",
        "policies.today.careUnit.review=2 days",
      ])
    #expect(content.experiment.horizonDays == 730)
    #expect(content.experiment.replications == 20)
    #expect(content.shortages[0].frequency == .onsetsPerYear(0.05))
    #expect(content.suppliers[0].leadTime == .constant(6))
  }

  @Test("A later option wins over an earlier one, and a new part of the scenario is made")
  func laterOption() throws {
    let content = try content(
      base,
      settings: [
        "experiment.seed=5", "experiment.seed=7",
        "horizon.begin={ rotated: {} }", "horizon.begin.rotated.warmUp=90 days",
      ])
    #expect(content.experiment.seed == 7)
    #expect(content.experiment.start == .rotated(warmUpDays: 90))
  }

  // MARK: Effective scenario

  @Test("The effective scenario names the line, the option or no origin for a default")
  func effective() {
    let values = base.read(settings: ["experiment.seed=5"]).effective.values
    func origin(_ path: String) -> String?? {
      values.first { $0.path == path }.map(\.origin)
    }
    #expect(origin("title") == "base.json5:4")
    #expect(origin("experiment.seed") == "--set experiment.seed=5")
    #expect(origin("timeline[0].rampDown") == .some(nil))
    #expect(origin("suppliers.importer.window") == .some(nil))
    #expect(origin("policies.today.careUnit.operating") == "base.json5:36")
    #expect(Set(values).count == values.count)
  }

  @Test("How well columns are known is counted from the table's own words")
  func provenance() {
    let provenance = base.read().effective.provenance
    #expect(
      provenance == [
        .init(column: "products.unitPrice", status: .sourced, count: 2),
        .init(column: "products.unitPrice", status: .assumption, count: 1),
      ])
  }

  // MARK: Writing that changes nothing

  @Test("Comment rows, blank rows, quoted cells, CRLF and a byte order mark change nothing")
  func tableWriting() throws {
    let expected = modelText(base.read().model)
    var files = base
    for name in files.files.keys where name.hasSuffix(".csv") {
      let lines = files[name].split(separator: "\n").map { line in
        line.hasPrefix("#") || line.contains("\"")
          ? String(line)
          : line.split(separator: ",", omittingEmptySubsequences: false)
            .map { "\"\($0)\"" }.joined(separator: ",")
      }
      files[name] = "\u{FEFF}# a remark\r\n" + lines.joined(separator: "\r\n# another\r\n\r\n")
    }
    let outcome = files.read()
    #expect(outcome.diagnostics.rendered() == "")
    #expect(modelText(outcome.model) == expected)
  }

  @Test("A different value does change the model's text")
  func textTellsModelsApart() {
    let expected = modelText(base.read().model)
    #expect(modelText(base.read(settings: ["experiment.seed=2"]).model) != expected)
    var files = base
    files["consumption.csv"] = files["consumption.csv"].replacing("12.25", with: "12.26")
    #expect(modelText(files.read().model) != expected)
  }

  /// Twenty orders of everything, by a generator with seed 42.
  @Test("The order of rows, columns and keys changes nothing")
  func order() {
    let expected = modelText(base.read().model)
    var random = TestRandom(state: 42)
    for _ in 0..<20 {
      var files = base
      for name in files.files.keys.sorted() where name.hasSuffix(".csv") {
        files[name] = Self.shuffledTable(files[name], &random)
      }
      files["base.json5"] = Self.shuffledObject(Self.members, &random)
      let outcome = files.read()
      #expect(outcome.diagnostics.rendered() == "")
      #expect(modelText(outcome.model) == expected)
    }
  }

  private static func shuffledTable(_ text: String, _ random: inout TestRandom) -> String {
    var rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { row in
      // The only quoted comma of these tables stands between a letter and a blank.
      row.replacing(", ", with: "\u{1}").split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0).replacing("\u{1}", with: ", ") }
    }
    let columns = rows[0].indices.shuffled(using: &random)
    rows = [rows[0]] + rows[1...].shuffled(using: &random)
    return rows.map { row in columns.map { row[$0] }.joined(separator: ",") }
      .joined(separator: "\n")
  }

  /// The valid scenario as nested members, so that their order can be changed.
  private indirect enum Tree {
    case text(String)
    case object([(String, Tree)])
    case list([Tree])
  }

  private static let members = Tree.object([
    ("buffert", .text("1")), ("title", .text("\"A small region\"")),
    (
      "horizon",
      .object([
        ("start", .text("\"2027-01-01\"")), ("length", .text("\"1 year\"")),
        ("begin", .text("\"rotated\"")),
      ])
    ),
    (
      "experiment",
      .object([
        ("replications", .text("10")), ("seed", .text("1")), ("baseline", .text("\"today\"")),
      ])
    ),
    ("regions", .text("\"regions.csv\"")), ("authorities", .text("\"authorities.csv\"")),
    ("demandClasses", .text("\"demand-classes.csv\"")), ("products", .text("\"products.csv\"")),
    ("locations", .text("\"locations.csv\"")), ("consumption", .text("\"consumption.csv\"")),
    ("assumptions", .text("\"assumptions.csv\"")),
    (
      "suppliers",
      .object([
        (
          "wholesaler",
          .object([
            ("leadTime", .text("{ gamma: { cv: 0.4, mean: '5 days' } }")),
            ("remainingLife", .text("{ shareOfShelfLife: { uniform: ['67 %', '100 %'] } }")),
            ("slack", .text("'15 %'")), ("window", .text("'14 days'")),
          ])
        ),
        (
          "importer",
          .object([
            ("leadTime", .text("{ uniformInteger: ['20 days', '40 days'] }")),
            (
              "remainingLife",
              .object([
                (
                  "days",
                  .object([
                    (
                      "triangular",
                      .object([
                        ("low", .text("'200 days'")), ("mode", .text("'400 days'")),
                        ("high", .text("'700 days'")),
                      ])
                    )
                  ])
                )
              ])
            ),
            ("slack", .text("'20 %'")),
          ])
        ),
      ])
    ),
    (
      "shortages",
      .list([
        .object([
          ("id", .text("'medicine'")), ("products", .text("{ category: 'medicine' }")),
          ("perYear", .text("0.028")),
          ("duration", .text("{ lognormal: { mean: '120 days', median: '45 days' } }")),
        ])
      ])
    ),
    (
      "timeline",
      .list([
        .object([
          ("phase", .text("'war'")), ("from", .text("'2027-06-01'")),
          ("length", .text("'90 days'")), ("rampUp", .text("'7 days'")),
          ("demand", .object([("trauma", .text("5")), ("infection", .text("2"))])),
          ("supply", .text("0.5")), ("leadTimes", .text("2")),
        ])
      ])
    ),
    (
      "policies",
      .object([
        (
          "today",
          .object([
            ("centralStore", .text("{ operating: '10 days' }")),
            ("careUnit", .text("{ operating: '7 days' }")),
          ])
        ),
        (
          "one-month",
          .object([
            ("extends", .text("'today'")),
            ("centralStore", .text("{ rotation: 'flowing', reserve: '1 month' }")),
          ])
        ),
      ])
    ),
    (
      "costs",
      .object([
        ("priceYear", .text("2026")), ("capitalRate", .text("'3 %'")),
        (
          "storage",
          .object([
            ("room", .text("'1 080 SEK'")), ("cold", .text("'3 000 SEK'")),
            ("narcotic", .text("'3 000 SEK'")), ("flammable", .text("'3 000 SEK'")),
            ("gas", .text("'2 000 SEK'")), ("bulkyFluid", .text("'1 080 SEK'")),
          ])
        ),
        ("palletVolume", .text("'0.96 m3'")), ("handlingPerOrderLine", .text("'25 SEK'")),
        ("transportPerDelivery", .text("'150 SEK'")), ("disposalPerLitre", .text("'8 SEK'")),
      ])
    ),
  ])

  private static func shuffledObject(_ tree: Tree, _ random: inout TestRandom) -> String {
    switch tree {
    case .text(let text): return text
    case .list(let elements):
      var texts: [String] = []
      for element in elements { texts.append(shuffledObject(element, &random)) }
      return "[" + texts.joined(separator: ",") + "]"
    case .object(let members):
      var texts: [String] = []
      for (key, value) in members.shuffled(using: &random) {
        texts.append("\"\(key)\": " + shuffledObject(value, &random))
      }
      return "{ " + texts.joined(separator: ",\n") + " }"
    }
  }
}
