import RandomStreams
import SupplyModel

/// A shortage process as the inner loop needs it.
struct OutageProcess: Sendable {
  let streamID: UInt64
  let meanUpTimeDays: Double
  let shareOfTimeDown: Double
  let duration: Distribution
  let startsUp: Bool

  init(_ shortage: ShortageProcess, ticksPerDay: Int) {
    streamID = StableHash.of(shortage.id)
    meanUpTimeDays = shortage.meanUpTimeDays(ticksPerDay: ticksPerDay)
    shareOfTimeDown = shortage.shareOfTimeDown(ticksPerDay: ticksPerDay)
    duration = shortage.duration
    startsUp = shortage.startsUp
  }
}

/// The days on which a product cannot be ordered in one replication, the same for every policy.
///
/// Onsets and ends lie in continuous time; a day is down if the process is down at its beginning.
/// Several processes of a product are independent: a day is down if any of them is.
struct Outages: ~Copyable {
  private var spans = Column<Span>()

  struct Span: BitwiseCopyable {
    var firstDay: Int32
    var endDay: Int32
    /// Which of the product's processes it is of.
    var process: Int32
  }

  /// Draws a replication's outages over `days` days from the start of the warm-up.
  mutating func draw(_ processes: [OutageProcess], days: Int, key: StreamKey) {
    spans.removeAll()
    for (number, process) in processes.enumerated() {
      var processKey = key
      processKey.source = process.streamID
      processKey.purpose = StreamPurpose.shortage.word()
      var stream = processKey.stream()
      draw(process, Int32(number), end: Double(days), &stream)
    }
  }

  /// One process, from time 0 on. Stationary: it is down at time 0 with the share of time that it
  /// is down in the long run, for the remaining time of an interval in progress.
  private mutating func draw(
    _ process: OutageProcess, _ number: Int32, end: Double, _ stream: inout RandomStream
  ) {
    guard process.meanUpTimeDays.isFinite else { return }
    let up = Distribution.exponential(mean: process.meanUpTimeDays)
    var time = 0.0
    if !process.startsUp, stream.nextUnit() < process.shareOfTimeDown {
      time = process.duration.sampleEquilibriumResidual(using: &stream)
      record(number, from: 0, to: time, end: end)
    }
    while time < end {
      let onset = time + up.sample(using: &stream)
      guard onset < end else { return }
      time = onset + process.duration.sample(using: &stream)
      record(number, from: onset, to: time, end: end)
    }
  }

  private mutating func record(
    _ process: Int32, from onset: Double, to finish: Double, end: Double
  ) {
    // Day d begins at time d, so the first day down is the first whole number not before the onset.
    let first = onset.rounded(.up)
    let last = min(finish, end).rounded(.up)
    if first < last {
      spans.append(Span(firstDay: Int32(first), endDay: Int32(last), process: process))
    }
  }

  /// Whether the product cannot be ordered on a day, counted from the start of the warm-up.
  @inline(__always)
  func isDown(_ day: Int) -> Bool {
    for index in 0..<spans.count where day >= spans[index].firstDay && day < spans[index].endDay {
      return true
    }
    return false
  }

  /// How many times the product is out.
  var spanCount: Int { spans.count }

  /// One of those times.
  func span(_ index: Int) -> Span { spans[index] }

  /// Which process is down on a day, counted from the start of the warm-up; −1 for none.
  func process(downOn day: Int) -> Int {
    for index in 0..<spans.count where day >= spans[index].firstDay && day < spans[index].endDay {
      return Int(spans[index].process)
    }
    return -1
  }
}
