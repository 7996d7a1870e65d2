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
  private var cells = Column<AliasCell>()

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
  /// Each care unit has a stream of its own, so that its patients are the same whatever else
  /// happens.
  mutating func draw(_ program: DemandProgram, key: StreamKey) {
    cells.removeAll()
    for cell in program.cells { cells.append(cell) }
    drawn.removeAll()
    firstOfDay.reset(to: 0, count: program.totalDays + 1)
    for unit in program.units {
      var unitKey = key
      unitKey.location = unit.locationID
      unitKey.purpose = StreamPurpose.demand.word()
      var stream = unitKey.stream()
      var day = 0
      for index in unit.stretches {
        let stretch = program.stretches[index]
        if stretch.isSilent {
          day = stretch.endDay
        } else if stretch.gapFactor != 0 {
          drawGaps(stretch, node: UInt32(unit.node), from: day, &stream)
        } else {
          drawDays(stretch, node: UInt32(unit.node), from: day, &stream)
        }
        day = stretch.endDay
      }
    }
    sortByDay(days: program.totalDays)
  }

  @inline(__always)
  private func quantity(_ stretch: DemandProgram.Stretch, _ draw: UInt64) -> Int {
    let cell = cells[stretch.firstCell + AliasCell.cellIndex(of: draw, cellBits: stretch.cellBits)]
    return cell.pick(draw: draw, cellBits: stretch.cellBits)
  }

  private mutating func drawDays(
    _ stretch: DemandProgram.Stretch, node: UInt32, from first: Int, _ stream: inout RandomStream
  ) {
    for day in first..<stretch.endDay {
      let amount = quantity(stretch, stream.next())
      if amount > 0 { record(day, node, amount) }
    }
  }

  private mutating func drawGaps(
    _ stretch: DemandProgram.Stretch, node: UInt32, from first: Int, _ stream: inout RandomStream
  ) {
    var day = first
    while true {
      let gap = Elementary.log(stream.nextOpenUnit()) * stretch.gapFactor
      guard gap < Double(stretch.endDay - day) else { return }
      day += Int(gap)
      record(day, node, quantity(stretch, stream.next()))
      day += 1
      guard day < stretch.endDay else { return }
    }
  }

  @inline(__always)
  private mutating func record(_ day: Int, _ node: UInt32, _ amount: Int) {
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
