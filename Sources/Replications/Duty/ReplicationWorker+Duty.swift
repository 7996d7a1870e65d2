import SupplyModel

extension ReplicationWorker {
  /// How a holder has kept within its duty for the current product, by the place of its requirement
  /// in `CompiledProduct.duty`; `nil` where there is none.
  public func dutyOutcome(_ place: Int) -> DutyOutcome? {
    guard let plan = compiled.simulated[current].duty else { return nil }
    return run.dutyOutcome(place, requirement: plan.requirements[place].units)
  }

  /// Sum over days of a location's cover; `nil` where cover is not measured, or nothing is expected
  /// to be used there and below. [10⁻⁶ days × days]
  public func coverMicroDays(_ node: Int) -> Int64? { Self.sum(run.coverBook.nodePool(node)) }

  /// The same for an authority, by its place in `CoverPlan.authorities`.
  public func coverMicroDays(authority place: Int) -> Int64? {
    Self.sum(run.coverBook.authorityPool(place))
  }

  /// The same for all locations together.
  public var coverMicroDaysOfAll: Int64? { Self.sum(run.coverBook.poolOfAll) }

  private static func sum(_ pool: CoverBook.CoverPool?) -> Int64? {
    guard let pool, pool.nanoUnitsPerDay > 0 else { return nil }
    return pool.microDays
  }
}
