import SupplyModel

extension ProductRun {
  /// What one care unit's patients of today lack after their own product has been issued.
  struct Lack: BitwiseCopyable {
    var node: Int32
    /// Tracing: where the demand stands in `records`.
    var record: Int32
    /// What is still missing. [units]
    var missing: Int64
  }

  /// Lets the run take part in its job: lacks wait for substitutes, or a partner decides.
  mutating func couple(isKeyed: Bool) {
    isCoupled = true
    self.isKeyed = isKeyed
    if isKeyed { keyless.reset(count: plans.count) }
  }

  /// What patients of today can get at a care unit: nothing where its partner is out. [units]
  @inline(never)
  mutating func usable(_ node: Int) -> Int64 {
    isKeyed && keyless.contains(node) ? 0 : states[node].onHand
  }

  /// Notes whether a care unit lacks what the product is keyed to.
  mutating func setKeyless(_ node: Int, _ isKeyless: Bool) {
    if isKeyless { keyless.insert(node) } else { keyless.remove(node) }
  }

  /// What patients of today lack is decided when all products of the job have served their own.
  @inline(never)
  mutating func addLack(_ node: Int, _ missing: Int64) {
    lacks.append(
      Lack(node: Int32(node), record: Int32(records.count) - 1, missing: missing))
    guard isTracing, isKeyed, keyless.contains(node) else { return }
    record(TraceRecord(quantity: missing, node: Int32(node), kind: .partnerMissing))
  }

  /// How many care units lack something today.
  var lackCount: Int { lacks.count }

  /// One of those.
  func lack(_ place: Int) -> Lack { lacks[place] }

  /// Patients of another product get this one.
  mutating func issueAsSubstitute(_ node: Int, _ quantity: Int64, for original: Position<Product>) {
    issueToPatients(node, quantity)
    tallies[node].issuedAsSubstitute += quantity
    if isTracing {
      record(
        TraceRecord(
          quantity: quantity, node: Int32(node), other: Int32(original.index),
          kind: .issuedAsSubstitute))
    }
    pending.insert(node)
  }

  /// Patients of this product have got another one.
  mutating func noteSubstituted(
    _ place: Int, _ units: Int64, by quantity: Int64, of substitute: Position<Product>,
    extraCostOre: Int64
  ) {
    let node = Int(lacks[place].node)
    lacks[place].missing -= units
    tallies[node].served += units
    tallies[node].servedAtOnce += units
    tallies[node].servedBySubstitute += units
    tallies[node].substitutionOre += units * extraCostOre
    guard isTracing else { return }
    record(
      TraceRecord(
        quantity: units, second: quantity, node: Int32(node), other: Int32(substitute.index),
        kind: .substituted))
  }

  /// What nobody has made up is lost, or waits.
  mutating func settleLacks() {
    for place in 0..<lacks.count {
      let lack = lacks[place]
      if isTracing { records[Int(lack.record)].third = lack.missing }
      if lack.missing > 0 { miss(Int(lack.node), lack.missing) }
    }
    lacks.removeAll()
  }

  /// Stage 4, demand, before the patients of today, for a keyed product: those who wait are served
  /// wherever both it and its partner are there, whichever has come.
  mutating func serveWaitingWithPartner() {
    while waiting.nextStocked() != nil {}
    for node in 0..<plans.count where waiting.quantity(node) > 0 && !keyless.contains(node) {
      serveWaiting(at: node)
    }
  }
}
