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
  /// How the timeline scales supply, day by day, where its phases take place as they are stated.
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
