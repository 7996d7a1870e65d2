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

  private var events = Column<Event>()
  private var firstOfDay = Column<Int32>()
  private var drawn = Column<Drawn>()
  private var uses = Column<Use>()
  /// What patients with prescriptions ask for, which is part of the events.
  private(set) var spilledOver = Column<Drawn>()

  struct Drawn: BitwiseCopyable {
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
  func range(ofDay day: Int) -> Range<Int> {
    Int(firstOfDay[day])..<Int(firstOfDay[day + 1])
  }

  /// The event in a place.
  @inline(__always)
  func event(_ place: Int) -> Event { events[place] }

  /// Draws a replication's demand, where no phase is drawn.
  mutating func draw(_ program: DemandProgram, key: StreamKey) {
    draw(program, DrawnDemand(), key: key)
  }

  /// Draws a replication's demand.
  ///
  /// Each care unit has streams of its own, so that its patients are the same whatever else
  /// happens.
  mutating func draw(_ program: DemandProgram, _ replication: DrawnDemand, key: StreamKey) {
    drawn.removeAll()
    spilledOver.removeAll()
    firstOfDay.reset(to: 0, count: program.totalDays + 1)
    for unit in program.units {
      var unitKey = key
      unitKey.location = unit.locationID
      unitKey.purpose = StreamPurpose.demand.word()
      let first = drawn.count
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
    // Units stand in the order of nodes.
    uses.reset(to: Use(), count: program.units.last.map { Int($0.node) + 1 } ?? 0)
    sortByDay(days: program.totalDays, reportStart: program.calendar.warmUpDays)
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
  mutating func record(_ day: Int, _ node: UInt32, _ amount: Int) {
    drawn.append(
      Drawn(day: Int32(truncatingIfNeeded: day), node: node, quantity: UInt32(amount)))
    firstOfDay[day + 1] += 1
  }

  /// The same where there may be no demand; without a branch on it.
  @inline(__always)
  mutating func recordIfAny(_ day: Int, _ node: UInt32, _ amount: Int) {
    drawn.append(
      Drawn(
        day: Int32(truncatingIfNeeded: day), node: node,
        quantity: UInt32(truncatingIfNeeded: amount)), if: amount > 0)
    firstOfDay[day + 1] += amount > 0 ? 1 : 0
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
    spilledOver.append(Drawn(day: Int32(day), node: node, quantity: UInt32(clamping: amount)))
    while own < ownEnd, Int(drawn[own].day) < day { own += 1 }
    if own < ownEnd, Int(drawn[own].day) == day {
      drawn[own].quantity = UInt32(clamping: Int(drawn[own].quantity) + amount)
    } else {
      record(day, node, amount)
    }
  }

  /// A counting sort: days in order, within a day the order of nodes; what is asked for in the horizon is
  /// added up on the way.
  private mutating func sortByDay(days: Int, reportStart: Int) {
    var sum: Int32 = 0
    for day in 0..<days {
      let count = firstOfDay[day + 1]
      firstOfDay[day + 1] = sum
      sum += count
    }
    events.reset(to: Event(node: 0, quantity: 0), count: drawn.count)
    // `firstOfDay[day + 1]` runs from the start of the day to its end, which is where the next
    // day starts: afterwards every entry is what it should be.
    for index in 0..<drawn.count {
      let item = drawn[index]
      let place = firstOfDay[Int(item.day) + 1]
      events[Int(place)] = Event(node: item.node, quantity: item.quantity)
      firstOfDay[Int(item.day) + 1] = place + 1
      let isReported = Int(item.day) >= reportStart
      uses[Int(item.node)].units += isReported ? Int64(item.quantity) : 0
      uses[Int(item.node)].days += isReported ? 1 : 0
    }
  }
}
