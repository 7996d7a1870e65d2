import RandomStreams
import Testing

@testable import Replications

@Suite("Shelves of lots")
struct LotShelvesTests {
  /// The same, as plainly as it can be said: a list of lots in any order.
  struct Oracle {
    var lots: [[Int32: Int64]]

    func sorted(_ node: Int) -> [(expiry: Int32, quantity: Int64)] {
      lots[node].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    mutating func take(_ node: Int, atMost limit: Int64) -> (expiry: Int32, quantity: Int64) {
      let first = sorted(node)[0]
      let taken = min(limit, first.quantity)
      lots[node][first.expiry] = first.quantity == taken ? nil : first.quantity - taken
      return (first.expiry, taken)
    }
  }

  /// With bins for fewer days than there are, a shelf goes back to a row on the way.
  @Test(
    "Any sequence of arrivals and issues leaves the lots that a plain list has",
    arguments: [0, 80, 200])
  func randomOperations(binnedDays: Int) {
    for seed in 0..<20 as Range<UInt64> {
      var stream = StreamKey(seed: seed, source: 1).stream()
      var shelves = LotShelves()
      shelves.reset(count: 3)
      var oracle = Oracle(lots: [[:], [:], [:]])
      shelves.insert(1, expiry: 70, quantity: 5)
      oracle.lots[1][70] = 5
      if binnedDays > 0 { shelves.bin(1, days: binnedDays) }
      // First shelves fill up, so that they outgrow their room; later they drain again.
      for step in 0..<400 {
        let node = Int(stream.nextBelow(3))
        let fills = stream.nextBelow(10) < (step < 200 ? 7 : 4)
        if fills || oracle.lots[node].isEmpty {
          let expiry = Int32(stream.nextBelow(60)) + Int32(step / 8)
          let quantity = Int64(stream.nextBelow(9)) + 1
          shelves.insert(node, expiry: expiry, quantity: quantity)
          oracle.lots[node][expiry, default: 0] += quantity
        } else if stream.nextBelow(3) == 0 {
          let there = oracle.sorted(node).reduce(0) { $0 + $1.quantity }
          var left = 1 + Int64(stream.nextBelow(UInt64(there)))
          shelves.issue(node, left)
          while left > 0 { left -= oracle.take(node, atMost: left).quantity }
        } else {
          let limit = Int64(stream.nextBelow(12)) + 1
          let lot = shelves.takeFirst(node, atMost: limit)
          let expected = oracle.take(node, atMost: limit)
          #expect((lot.expiry, lot.quantity) == expected, "seed \(seed), step \(step)")
        }
        let expected = oracle.sorted(node)
        var found: [Lot] = []
        for place in 0..<shelves.lotCount(node) { found.append(shelves.lot(node, place)) }
        #expect(found.map(\.expiry) == expected.map(\.expiry), "seed \(seed), step \(step)")
        #expect(found.map(\.quantity) == expected.map(\.quantity), "seed \(seed), step \(step)")
        let earliest = shelves.earliestExpiry(node)
        #expect(earliest == expected.first?.expiry ?? .max)
        let limit = Int(stream.nextBelow(110))
        let early = expected.filter { Int($0.expiry) <= limit }.reduce(0) { $0 + $1.quantity }
        let foundEarly = shelves.quantity(node, expiringBy: limit)
        #expect(foundEarly == early)
      }
    }
  }

  @Test("Shelves that are set up again are empty")
  func reset() {
    var shelves = LotShelves()
    shelves.reset(count: 2)
    for day in 0..<40 as Range<Int32> { shelves.insert(1, expiry: day, quantity: 1) }
    shelves.reset(count: 2)
    let counts = [shelves.lotCount(0), shelves.lotCount(1)]
    let earliest = shelves.earliestExpiry(1)
    #expect(counts == [0, 0])
    #expect(earliest == .max)
  }
}
