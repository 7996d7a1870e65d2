import Estimators
import Replications
import SupplyModel

/// How much a study keeps of what it finds, told from the model alone.
struct ResultSize {
  /// Measures of all groups.
  private(set) var cells = 0.0
  /// Sums over replications. [bytes]
  private(set) var sums = 0.0
  /// What a core needs: sums over replications, and those of the one that it runs. [bytes]
  private(set) var perWorker = 0.0
  /// What is kept of a replication, and what its row in a table takes. [bytes]
  private(set) var perReplication = 0.0
  /// What is needed while results are written. [bytes]
  private(set) var writing = 0.0

  init(_ content: SupplyModel.Content, _ run: MemoryEstimate.Run) {
    if run.isEndurance {
      self.init(ofEndurance: content, run)
    } else {
      self.init(ofMeasures: content, run)
    }
  }

  private init(ofEndurance content: SupplyModel.Content, _ run: MemoryEstimate.Run) {
    let policies = Double(run.policies?.count ?? content.policies.count)
    let products = run.products?.count ?? content.products.count
    // Two measures of most groups, and one of what divides regions further.
    let groups = Self.groupCounts(content, products: products)
    let inRegion = groups.reduce(0.0) { $0 + ($1.0.dividesPlaces ? 0 : $1.1) }
    cells = groups.reduce(0.0) { $0 + 2 * $1.1 } + Double(content.regions.count) * inRegion
    let values = cells * policies * Double(MemoryLayout<EnduranceStudy.Values.Element>.stride)
    (perWorker, perReplication) = (values, values + Self.bytesPerKeptReplication)
    // The largest rows tell of all locations in all replications.
    writing =
      Self.writingBytes + Double(content.locations.count) * Double(run.replications) * 16
  }

  private init(ofMeasures content: SupplyModel.Content, _ run: MemoryEstimate.Run) {
    let policies = Double(run.policies?.count ?? content.policies.count)
    let products = run.products ?? content.products.positions
    let context = MeasureContext(content)
    let hasEquity = content.regions.count > 1
    var kept = 0.0
    var groups = 0.0
    var equityGroups = 0.0
    for (level, count) in Self.groupCounts(content, products: products.count) {
      let isOfAll = level == .all || level == .category || level == .demandClass
      var measures = Self.measureCount(level, content, products: products, context)
      if content.duty != nil || content.experiment.measuresCover { measures += 3 }
      if hasEquity, isOfAll {
        measures += 6
        equityGroups += count
      }
      groups += count
      cells += measures * count
      if run.keepsDetail || level.keepsReplications { kept += measures * count }
    }
    let moments = Double(MemoryLayout<ExactMoments>.stride)
    let pairs = Self.dutyPairs(content, products: Double(products.count))
    let dutyFigures = pairs * Double(PairFigure.allCases.count) * policies
    let regions = hasEquity ? Double(content.regions.count) : 0

    sums = cells * moments * max(1, 2 * policies - 1) + dutyFigures * moments
    let horizon = Double(content.experiment.horizonDays)
    let ofReplication =
      groups * policies * Double(MemoryLayout<GroupSums>.stride) + cells * policies * 8
      + Double(content.locations.count) * horizon / 8 * policies
      + Double(content.tiers.count) * horizon * policies * 16 + dutyFigures * 8
    let chronicle = ChronicleSize(
      content, policies: policies, products: Double(products.count))
    perWorker = sums + ofReplication + chronicle.perWorker
    perReplication =
      8 * (policies * (kept + equityGroups * (regions + 2)) + chronicle.kept)
      + Self.bytesPerKeptReplication
      + policies * Self.columnsOfReplications * Self.bytesPerCell
    writing =
      Self.writingBytes + pairs * policies * Self.columnsOfDuty * Self.bytesPerCell * 1.5
  }

  /// Three arrays and how they are found.
  private static let bytesPerKeptReplication = 208.0

  /// A value in a table that is made whole: of replications, and of the duty.
  private static let bytesPerCell = 24.0
  private static let columnsOfReplications = 13.0
  private static let columnsOfDuty = 19.0

  /// Pieces of tables, the summary, the manifest.
  private static let writingBytes = 5.0 * 1024 * 1024

  /// How many groups each level has, at most.
  private static func groupCounts(
    _ content: SupplyModel.Content, products: Int
  ) -> [(Level, Double)] {
    Level.allCases.map { level in
      let count =
        switch level {
        case .all: 1
        case .tier: content.tiers.count
        case .region: content.regions.count
        case .authority: content.authorities.count
        case .category: min(Category.allCases.count, products)
        case .demandClass: min(content.demandClasses.count, products)
        case .location: content.locations.count
        case .product: products
        }
      return (level, Double(count))
    }
  }

  /// How many measures a group of a level has, at most; those of duty, cover and equity left out.
  private static func measureCount(
    _ level: Level, _ content: SupplyModel.Content, products: [Position<Product>],
    _ context: MeasureContext
  ) -> Double {
    let hasPopulation = level == .all || level == .region || level == .authority
    // A category or class may have one product only, and then has the most measures.
    let group = Group(
      level: level, key: "", productCount: level.dividesPlaces ? products.count : 1,
      careUnitCount: 1, population: hasPopulation ? 1 : nil,
      hasWaitingDemand: products.contains { content.products[$0].shortfall != .lost },
      hasSubstitutes: !content.substitutions.isEmpty, standsIn: !content.substitutions.isEmpty)
    return Double(Measure.all.count { $0.applies(group, context) })
  }

  /// (Holder, product) under duty, at most.
  private static func dutyPairs(_ content: SupplyModel.Content, products: Double) -> Double {
    content.duty == nil ? 0 : Double(content.authorities.count) * products
  }
}
