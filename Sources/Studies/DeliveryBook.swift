import Replications

/// Which locations have received something on which days, for each policy, over all products.
///
/// What arrives at one place on one day is one delivery, however many products are in it: so days
/// are marked product by product, and counted when all products have been run.
struct DeliveryBook: Sendable {
  private var words: [[UInt64]]

  /// A book without deliveries; `days` are those of all locations, one after the other.
  init(policies: Int, days: Int) {
    words = Array(
      repeating: Array(repeating: 0, count: (days + 63) / 64), count: policies)
  }

  /// Begins a replication.
  mutating func reset() {
    for policy in words.indices {
      for place in words[policy].indices { words[policy][place] = 0 }
    }
  }

  /// Marks what the product that is read has received, and has the worker forget it.
  mutating func move(_ policy: Int, from worker: inout ReplicationWorker) {
    worker.moveDeliveries(to: &words[policy])
  }

  /// Adds what another core has marked in the same replication.
  mutating func merge(_ other: DeliveryBook) {
    for policy in words.indices {
      for place in words[policy].indices { words[policy][place] |= other.words[policy][place] }
    }
  }

  /// Days with a delivery in a stretch of days.
  func count(_ policy: Int, from first: Int, days: Int) -> Int64 {
    var sum = 0
    var day = first
    let end = first + days
    while day < end {
      let length = min(64 - day & 63, end - day)
      let bits = words[policy][day >> 6] >> UInt64(day & 63)
      sum += (length < 64 ? bits & (1 << UInt64(length) - 1) : bits).nonzeroBitCount
      day += length
    }
    return Int64(sum)
  }
}
