import Quantities
import RandomStreams
import SupplyModel

/// What a node aims at and how it orders, under one policy.
///
/// What every event reads stands first, so that it lies together in memory; what only some rules
/// need comes after it, and the three truths in between say whether it must be read at all.
struct NodePlan: Sendable, BitwiseCopyable {
  /// What the position is brought up to: operating stock and reserve, or operating stock alone where
  /// the reserve has a pool of its own. [units]
  var target: Int64
  /// Orders are multiples of this. [units]
  var orderMultiple: Int64
  /// The node it orders from; −1 − k for the product's k-th chain of suppliers.
  var source: Int32
  /// From shipping to receipt, if it orders from a node; −1 − k where it is drawn from the k-th
  /// transfer time of `OrderTables`. [days]
  var leadTimeDays: Int32
  /// How long before its expiry a lot leaves the position: 0 where the position counts everything
  /// on hand, 1 where it counts what is usable tomorrow, more where what is usable must still be
  /// issued with some life left. [days]
  var usableMarginDays: Int32
  /// How long before its expiry a lot first changes what the node does. [days]
  var wakeMarginDays: Int32
  /// What is too short-dated to be received. [days before expiry]
  var minimumLifeAtReceiptDays: Int32
  /// What is too short-dated to be issued to a location below. [days before expiry]
  var minimumLifeAtIssueDays: Int32

  /// Whether lots go on one shelf, and the day of their receipt does not matter.
  var shelvesPlainly: Bool
  /// Whether whatever is on hand can be issued to anyone, what expires first first.
  var issuesPlainly: Bool
  /// Whether orders are up to the target, without a maximum, and the reserve is only a part of it.
  var ordersPlainly: Bool
  /// How surely what comes is used long before it expires, whatever the day; nothing but speed depends on
  /// it.
  var use: ExpectedUse

  /// How much it orders.
  var ordering: OrderPlan
  /// When it orders.
  var review: ReviewPattern
  /// Which lot is issued first.
  var issue: IssuePlan
  /// What is held for preparedness. [units]
  var reserve: Int64
  /// How the reserve is kept and released.
  var reserving: ReservePlan
  /// Whether the reserve limits what may be issued.
  var keepsReserve: Bool
  /// Whether the reserve is nothing but a higher target.
  var reservesPlainly: Bool

  init(
    _ node: ProductNetwork.Node, of product: Position<Product>, in model: SupplyModel,
    under policy: Policy, windows: inout [PhaseRelease], tables: inout OrderTables
  ) {
    let content = model.content
    let location = content.locations[node.location]
    let item = content.products[product]
    guard
      let settings = policy.settings(for: item, at: product, in: location, at: node.location)
    else { preconditionFailure("a valid model sets a level wherever a product is handled") }
    let parts = [settings.operating, settings.reserve].map {
      $0.units(
        of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding,
        ticksPerDay: content.experiment.ticksPerDay)
    }
    reserve = parts[1]
    orderMultiple = settings.orderIn == .packs ? item.packSize : 1
    review = ReviewPattern(settings.review)
    ordering = OrderPlan(
      settings, of: item, normalConsumption: node.normalConsumption, orderMultiple: orderMultiple,
      ticksPerDay: content.experiment.ticksPerDay, tables: &tables)
    minimumLifeAtReceiptDays = Int32(settings.minimumLifeAtReceiptDays)
    minimumLifeAtIssueDays = Int32(settings.minimumLifeAtIssueDays)
    // A store that only supplies others can use what it may still issue to them.
    let usableLife = node.consumption == nil ? max(1, settings.minimumLifeAtIssueDays) : 1
    usableMarginDays = settings.position == .usableTomorrow ? Int32(usableLife) : 0
    issue = IssuePlan(settings.issue, packSize: item.packSize)
    reserving = ReservePlan(
      settings,
      refillPerDay: settings.refillPerDay?.units(
        of: item, normalConsumption: node.normalConsumption, rounding: .none,
        ticksPerDay: content.experiment.ticksPerDay),
      leadTimeDays: Self.usualLeadTimeDays(of: node, in: model.networks[product.index], content),
      usableMarginDays: usableMarginDays, timeline: content.timeline, windows: &windows)
    reservesPlainly = reserving.isPlain
    keepsReserve = reserving.hasPool || reserving.release != .always
    target = reserving.hasPool ? parts[0] : parts[0] + parts[1]
    wakeMarginDays = max(usableMarginDays, reserving.wakeMarginDays)
    shelvesPlainly =
      !issue.goesByArrival && !reserving.hasPool && reserving.release != .onStockout
    issuesPlainly = issue.kind == .fefo && minimumLifeAtIssueDays <= 1 && !keepsReserve
    ordersPlainly =
      ordering.rule == .orderUpTo && !ordering.staysDue && ordering.maximum == .max
      && reservesPlainly
    use = ExpectedUse(
      atMost: Double(target + orderMultiple),
      perDay: node.normalConsumption.unitsPerDay / Double(content.experiment.ticksPerDay),
      lifeDays: model.networks[product.index].suppliers.map {
        content.suppliers[$0].remainingLife.wholeDays(
          at: 0.001, shelfLifeDays: item.shelfLifeDays)
      }.min() ?? 0)
    switch node.source {
    case .node(let parent, let leadTime):
      source = Int32(parent)
      switch leadTime {
      case .days(let days): leadTimeDays = Int32(days)
      case .drawn(let time): leadTimeDays = -1 - tables.add(time)
      }
    case .supplier(let supplier):
      source = Int32(-1 - (model.networks[product.index].chain(naming: supplier) ?? 0))
      leadTimeDays = 0
    }
  }
}

extension NodePlan {
  /// Operating stock and reserve together. [units]
  var wholeTarget: Int64 { reserving.hasPool ? target + reserve : target }

  /// Operating stock alone. [units]
  var operatingTarget: Int64 { reserving.hasPool ? target : target - reserve }

  /// What an order usually takes: the mean of what is drawn, rounded up. [days]
  private static func usualLeadTimeDays(
    of node: ProductNetwork.Node, in network: ProductNetwork, _ content: SupplyModel.Content
  ) -> Int {
    switch node.source {
    case .node(_, .days(let days)): return days
    case .node(_, .drawn(let time)): return max(1, Int(time.mean.rounded(.up)))
    case .supplier(let named):
      let preferred = network.chain(naming: named).map { network.chains[$0].preferred }
      return Int(content.suppliers[preferred ?? named].leadTime.mean.rounded(.up))
    }
  }
}
