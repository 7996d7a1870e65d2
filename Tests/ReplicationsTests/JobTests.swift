import SupplyModel
import Testing

@testable import Replications

@Suite("Products that are simulated together")
struct JobTests {
  @Test("Sets that are joined hang together, whatever the order of joining")
  func disjointSets() {
    for links in [[(4, 2), (2, 6), (1, 3)], [(6, 2), (3, 1), (2, 4)]] {
      var sets = DisjointSets(count: 7)
      for (one, other) in links { sets.join(one, other) }
      #expect((0..<7).map { sets.first(of: $0) } == [0, 1, 2, 1, 2, 5, 2])
    }
  }

  @Test("Products without anything between them are jobs of their own")
  func alone() throws {
    var model = LawTests.model
    model.productIDs = ["c", "a", "b"]
    #expect(try model.compiled().jobs == [[0], [1], [2]])
  }
}
