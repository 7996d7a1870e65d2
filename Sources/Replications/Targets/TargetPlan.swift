import SupplyModel

/// What a node's levels are at full size, and what changes them while a run goes on: the build-up
/// and hoarding.
///
/// Choices where the scenario's words leave one:
///
/// - operating stock and reserve change each on its own; during a build-up a part starts from the
///   baseline's level or the policy's own, whichever is the lower, and is rounded to packs as the
///   policy rounds levels;
/// - while targets are not at full size, the point at which an ordering rule orders is the same
///   share of the target as it is at full size, rounded up; hoarding raises both by its factor;
/// - hoarded levels are rounded up to whole packs where packs are ordered;
/// - order quantities, order maxima, the pace of a refill, and orders by calendar or by a table of
///   ages stay as they are: neither build-up nor hoarding changes them.
struct TargetPlan: Sendable, BitwiseCopyable {
  /// Operating stock. [units]
  var operating: Int64
  /// Reserve. [units]
  var reserve: Int64
  /// What operating stock starts from in a build-up. [units]
  var firstOperating: Int64
  /// What the reserve starts from. [units]
  var firstReserve: Int64
  /// When the ordering rule orders, if it has such a point. [units]
  var reorderAt: Int64
  /// What multiplies levels while a shortage is known of, in ten-thousandths.
  var hoardingBasisPoints: Int64
  /// Orders are multiples of this. [units]
  var orderMultiple: Int64
  /// [units per pack]
  var packSize: Int64
  /// How the policy rounds levels to packs.
  var rounding: PackRounding
  /// Whether the reserve has a pool of its own, so that the ordering rule speaks for operating stock
  /// alone.
  var hasPool: Bool

  /// A node's levels as they hold on a day.
  struct Levels: BitwiseCopyable, Equatable {
    var operating: Int64
    var reserve: Int64
    var reorderAt: Int64
  }

  /// The levels when a build-up has come so far, hoarded or not.
  func levels(at share: BuildUpPlan.Share, isHoarding: Bool) -> Levels {
    let built = Levels(
      operating: grown(from: firstOperating, to: operating, share),
      reserve: grown(from: firstReserve, to: reserve, share), reorderAt: reorderAt)
    var levels = built
    let full = hasPool ? operating : operating + reserve
    if share != .whole, full > 0 {
      let target = hasPool ? built.operating : built.operating + built.reserve
      levels.reorderAt = Self.roundedUp(Int128(reorderAt) * Int128(target), dividedBy: Int128(full))
    }
    guard isHoarding, hoardingBasisPoints > 10_000 else { return levels }
    let factor = Int128(hoardingBasisPoints)
    levels.operating = inWholeOrders(Int128(levels.operating) * factor)
    levels.reserve = inWholeOrders(Int128(levels.reserve) * factor)
    levels.reorderAt = Self.roundedUp(Int128(levels.reorderAt) * factor, dividedBy: 10_000)
    return levels
  }

  /// A level on its way from one to another that is not below it. [units]
  private func grown(from first: Int64, to full: Int64, _ share: BuildUpPlan.Share) -> Int64 {
    guard share != .whole, full > first else { return full }
    let growth = Self.roundedUp(
      Int128(full - first) * Int128(share.done), dividedBy: Int128(share.of))
    return min(full, max(first, rounding.rounded(first + growth, packSize: packSize)))
  }

  /// A level in ten-thousandths of a unit as whole order multiples, rounded up. [units]
  private func inWholeOrders(_ tenThousandths: Int128) -> Int64 {
    let units = Self.roundedUp(tenThousandths, dividedBy: 10_000)
    return (units + orderMultiple - 1) / orderMultiple * orderMultiple
  }

  private static func roundedUp(_ dividend: Int128, dividedBy divisor: Int128) -> Int64 {
    Int64((dividend + divisor - 1) / divisor)
  }
}

extension TargetPlan {
  /// The levels of a node's plan; in a build-up with the plan of the same node under the baseline.
  init(
    _ plan: NodePlan, from baseline: NodePlan?, hoardingBasisPoints: Int64,
    rounding: PackRounding, packSize: Int64
  ) {
    operating = plan.operatingTarget
    reserve = plan.reserve
    firstOperating = min(baseline?.operatingTarget ?? operating, operating)
    firstReserve = min(baseline?.reserve ?? reserve, reserve)
    reorderAt = plan.ordering.reorderAt
    self.hoardingBasisPoints = hoardingBasisPoints
    orderMultiple = plan.orderMultiple
    self.packSize = packSize
    self.rounding = rounding
    hasPool = plan.reserving.hasPool
  }

  /// What changes the targets of a product under a policy; empty where nothing does.
  ///
  /// - Parameters:
  ///   - plans: the nodes' plans under the policy.
  ///   - baseline: their plans under the baseline, where the policy starts from them; else empty.
  ///   - buildUp: how the policy starts from them.
  static func all(
    _ policy: Policy, _ plans: [NodePlan], from baseline: [NodePlan], _ buildUp: BuildUpPlan,
    of product: Position<Product>, in model: SupplyModel
  ) -> [TargetPlan] {
    let content = model.content
    let item = content.products[product]
    let startsLower = !baseline.isEmpty && !buildUp.isImmediate
    // Without a word about hoarding there is no need to look at every node.
    guard startsLower || policy.rules.contains(where: { $0.hoardingBasisPoints != nil })
    else { return [] }
    var hoards = false
    let targets = model.networks[product.index].nodes.enumerated().map { index, node in
      let settings = policy.settings(
        for: item, at: product, in: content.locations[node.location], at: node.location)
      let factor = settings?.hoardingBasisPoints ?? 10_000
      hoards = hoards || factor > 10_000
      return TargetPlan(
        plans[index], from: startsLower ? baseline[index] : nil, hoardingBasisPoints: factor,
        rounding: settings?.rounding ?? .none, packSize: item.packSize)
    }
    return startsLower || hoards ? targets : []
  }
}
