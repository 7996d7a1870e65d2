import RandomStreams
import SupplyModel

/// The timeline of one replication: when its phases take place, the same for all products and
/// policies.
///
/// Where a window is drawn, whether the phase takes place, when it begins and how long it lasts have
/// streams of their own, keyed by the phase's name: another probability leaves begin and length as
/// they are, and a phase that is likelier takes place wherever a less likely one does.
struct World: Sendable {
  /// By position of the phase in the model's timeline. [days from the start of the horizon]
  private(set) var windows: [PhaseWindow]
  /// How the timeline scales supply in this replication, day by day.
  private(set) var supplyScale: SupplyScale
  /// When nothing comes in from any supplier. [days from the start of the horizon]
  private(set) var inboundCuts: [PhaseWindow] = []
  /// The phases whose windows are drawn, each after the one that triggers it.
  private let drawn: [DrawnPhase]
  private var replication = -1

  /// A phase whose window is drawn.
  struct DrawnPhase: Sendable {
    /// Its place in the timeline.
    let place: Int
    let streamID: UInt64
    let timing: PhaseTiming
    /// The place of the phase that triggers it.
    let trigger: Int?
  }

  /// The timeline as it is stated, until the first replication is drawn.
  init(_ compiled: CompiledModel) {
    let timeline = compiled.model.content.timeline
    windows = timeline.map(\.statedWindow)
    supplyScale = compiled.supplyScale
    drawn = Self.drawnPhases(of: timeline)
    findInboundCuts(timeline)
  }

  private mutating func findInboundCuts(_ timeline: [Phase]) {
    inboundCuts.removeAll(keepingCapacity: true)
    for place in timeline.indices where timeline[place].cutsInbound && windows[place].takesPlace {
      inboundCuts.append(windows[place])
    }
  }

  /// Draws a replication's windows; where none is random this does nothing.
  mutating func draw(replication: Int, of model: SupplyModel) {
    guard !drawn.isEmpty, replication != self.replication else { return }
    self.replication = replication
    let content = model.content
    for phase in drawn {
      windows[phase.place] = window(of: phase, content.experiment)
    }
    findInboundCuts(content.timeline)
    supplyScale.draw(content.timeline, in: windows)
  }

  private func window(of phase: DrawnPhase, _ experiment: Experiment) -> PhaseWindow {
    let key = StreamKey(
      seed: experiment.seed, source: phase.streamID, replication: UInt64(replication))
    func stream(_ draw: Draw) -> RandomStream {
      var drawKey = key
      drawKey.purpose = StreamPurpose.phase.word(ordinal: draw.rawValue)
      return drawKey.stream()
    }
    let never = PhaseWindow(firstDay: experiment.horizonDays, endDay: experiment.horizonDays)
    var whether = stream(.whether)
    guard Int64(whether.nextBelow(10_000)) < phase.timing.probabilityBasisPoints else {
      return never
    }
    var begin = stream(.begin)
    let firstDay: Int
    switch phase.timing.begin {
    case .day(let day): firstDay = day
    case .between(let first, let last):
      firstDay = first + Int(begin.nextBelow(UInt64(last - first + 1)))
    case .after(_, let edge, let delay):
      guard let trigger = phase.trigger, windows[trigger].takesPlace else { return never }
      let from = edge == .begin ? windows[trigger].firstDay : windows[trigger].endDay
      firstDay = from + Self.days(delay.sample(using: &begin), atLeast: 0)
    }
    var length = stream(.length)
    let days = Self.days(phase.timing.length.sample(using: &length), atLeast: 1)
    return PhaseWindow(firstDay: firstDay, endDay: firstDay + days)
  }

  /// What is drawn of a phase, each from a stream of its own.
  private enum Draw: Int {
    case whether
    case begin
    case length
  }

  /// A drawn time in whole days, half up; what lies ages beyond any horizon is as good as ages.
  private static func days(_ days: Double, atLeast least: Int) -> Int {
    max(least, Int(min(days + 0.5, 1_000_000).rounded(.down)))
  }

  /// The phases that are drawn, each after the one that triggers it.
  private static func drawnPhases(of timeline: [Phase]) -> [DrawnPhase] {
    var left = timeline.indices.filter { timeline[$0].timing != nil }
    var found: [DrawnPhase] = []
    while !left.isEmpty {
      let waiting = Set(left)
      var next: [Int] = []
      for place in left {
        guard let timing = timeline[place].timing else { continue }
        var trigger: Int?
        if case .after(let name, _, _) = timing.begin {
          trigger = timeline.firstIndex { $0.name == name }
          if let trigger, waiting.contains(trigger) {
            next.append(place)
            continue
          }
        }
        found.append(
          DrawnPhase(
            place: place, streamID: StableHash.of(timeline[place].name), timing: timing,
            trigger: trigger))
      }
      precondition(next.count < left.count, "phases of a valid model don't trigger in a circle")
      left = next
    }
    return found
  }
}
