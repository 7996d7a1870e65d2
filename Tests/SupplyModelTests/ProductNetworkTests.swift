import Quantities
import SupplyModel
import Testing

@Suite("Network of a product")
struct ProductNetworkTests {
  @Test("Children stand before parents, in order of rank, then id")
  func order() throws {
    let model = try SupplyModel(SmallContent.valid())
    let ids = model.networks[0].nodes.map { model.content.locations[$0.location].id }
    #expect(ids == ["ward-c", "ward-a", "ward-b", "store"])
    #expect(
      model.networks[0].nodes.map(\.source) == [
        .node(3, leadTime: .days(1)), .node(3, leadTime: .days(1)), .node(3, leadTime: .days(1)),
        .supplier(Position(0)),
      ])
  }

  @Test("Children of one parent stand together even when ranks interleave")
  func contiguous() throws {
    var content = SmallContent.valid()
    // A second store below the first takes over ward-a and ward-b.
    content.locations.append(
      Location(
        id: "annex", name: "", tier: Position(1), authority: Position(0), rank: 0,
        sources: Category.allCases.map { _ in .location(Position(0), leadTimeDays: 2) }))
    content.locations[1].sources = Category.allCases.map { _ in
      .location(Position(4), leadTimeDays: 1)
    }
    let model = try SupplyModel(content)
    let ids = model.networks[0].nodes.map { model.content.locations[$0.location].id }
    // The deepest level first: ward-b below annex; then annex and the wards of the store.
    #expect(ids == ["ward-b", "annex", "ward-c", "ward-a", "store"])
  }

  @Test("A store's normal consumption is the sum over the care units below it, each once")
  func sums() throws {
    let network = try SupplyModel(SmallContent.valid()).networks[0]
    #expect(
      network.nodes.map(\.normalConsumption.nanoUnits) == [
        300_000_000, 200_000_000, 100_000_000, 600_000_000,
      ])
    #expect(network.normalConsumption.nanoUnits == 600_000_000)
    #expect(network.suppliers == [Position(0)])
  }

  @Test("Locations that have nothing to do with a product are not in its network")
  func onlyUsers() throws {
    var content = SmallContent.valid()
    content.consumption.removeLast()
    #expect(try SupplyModel(content).networks[0].nodes.count == 3)
  }
}
