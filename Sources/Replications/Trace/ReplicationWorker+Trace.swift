extension ReplicationWorker {
  /// Replays one replication of one product under one policy and returns all that happened.
  ///
  /// The replay is the run itself, of all products of the job, with a pen for one: it leaves the same sums as `begin` and `simulate` do,
  /// to be read in the same way.
  ///
  /// - Parameters:
  ///   - product: its place in `CompiledModel.products`.
  ///   - replication: from 0 up.
  ///   - policy: its place in `CompiledModel.policies`.
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  public mutating func trace(
    product: Int, replication: Int, policy: Int
  ) throws(BrokenBalance) -> [TraceEvent] {
    goesDayByDay = true
    defer { goesDayByDay = false }
    begin(product: product, replication: replication)
    run.isTracing = true
    defer { run.isTracing = false }
    try simulate(policy: policy)
    return TraceReader.events(
      run.records, of: compiled.products[product], in: compiled.model, totalDays: run.totalDays)
  }
}
