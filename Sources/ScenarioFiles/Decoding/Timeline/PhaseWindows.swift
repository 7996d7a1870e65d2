import RandomStreams
import SupplyModel

/// When the phases of a timeline can take place, each after those that trigger it.
///
/// Every phase has at most one that triggers it, so from any phase a single chain leads back to
/// one with a day of its own, unless the chain closes a circle.
struct PhaseWindows {
  /// When a phase can take place.
  private struct Span {
    var firstBegin: Int
    var lastBegin: Int
    var firstEnd: Int
    var lastEnd: Int
    /// Whether it takes place for certain.
    var isCertain: Bool

    var hasFixedBegin: Bool { isCertain && firstBegin == lastBegin }
    var isFixed: Bool { hasFixedBegin && firstEnd == lastEnd }
  }

  /// Days this far away are too far to be told apart. [days]
  private static let farAway = 1_000_000_000

  /// By the phase's place in the list; `nil` where it cannot be known.
  private var spans: [Span?]
  private var timings: [PhaseTiming?]
  /// The first day that is not simulated; `nil` if it could not be read.
  private let horizonDays: Int?

  /// The windows of phases; reports triggers that are unknown, unclear or go round in a circle.
  ///
  /// `allNames` are the names of all phases, also of those that could not be read.
  init(
    _ phases: [StatedPhase], allNames: [String], horizonDays: Int?, in decoding: Decoding
  ) {
    spans = phases.map { _ in nil }
    timings = phases.map { _ in nil }
    self.horizonDays = horizonDays
    let triggers = phases.map {
      Self.trigger(of: $0, among: phases, allNames: allNames, in: decoding)
    }
    var isSettled = phases.map { _ in false }
    for start in phases.indices where !isSettled[start] {
      var chain: [Int] = []
      var place: Int? = start
      while let current = place, !isSettled[current], !chain.contains(current) {
        chain.append(current)
        place = triggers[current]
      }
      if let place, let first = chain.firstIndex(of: place) {
        Self.reportCircle(chain[first...].map { phases[$0] }, in: decoding)
      }
      for index in chain.reversed() {
        isSettled[index] = true
        settle(index, phases[index], trigger: triggers[index])
      }
    }
  }

  /// The phases with their windows; without those whose trigger is unknown.
  func phases(of stated: [StatedPhase]) -> [Placed<Phase>] {
    stated.indices.compactMap { index in
      guard let span = spans[index] else { return nil }
      var phase = stated[index].phase
      phase.firstDay = span.firstBegin
      phase.timing = timings[index]
      var end = span.lastEnd
      if phase.timing != nil, let horizonDays {
        // What a drawn phase does after the horizon is never asked for.
        end = min(end, max(horizonDays, span.firstBegin + 1))
      }
      phase.lengthDays = end - span.firstBegin
      return Placed(element: phase, range: stated[index].range, path: stated[index].path)
    }
  }

  /// Finds out when a phase can be, once that is known of the one that triggers it.
  private mutating func settle(_ index: Int, _ stated: StatedPhase, trigger: Int?) {
    let timing = stated.timing
    let longest = timing.length.longest ?? Self.farAway
    var (first, last) = (0, 0)
    var isCertain = timing.probabilityBasisPoints == 10_000
    var begin: PhaseTiming.Begin
    switch timing.begin {
    case .days(let firstDay, let lastDay):
      (first, last) = (firstDay, lastDay)
      begin = .between(first: first, last: last)
    case .after(let name, let edge, let delay, _, _):
      guard let trigger, let other = spans[trigger] else { return }
      let latest = delay.longest ?? Self.farAway
      switch edge {
      case .begin: (first, last) = (other.firstBegin, other.lastBegin)
      case .end: (first, last) = (other.firstEnd, other.lastEnd)
      }
      (first, last) = (first + delay.shortest, min(Self.farAway, last + latest))
      isCertain = isCertain && other.isCertain
      begin = .after(phase: name, edge: edge, delay: delay.distribution)
      // After a day that is certain and known it begins on a day that is known.
      if other.isCertain, first == last { begin = .day(first) }
    }
    if case .between = begin, first == last { begin = .day(first) }
    let span = Span(
      firstBegin: first, lastBegin: last, firstEnd: first + timing.length.shortest,
      lastEnd: min(Self.farAway, last + longest), isCertain: isCertain)
    spans[index] = span
    guard !span.isFixed else { return }
    timings[index] = PhaseTiming(
      begin: begin, length: timing.length.distribution,
      probabilityBasisPoints: timing.probabilityBasisPoints)
  }

  /// The place of the phase that triggers another; `nil` if none does, or if it is unknown.
  private static func trigger(
    of phase: StatedPhase, among phases: [StatedPhase], allNames: [String], in decoding: Decoding
  ) -> Int? {
    guard case .after(let name, _, _, let range, let path) = phase.timing.begin else { return nil }
    let count = allNames.count { $0 == name }
    if count == 0 {
      let others = Set(allNames).subtracting([phase.phase.name]).sorted()
      decoding.report(
        range, path, "names the unknown phase \(TerminalText.quoted(name))",
        allowed: others.isEmpty
          ? "the name of another phase, but the timeline has none"
          : TerminalText.oneOf(others),
        remedy: decoding.didYouMean(name, among: others))
    } else if count > 1 {
      decoding.report(
        range, path, "names \(TerminalText.quoted(name)), which \(count) phases are called",
        allowed: "a phase whose name no other phase has", remedy: "give each a name of its own")
    } else {
      return phases.firstIndex { $0.phase.name == name }
    }
    return nil
  }

  /// Reports phases each of which waits for the next.
  private static func reportCircle(_ phases: [StatedPhase], in decoding: Decoding) {
    guard let first = phases.first,
      case .after(_, _, _, let range, let path) = first.timing.begin
    else { return }
    let names = (phases + [first]).map(\.phase.name)
    decoding.report(
      range, path,
      phases.count == 1
        ? "names the phase itself" : "closes a circle: " + names.joined(separator: " after "),
      allowed: "phases that lead back to one with a date",
      remedy: "give one of them a date")
  }
}
