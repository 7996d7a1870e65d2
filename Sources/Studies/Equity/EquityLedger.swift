/// Between which regions, and for which groups of products, equity is measured: for everything
/// together, for each category and each demand class.
///
/// Empty where fewer than two regions have care units.
struct EquityLedger: Sendable {
  /// The groups of the regions that have care units.
  let regions: [Int]
  /// The groups for which equity is measured.
  let groups: [Int]

  init(_ grouping: Grouping) {
    let rows = grouping.groups
    let regions = rows.indices.filter { rows[$0].level == .region && rows[$0].careUnitCount > 0 }
    guard regions.count > 1 else {
      (self.regions, groups) = ([], [])
      return
    }
    self.regions = regions
    groups = rows.indices.filter {
      switch rows[$0].level {
      case .all, .category, .demandClass: true
      case .tier, .region, .authority, .location, .product: false
      }
    }
  }

  /// How many values a replication has under one policy: a fill rate for each group and region.
  var width: Int { groups.count * regions.count }
}

/// The lowest and highest fill rate among regions, and what lies between them. [10⁻¹²]
struct RegionRange: Sendable, BitwiseCopyable {
  /// `nil` where no region asked for anything.
  private(set) var lowest: Int64?
  /// The same.
  private(set) var highest: Int64?
  private var count = 0

  /// `nil` where fewer than two regions did.
  var spread: Int64? {
    guard count > 1, let lowest, let highest else { return nil }
    return highest - lowest
  }

  /// Adds a region.
  mutating func add(_ fillRate: Int64) {
    lowest = min(lowest ?? fillRate, fillRate)
    highest = max(highest ?? fillRate, fillRate)
    count += 1
  }
}

/// How well one region has been served with a group's products in one replication.
struct RegionShare: Sendable, BitwiseCopyable {
  /// Sum of the weights of the products with demand there. [1]
  var weight: Int64 = 0
  /// Weighted sum of shares served. [10⁻¹²]
  var weightedServed: Int64 = 0

  /// The weighted mean of the products' fill rates; `nil` where nothing was asked for. [10⁻¹²]
  var fillRate: Int64? {
    weight > 0 ? GroupSums.rounded(Int128(weightedServed), dividedBy: Int128(weight)) : nil
  }

  /// Adds what another core has found of other products.
  mutating func merge(_ other: RegionShare) {
    weight += other.weight
    weightedServed += other.weightedServed
  }
}
