extension ReplicationWorker {
  /// How long a care unit of the product that is read has lasted, as it was supplied from what the chain
  /// still had; `nil` where nobody was expected to ask, or supply was not cut.
  ///
  /// To the first day with unmet demand; where demand waits without end, on which some begins to wait.
  public func endurance(_ node: Int) -> Endurance? {
    guard run.endurance.cutDay >= 0,
      compiled.simulated[current].endurance?.expectsDemand[node] == true
    else { return nil }
    return lasted(until: run.endurance.firstUnmetDay(node))
  }

  /// How long the stock of a region would have lasted in one place, by its place in
  /// `EndurancePlan.regions`; `nil` where supply was not cut.
  public func pooledEndurance(_ place: Int) -> Endurance? {
    guard run.endurance.cutDay >= 0 else { return nil }
    let day = run.endurance.lackingDay(pool: place).map { run.unmetDay(ofDemandArisen: $0) }
    return lasted(until: day.flatMap { $0 < run.totalDays ? $0 : nil })
  }

  private func lasted(until day: Int?) -> Endurance {
    Endurance(
      days: Int64((day ?? run.totalDays) - run.endurance.cutDay), isCensored: day == nil)
  }
}
