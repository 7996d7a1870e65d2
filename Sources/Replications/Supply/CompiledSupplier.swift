import Quantities
import RandomStreams
import SupplyModel

/// A supplier as the inner loop needs it: plain numbers, so that it can be handed on without counting
/// references. How long it takes and how long its goods can be used stand beside it, in
/// `CompiledProduct.leadTimes` and `remainingLives`.
struct CompiledSupplier: Sendable, BitwiseCopyable {
  /// Its position in the model.
  let position: Int
  let streamID: UInt64
  /// From an order to its receipt where that is always the same, half up; −1 where it is drawn. [days]
  let leadDays: Int
  /// How long what it delivers can be used, if that is a whole number of days between two ends.
  let wholeLife: WholeLife?
  /// What becomes deliverable per day at full capacity; `nil` without a limit. [10⁻⁹ units/day]
  let capacityNanoUnitsPerDay: Int64?
  let windowDays: Int64
  let packNanoUnits: Int64
  let ticksPerDay: Int64
  /// Who gets what when there is not enough for all.
  let allocation: AllocationPlan.Rule
  /// Whether it owes what it cannot deliver. One with manufacturing readiness owes nothing: when its
  /// occasion ends it would owe for ever.
  let owes: Bool
  /// The most that a location may buy in a period; `nil` without a ceiling.
  let ceiling: Ceiling?
  /// The decision after which it delivers, by its number in `CompiledProduct.decisions`; −1 for a
  /// supplier that always does.
  let readiness: Int

  init(
    _ supplier: Supplier, at position: Position<Supplier> = Position(0),
    normalConsumption: DailyRate, packSize: Int64, ticksPerDay: Int = 1, readiness: Int = -1
  ) {
    self.position = position.index
    self.ticksPerDay = Int64(ticksPerDay)
    streamID = StableHash.of(supplier.id)
    if case .constant(let days) = supplier.leadTime {
      leadDays = Int(min(days + 0.5, Double(Int32.max)).rounded(.down))
    } else {
      leadDays = -1
    }
    wholeLife = WholeLife(supplier.remainingLife)
    capacityNanoUnitsPerDay = supplier.capacity.map {
      let scaled = Int128(normalConsumption.nanoUnits) * Int128(10_000 + $0.slackBasisPoints)
      return Int64(scaled / 10_000)
    }
    windowDays = Int64(supplier.capacity?.windowDays ?? 0)
    packNanoUnits = packSize * DailyRate.partsPerUnit
    allocation = AllocationPlan.Rule(supplier.allocation)
    owes = supplier.unfilled == .owed && readiness < 0
    ceiling = supplier.ceiling
    self.readiness = readiness
  }

  /// Whether its orders can be decided one after the other as they come, all else being so too.
  var isPlain: Bool { allocation == .firstCome && !owes && ceiling == nil && readiness < 0 }

  /// The most that a location may buy in a period, rounded down. [units]
  func ceilingUnits(normalConsumption: DailyRate) -> Int64 {
    guard let ceiling else { return .max }
    let days = Int128(normalConsumption.nanoUnits) * Int128(ceiling.periodDays)
    let parts = Int128(10_000) * Int128(DailyRate.partsPerUnit) * Int128(ticksPerDay)
    return Int64(clamping: days * Int128(ceiling.shareBasisPoints) / parts)
  }
}

/// Whom a location buys from, in order of preference, as the inner loop needs it.
struct CompiledChain: Sendable, BitwiseCopyable {
  /// Where its suppliers begin in `CompiledProduct.chainSuppliers`.
  let first: Int
  /// How many there are. [1 or more]
  let count: Int
  /// How long all before it must have been in shortage before one stands in. [days]
  let switchAfterDays: Int
  /// The suppliers in it: bit k for the product's supplier k.
  let suppliers: UInt64
}
