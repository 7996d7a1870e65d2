import Quantities
import SupplyModel

/// What may be given instead of one product of a job.
struct SubstitutionPlan: Sendable {
  /// What is missing: a place among the job's members.
  let original: Int
  /// How long the original must have been in shortage; `nil` where it need not be. [days]
  let delayDays: Int?
  /// What each unit replaced costs besides the goods. [öre]
  let extraCostOre: Int64
  /// What is given, in the order in which it is tried.
  let substitutes: [Substitute]

  /// A product that stands in.
  struct Substitute: Sendable {
    /// A place among the job's members.
    let member: Int
    /// How many units of it replace one of the original. [units, 1 or more]
    let unitsEach: Int64
    /// By node of the original: the substitute's node at the same location; −1 where it is not held.
    let nodes: [Int32]
  }

  /// The substitutions of a job in the order in which they are tried: by original as the members
  /// stand, and for one original as the scenario lists them.
  static func plans(
    members: [CompiledProduct], in content: SupplyModel.Content
  ) -> [SubstitutionPlan] {
    members.indices.flatMap { original in
      content.substitutions.filter { $0.original == members[original].position }.map { row in
        SubstitutionPlan(row, original: original, members: members)
      }
    }
  }

  private init(_ row: Substitution, original: Int, members: [CompiledProduct]) {
    self.original = original
    switch row.permission {
    case .always: delayDays = nil
    case .duringShortage(let days): delayDays = days
    }
    extraCostOre = row.extraCost.ore
    substitutes = row.substitutes.compactMap { substitute in
      guard let member = members.firstIndex(where: { $0.position == substitute.product })
      else { return nil }
      return Substitute(
        member: member, unitsEach: substitute.unitsEach,
        nodes: members[original].nodes(of: members[member]))
    }
  }
}

/// A product of a job that is useless without another one.
struct KeyPlan: Sendable {
  /// The keyed product: a place among the job's members.
  let member: Int
  /// What it is keyed to: a place among the job's members.
  let partner: Int
  /// By node of the keyed product: the partner's node at the same location; −1 where it is not held.
  let nodes: [Int32]

  /// The keyed products of a job.
  static func plans(
    members: [CompiledProduct], in content: SupplyModel.Content
  ) -> [KeyPlan] {
    members.indices.compactMap { member in
      guard let key = content.products[members[member].position].keyedTo,
        let partner = members.firstIndex(where: { $0.position == key })
      else { return nil }
      return KeyPlan(
        member: member, partner: partner, nodes: members[member].nodes(of: members[partner]))
    }
  }
}

extension CompiledProduct {
  /// By its own node: another product's node at the same location; −1 where there is none.
  fileprivate func nodes(of other: CompiledProduct) -> [Int32] {
    locations.map { location in Int32(other.locations.firstIndex(of: location) ?? -1) }
  }
}
