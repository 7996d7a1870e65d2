import RandomStreams

/// The demand of one product in one replication: drawn once, met by every policy.
struct DemandHistory: ~Copyable {
  /// What one care unit's patients ask for on one day.
  struct Event: BitwiseCopyable {
    /// The care unit's node.
    var node: UInt32
    /// How much. [units, 1 or more]
    var quantity: UInt32
  }

  private var days = DemandDays()
  /// Whether all of it is also sorted by day.
  private(set) var isSorted = true
  private(set) var drawn = Column<Drawn>()
  /// Where each node's demand begins in `drawn`; one more at the end.
  private(set) var firstOfNode = Column<Int32>()
  private var uses = Column<Use>()
  /// What patients with prescriptions ask for, which is part of the events.
  private(set) var spilledOver = Column<SpilledOver>()

  /// What one care unit's patients ask for on one day, before it is sorted by day.
  struct Drawn: BitwiseCopyable {
    var day: Int32
    var quantity: UInt32
  }

  /// What patients with prescriptions ask of a care unit on one day.
  struct SpilledOver: BitwiseCopyable {
    var day: Int32
    var node: UInt32
    var quantity: UInt32
  }

  /// What one care unit's patients ask for over the horizon, whatever the policy.
  struct Use: BitwiseCopyable {
    /// [units]
    var units: Int64 = 0
    /// Days with demand. [days]
    var days: Int64 = 0
  }

  /// What a location's patients ask for over the horizon; nothing where none come.
  @inline(__always)
  func use(_ node: Int) -> Use { node < uses.count ? uses[node] : Use() }

  /// The places of a day's events, in the order of nodes.
  @inline(__always)
  func range(ofDay day: Int) -> Range<Int> { days.range(of: day) }

  /// The event in a place.
  @inline(__always)
  func event(_ place: Int) -> Event { days.event(place) }

  /// Whether each care unit's demand was drawn day after day.
  var isInOrderByNode: Bool { spilledOver.count == 0 }

  /// The places of a node's demand in the order in which it was drawn.
  @inline(__always)
  func range(ofNode node: Int) -> Range<Int> {
    node + 1 < firstOfNode.count ? Int(firstOfNode[node])..<Int(firstOfNode[node + 1]) : 0..<0
  }

  /// The day of the demand drawn in a place.
  @inline(__always)
  func drawnDay(_ place: Int) -> Int { Int(drawn[place].day) }

  /// How much it is. [units, 1 or more]
  @inline(__always)
  func drawnQuantity(_ place: Int) -> Int64 { Int64(drawn[place].quantity) }

  /// Draws a replication's demand, where no phase is drawn.
  mutating func draw(_ program: DemandProgram, key: StreamKey) {
    draw(program, DrawnDemand(), key: key)
  }

  /// Draws a replication's demand.
  ///
  /// Each care unit has streams of its own, so that its patients are the same whatever else
  /// happens.
  ///
  /// - Parameter isSorted: whether all of it will be asked for day by day, not only by node.
  mutating func draw(
    _ program: DemandProgram, _ replication: DrawnDemand, key: StreamKey, isSorted: Bool = true
  ) {
    self.isSorted = isSorted
    drawn.removeAll()
    spilledOver.removeAll()
    firstOfNode.removeAll()
    // Units stand in the order of nodes.
    for unit in program.units {
      var unitKey = key
      unitKey.location = unit.locationID
      unitKey.purpose = StreamPurpose.demand.word()
      let first = drawn.count
      while firstOfNode.count <= Int(unit.node) { firstOfNode.append(Int32(first)) }
      if unit.drawnCourse < 0 {
        drawOwn(
          unit, unit.course, program, unitKey, segments: program.segments.span,
          multipliers: program.multipliers.span, laws: program.laws.span,
          cells: program.cells.span)
      } else {
        drawOwn(
          unit.following(replication), replication.courses[Int(unit.drawnCourse)], program,
          unitKey, segments: replication.segments.span,
          multipliers: replication.multipliers.span, laws: replication.laws.span,
          cells: replication.cells.span)
      }
      if unit.prescribed >= 0, !replication.turning.isEmpty {
        spillOver(to: unit, program, replication.turning, unitKey, from: first)
      }
    }
    firstOfNode.append(Int32(drawn.count))
    addUp(reportStart: program.calendar.warmUpDays)
    if isSorted { days.sort(drawn, firstOfNode, days: program.totalDays) { _ in true } }
  }

  /// Draws what a care unit's own patients ask for.
  private mutating func drawOwn(
    _ unit: DemandProgram.Unit, _ course: DemandProgram.UnitCourse, _ program: DemandProgram,
    _ key: StreamKey, segments: Span<DemandCourse.Segment>, multipliers: Span<Double>,
    laws: Span<TableLaw>, cells: Span<AliasCell>
  ) {
    switch unit.source {
    case .tables(let firstLaw):
      var stream = key.stream()
      drawFromTables(
        unit, course, firstLaw: firstLaw, program.calendar, &stream, segments: segments,
        laws: laws, cells: cells)
    case .constant(let use):
      addUp(
        use, unit, course, program.calendar, segments: segments, multipliers: multipliers)
    case .empirical(let past):
      resample(past, unit, course, program, key, segments: segments, multipliers: multipliers)
    }
  }

  /// Notes what a care unit's patients ask for on a day; at most once for each day.
  @inline(__always)
  mutating func record(_ day: Int, _ amount: Int) {
    drawn.append(Drawn(day: Int32(truncatingIfNeeded: day), quantity: UInt32(amount)))
  }

  /// The same where there may be no demand; without a branch on it.
  @inline(__always)
  mutating func recordIfAny(_ day: Int, _ amount: Int) {
    drawn.append(
      Drawn(
        day: Int32(truncatingIfNeeded: day), quantity: UInt32(truncatingIfNeeded: amount)),
      times: min(amount, 1))
  }

  /// How many demands have been noted.
  var drawnCount: Int { drawn.count }

  /// Notes what patients with prescriptions ask of a care unit on a day, after its own demand: on a
  /// day on which its own patients come too it is one demand with theirs.
  ///
  /// - Parameters:
  ///   - own: where the care unit's own demands that are not before the day begin; days come in order.
  ///   - ownEnd: where they end.
  mutating func addSpillOver(
    _ day: Int, _ node: UInt32, _ amount: Int, own: inout Int, ownEnd: Int
  ) {
    spilledOver.append(
      SpilledOver(day: Int32(day), node: node, quantity: UInt32(clamping: amount)))
    while own < ownEnd, Int(drawn[own].day) < day { own += 1 }
    if own < ownEnd, Int(drawn[own].day) == day {
      drawn[own].quantity = UInt32(clamping: Int(drawn[own].quantity) + amount)
    } else {
      record(day, amount)
    }
  }

  /// Adds up what is asked for in the horizon.
  private mutating func addUp(reportStart: Int) {
    uses.removeAll()
    for node in 0..<firstOfNode.count - 1 {
      var use = Use()
      for place in range(ofNode: node) {
        let item = drawn[place]
        let isReported = Int(item.day) >= reportStart
        use.units += isReported ? Int64(item.quantity) : 0
        use.days += isReported ? 1 : 0
      }
      uses.append(use)
    }
  }
}
