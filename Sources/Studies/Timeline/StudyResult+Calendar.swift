import Estimators
import Replications
import SupplyModel

/// How much of something is going on on one day, whatever the policy.
public struct CalendarEstimate: Sendable {
  /// What it is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// Products that are in shortage, as a fact: what has been drawn.
    case shortage
    /// Products of which a shortage is known: under way, or announced.
    case knownShortage
    /// A phase of the timeline.
    case phase
  }

  /// What it is about.
  public let kind: Kind
  /// The phase's name; empty for shortages.
  public let name: String
  /// Days from the first of the horizon, which is 0. [days]
  public let day: Int
  /// Mean over replications of the share of products, or the share of replications in which the phase is
  /// on. [1]
  public let mean: Double
  /// Of the share of products at 5, 50 and 95 %, Hyndman–Fan definition 7; empty for a phase.
  public let quantiles: [Double]
}

extension StudyResult {
  /// What goes on over time besides stock: shortages of products and phases of the timeline.
  ///
  /// Shortages are left out where none is ever drawn, known ones where none is announced before it
  /// begins, phases where the scenario has none.
  public var calendar: [CalendarEstimate] {
    guard !sums.kept.isEmpty else { return [] }
    let known = study.chronicle.hasAnnouncements ? shortages(.knownShortage) : []
    return shortages(.shortage) + known + phaseDays
  }

  private func shortages(_ kind: CalendarEstimate.Kind) -> [CalendarEstimate] {
    let points = study.timelinePoints.days
    let first = study.chronicle.shortages(areKnown: kind == .knownShortage)
    let products = Double(study.compiled.products.count)
    let counts = sums.followed(first..<first + points.count) { $1 }
    guard counts.contains(where: { $0.contains { $0 != 0 } }) else { return [] }
    let levels = [5, 50, 95].map { Quantile.Level.percent($0) }
    return points.indices.map { point in
      CalendarEstimate(
        kind: kind, name: "", day: points[point],
        mean: (ExactMoments(counts[point]).mean ?? 0) / products,
        quantiles: Quantile.type7(of: counts[point], levels).map { $0 / products })
    }
  }

  private var phaseDays: [CalendarEstimate] {
    let points = study.timelinePoints
    let drawn = sums.kept.map { windows(of: $0) }
    return content.timeline.enumerated().flatMap { phase, stated in
      points.days.indices.map { point in
        let count = drawn.count { $0[phase].contains(points.ticks[point]) }
        return CalendarEstimate(
          kind: .phase, name: stated.name, day: points.days[point],
          mean: Double(count) / Double(sums.kept.count), quantiles: [])
      }
    }
  }

  /// When phases took place in a replication. [ticks from the start of the horizon]
  func windows(of replication: StudySums.KeptReplication) -> [PhaseWindow] {
    let chronicle = study.chronicle
    return (0..<chronicle.phaseCount).map { phase in
      let place = chronicle.window(phase)
      return PhaseWindow(
        firstDay: Int(replication.timeline[place]), endDay: Int(replication.timeline[place + 1]))
    }
  }
}
