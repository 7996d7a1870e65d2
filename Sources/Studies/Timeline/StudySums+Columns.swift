extension StudySums {
  /// Goes through what was followed at places that stand one after the other: `body` gets the number of each, from
  /// 0 up, and what all replications kept there, in their order.
  ///
  /// What one replication has kept lies together and far from what the next has: so it is looked up once for
  /// several places, and no more of them are in memory at a time.
  func followed<Output>(_ places: Range<Int>, _ body: (Int, [Int64]) -> Output) -> [Output] {
    var outputs: [Output] = []
    outputs.reserveCapacity(places.count)
    for block in stride(from: places.lowerBound, to: places.upperBound, by: Self.placesAtOnce) {
      let columns = block..<min(block + Self.placesAtOnce, places.upperBound)
      var values = [Int64](repeating: 0, count: columns.count * kept.count)
      for (row, replication) in kept.enumerated() {
        let followed = replication.timeline
        for column in columns { values[(column - block) * kept.count + row] = followed[column] }
      }
      for column in columns.indices {
        let start = (column - block) * kept.count
        outputs.append(body(outputs.count, Array(values[start..<start + kept.count])))
      }
    }
    return outputs
  }

  private static let placesAtOnce = 16
}
