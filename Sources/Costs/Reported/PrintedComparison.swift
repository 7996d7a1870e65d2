/// Which cells of a computed table are as the report prints them.
public struct PrintedComparison: Sendable {
  /// Ends of averages and of costs per inhabitant that were compared. [1]
  public private(set) var derivedCount = 0
  /// How many of them are as printed. [1]
  public private(set) var derivedAgreeing = 0
  /// Ends of totals, and of averages of initial expenditure, that were compared. [1]
  public private(set) var otherCount = 0
  /// How many of those are as printed. [1]
  public private(set) var otherAgreeing = 0
  /// The cells that are not, in the order of the table.
  public private(set) var differences: [Difference] = []

  /// A cell of which at least one end is not as printed.
  public struct Difference: Sendable, Hashable {
    /// Which cell.
    public let cell: RegionalCostTable.CellName
    /// What the report prints.
    public let printed: ReportedCosts.PrintedRange
    /// What follows from its own figures.
    public let computed: ReportedCosts.PrintedRange
  }

  /// Compares a table with what a report prints.
  ///
  /// One-off and running cost by region and by inhabitant are counted apart from what is a sum or
  /// published as such: those are the 40 figures that a reader can check.
  public init(
    _ table: RegionalCostTable,
    with printed: [RegionalCostTable.CellName: ReportedCosts.PrintedRange]
  ) {
    for row in table.rows {
      for column in RegionalCostTable.ColumnName.allCases {
        let cell = RegionalCostTable.CellName(row.name, column)
        guard let stated = printed[cell], let computed = row.printed(column) else { continue }
        let agreeing = (stated.low == computed.low ? 1 : 0) + (stated.high == computed.high ? 1 : 0)
        if column.isDerived, column != .initialPerRegion {
          derivedCount += 2
          derivedAgreeing += agreeing
        } else {
          otherCount += 2
          otherAgreeing += agreeing
        }
        if agreeing < 2 {
          differences.append(Difference(cell: cell, printed: stated, computed: computed))
        }
      }
    }
  }

  /// The difference in a cell; `nil` where it is as printed, or where nothing is printed.
  public func difference(_ cell: RegionalCostTable.CellName) -> Difference? {
    differences.first { $0.cell == cell }
  }
}
