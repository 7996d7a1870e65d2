import Quantities
import SupplyModel
import Testing

@testable import Replications

/// A home for whose medicines the region answers, for whose devices the town does, and a ward of the
/// region. Each uses a third of a unit a day of both, and holds ten; nobody asks for anything.
@Suite("Authorities by category")
struct AuthorityByCategoryTests {
  private static let (region, town) = (Position<Authority>(0), Position<Authority>(1))

  private static var content: SupplyModel.Content {
    var model = SmallModel(
      units: [
        .init(id: "home", level: .units(10), nanoRate: 333_333_333, authority: 1),
        .init(id: "ward", level: .units(10), nanoRate: 333_333_333),
      ], horizonDays: 5)
    model.productIDs = ["medicine", "device"]
    model.authorityIDs = ["region", "town"]
    model.silence()
    var content = model.content
    content.products[1].category = .device
    content.locations[0].authorities = [region, town, town, town]
    content.duty = Duty()
    content.experiment.measuresCover = true
    return content
  }

  private static func outcomes(_ content: SupplyModel.Content, product: Int) throws -> [DutyOutcome]
  {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    worker.begin(product: product, replication: 0)
    try worker.simulate(policy: 0)
    return (compiled.products[product].duty?.requirements ?? []).indices.compactMap {
      worker.dutyOutcome($0).map {
        DutyOutcome(daysWithin: $0.daysWithin, missingUnitDays: $0.missingUnitDays)
      }
    }
  }

  @Test("Who answers for a product's category must hold it")
  func requirements() throws {
    let model = try SupplyModel(Self.content)
    let medicine = model.dutyRequirements(of: Position(0))
    #expect(medicine.map(\.holder) == [Self.region])
    #expect(medicine.map(\.units) == [20])
    let device = model.dutyRequirements(of: Position(1))
    #expect(device.map(\.holder) == [Self.region, Self.town])
    #expect(device.map(\.units) == [10, 10])
  }

  @Test("Stock counts for who answers for its category")
  func stock() throws {
    // The region's 20 of the medicine are the ward's 10 and the home's.
    #expect(try Self.outcomes(Self.content, product: 0) == [DutyOutcome(daysWithin: 5)])
    #expect(
      try Self.outcomes(Self.content, product: 1)
        == [DutyOutcome(daysWithin: 5), DutyOutcome(daysWithin: 5)])
    // With as little as a unit less in the home, who answers for it misses a unit a day.
    var less = Self.content
    less.policies[0].rules[0].operating = .units(9)
    let missing = DutyOutcome(daysWithin: 0, missingUnitDays: 5)
    #expect(try Self.outcomes(less, product: 0) == [missing])
    #expect(try Self.outcomes(less, product: 1) == [DutyOutcome(daysWithin: 5), missing])
  }

  @Test("Locations that a duty selects by authority count for the categories it answers for")
  func selected() throws {
    var content = Self.content
    content.duty?.locations = LocationSelection(authorities: [Self.region])
    let nothing = DutyOutcome(daysWithin: 0, missingUnitDays: 50)
    #expect(try Self.outcomes(content, product: 0) == [DutyOutcome(daysWithin: 5)])
    #expect(try Self.outcomes(content, product: 1) == [DutyOutcome(daysWithin: 5), nothing])
  }

  @Test("An exemption lowers what its authority answers for, and no other category")
  func exempted() throws {
    var content = Self.content
    content.duty?.exemptions = [0, 1].map { product in
      DutyReplayTests.exemption(of: 1, product: product, held: .share(basisPoints: 5_000))
    }
    let model = try SupplyModel(content)
    #expect(model.dutyRequirements(of: Position(0)).map(\.units) == [20])
    #expect(model.dutyRequirements(of: Position(1)).map(\.units) == [10, 5])
  }

  @Test("A run sees one authority or several, and measures the cover of those, product by product")
  func run() throws {
    let compiled = CompiledModel(try SupplyModel(Self.content))
    let (medicine, device) = (compiled.products[0], compiled.products[1])
    #expect(medicine.locations.map(\.index) == [0, 1])
    #expect(medicine.places.map(\.authority) == [0, 0])
    #expect(device.places.map(\.authority) == [1, 0])
    #expect(medicine.places[0].authorityID == device.places[1].authorityID)
    #expect(medicine.places[0].authorityID != device.places[0].authorityID)
    #expect(!medicine.hasSeveralAuthorities)
    #expect(device.hasSeveralAuthorities)
    #expect(medicine.cover?.authorities == [Self.region])
    #expect(device.cover?.authorities == [Self.region, Self.town])
    #expect(device.cover?.authorityOfNode == [1, 0])
  }
}
