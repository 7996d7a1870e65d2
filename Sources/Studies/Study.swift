public import Replications
import SupplyModel

/// What is run how often: a compiled model, its replications, and what is measured.
public struct Study: Sendable {
  /// The model with the policies and products that are run.
  public let compiled: CompiledModel
  /// Which replications are run.
  public let replications: Range<Int>
  /// The place of the baseline among the compiled policies; `nil` if it is not among them.
  public let baseline: Int?
  /// What results are broken down by.
  public let grouping: Grouping
  /// Every (group, measure) that has a value, in the order of the tables.
  let cells: [Cell]
  /// The cells whose values are kept for every replication.
  let keptCells: [Int]
  /// Of what that is.
  let keeping: Keeping
  let context: MeasureContext
  /// For which days the stock is kept of every replication.
  var timelinePoints: TimelinePoints { chronicle.points }
  /// What is followed over time.
  let chronicle: Chronicle
  /// Who must hold what, and which exemptions there are.
  let dutyLedger: DutyLedger
  /// Between which regions equity is measured.
  let equityLedger: EquityLedger
  /// By job of the compiled model: how much work it is about, as progress counts it. [locations]
  let jobSizes: [Int]

  /// A group and a measure that applies to it.
  struct Cell: Sendable {
    let group: Int
    let measure: Int
    /// How many parts make one of the unit.
    let parts: Double
  }

  /// Of what the values of every replication are kept, so that quantiles can be given; of the rest
  /// there are sums only, so that memory does not grow with replications × products.
  public enum Keeping: Sendable {
    /// All levels that have few groups.
    case levels
    /// Every group, products and locations too: memory grows with replications × products.
    case everything
    /// Nothing but these.
    case only(Set<Wanted>)
  }

  /// A measure of a group.
  public struct Wanted: Sendable, Hashable {
    /// By what the group divides.
    public let level: Level
    /// Which part it is.
    public let key: String
    /// The measure's name.
    public let measure: String

    /// A measure of a group.
    public init(level: Level, key: String, measure: String) {
      self.level = level
      self.key = key
      self.measure = measure
    }
  }

  /// Stands for a value that a replication does not have.
  static let absent = Int64.min

  /// A study of all replications that the model asks for, or of some of them.
  ///
  /// - Parameters:
  ///   - replications: which ones; `nil` for all.
  ///   - keeping: of what the values of every replication are kept.
  public init(
    _ compiled: CompiledModel, replications: Range<Int>? = nil, keeping: Keeping = .levels
  ) {
    let content = compiled.model.content
    var careUnits = [Set<Int>](repeating: [], count: Category.allCases.count)
    for product in compiled.products {
      let category = content.products[product.position].category
      for node in compiled.model.networks[product.position.index].nodes
      where node.consumption != nil {
        careUnits[category.ordinal].insert(node.location.index)
      }
    }
    let grouping = Grouping(
      content, products: compiled.products.map(\.position), usersByCategory: careUnits)
    let ledger = DutyLedger(compiled, grouping)
    let equity = EquityLedger(grouping)
    var context = MeasureContext(content)
    context.groupsWithEquity = Set(equity.groups.map { grouping.groups[$0] })
    context.groupsWithDuty = ledger.groupsWithDuty(grouping)
    context.groupsWithCover = ledger.groupsWithCover(grouping)
    dutyLedger = ledger
    equityLedger = equity
    self.compiled = compiled
    self.replications = replications ?? 0..<content.experiment.replications
    self.baseline = compiled.policies.firstIndex(of: content.experiment.baseline)
    self.grouping = grouping
    self.context = context
    // Studies that want few numbers want no others.
    if case .only = keeping {
      chronicle = .none
    } else {
      chronicle = Chronicle(compiled, grouping)
    }
    let cells: [Cell] = grouping.groups.indices.flatMap { group in
      Measure.all.indices.compactMap { measure in
        let row = grouping.groups[group]
        guard Measure.all[measure].applies(row, context) else { return nil }
        return Cell(
          group: group, measure: measure, parts: Measure.all[measure].parts(row, context))
      }
    }
    self.cells = cells
    self.keeping = keeping
    jobSizes = compiled.jobs.map { products in
      products.reduce(1) { $0 + compiled.products[$1].locations.count }
    }
    keptCells = cells.indices.filter { index in
      let group = grouping.groups[cells[index].group]
      switch keeping {
      case .levels: return group.level.keepsReplications
      case .everything: return true
      case .only(let wanted):
        let measure = Measure.all[cells[index].measure].name
        return wanted.contains(Wanted(level: group.level, key: group.key, measure: measure))
      }
    }
  }

  /// By group: where its cells begin; one more, where the last one's end.
  var firstCells: [Int] {
    var firsts = [Int](repeating: 0, count: grouping.groups.count + 1)
    for cell in cells { firsts[cell.group + 1] += 1 }
    for group in grouping.groups.indices { firsts[group + 1] += firsts[group] }
    return firsts
  }

  /// How many values a replication has.
  var valueCount: Int { compiled.policies.count * cells.count }
}
