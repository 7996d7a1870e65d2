public import SupplyModel

extension CostStatement {
  /// What a policy costs more than the baseline over the plan's period, in money of today; `nil` for the
  /// baseline. [SEK]
  ///
  /// Depreciation and interest on stock are left out: the investment itself and the purchase of the
  /// stock are paid at the beginning, and discounting stands for interest.
  public func presentValue(policy: Int, _ plan: CostPlan) -> Double? {
    guard let baseline, baseline != policy else { return nil }
    func increase(_ lines: [CostLine]) -> Double { estimate(lines, policy: policy).increase ?? 0 }
    let lasting = plan.items.compactMap { item -> (id: String, days: Int)? in
      guard case .investment(let days) = item.payment else { return nil }
      return (item.id, days)
    }
    let yearly = lines(.running).filter { line in
      line.part != .capital && !lasting.contains { $0.id == line.item }
    }
    let investments = lasting.map { item in
      PresentValue.Investment(
        amount: increase(lines(.investment).filter { $0.item == item.id }), lastsDays: item.days)
    }
    return PresentValue.total(
      once: increase(lines(.oneOff)), yearly: increase(yearly), investments: investments,
      rate: Double(plan.discountBasisPoints) / 10_000, years: plan.periodYears)
  }
}
