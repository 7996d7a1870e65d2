import Quantities
import RandomStreams
import SupplyModel

/// A supplier as the inner loop needs it.
struct CompiledSupplier: Sendable {
  let streamID: UInt64
  let leadTime: Distribution
  let remainingLife: RemainingLife
  /// What becomes deliverable per day at full capacity; `nil` without a limit. [10⁻⁹ units/day]
  let capacityNanoUnitsPerDay: Int64?
  let windowDays: Int64
  let packNanoUnits: Int64
  let ticksPerDay: Int64

  init(
    _ supplier: Supplier, normalConsumption: DailyRate, packSize: Int64, ticksPerDay: Int = 1
  ) {
    self.ticksPerDay = Int64(ticksPerDay)
    streamID = StableHash.of(supplier.id)
    leadTime = supplier.leadTime
    remainingLife = supplier.remainingLife
    capacityNanoUnitsPerDay = supplier.capacity.map {
      let scaled = Int128(normalConsumption.nanoUnits) * Int128(10_000 + $0.slackBasisPoints)
      return Int64(scaled / 10_000)
    }
    windowDays = Int64(supplier.capacity?.windowDays ?? 0)
    packNanoUnits = packSize * DailyRate.partsPerUnit
  }
}
