import SupplyModel

/// How long one product lasts after all inbound supply has stopped: at each care unit, as it is
/// supplied from what the chain still has, and in each region if all its stock were in one place.
///
/// Where nobody asks for it, `cutDay` is −1 and everything else is empty.
struct EnduranceBook: ~Copyable {
  /// The first day on which nothing comes in, from the start of the warm-up; −1 for never. [day]
  private(set) var cutDay = -1
  /// By node: the first day with unmet demand, on or after the cut; `Int32.max` for none.
  private var firstUnmet = Column<Int32>()
  private var regionOfNode = Column<Int32>()
  private var pools = Column<RegionPool>()
  /// All usable lots of pooled locations, by pool, what expires first first.
  private var lots = Column<PooledLot>()
  private var extensions = Column<DatedExtension>()

  /// Forgets everything; nobody asks.
  mutating func reset() { cutDay = -1 }

  /// Sets up the pools of a plan.
  mutating func reset(_ plan: EndurancePlan, cutDay: Int) {
    self.cutDay = cutDay
    firstUnmet.reset(to: .max, count: plan.regionOfNode.count)
    pools.reset(to: RegionPool(), count: plan.regions.count)
    regionOfNode.removeAll()
    for region in plan.regionOfNode { regionOfNode.append(region) }
    lots.removeAll()
    extensions.removeAll()
  }

  /// Lots that have not expired by a day may be used longer from that day on.
  mutating func addExtension(on day: Int, by days: Int) {
    if day > cutDay { extensions.append(DatedExtension(day: day, days: Int32(days))) }
  }

  /// Notes that a care unit could not serve somebody.
  mutating func noteUnmet(_ node: Int, on day: Int) {
    if day >= cutDay, firstUnmet[node] == .max { firstUnmet[node] = Int32(day) }
  }

  /// Adds a lot that stands at a node, or is on its way to it from another.
  mutating func add(_ quantity: Int64, expiry: Int32, at node: Int) {
    let pool = regionOfNode[node]
    if pool >= 0 { lots.append(PooledLot(expiry: expiry, pool: pool, quantity: quantity)) }
  }

  /// Puts the lots in order; from then on they are taken.
  mutating func close() {
    lots.sort()
    for place in 0..<lots.count {
      let pool = Int(lots[place].pool)
      if pools[pool].end == 0 { pools[pool].next = place }
      pools[pool].end = place + 1
    }
  }

  /// Longer use that is decided on a day.
  mutating func extendLives(on day: Int) {
    for index in 0..<extensions.count where extensions[index].day == day {
      for place in 0..<lots.count where Int(lots[place].expiry) > day {
        lots[place].expiry += extensions[index].days
      }
    }
  }

  /// Takes what is asked for at a node out of its region's pool, what expires first first. The first
  /// demand for which not enough is left ends the pool.
  ///
  /// - Parameter arisen: the day on which it was asked for, if it has waited since.
  mutating func take(_ wanted: Int64, at node: Int, on day: Int, arisen: Int) {
    let pool = Int(regionOfNode[node])
    guard pool >= 0, pools[pool].lacksFrom == .max else { return }
    var left = wanted
    var place = pools[pool].next
    while left > 0, place < pools[pool].end {
      if Int(lots[place].expiry) <= day {
        place += 1
        continue
      }
      let part = min(left, lots[place].quantity)
      lots[place].quantity -= part
      left -= part
      if lots[place].quantity == 0 { place += 1 }
    }
    pools[pool].next = place
    if left > 0 { pools[pool].lacksFrom = Int32(arisen) }
  }

  /// The first day with unmet demand at a node, on or after the cut; `nil` for none.
  func firstUnmetDay(_ node: Int) -> Int? {
    firstUnmet[node] < .max ? Int(firstUnmet[node]) : nil
  }

  /// The day on which the first demand arose for which a region's pool was not enough; `nil` if it was
  /// enough for all.
  func lackingDay(pool: Int) -> Int? {
    pools[pool].lacksFrom < .max ? Int(pools[pool].lacksFrom) : nil
  }

  /// All stock of a region.
  struct RegionPool: BitwiseCopyable {
    /// Where its next lot stands in `lots`.
    var next = 0
    /// Where its lots end; 0 if it has none.
    var end = 0
    /// The day on which the first demand arose for which it was not enough; `Int32.max` for none.
    var lacksFrom = Int32.max
  }

  /// A lot in the pool of its region.
  struct PooledLot: Ranked {
    var expiry: Int32
    var pool: Int32
    var quantity: Int64

    /// Lots of one pool that expire on the same day may stand in any order: the same is taken of them
    /// together.
    func precedes(_ other: PooledLot) -> Bool {
      pool < other.pool || pool == other.pool && expiry < other.expiry
    }
  }

  /// A decision that goods may be used longer.
  struct DatedExtension: BitwiseCopyable {
    var day: Int
    var days: Int32
  }
}
