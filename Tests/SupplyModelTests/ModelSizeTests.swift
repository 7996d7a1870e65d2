import SupplyModel
import Testing

@Suite("Size of a model")
struct ModelSizeTests {
  @Test("A million rows of consumption, with their networks, take 130 MiB")
  func sizes() {
    // Whoever makes them larger pays for it with a million of them.
    #expect(MemoryLayout<Consumption>.stride <= 64)
    #expect(MemoryLayout<ProductNetwork.Node>.stride <= 72)
  }
}
