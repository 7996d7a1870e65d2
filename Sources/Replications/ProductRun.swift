import RandomStreams
import SupplyModel

/// One product under one policy in one replication, day by day.
///
/// All its memory is kept from run to run. The stages of the day stand in files of their own,
/// `ProductRun+Receipt.swift` and so on; this file has what they share and their order.
///
/// Its helpers are `mutating` even where they only look something up: Swift 6.3.1 hands the whole
/// structure, a kilobyte, to a plain method by copying it. With plain helpers R1 took 1.7 times as long
/// as version 0.1.0, with these 1.1 times.
struct ProductRun: ~Copyable {
  var plans = Column<NodePlan>()
  var states = Column<NodeState>()
  var tallies = Column<Tally>()
  var shelves = LotShelves()
  var shipments = ShipmentCalendar()
  var wakes = WakeCalendar()
  /// Locations whose position may be below their target.
  var pending = Bitset()
  /// Locations whose children have asked them for something today.
  var asked = Bitset()
  /// Locations that order from another one and supply none; known only while days are run plainly.
  var leaves = Bitset()
  /// By location, what a care unit's day needs of its plan; known only while days are run plainly.
  var leafPlans = Column<LeafPlan>()
  /// The most that the leaves below a location can ask of it on one day. [units]
  var leafNeeds = Column<Int64>()
  /// What those of them ask of it that do anything today, and whether that is ever looked at.
  var dayNeeds = Column<DayNeed>()
  var hasSmallStores = false
  /// Stores whose care units' days are run in stretches, what these do on each day of a stretch, where each
  /// one's demand goes on in the order in which it was drawn, and which branch it is in; known only while
  /// days are run plainly.
  var branches = Column<Branch>()
  var outflows = Column<Branch.Outflow>()
  var firstUndrawn = Column<Int32>()
  /// Demand at all other care units, day by day; and all of today's, where it is gathered from both.
  var others = DemandDays()
  var gathered = Column<DemandHistory.Event>()
  /// Remaining lives of deliveries as far as they have been drawn for this world, by supplier, topmost
  /// location and day.
  var drawnLives = DrawnLives()
  /// By product and policy: how often leaving out lots has not been right.
  var reruns = Column<Reruns>()
  /// Care units in a stretch, and in how many branches there is one.
  var resting = Bitset()
  var restingCount = 0
  /// Care units that can be in one.
  var canRest = Bitset()
  /// The next day on which sums begin anew, so that stretches end before it.
  var nextEdge = Int.max
  /// Whether everything but these care units and their stores orders from suppliers.
  var branchesAreTop = false
  var branchPlaces = Column<Branch.Place>()
  /// By care unit in a stretch: where it stands at its end, if nothing comes between.
  var courses = Column<UnitCourse>()
  var reviewDays = ReviewDays()
  var owedRequests = OwedRequests()
  /// How scarce stock is shared, and what the rules need for it.
  var allocationRule = AllocationPlan.Rule.firstCome
  var childRanges = Column<ChildRange>()
  var claims = Column<Claim>()
  var claimants = Column<Claimant>()
  var desk = AllotmentDesk()
  /// Critical levels of all locations, `levelsPerNode` each, and those of one.
  var nodeLevels = Column<KeptStock>()
  var levelsPerNode = 0
  var criticalLevels = Column<KeptStock>()
  var requests = Column<Request>()
  var orders = Column<SupplierOrder>()
  var credits = Column<SupplierCredit>()
  /// How suppliers stand: what shortages do to them, what they owe, what has been bought of them.
  var supplyDesk = SupplyDesk()
  /// Changes of stock by tier and day, over all days simulated. [units]
  var stockChanges = Column<Int64>()
  /// Locations × calendar days of the horizon with a receipt, in the model's numbering, of all runs since
  /// they were forgotten last.
  var deliveries = Bitset()
  /// The same of this run by node, each node's days in whole words.
  var receiptDays = Bitset()
  /// By location whose lots are not followed: what shows that none expires; of others it means nothing.
  var passages = Column<Passage>()
  var waiting = WaitingDemand()
  var balance = Balance()
  /// Picks of the day, where picks may ignore expiry.
  var picks = Column<PickCount>()
  /// What changes at each location's reserve.
  var reserves = Column<ReserveState>()
  /// When the timeline changes something.
  var regime = RegimeCalendar()
  /// What changes targets while the run goes on; empty where nothing does.
  var targets = Column<TargetPlan>()
  /// How the policy's targets are reached, and how far they have come.
  var buildUp = BuildUpPlan.immediate
  var builtShare = BuildUpPlan.Share.whole
  /// Whether some location raises its targets while a shortage is known of, and does so today.
  var hoards = false
  var isHoarding = false
  /// Where nothing is sent today.
  var transport = TransportCuts()
  /// Scratch: lots of which a part is lost.
  var partLots = Column<PartLot>()
  /// When phases of the timeline release reserves.
  var releaseWindows = Column<ReleaseWindow>()
  /// How goods move besides the way from suppliers down to care units.
  var lateral = LateralBook()
  /// Whether some reserve is released by unmet demand below it.
  var watchesStockouts = false
  /// Whether other products of its job decide what becomes of demand that finds no stock.
  var isCoupled = false
  /// Whether it is useless without another product.
  var isKeyed = false
  /// Care units at which that product is out today.
  var keyless = Bitset()
  /// What today's patients lack, until substitutes have been tried.
  var lacks = Column<Lack>()
  /// Scratch: lots taken off a shelf to be put up again.
  var unsorted = Column<Lot>()
  /// Changes of stock that counts towards the duty, by holder and day. [units]
  var dutyChanges = Column<Int64>()
  /// By location: for whom its stock counts, −1 for nobody; empty without a duty.
  var dutyHolders = Column<Int32>()
  /// How long stock lasts, where the scenario asks for it.
  var coverBook = CoverBook()
  /// How long it lasts once supply has stopped, where that is asked.
  var endurance = EnduranceBook()
  /// The locations' names in stream keys.
  var locationIDs = Column<UInt64>()
  /// Whether what happens is written down, in `records`.
  var isTracing = false
  var records = Column<TraceRecord>()
  /// Tracing: where something has happened today.
  var happened = Bitset()
  /// Tracing: what the location that is shipping could issue before it did. [units]
  var availableToShare: Int64 = 0

  /// Which replication it is, and the stream keys' common part.
  var replication = 0
  var key = StreamKey(seed: 0, source: 0, replication: 0, product: 0, location: 0, purpose: 0)
  /// Days since the start of the warm-up. [days]
  var today = 0
  /// Length of the warm-up. [days]
  var reportStart = 0
  /// Warm-up and horizon. [days]
  var totalDays = 0
  /// How many ticks make a day.
  var ticksPerDay = 1
  /// Calendar days in the horizon.
  var deliveryDays = 0
  /// How many bits of `receiptDays` a node has.
  var receiptStride = 0

  /// What changes at a node as the days go by. What nearly every event changes stands first, in one
  /// line of the cache.
  struct NodeState: BitwiseCopyable {
    /// All unexpired lots. [units]
    var onHand: Int64 = 0
    /// Accepted and not yet received. [units]
    var onOrder: Int64 = 0
    /// Asked for, not shipped, and still to come from the location above. [units]
    var owed: Int64 = 0
    /// The same, to locations below. [units]
    var owes: Int64 = 0
    /// Sum over days of the stock at the end of the day. [units × days]
    var stockUnitDays: Int64 = 0
    /// Sum over days of what is accepted and not yet received at the end of the day. [units × days]
    var onOrderUnitDays: Int64 = 0
    /// Days that end with nothing on the shelf. [days]
    var emptyDays: Int64 = 0
    /// Orders that were accepted, in full or in part. [order lines]
    var orderLines: Int32 = 0
    /// Where the days of its tier begin in `stockChanges`.
    var stockRow: Int32 = 0
    /// Where today's requests to this node begin in `requests`.
    var firstRequest: Int32 = 0
    /// How many requests have come today.
    var requestCount: Int32 = 0
    /// Last day on which anything left for it from the location above; −1 before the first.
    var lastShipmentDay: Int32 = -1
    /// Whether its lots are followed; if not, a `Passage` shows that none expires.
    var followsLots = true
  }

  /// What a node asks of its parent today.
  struct Request: BitwiseCopyable {
    var child: Int32
    /// Its authority's place in today's queue, if there is not enough; lowest first.
    var queueing: UInt64
    /// A multiple of the child's order multiple. [units]
    var quantity: Int64
  }

  /// What a node asks of its suppliers today.
  struct SupplierOrder: BitwiseCopyable {
    var node: Int32
    /// Who decides on it: the preferred one, unless others stand in.
    var supplier: Int32
    /// Which of its authority's orders to the supplier on this day it is.
    var ordinal: Int32
    /// Which chain of suppliers it goes down.
    var chain: Int32
    /// Its place in today's queue, if there is not enough; lowest first.
    var queueing: UInt64
    /// A multiple of the node's order multiple. [units]
    var quantity: Int64
    /// What nobody has accepted so far. [units]
    var remaining: Int64
    /// Why nobody has, if somebody was asked.
    var reason = TraceEvent.RefusalKind.capacity
  }

  /// Day from the start of the horizon; negative in the warm-up.
  var reportDay: Int { today - reportStart }

  /// Simulates all days; where the calendar has several stretches, what happens in each period is noted.
  ///
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  mutating func simulate(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World,
    _ calendar: PeriodCalendar, _ periods: inout PeriodBook
  ) throws(BrokenBalance) {
    if product.plainPolicies[policy], compiled.shortcuts != .none, !isTracing {
      try simulatePlainly(
        product, policy: policy, of: compiled, demand: demand, outages: outages, world: world,
        calendar, &periods)
    } else {
      start(product, policy: policy, of: compiled, world: world)
      let hasPeriods = calendar.isDivided
      if hasPeriods { periods.reset(nodes: plans.count, calendar) }
      for day in 0..<totalDays {
        if hasPeriods { periods.turn(to: day - reportStart, calendar, tallies) }
        openDay(day, product, policy: policy, of: compiled, outages: outages)
        servePatients(demand)
        try closeDay(product, policy: policy, of: compiled, outages: outages, world: world)
      }
      if hasPeriods { periods.close(calendar, tallies) }
    }
    closeReport(product)
    try checkAtEnd(product, policy: policy, of: compiled)
  }

  /// The stages of a day before patients come: regime, receipt, discard.
  @inline(__always)
  mutating func openDay(
    _ day: Int, _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    outages: borrowing Outages
  ) {
    today = day
    if day == reportStart {
      if product.buildsUp {
        adoptPolicy(product, policy, of: compiled, isShortageKnown: outages.isKnown(day))
      }
      beginReport()
    }
    if targets.count > 0 { changeTargets(isShortageKnown: hoards && outages.isKnown(day)) }
    if isTracing { recordRegime(product, outages) }
    if day == regime.nextDay { changeRegime(product, policy: policy) }
    receive()
    discardExpired()
  }

  /// The stage of demand: those who wait first, then those who come today.
  @inline(__always)
  mutating func servePatients(_ demand: borrowing DemandHistory) {
    if today == endurance.cutDay { runDownPools(demand) }
    if waiting.isKept {
      if isKeyed { serveWaitingWithPartner() } else { serveWaiting() }
    }
    if isTracing { recordSpillOver(demand) }
    for place in demand.range(ofDay: today) { serve(demand.event(place)) }
    if today == totalDays - 1 { demand.addSpillOver(to: &tallies) }
  }

  /// The stages of a day after patients have been served: review, supply, measurement.
  @inline(__always)
  mutating func closeDay(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    outages: borrowing Outages, world: World
  ) throws(BrokenBalance) {
    if lateral.isKept { noteExpected() }
    review(product)
    if orders.count > 0 || supplyDesk.owedInAll > 0 {
      supply(product, scale: world.supplyScale, outages: outages)
    }
    if lateral.isKept { moveLaterally(product, outages) }
    if waiting.isKept { endPatience() }
    if coverBook.isKept { measureCover(product) }
    if isTracing { recordStock() }
    try checkEachDay(product, policy: policy, of: compiled)
  }

  /// Books a change of stock on hand: in the state, in the time average and in the tier's history.
  ///
  /// A change on day d counts at the end of d and of every later day, so the sum of end-of-day
  /// stock over the horizon grows by the change times the days that are left. In the same way a shelf
  /// that is emptied is empty on all of them, until something comes.
  @inline(__always)
  mutating func changeStock(_ node: Int, by change: Int64) {
    let before = states[node].onHand
    let daysLeft = Int64(totalDays - today)
    states[node].onHand = before + change
    states[node].stockUnitDays += change * daysLeft
    if before == 0 { states[node].emptyDays -= daysLeft }
    if before + change == 0 { states[node].emptyDays += daysLeft }
    stockChanges[Int(states[node].stockRow) + today] += change
    if dutyHolders.count > 0 { noteDutyStock(node, by: change) }
  }

  /// Books a change of what is accepted and not yet received, as `changeStock` does.
  @inline(__always)
  mutating func changeOnOrder(_ node: Int, by change: Int64) {
    states[node].onOrder += change
    states[node].onOrderUnitDays += change * Int64(totalDays - today)
  }
}
