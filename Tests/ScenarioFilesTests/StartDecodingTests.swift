import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Starts and decisions from scenario to model")
struct StartDecodingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  private func content(
    _ settings: String..., change: (inout MemoryFiles) -> Void = { _ in }
  ) throws -> SupplyModel.Content {
    var files = base
    change(&files)
    let outcome = files.read(settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  /// A way to write a start with what it means.
  struct Start: Sendable, CustomTestStringConvertible {
    let text: String
    let rule: StartRule
    var testDescription: String { text }
  }

  private static let starts = [
    Start(text: "rotated", rule: .rotated(warmUpDays: nil)),
    Start(text: "buildUp", rule: .buildUp(warmUpDays: nil)),
    Start(text: "{ rotated: { warmUp: '90 days' } }", rule: .rotated(warmUpDays: 90)),
    Start(text: "{ buildUp: {} }", rule: .buildUp(warmUpDays: nil)),
    Start(text: "{ buildUp: { warmUp: '2 years' } }", rule: .buildUp(warmUpDays: 730)),
    Start(
      text: "{ given: { remainingLife: { days: '300 days' } } }",
      rule: .given(quantity: .target, ages: .oneLot(.days(.constant(300))))),
    Start(
      text: "{ given: { stock: '12 packs', remainingLife: { shareOfShelfLife: 0.5 } } }",
      rule: .given(
        quantity: .level(.packs(12)), ages: .oneLot(.shareOfShelfLife(.constant(0.5))))),
    Start(
      text: "{ given: { stock: '2 weeks', profile: [{ share: '40 %', remainingLife: '300 days' },"
        + " { share: 0.6, remainingLife: '2 years' }] } }",
      rule: .given(
        quantity: .level(.days(14)),
        ages: .profile([
          AgeShare(basisPoints: 4000, remainingDays: 300),
          AgeShare(basisPoints: 6000, remainingDays: 730),
        ]))),
  ]

  @Test("Every way to write a start reaches the model", arguments: starts)
  func start(_ start: Start) throws {
    #expect(try content("horizon.begin=\(start.text)").experiment.start == start.rule)
  }

  private static let lots = """
    location,product,units,expires,note
    ward,gloves,40,2027-01-02,
    store,gloves,1200,2027-06-30,a pallet
    store,gauze,3,2028-01-01,
    store,gloves,30,2027-02-28,
    """

  @Test("Real lots keep their expiry dates, in an order that the table does not decide")
  func lots() throws {
    let content = try content("horizon.begin={ given: { lots: 'lots.csv' } }") {
      $0["lots.csv"] = Self.lots
    }
    func lot(_ location: String, _ product: String, _ quantity: Int64, _ day: Int) -> StartingLot {
      StartingLot(
        location: content.locations.positions.first { content.locations[$0].id == location }!,
        product: content.products.positions.first { content.products[$0].id == product }!,
        quantity: quantity, expiryDay: day)
    }
    let expected = [
      lot("store", "gauze", 3, 365), lot("store", "gloves", 30, 58),
      lot("store", "gloves", 1200, 180), lot("ward", "gloves", 40, 1),
    ]
    #expect(content.experiment.start == .lots(expected))
    let reversed = try self.content("horizon.begin={ given: { lots: 'lots.csv' } }") {
      let rows = Self.lots.split(separator: "\n")
      $0["lots.csv"] = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n")
    }
    #expect(reversed.experiment.start == .lots(expected))
  }

  @Test("An overlay replaces one start by another")
  func overlay() throws {
    var files = base
    files["a.json5"] = """
      { extends: "base.json5", horizon: { begin: { buildUp: { warmUp: "9 days" } } } }
      """
    files["b.json5"] = """
      { extends: "a.json5", horizon: { begin: { given: { lots: "lots.csv" } } } }
      """
    files["c.json5"] = "{ extends: \"b.json5\", horizon: { begin: { rotated: {} } } }"
    files["lots.csv"] = Self.lots
    #expect(files.read("a.json5").model?.content.experiment.start == .buildUp(warmUpDays: 9))
    #expect(files.read("b.json5").diagnostics.rendered() == "")
    #expect(files.read("c.json5").model?.content.experiment.start == .rotated(warmUpDays: nil))
  }

  @Test("Cover is followed only if the scenario says so")
  func cover() throws {
    #expect(try content().experiment.measuresCover == false)
    #expect(try content("experiment.cover=true").experiment.measuresCover)
  }

  @Test("A phase may extend the shelf life of some products or of all")
  func lifeExtension() throws {
    #expect(try content().timeline[0].lifeExtension == nil)
    let some = try content(
      "timeline[0].extendShelfLife={ products: { category: 'medicine' }, by: '6 months' }")
    #expect(
      some.timeline[0].lifeExtension
        == LifeExtension(products: .init(categories: [.medicine]), days: 180))
    let all = try content("timeline[0].extendShelfLife={ by: '1 day' }")
    #expect(all.timeline[0].lifeExtension == LifeExtension(products: .init(), days: 1))
  }

  @Test("An authority may name another below it as the one that holds for it")
  func dutyHeldBy() throws {
    let content = try content {
      $0["authorities.csv"] = """
        id,name,kind,region,dutyHeldBy
        clinic,Clinic,private,north,region-north
        region-north,Region Norr,region,north,
        town,Staden,municipality,north,
        """
    }
    #expect(content.authorities.map(\.dutyHeldBy) == [Position(1), nil, nil])
  }

  @Test("Starting stock that could not be counted is an error")
  func tooMuch() {
    let outcome = base.read(settings: [
      "horizon.begin={ given: { stock: '900000000000 packs', remainingLife: { days: '9 days' } } }"
    ])
    #expect(outcome.diagnostics.rendered().contains("stock levels that are too large"))
  }
}
