public import SupplyModel

/// Table 2 of the report: what regions pay to build stock up and to run it, by size group.
///
/// - Totals of groups are what their regions expect together, averages are totals ÷ regions, and costs
///   per inhabitant totals ÷ inhabitants of the group.
/// - Public care is the sum of the groups. Private care is added to running cost only.
/// - Initial expenditure is known for all regions together. It is inside running cost as
///   depreciation: the two are never added.
public struct RegionalCostTable: Sendable {
  /// The rows in the order of the report.
  public let rows: [Row]

  /// A row's name; the raw values are the keys of the tables.
  public enum RowName: String, Sendable, Hashable, CaseIterable {
    case large
    case mid
    case small
    case publicCare = "public"
    case includingPrivate

    /// The row of a group.
    public init(_ group: SizeGroup) {
      self =
        switch group {
        case .large: .large
        case .mid: .mid
        case .small: .small
        }
    }
  }

  /// A column's name; the raw values are the keys of the tables.
  public enum ColumnName: String, Sendable, Hashable, CaseIterable {
    case initial
    case initialPerRegion
    case oneOff
    case oneOffPerRegion
    case oneOffPerInhabitant
    case running
    case runningPerRegion
    case runningPerInhabitant

    /// Whether it is in kronor; the others are in millions of kronor.
    public var isPerInhabitant: Bool {
      self == .oneOffPerInhabitant || self == .runningPerInhabitant
    }

    /// Whether it is a quotient and not a sum.
    public var isDerived: Bool { isPerInhabitant || rawValue.hasSuffix("PerRegion") }

    /// How many öre make one of its unit. [öre]
    public var unitOre: Int64 { isPerInhabitant ? 100 : 100_000_000 }
  }

  /// A row and a column.
  public struct CellName: Sendable, Hashable {
    /// The row.
    public let row: RowName
    /// The column.
    public let column: ColumnName

    /// A cell of the table.
    public init(_ row: RowName, _ column: ColumnName) {
      self.row = row
      self.column = column
    }
  }

  /// What some regions pay together.
  public struct Row: Sendable {
    /// Which regions.
    public let name: RowName
    /// How many they are. [regions]
    public let regionCount: Int64
    /// How many live there. [inhabitants]
    public let inhabitants: Int64
    /// Initial expenditure; `nil` for groups, of which it is not published.
    public let initial: AmountRange?
    /// Once, for building up the stock.
    public let oneOff: AmountRange
    /// More per year than today.
    public let running: AmountRange

    /// The exact figure of a column; `nil` where there is none.
    public func amount(_ column: ColumnName) -> AmountRange? {
      guard regionCount > 0, inhabitants > 0 else { return nil }
      return switch column {
      case .initial: initial
      case .initialPerRegion: initial?.divided(by: regionCount)
      case .oneOff: oneOff
      case .oneOffPerRegion: oneOff.divided(by: regionCount)
      case .oneOffPerInhabitant: oneOff.divided(by: inhabitants)
      case .running: running
      case .runningPerRegion: running.divided(by: regionCount)
      case .runningPerInhabitant: running.divided(by: inhabitants)
      }
    }

    /// A column's figure rounded as it is printed, in the column's unit.
    public func printed(_ column: ColumnName) -> ReportedCosts.PrintedRange? {
      amount(column).map {
        ReportedCosts.PrintedRange(
          low: $0.low.rounded(toParts: column.unitOre),
          high: $0.high.rounded(toParts: column.unitOre))
      }
    }
  }

  /// The table of a report's figures.
  public init(_ reported: ReportedCosts) {
    self.init(
      regions: reported.regions, groups: reported.groups,
      initialInvestment: reported.initialInvestment, privateShare: reported.privateShare)
  }

  /// The table of what groups of regions expect to pay; a group without regions has no row.
  public init(
    regions: [ReportedCosts.Region], groups: [SizeGroup: ReportedCosts.GroupCosts],
    initialInvestment: AmountRange?, privateShare: PrivateShare?
  ) {
    var rows: [Row] = []
    var (oneOff, running) = (AmountRange.zero, AmountRange.zero)
    for group in SizeGroup.allCases {
      let members = regions.filter { $0.group == group }
      guard !members.isEmpty, let costs = groups[group] else { continue }
      oneOff = oneOff + costs.oneOff
      running = running + costs.running
      rows.append(
        Row(
          name: RowName(group), regionCount: Int64(members.count),
          inhabitants: members.reduce(0) { $0 + $1.inhabitants }, initial: nil,
          oneOff: costs.oneOff, running: costs.running))
    }
    let (count, inhabitants) = rows.reduce((Int64(0), Int64(0))) {
      ($0.0 + $1.regionCount, $0.1 + $1.inhabitants)
    }
    func total(_ name: RowName, running: AmountRange) -> Row {
      Row(
        name: name, regionCount: count, inhabitants: inhabitants, initial: initialInvestment,
        oneOff: oneOff, running: running)
    }
    rows.append(total(.publicCare, running: running))
    if let privateShare {
      rows.append(total(.includingPrivate, running: privateShare.total(ofPublic: running)))
    }
    self.rows = rows
  }

  /// A row by name; `nil` if the table has none.
  public func row(_ name: RowName) -> Row? { rows.first { $0.name == name } }
}
