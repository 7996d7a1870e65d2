import RandomStreams
import SupplyModel

/// What a shortage does to some of a product's suppliers.
struct OutageEffect: Sendable, BitwiseCopyable {
  /// Whose deliveries it befalls: bit k for the product's supplier k.
  var suppliers = UInt64.max
  /// Whether nothing is accepted.
  var refuses = true
  /// Whether what is accepted leaves on the first day up.
  var holdsOrders = false
  /// Whether what is under way stands still.
  var holdsTransit = false
  /// How much of the capacity is left, in ten-thousandths.
  var capacityBasisPoints: Int64 = 10_000
  /// Whether deliveries have another remaining life.
  var changesLife = false

  /// Whether a supplier is in shortage by it; deliveries that are only short-dated are none.
  var isShortage: Bool {
    refuses || holdsOrders || holdsTransit || capacityBasisPoints < 10_000
  }

  /// Whether it befalls a supplier.
  func befalls(_ supplier: Int) -> Bool { suppliers >> UInt64(supplier) & 1 == 1 }
}

/// A shortage process of one product as the inner loop needs it.
///
/// Its streams are keyed by names, never by the place in a table: the process's own id; for a package
/// or supplier the supplier's name besides, for a group or category that one's. What befalls several
/// products together has no product in its keys, and the same time 0 for all of them: the first day
/// of the longest warm-up among the products that the process selects.
struct OutageProcess: Sendable {
  let streamID: UInt64
  /// Whether other products share its course.
  let isShared: Bool
  /// How long before the product's first day its course begins. [days]
  let headStartDays: Int
  let meanUpTimeDays: Double
  let shareOfTimeDown: Double
  let duration: Distribution
  let startsUp: Bool
  let effect: OutageEffect
  let remainingLife: RemainingLife?
  let announcement: ShortageProcess.Announcement?
  /// The process in the model.
  let position: Position<ShortageProcess>

  /// The process that a stated one makes of a product.
  ///
  /// - Parameters:
  ///   - name: of the supplier, group or category that it befalls, if it is not the product.
  ///   - suppliers: bit k for the product's supplier k.
  init(
    _ shortage: ShortageProcess, at position: Position<ShortageProcess> = Position(0),
    ticksPerDay: Int, name: String? = nil, isShared: Bool = false, headStartDays: Int = 0,
    suppliers: UInt64 = .max
  ) {
    streamID = StableHash.of(name.map { "\(shortage.id)\u{1F}\($0)" } ?? shortage.id)
    self.isShared = isShared
    self.headStartDays = headStartDays
    meanUpTimeDays = shortage.meanUpTimeDays(ticksPerDay: ticksPerDay)
    shareOfTimeDown = shortage.shareOfTimeDown(ticksPerDay: ticksPerDay)
    duration = shortage.duration
    startsUp = shortage.startsUp
    effect = OutageEffect(shortage, suppliers: suppliers)
    remainingLife = shortage.remainingLife
    announcement = shortage.announcement
    self.position = position
  }

  /// All processes that befall deliveries of a product; its suppliers in their order.
  static func processes(
    of product: Position<Product>, suppliers: [Position<Supplier>], in model: SupplyModel
  ) -> [OutageProcess] {
    let content = model.content
    let item = content.products[product]
    precondition(suppliers.count <= 64, "A product has at most 64 suppliers.")
    return content.shortages.positions.flatMap { position -> [OutageProcess] in
      let shortage = content.shortages[position]
      guard shortage.products.selects(item, at: product) else { return [] }
      let befallen = suppliers.indices.filter {
        shortage.suppliers?.contains(suppliers[$0]) ?? true
      }
      guard !befallen.isEmpty else { return [] }
      let all = befallen.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
      func process(
        _ name: String? = nil, isShared: Bool = false, suppliers: UInt64
      ) -> OutageProcess {
        OutageProcess(
          shortage, at: position, ticksPerDay: content.experiment.ticksPerDay, name: name,
          isShared: isShared,
          headStartDays: isShared
            ? model.longestWarmUpDays(of: shortage.products) - model.warmUpDays[product.index] : 0,
          suppliers: suppliers)
      }
      switch shortage.scope {
      case .product: return [process(suppliers: all)]
      case .package:
        return befallen.map {
          process("package\u{1F}\(content.suppliers[suppliers[$0]].id)", suppliers: 1 << UInt64($0))
        }
      case .supplier:
        return befallen.map {
          process(
            "supplier\u{1F}\(content.suppliers[suppliers[$0]].id)", isShared: true,
            suppliers: 1 << UInt64($0))
        }
      case .group:
        guard let group = item.group else { return [process(suppliers: all)] }
        return [process("group\u{1F}\(group)", isShared: true, suppliers: all)]
      case .category:
        return [
          process("category\u{1F}\(item.category.rawValue)", isShared: true, suppliers: all)
        ]
      }
    }
  }
}

extension OutageEffect {
  init(_ shortage: ShortageProcess, suppliers: UInt64) {
    self.init(
      suppliers: suppliers, refuses: shortage.orders == .refused,
      holdsOrders: shortage.orders == .held, holdsTransit: shortage.holdsTransit,
      changesLife: shortage.remainingLife != nil)
    if case .fraction(let basisPoints) = shortage.orders { capacityBasisPoints = basisPoints }
  }
}

extension SupplyModel {
  /// The longest warm-up of some products, simulated or not. [days]
  func longestWarmUpDays(of selection: ProductSelection) -> Int {
    content.products.positions.reduce(0) { longest, product in
      selection.selects(content.products[product], at: product)
        ? max(longest, warmUpDays[product.index]) : longest
    }
  }
}
