import Replications
import SupplyModel

extension EnduranceStudy {
  /// Writes the values of some replications: for each its number, then all its values in order.
  ///
  /// A value is written as one more than it is, so that 0 stands for what is absent.
  func encode(
    _ some: ArraySlice<(replication: Int, values: Values)>, to encoder: inout ChunkEncoder
  ) {
    encoder.count(some.count)
    for (replication, values) in some {
      encoder.count(replication)
      for value in values { encoder.whole(value == Self.absent ? 0 : UInt64(value) + 1) }
    }
  }

  /// Reads them.
  ///
  /// - Throws: why they are no values of this study.
  func values(from decoder: inout ChunkDecoder) throws(ChunkDamage) -> [Int: Values] {
    let width = ledger.rows.count * compiled.policies.count
    // Twice the longest time and one, as `Values` says, and one more as it is written.
    let highest = UInt64(2 * compiled.model.content.experiment.horizonDays + 2)
    var found: [Int: Values] = [:]
    for _ in 0..<(try decoder.length()) {
      let replication = try decoder.count()
      // Each value takes a byte at least.
      guard width <= decoder.remaining else { throw .truncated }
      var values = Values()
      values.reserveCapacity(width)
      for _ in 0..<width {
        let number = try decoder.whole()
        guard number <= highest else { throw .impossible("a value") }
        values.append(number == 0 ? Self.absent : Int32(number - 1))
      }
      guard found.updateValue(values, forKey: replication) == nil else {
        throw .impossible("a replication")
      }
    }
    guard decoder.remaining == 0 else { throw .impossible("the length") }
    return found
  }
}
