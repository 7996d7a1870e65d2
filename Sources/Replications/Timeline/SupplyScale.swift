import SupplyModel

/// How the timeline scales what suppliers can deliver and how long they take, day by day.
struct SupplyScale: Sendable {
  /// Days of the horizon, of one supplier after the other, or of all at once where no phase tells
  /// suppliers apart.
  private let capacityBasisPoints: [Int64]
  private let leadTimeMultipliers: [Double]
  /// Days from one supplier's first to the next one's; 0 where all are alike.
  private let stride: Int
  /// Whether no day differs from normal.
  let isConstant: Bool

  /// The scale of a timeline whose phases take place in the windows, or as they are stated.
  init(
    timeline: [Phase], windows: [PhaseWindow]? = nil, suppliers: [Position<Supplier>] = [],
    horizonDays: Int
  ) {
    let windows = windows ?? timeline.map(\.statedWindow)
    let acting = zip(timeline, windows).filter { phase, _ in
      phase.supplyBasisPoints != 10_000 || phase.leadTimeMultiplier != 1
    }
    isConstant = acting.isEmpty
    let areAlike = acting.allSatisfy { $0.0.suppliers == nil }
    stride = areAlike ? 0 : horizonDays
    let rows =
      areAlike
      ? [acting]
      : suppliers.map { supplier in acting.filter { $0.0.suppliers?.contains(supplier) ?? true } }
    capacityBasisPoints = rows.flatMap { acting in
      (0..<horizonDays).map { day in
        acting.reduce(10_000) { scale, acting in
          let (phase, window) = acting
          let effect =
            Double(phase.supplyBasisPoints - 10_000) * phase.strength(onDay: day, in: window)
          return scale * (10_000 + Int64(effect.rounded())) / 10_000
        }
      }
    }
    leadTimeMultipliers = rows.flatMap { acting in
      (0..<horizonDays).map { day in
        acting.reduce(1) { scale, acting in
          let (phase, window) = acting
          return scale
            * (1 + (phase.leadTimeMultiplier - 1) * phase.strength(onDay: day, in: window))
        }
      }
    }
  }

  /// What multiplies a supplier's capacity on a day of the horizon, in ten-thousandths; 10,000 in the
  /// warm-up. Suppliers by their position in the model.
  func capacityBasisPoints(of supplier: Int, onDay day: Int) -> Int64 {
    day < 0 ? 10_000 : capacityBasisPoints[supplier * stride + day]
  }

  /// What multiplies a supplier's lead times on a day of the horizon; 1 in the warm-up.
  func leadTimeMultiplier(of supplier: Int, onDay day: Int) -> Double {
    day < 0 ? 1 : leadTimeMultipliers[supplier * stride + day]
  }
}
