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
  let context: MeasureContext
  /// Who must hold what, and which exemptions there are.
  let dutyLedger: DutyLedger
  /// Between which regions equity is measured.
  let equityLedger: EquityLedger

  /// A group and a measure that applies to it.
  struct Cell: Sendable {
    let group: Int
    let measure: Int
    /// How many parts make one of the unit.
    let parts: Double
  }

  /// Stands for a value that a replication does not have.
  static let absent = Int64.min

  /// A study of all replications that the model asks for, or of some of them.
  public init(_ compiled: CompiledModel, replications: Range<Int>? = nil) {
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
    func states(_ setting: (PolicyRule) -> Bool) -> Bool {
      content.policies.contains { $0.rules.contains(where: setting) }
    }
    var context = MeasureContext(
      horizonDays: content.experiment.horizonDays,
      ticksPerDay: content.experiment.ticksPerDay, costs: content.costs,
      sendsBack: states { ($0.minimumLifeAtReceiptDays ?? 0) > 0 },
      owes: states { $0.requests == .backlogged },
      redistributes: states { ($0.redistributeBeforeDays ?? 0) > 0 },
      transships: content.policies.contains { $0.transshipment != .notAllowed },
      hasNationalReserves: !content.nationalReserves.isEmpty,
      groupsWithEquity: Set(equity.groups.map { grouping.groups[$0] }),
      groupsWithDuty: ledger.groupsWithDuty(grouping),
      groupsWithCover: ledger.groupsWithCover(grouping))
    context.lossReasons = Set(content.timeline.flatMap { $0.losses.map(\.reason) })
    context.spillsOver = content.timeline.contains { $0.spillOver != nil }
    dutyLedger = ledger
    equityLedger = equity
    self.compiled = compiled
    self.replications = replications ?? 0..<content.experiment.replications
    self.baseline = compiled.policies.firstIndex(of: content.experiment.baseline)
    self.grouping = grouping
    self.context = context
    let cells: [Cell] = grouping.groups.indices.flatMap { group in
      Measure.all.indices.compactMap { measure in
        let row = grouping.groups[group]
        guard Measure.all[measure].applies(row, context) else { return nil }
        return Cell(
          group: group, measure: measure, parts: Measure.all[measure].parts(row, context))
      }
    }
    self.cells = cells
    keptCells = cells.indices.filter {
      grouping.groups[cells[$0].group].level.keepsReplications
    }
  }

  /// How many values a replication has.
  var valueCount: Int { compiled.policies.count * cells.count }
}
