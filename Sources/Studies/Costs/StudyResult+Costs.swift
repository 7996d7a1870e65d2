public import Costs
import Quantities
import Replications
import SupplyModel

extension StudyResult {
  /// What each policy costs, everywhere together and then by region where there are several; empty
  /// unless the scenario has a cost file.
  public var costStatements: [CostStatement] {
    guard let plan = content.costPlan else { return [] }
    let regions = content.regions
    let places =
      [CostPlace(level: .all, key: "all", region: nil)]
      + (regions.count > 1
        ? regions.positions.map {
          CostPlace(level: .region, key: regions[$0].id, region: $0)
        } : [])
    return places.map { place in
      let lines = CostLines(self, plan, place)
      return CostStatement(
        key: place.key, inhabitants: lines.inhabitants, policies: policyNames,
        baseline: study.baseline, lines: lines.all, replications: replications.count)
    }
  }
}

/// Where costs are added up.
struct CostPlace {
  let level: Level
  let key: String
  /// `nil` for all regions.
  let region: Position<Region>?
}

/// The lines of one place.
struct CostLines {
  private let result: StudyResult
  private let plan: CostPlan
  private let place: CostPlace

  init(_ result: StudyResult, _ plan: CostPlan, _ place: CostPlace) {
    self.result = result
    self.plan = plan
    self.place = place
  }

  /// The inhabitants of the place. [inhabitants]
  var inhabitants: Int64? {
    result.study.grouping.groups.first { $0.level == place.level && $0.key == place.key }?
      .population
  }

  /// Every line: what is simulated, the stock that is bought, and the items of the file.
  var all: [CostLine] {
    simulated + [extraStock] + plan.items.flatMap(lines)
  }

  private var policies: Range<Int> { 0..<result.study.compiled.policies.count }

  // MARK: What is simulated

  /// Running cost that the simulation gives, priced with the file's rates.
  private var simulated: [CostLine] {
    let years = result.study.context.years
    let parts: [(CostPart, measures: [(name: String, years: Double)], parameter: String)] = [
      (.capital, [("capitalSEKPerYear", 1)], "capitalRate"),
      (.discard, [("discardedSEKPerYear", 1)], ""),
      (
        .losses, [("destroyedSEK", years), ("spoiledSEK", years), ("withdrawnSEK", years)], ""
      ),
      (.disposal, [("disposalSEKPerYear", 1)], "disposalPerLitre"),
      (.storage, [("storageSEKPerYear", 1)], "storage.room"),
      (.handling, [("handlingSEKPerYear", 1)], "handlingPerOrderLine"),
      (.transport, [("transportSEKPerYear", 1)], "transportPerDelivery"),
      (.substitution, [("substitutionSEKPerYear", 1)], ""),
    ]
    return parts.map { part, measures, parameter in
      let stated = plan.parameters.first { $0.name == parameter }
      var source = stated?.source ?? "simulated units at the purchase prices of the products"
      if part == .storage { source += "; other classes: costs-parameters.csv" }
      return CostLine(
        part, kind: .running, ore: policies.map { ore(measures, policy: $0) },
        range: plan.ranges[part] ?? .none, status: stated?.status ?? .derived, source: source)
    }
  }

  /// Some measures together, in whole öre for each replication. What the place does not have is 0.
  private func ore(_ measures: [(name: String, years: Double)], policy: Int) -> [Int64] {
    var sums: [Int64] = [0]
    for measure in measures {
      let values = result.replicationValues(
        policy: policy, measure: measure.name, level: place.level, key: place.key)
      guard !values.isEmpty else { continue }
      if sums.count != values.count { sums = [Int64](repeating: 0, count: values.count) }
      for (replication, value) in values.enumerated() {
        guard let value else { preconditionFailure("\(measure.name) should have a value") }
        sums[replication] += Int64((value / measure.years * 100).rounded())
      }
    }
    return sums
  }

  /// What the stock that policies aim at is worth: beyond the baseline's it has to be bought once.
  ///
  /// From the targets, not from average stock: what is there on average also depends on how much of it
  /// shortages and war have used up.
  private var extraStock: CostLine {
    CostLine(
      .extraStock, kind: .oneOff,
      ore: policies.map { [TargetWorth.ore(of: result.study.compiled, policy: $0, place.region)] },
      range: .none, status: .derived,
      source: "targets of all locations at the purchase prices of the products")
  }

  // MARK: Items

  /// What an item costs by the year, as an investment and once.
  private func lines(_ item: CostItem) -> [CostLine] {
    let pallets = policies.map { policy in
      result.replicationValues(
        policy: policy, measure: "averagePallets", level: place.level, key: place.key
      ).map { Int64((($0 ?? 0) * 1e6).rounded()) }
    }
    func line(_ kind: CostLine.Kind, _ amount: @escaping (ItemCost) -> ExactAmount) -> CostLine {
      CostLine(item, kind: kind) { bound in
        policies.map { policy in
          costs(item, policy, pallets[policy], bound).map { amount($0).rounded(toParts: 1) }
        }
      }
    }
    return [line(.running) { $0.running }, line(.investment) { $0.investment }]
      + [line(.oneOff) { $0.oneOff }]
  }

  /// What an item costs in each replication, or once where that is the same in all.
  private func costs(
    _ item: CostItem, _ policy: Int, _ microPallets: [Int64], _ bound: AmountBound
  ) -> [ItemCost] {
    if case .eachPalletPlace(let parts) = item.quantity {
      // Pallet places follow the size of the region by themselves.
      return microPallets.map {
        item.cost(
          count: $0, over: 1_000_000, size: .init(parts, over: 10_000), bound)
      }
    }
    let count = item.count(under: result.policyNames[policy]) ?? 0
    guard let sizes = plan.sizes else { return [item.cost(count: count, bound)] }
    let regions =
      place.region.map { [result.content.regions[$0]] } ?? Array(result.content.regions)
    // A region of distributors has no inhabitants, and pays for nothing that follows from the duty.
    let paying = regions.filter { ($0.population ?? 0) > 0 }
    let total = paying.reduce(ItemCost()) { sum, region in
      // What does not follow the size is paid by every region as it is stated.
      let size =
        item.followsSize
        ? sizes.quotient(ofInhabitants: region.population ?? 0) : .init(1, over: 1)
      return sum + item.cost(count: count, size: size, bound)
    }
    return [total]
  }
}
