public import Costs
public import Studies
public import SupplyModel

/// The tables that a cost file gives, for programs.
public enum CostTables {
  /// The tables of a study; none if its scenario has no cost file.
  public static func all(of result: StudyResult) -> [Table] {
    guard let plan = result.content.costPlan, let rates = result.content.costs else { return [] }
    return all(of: result.costStatements, plan, priceYear: rates.priceYear)
  }

  /// The tables of some statements, of which the first is of everything.
  public static func all(
    of statements: [CostStatement], _ plan: CostPlan, priceYear: Int
  ) -> [Table] {
    [
      CostsTable.table(of: statements, plan),
      CostParametersTable.table(of: plan, priceYear: priceYear),
      RegionalCostRows.table(SimulatedRegionalCosts(statements, plan), statements),
      RegionalStatistics.table(statements),
    ]
  }

  /// The names of the files, which a run without a cost file must not leave lying.
  public static let fileNames = [
    "costs.csv", "costs-parameters.csv", "costs-table2.csv", "costs-table4.csv",
  ]
}
