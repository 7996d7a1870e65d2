import RandomStreams

/// How the demand of a day is drawn from a table.
struct TableLaw: Sendable, BitwiseCopyable {
  /// Where its table begins in the program's cells.
  var firstCell: Int
  /// The table has 2^`cellBits` cells.
  var cellBits: Int32
  /// Demand comes on every so many steps, at the beginning of a calendar day; 1 for every step.
  var stride: Int32
  /// 1 ÷ ln P(no demand) if gaps are drawn, and the table is that of demand above 0; else 0.
  var gapFactor: Double
  /// Whether there is no demand at all.
  var isSilent: Bool

  /// Below this probability of any demand on a day, gaps are drawn. A choice, not tuned: an
  /// exponential draw took 17 ns and a draw from a table 1.1, so that a lower limit may be faster; but
  /// moving it changes which numbers are drawn, and with them every result.
  static let gapLimit = 0.12

  /// A law whose table is added to `cells`.
  init(_ full: DiscreteTable, mayDrawGaps: Bool, stride: Int, cells: inout [AliasCell]) {
    firstCell = cells.count
    self.stride = Int32(stride)
    guard let positive = full.positivePart() else {
      (cellBits, gapFactor, isSilent) = (0, 0, true)
      return
    }
    isSilent = false
    let demandLikely = full.probabilityOfPositive
    let drawsGaps = mayDrawGaps && demandLikely < Self.gapLimit
    let table = drawsGaps ? positive : full
    cells += table.cells
    cellBits = Int32(table.cellBits)
    gapFactor = drawsGaps ? 1 / Elementary.logOnePlus(-demandLikely) : 0
  }
}

extension DemandHistory {
  /// Draws a care unit's demand from its tables, segment by segment of its course.
  mutating func drawFromTables(
    _ unit: DemandProgram.Unit, _ course: DemandProgram.UnitCourse, firstLaw: Int,
    _ calendar: DemandCalendar, _ stream: inout RandomStream,
    segments: Span<DemandCourse.Segment>, laws: Span<TableLaw>, cells: Span<AliasCell>
  ) {
    var day = 0
    for index in course.segments {
      let segment = segments[index]
      let end = Int(segment.endDay)
      let law = laws[firstLaw + Int(segment.level)]
      defer { day = end }
      guard !law.isSilent else { continue }
      if law.gapFactor != 0 {
        drawGaps(law, cells, day..<end, &stream)
      } else if law.stride == 1 {
        for day in day..<end {
          recordIfAny(day, Self.quantity(law, cells, stream.next()))
        }
      } else {
        drawCalendarDays(law, cells, day..<end, calendar, &stream)
      }
    }
  }

  @inline(__always)
  static func quantity(_ law: TableLaw, _ cells: Span<AliasCell>, _ draw: UInt64) -> Int {
    let bits = Int(law.cellBits)
    let cell = cells[law.firstCell + AliasCell.cellIndex(of: draw, cellBits: bits)]
    return cell.pick(draw: draw, cellBits: bits)
  }

  private mutating func drawGaps(
    _ law: TableLaw, _ cells: Span<AliasCell>, _ days: Range<Int>,
    _ stream: inout RandomStream
  ) {
    var day = days.lowerBound
    while true {
      let gap = Elementary.log(stream.nextOpenUnit()) * law.gapFactor
      guard gap < Double(days.upperBound - day) else { return }
      day += Int(gap)
      record(day, Self.quantity(law, cells, stream.next()))
      day += 1
      guard day < days.upperBound else { return }
    }
  }

  /// Where several steps make a day and the table is that of a whole day: at its first step.
  private mutating func drawCalendarDays(
    _ law: TableLaw, _ cells: Span<AliasCell>, _ days: Range<Int>,
    _ calendar: DemandCalendar, _ stream: inout RandomStream
  ) {
    let first = days.lowerBound - calendar.warmUpDays
    var day = -DemandCalendar.floored(-first, dividedBy: Int(law.stride)) * Int(law.stride)
    day += calendar.warmUpDays
    while day < days.upperBound {
      let amount = Self.quantity(law, cells, stream.next())
      if amount > 0 { record(day, amount) }
      day += Int(law.stride)
    }
  }
}
