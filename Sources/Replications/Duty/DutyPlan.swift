public import SupplyModel

/// Who must hold how much of one product, and whose stock counts.
public struct DutyPlan: Sendable {
  /// What each holder must hold, in order of authorities.
  public let requirements: [DutyRequirement]
  /// By node: the place of the requirement that its stock counts towards; −1 for none.
  let holderOfNode: [Int32]

  /// The plan of a product; `nil` if nobody must hold it.
  init?(of product: Position<Product>, in model: SupplyModel) {
    let requirements = model.dutyRequirements(of: product)
    guard let duty = model.content.duty, !requirements.isEmpty else { return nil }
    self.requirements = requirements
    let category = model.content.products[product].category
    holderOfNode = model.networks[product.index].nodes.map { node in
      let location = model.content.locations[node.location]
      guard duty.locations.selects(location, at: node.location, for: category) else { return -1 }
      let holder = model.dutyHolder(of: location.authority(of: category))
      return Int32(requirements.firstIndex { $0.holder == holder } ?? -1)
    }
  }
}

/// How a holder of one product has kept within its duty in one replication.
public struct DutyOutcome: Sendable, Equatable {
  /// Days of the horizon at whose end the stock that counts was at least the requirement. [days]
  public var daysWithin: Int64 = 0
  /// Sum over days of what was missing at the end of the day. [units × days]
  public var missingUnitDays: Int64 = 0
  /// Days with at least the duty's cover, where cover is measured. [days]
  public var daysWithinByCover: Int64?
  /// Sum over days of the holder's cover, where it is measured. [10⁻⁶ days × days]
  public var coverMicroDays: Int64?

  /// An outcome of no days.
  public init() {}
}
