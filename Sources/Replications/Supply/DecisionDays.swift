import SupplyModel

/// An authority's decision as the inner loop needs it.
struct CompiledDecision: Sendable, Equatable {
  /// Any of these phases brings it about: positions in the timeline. Empty where a shortage does.
  let phases: [Int]
  /// Whether a shortage of the product brings it about.
  let isAboutShortage: Bool
  /// From the first day of the occasion to the first day on which it holds. [days]
  let delayDays: Int

  /// - Parameter startUpDays: how much later than the decision what was decided begins. [days]
  init(_ decision: Decision, timeline: [Phase], startUpDays: Int = 0) {
    delayDays = decision.delayDays + startUpDays
    switch decision.occasion {
    case .shortage:
      isAboutShortage = true
      phases = []
    case .phases(let names):
      isAboutShortage = false
      phases = timeline.indices.filter { names.contains(timeline[$0].name) }
    }
  }
}

/// On which days authorities' decisions about a product hold in one replication.
///
/// An occasion is a time without a break: phases, or shortages, that overlap or follow directly upon
/// each other are one. A decision holds from its delay after the first day of an occasion until the
/// occasion ends. Occasions do not depend on the policy. In the warm-up there is no timeline; a
/// shortage that is under way on the very first day counts from then.
struct DecisionDays: ~Copyable {
  private var occasions = Column<Span>()
  /// Before this day no decision holds that the occasions bring about.
  private var earliest = 0
  private var spans = Column<Span>()
  /// Where the spans of each decision end.
  private var ends = Column<Int32>()

  /// Days from the start of the warm-up.
  struct Span: BitwiseCopyable {
    var firstDay: Int32
    /// First day after it.
    var endDay: Int32
  }

  /// Forgets all decisions.
  mutating func removeAll() {
    spans.removeAll()
    ends.removeAll()
  }

  /// Begins to note the occasions of the next decision.
  mutating func forgetOccasions() {
    occasions.removeAll()
    earliest = 0
  }

  mutating func noteOccasion(from first: Int, until end: Int) {
    occasions.append(Span(firstDay: Int32(first), endDay: Int32(end)))
  }

  /// Notes as occasions of the next decision when any of some phases takes place.
  mutating func noteOccasions(
    _ phases: [Int], _ windows: [PhaseWindow], _ reportStart: Int, days: Int
  ) {
    occasions.removeAll()
    earliest = reportStart
    var end = Int.min
    while true {
      // The first phase that begins after all that has been noted, and how long phases then go on
      // without a break.
      var begin = Int.max
      for phase in phases where windows[phase].firstDay < windows[phase].endDay {
        if windows[phase].firstDay > end { begin = min(begin, windows[phase].firstDay) }
      }
      guard begin < days else { return }
      end = begin
      var isLonger = true
      while isLonger {
        isLonger = false
        for phase in phases where windows[phase].firstDay <= end && windows[phase].endDay > end {
          end = windows[phase].endDay
          isLonger = true
        }
      }
      noteOccasion(from: begin + reportStart, until: min(end + reportStart, days))
    }
  }

  /// Adds the next decision, which the occasions noted last bring about.
  mutating func add(_ decision: CompiledDecision) {
    for index in 0..<occasions.count {
      let occasion = occasions[index]
      let first = max(earliest, Int(occasion.firstDay) + decision.delayDays)
      if first < Int(occasion.endDay) {
        spans.append(Span(firstDay: Int32(first), endDay: occasion.endDay))
      }
    }
    ends.append(Int32(spans.count))
  }

  /// Whether a decision, by its number in `CompiledProduct.decisions`, holds on a day, counted from
  /// the start of the warm-up.
  func holds(_ decision: Int, on day: Int) -> Bool {
    let first = decision > 0 ? Int(ends[decision - 1]) : 0
    for index in first..<Int(ends[decision])
    where day >= Int(spans[index].firstDay) && day < Int(spans[index].endDay) {
      return true
    }
    return false
  }

  /// The first day after another on which a decision begins to hold; `nil` if there is none.
  func begin(of decision: Int, after day: Int) -> Int? {
    var found: Int?
    let first = decision > 0 ? Int(ends[decision - 1]) : 0
    for index in first..<Int(ends[decision]) where Int(spans[index].firstDay) > day {
      found = min(found ?? .max, Int(spans[index].firstDay))
    }
    return found
  }
}
