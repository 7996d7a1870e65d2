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

  struct Drawn: BitwiseCopyable {
    var day: Int32
    var node: UInt32
    var quantity: UInt32
  }

  /// The places of a day's events, in the order of nodes.
  @inline(__always)
  func range(ofDay day: Int) -> Range<Int> {
    Int(firstOfDay[day])..<Int(firstOfDay[day + 1])
  }

  /// The event in a place.
  @inline(__always)
  func event(_ place: Int) -> Event { events[place] }

  /// Draws a replication's demand.
  ///
  /// Each care unit has streams of its own, so that its patients are the same whatever else
  /// happens.
  mutating func draw(_ program: DemandProgram, key: StreamKey) {
    drawn.removeAll()
    firstOfDay.reset(to: 0, count: program.totalDays + 1)
    for unit in program.units {
      var unitKey = key
      unitKey.location = unit.locationID
      unitKey.purpose = StreamPurpose.demand.word()
      switch unit.source {
      case .tables(let firstLaw):
        var stream = unitKey.stream()
        drawFromTables(unit, firstLaw: firstLaw, program, &stream)
      case .constant(let use): addUp(use, unit, program)
      case .empirical(let past): resample(past, unit, program, unitKey)
      }
    }
    sortByDay(days: program.totalDays)
  }

  /// Notes what a care unit's patients ask for on a day; at most once for each day.
  @inline(__always)
  mutating func record(_ day: Int, _ node: UInt32, _ amount: Int) {
    drawn.append(
      Drawn(day: Int32(truncatingIfNeeded: day), node: node, quantity: UInt32(amount)))
    firstOfDay[day + 1] += 1
  }

  /// A counting sort: days in order, within a day the order of nodes.
  private mutating func sortByDay(days: Int) {
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
    }
  }
}
