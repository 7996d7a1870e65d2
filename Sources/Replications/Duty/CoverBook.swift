import SupplyModel

/// How long stock lasts at normal consumption, net of what expires before it can be used: for each
/// location, authority, holder of the duty's stock, and for all together.
///
/// Cover at the end of day t, with lots in order of expiry e₁ ≤ e₂ ≤ … and normal consumption c:
/// U₀ = 0, U_k = min(U_{k−1} + q_k, c·max(0, e_k − t − 1)); cover = U_n ÷ c, none if c = 0. It is
/// counted in parts, a billionth of a unit ÷ ticks per day, so that c·ticks and U are whole; a day's
/// cover is rounded to a millionth of a day, half up.
///
/// It costs, on every day reported, one sort of all the product's lots and one pass over them:
/// where there are some hundred lots, several times what the day costs otherwise. That is why a
/// scenario must ask for it.
struct CoverBook: ~Copyable {
  private var pools = Column<CoverPool>()
  private var lots = Column<PooledLot>()
  private var nodeCount = 0
  private var authorityCount = 0
  private var holderCount = 0
  private var ticksPerDay = 1

  /// Whether cover is measured at all.
  var isKept: Bool { pools.count > 0 }

  /// Sets up the pools of a plan; without one nothing is measured.
  mutating func reset(_ plan: CoverPlan?, duty: DutyPlan?, ticksPerDay: Int) {
    pools.removeAll()
    guard let plan else { return }
    nodeCount = plan.authorityOfNode.count
    authorityCount = plan.authorities.count
    holderCount = duty?.requirements.count ?? 0
    self.ticksPerDay = ticksPerDay
    for rate in plan.nanoUnitsPerDay { pools.append(CoverPool(nanoUnitsPerDay: rate)) }
    for holder in 0..<holderCount {
      pools[nodeCount + authorityCount + holder].required =
        duty?.requirements[holder].coverParts ?? 0
    }
  }

  /// Begins a day.
  mutating func begin() {
    lots.removeAll()
    for pool in 0..<pools.count { pools[pool].usable = 0 }
  }

  /// Adds a lot that stands at a node.
  mutating func add(_ lot: Lot, at node: Int) {
    lots.append(PooledLot(expiry: lot.expiry, node: Int32(node), quantity: lot.quantity))
  }

  /// Ends a day: what of the lots can be used in time, and the day's cover.
  mutating func end(_ plan: CoverPlan, duty: DutyPlan?, today: Int) {
    lots.sort()
    let partsPerUnit = Int128(1_000_000_000) * Int128(ticksPerDay)
    for index in 0..<lots.count {
      let lot = lots[index]
      let quantity = Int128(lot.quantity) * partsPerUnit
      let ticksLeft = Int128(max(0, Int(lot.expiry) - today - 1))
      let node = Int(lot.node)
      use(quantity, in: node, ticksLeft)
      use(quantity, in: nodeCount + Int(plan.authorityOfNode[node]), ticksLeft)
      if let holder = duty?.holderOfNode[node], holder >= 0 {
        use(quantity, in: nodeCount + authorityCount + Int(holder), ticksLeft)
      }
      use(quantity, in: pools.count - 1, ticksLeft)
    }
    for pool in 0..<pools.count { pools[pool].note(ticksPerDay: ticksPerDay) }
  }

  @inline(__always)
  private mutating func use(_ quantity: Int128, in pool: Int, _ ticksLeft: Int128) {
    let most = Int128(pools[pool].nanoUnitsPerDay) * ticksLeft
    pools[pool].usable = min(pools[pool].usable + quantity, most)
  }

  /// The pool of a node.
  func nodePool(_ node: Int) -> CoverPool? { isKept ? pools[node] : nil }

  /// The pool of an authority, by its place in the plan.
  func authorityPool(_ place: Int) -> CoverPool? { isKept ? pools[nodeCount + place] : nil }

  /// The pool of a holder, by its place among the requirements.
  func holderPool(_ place: Int) -> CoverPool? {
    isKept ? pools[nodeCount + authorityCount + place] : nil
  }

  /// The pool of everything.
  var poolOfAll: CoverPool? { isKept ? pools[pools.count - 1] : nil }

  /// Lots and consumption that are looked at together.
  struct CoverPool: BitwiseCopyable {
    /// [10⁻⁹ units/day]
    var nanoUnitsPerDay: Int64
    /// What of today's stock can be used in time. [10⁻⁹ units ÷ ticks per day]
    var usable: Int128 = 0
    /// What the duty asks for. [the same × ten-thousandths]
    var required: Int128 = 0
    /// Sum over days of cover. [10⁻⁶ days × ticks]
    var microDays: Int64 = 0
    /// How many days had at least the duty's cover. [ticks]
    var daysWithin: Int64 = 0

    init(nanoUnitsPerDay: Int64) { self.nanoUnitsPerDay = nanoUnitsPerDay }

    /// Books the day's cover.
    @inline(__always)
    mutating func note(ticksPerDay: Int) {
      guard nanoUnitsPerDay > 0 else { return }
      let divisor = Int128(nanoUnitsPerDay) * Int128(ticksPerDay)
      microDays += Int64((2_000_000 * usable + divisor) / (2 * divisor))
      if usable * 10_000 >= required { daysWithin += 1 }
    }
  }

  /// A lot and where it stands.
  struct PooledLot: Ranked {
    var expiry: Int32
    var node: Int32
    var quantity: Int64

    /// Lots that expire on the same day may stand in any order: the limit that binds is the same for
    /// all of them.
    func precedes(_ other: PooledLot) -> Bool { expiry < other.expiry }
  }
}
