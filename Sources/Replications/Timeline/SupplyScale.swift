import SupplyModel

/// How the timeline scales what suppliers can deliver and how long they take, day by day.
struct SupplyScale: Sendable {
  /// Days of the horizon, of one supplier after the other, or of all at once where no phase tells
  /// suppliers apart.
  private var capacityBasisPoints: [Int64] = []
  private var leadTimeMultipliers: [Double] = []
  /// Days from one supplier's first to the next one's; 0 where all are alike.
  private let stride: Int
  /// Whether no day differs from normal.
  let isConstant: Bool
  /// Those that are told apart; one `nil` for all where none are.
  private let suppliers: [Position<Supplier>?]
  private let horizonDays: Int

  /// The scale of a timeline whose phases take place as they are stated.
  init(timeline: [Phase], suppliers: [Position<Supplier>] = [], horizonDays: Int) {
    let acting = timeline.filter(\.scalesSupply)
    isConstant = acting.isEmpty
    let areAlike = acting.allSatisfy { $0.suppliers == nil }
    stride = areAlike ? 0 : horizonDays
    self.suppliers = areAlike ? [nil] : suppliers
    self.horizonDays = horizonDays
    draw(timeline, in: timeline.map(\.statedWindow))
  }

  /// Makes it the scale of the same timeline with phases that take place in other windows.
  ///
  /// This happens in every replication whose timeline is random, so it asks for no memory.
  mutating func draw(_ timeline: [Phase], in windows: [PhaseWindow]) {
    capacityBasisPoints.removeAll(keepingCapacity: true)
    leadTimeMultipliers.removeAll(keepingCapacity: true)
    for supplier in suppliers {
      for day in 0..<horizonDays {
        var capacity: Int64 = 10_000
        var leadTime = 1.0
        for place in timeline.indices where timeline[place].scalesSupply(of: supplier) {
          let strength = timeline[place].strength(onDay: day, in: windows[place])
          let effect = Double(timeline[place].supplyBasisPoints - 10_000) * strength
          capacity = capacity * (10_000 + Int64(effect.rounded())) / 10_000
          leadTime = leadTime * (1 + (timeline[place].leadTimeMultiplier - 1) * strength)
        }
        capacityBasisPoints.append(capacity)
        leadTimeMultipliers.append(leadTime)
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

extension Phase {
  /// Whether suppliers deliver another share than usual, or take another time for it.
  fileprivate var scalesSupply: Bool { supplyBasisPoints != 10_000 || leadTimeMultiplier != 1 }

  /// Whether it does so for a supplier; `nil` for one that is not told from others.
  fileprivate func scalesSupply(of supplier: Position<Supplier>?) -> Bool {
    guard scalesSupply else { return false }
    guard let supplier, let suppliers else { return true }
    return suppliers.contains(supplier)
  }
}
