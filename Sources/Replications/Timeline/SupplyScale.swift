import SupplyModel

/// How the timeline scales what suppliers can deliver and how long they take, day by day.
struct SupplyScale: Sendable {
  private let capacityBasisPoints: [Int64]
  private let leadTimeMultipliers: [Double]
  /// Whether no day differs from normal.
  let isConstant: Bool

  /// The scale of a timeline whose phases take place in the windows, or as they are stated.
  init(timeline: [Phase], windows: [PhaseWindow]? = nil, horizonDays: Int) {
    let windows = windows ?? timeline.map(\.statedWindow)
    let acting = zip(timeline, windows).filter { phase, _ in
      phase.supplyBasisPoints != 10_000 || phase.leadTimeMultiplier != 1
    }
    isConstant = acting.isEmpty
    capacityBasisPoints = (0..<horizonDays).map { day in
      acting.reduce(10_000) { scale, acting in
        let (phase, window) = acting
        let effect =
          Double(phase.supplyBasisPoints - 10_000) * phase.strength(onDay: day, in: window)
        return scale * (10_000 + Int64(effect.rounded())) / 10_000
      }
    }
    leadTimeMultipliers = (0..<horizonDays).map { day in
      acting.reduce(1) { scale, acting in
        let (phase, window) = acting
        return scale * (1 + (phase.leadTimeMultiplier - 1) * phase.strength(onDay: day, in: window))
      }
    }
  }

  /// What multiplies capacity on a day of the horizon, in ten-thousandths; 10,000 in the warm-up.
  func capacityBasisPoints(onDay day: Int) -> Int64 { day < 0 ? 10_000 : capacityBasisPoints[day] }

  /// What multiplies supplier lead times on a day of the horizon; 1 in the warm-up.
  func leadTimeMultiplier(onDay day: Int) -> Double { day < 0 ? 1 : leadTimeMultipliers[day] }
}
