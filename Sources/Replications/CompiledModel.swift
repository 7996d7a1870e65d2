import Quantities
import RandomStreams
public import SupplyModel

/// A model turned into flat tables of numbers for the inner loop, once for all replications.
public struct CompiledModel: Sendable {
  /// The model that was compiled.
  public let model: SupplyModel
  /// The products that are simulated, in order.
  public let products: [CompiledProduct]
  /// The policies that are simulated, in order.
  public let policies: [Position<Policy>]
  /// How the timeline scales supply, day by day.
  let supplyScale: SupplyScale

  /// Compiles a model for some policies and products; `nil` means all of them.
  public init(
    _ model: SupplyModel, policies: [Position<Policy>]? = nil,
    products: [Position<Product>]? = nil
  ) {
    let chosen = policies ?? model.content.policies.positions
    self.model = model
    self.policies = chosen
    self.products = (products ?? model.content.products.positions).map {
      CompiledProduct($0, of: model, policies: chosen)
    }
    self.supplyScale = SupplyScale(
      timeline: model.content.timeline, horizonDays: model.content.experiment.horizonDays)
  }

  /// Length of the reported time. [days]
  public var horizonDays: Int { model.content.experiment.horizonDays }

  /// Calendar days that the reported time touches: deliveries are counted by them.
  public var deliveryDays: Int {
    model.content.experiment.calendarDay(ofTick: horizonDays - 1) + 1
  }

  /// The weekday of the first day of the horizon, 0 for Monday.
  var firstWeekday: Int { model.content.experiment.startDate.weekday - 1 }
}

/// How the timeline scales what suppliers can deliver and how long they take, day by day.
struct SupplyScale: Sendable {
  private let capacityBasisPoints: [Int64]
  private let leadTimeMultipliers: [Double]
  /// Whether no day differs from normal.
  let isConstant: Bool

  init(timeline: [Phase], horizonDays: Int) {
    let acting = timeline.filter { $0.supplyBasisPoints != 10_000 || $0.leadTimeMultiplier != 1 }
    isConstant = acting.isEmpty
    capacityBasisPoints = (0..<horizonDays).map { day in
      acting.reduce(10_000) { scale, phase in
        let effect = Double(phase.supplyBasisPoints - 10_000) * phase.strength(onDay: day)
        return scale * (10_000 + Int64(effect.rounded())) / 10_000
      }
    }
    leadTimeMultipliers = (0..<horizonDays).map { day in
      acting.reduce(1) { $0 * (1 + ($1.leadTimeMultiplier - 1) * $1.strength(onDay: day)) }
    }
  }

  /// What multiplies capacity on a day of the horizon, in ten-thousandths; 10,000 in the warm-up.
  func capacityBasisPoints(onDay day: Int) -> Int64 { day < 0 ? 10_000 : capacityBasisPoints[day] }

  /// What multiplies supplier lead times on a day of the horizon; 1 in the warm-up.
  func leadTimeMultiplier(onDay day: Int) -> Double { day < 0 ? 1 : leadTimeMultipliers[day] }
}
