public import Costs
public import Studies
public import SupplyModel

/// The tables that a cost file gives, for programs.
public enum CostTables {
  /// The tables of a study; none if its scenario has no cost file.
  public static func all(of result: StudyResult) -> [Table] {
    guard let plan = result.content.costPlan, let rates = result.content.costs else { return [] }
    let statements = result.costStatements
    return [
      CostsTable.table(of: statements, plan),
      CostParametersTable.table(of: plan, priceYear: rates.priceYear),
      RegionalCostRows.table(SimulatedRegionalCosts(statements, plan), statements),
      RegionalStatistics.table(statements),
    ]
  }

  /// The tables of a cost file without scenario, which is about no region.
  public static func all(
    of statement: CostStatement, _ plan: CostPlan, priceYear: Int
  ) -> [Table] {
    [
      CostsTable.table(of: [statement], plan),
      CostParametersTable.table(of: plan, priceYear: priceYear),
    ]
  }

  /// What all tables of costs are, of a scenario or of a report's figures.
  static let declarations = [
    CostsTable.declaration, CostParametersTable.declaration, AnswerTables.answersDeclaration,
    RegionalCostRows.declaration, AnswerTables.medicineAnswersDeclaration,
    AnswerTables.medicineCostsDeclaration, DerivedFigureRows.declaration,
  ]
}
