import RandomStreams
import SupplyModel

/// When shortages befall a product in one replication, and when authorities have decided something
/// about it: the same for every policy.
///
/// Onsets and ends lie in continuous time; a day is down if the process is down at its beginning.
/// Several processes of a product are independent: each has its own spells, and the end of one does
/// not end another.
struct Outages: ~Copyable {
  private var spans = Column<Span>()
  private var effects = Column<OutageEffect>()
  /// For each chain of suppliers that care units depend on: those of them that always deliver.
  private(set) var chains = Column<UInt64>()
  /// When decisions hold.
  var decisions = DecisionDays()
  /// Whether goods under way can come to stand still.
  private(set) var holdsTransit = false
  /// Whether a part of the capacity can be all that is left.
  private(set) var reducesCapacity = false

  /// One shortage, in days from the start of the warm-up.
  struct Span: BitwiseCopyable {
    var firstDay: Int32
    var endDay: Int32
    /// First day on which it is known, at most `firstDay`.
    var knownDay: Int32
    /// Which of the product's processes it is of; −1 for a cut of all that comes in.
    var process: Int32
  }

  /// Draws a replication's outages and decisions of a product.
  mutating func draw(_ product: CompiledProduct, world: World, key: StreamKey) {
    let days = product.demand.totalDays
    draw(product.outages, days: days, key: key)
    // The timeline begins with the horizon.
    let warmUp = product.warmUpDays
    for window in world.inboundCuts {
      cutInbound(
        from: max(0, window.firstDay) + warmUp, until: min(window.endDay + warmUp, days))
    }
    chains.removeAll()
    for mask in product.shortageMasks { chains.append(mask) }
    decisions.removeAll()
    for decision in product.decisions {
      if decision.isAboutShortage {
        noteKnownTimes(days: days)
      } else {
        decisions.noteOccasions(decision.phases, world.windows, product.warmUpDays, days: days)
      }
      decisions.add(decision)
    }
  }

  /// Draws a replication's outages over `days` days from the start of the warm-up.
  mutating func draw(_ processes: [OutageProcess], days: Int, key: StreamKey) {
    spans.removeAll()
    effects.removeAll()
    chains.removeAll()
    chains.append(1)
    holdsTransit = false
    reducesCapacity = false
    for (number, process) in processes.enumerated() {
      effects.append(process.effect)
      if process.effect.holdsTransit { holdsTransit = true }
      if process.effect.capacityBasisPoints < 10_000 { reducesCapacity = true }
      var processKey = key
      processKey.source = process.streamID
      if process.isShared { processKey.product = 0 }
      draw(process, Int32(number), days: days, processKey)
    }
  }

  /// Lets nothing come in from any supplier from one day until another, both counted from the start
  /// of the warm-up: nothing is accepted, and what is under way stands still.
  mutating func cutInbound(from first: Int, until end: Int) {
    guard first < end else { return }
    holdsTransit = true
    spans.append(
      Span(firstDay: Int32(first), endDay: Int32(end), knownDay: Int32(first), process: -1))
  }

  /// One process, from time 0 on. Stationary: it is down at time 0 with the share of time that it
  /// is down in the long run, for the remaining time of an interval in progress.
  private mutating func draw(
    _ process: OutageProcess, _ number: Int32, days: Int, _ key: StreamKey
  ) {
    guard process.meanUpTimeDays.isFinite else { return }
    var key = key
    key.purpose = StreamPurpose.shortage.word()
    var stream = key.stream()
    let up = Distribution.exponential(mean: process.meanUpTimeDays)
    // What begins after the end is drawn as far as it may be announced before; a notice without an
    // upper bound is not followed further than five times its mean.
    let notice = process.announcement?.notice
    let end = Double(days + process.headStartDays)
    let horizon = end + (notice.map { min($0.upperBound, 5 * $0.mean) } ?? 0)
    var time = 0.0
    var spell = 0
    if !process.startsUp, stream.nextUnit() < process.shareOfTimeDown {
      time = process.duration.sampleEquilibriumResidual(using: &stream)
      record(process, number, from: 0, to: time, knownFrom: 0, days: days)
    }
    while time < horizon {
      let onset = time + up.sample(using: &stream)
      guard onset < horizon else { return }
      time = onset + process.duration.sample(using: &stream)
      let known = onset - noticeDays(of: process, spell, key)
      record(process, number, from: onset, to: time, knownFrom: known, days: days)
      spell += 1
    }
  }

  /// How long before its onset a spell becomes known. [days]
  private func noticeDays(of process: OutageProcess, _ spell: Int, _ key: StreamKey) -> Double {
    guard let announcement = process.announcement else { return 0 }
    var key = key
    key.purpose = StreamPurpose.announcement.word(day: spell)
    var stream = key.stream()
    guard Int64(stream.nextBelow(10_000)) < announcement.shareBasisPoints else { return 0 }
    return announcement.notice.sample(using: &stream)
  }

  private mutating func record(
    _ process: OutageProcess, _ number: Int32, from onset: Double, to finish: Double,
    knownFrom known: Double, days: Int
  ) {
    // Day d begins at time d, so the first day down is the first whole number not before the onset.
    let start = Double(process.headStartDays)
    func day(_ time: Double) -> Int32 {
      Int32(max(0, min(time - start, Double(days)).rounded(.up)))
    }
    let (first, last) = (day(onset), day(finish))
    guard onset.rounded(.up) < finish.rounded(.up), last > 0 else { return }
    let knownDay = min(first, day(known))
    if first < last || Int(knownDay) < days {
      spans.append(Span(firstDay: first, endDay: last, knownDay: knownDay, process: number))
    }
  }

  /// How many times something befalls the product's suppliers.
  var spanCount: Int { spans.count }

  /// One of those times.
  func span(_ index: Int) -> Span { spans[index] }

  /// What it does.
  func effect(of span: Span) -> OutageEffect {
    span.process >= 0
      ? effects[Int(span.process)] : OutageEffect(refuses: true, holdsTransit: true)
  }

  /// Whether it is a shortage of the product, not a cut of everything or only short-dated goods.
  func isShortage(_ span: Span) -> Bool {
    span.process >= 0 && effects[Int(span.process)].isShortage
  }

  /// Whether any shortage of the product is under way on a day, counted from the start of the
  /// warm-up, whatever it does.
  @inline(__always)
  func isDown(_ day: Int) -> Bool {
    for index in 0..<spans.count where day >= spans[index].firstDay && day < spans[index].endDay {
      return true
    }
    return false
  }
}
