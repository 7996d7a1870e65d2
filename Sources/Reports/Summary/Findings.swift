import Estimators
import Quantities
import Studies
import SupplyModel

/// A study's estimates by name, and in which order policies are told.
struct Findings {
  let content: SupplyModel.Content
  let policies: [String]
  /// The baseline's place among the policies; `nil` if it was not run.
  let baseline: Int?
  /// How many replications were run. [1]
  let replications: Int
  /// How many there should be, if the run was interrupted.
  let planned: Int?
  /// The products that were simulated, in order.
  let products: [String]
  /// Demand classes with simulated products, in order.
  let classes: [Group]
  /// What each policy aims to hold.
  let targets: [StatedTargets]
  private let result: StudyResult

  init(_ result: StudyResult, _ content: SupplyModel.Content) {
    self.content = content
    self.result = result
    let groups = result.study.grouping.groups
    policies = result.policyNames
    baseline = result.study.baseline
    replications = result.replications.count
    planned = result.planned
    products = groups.filter { $0.level == .product }.map(\.key)
    targets = result.statedTargets
    classes = groups.filter { $0.level == .demandClass }
  }

  /// An estimate that has a value; `nil` where there is none.
  func estimate(
    _ policy: Int, _ measure: String, _ level: Level = .all, _ key: String = "all"
  ) -> Estimate? {
    Self.known(result.estimate(policy: policy, level: level, key: key, measure: measure))
  }

  /// A paired difference to the baseline that has a value; `nil` where there is none.
  func difference(
    _ policy: Int, _ measure: String, _ level: Level = .all, _ key: String = "all"
  ) -> Estimate? {
    Self.known(result.difference(policy: policy, level: level, key: key, measure: measure))
  }

  private static func known(_ estimate: Estimate?) -> Estimate? {
    guard let mean = estimate?.mean, mean.isFinite else { return nil }
    return estimate
  }

  /// The mean of a measure of everything; `nil` where there is none.
  func mean(_ policy: Int, _ measure: String) -> Double? { estimate(policy, measure)?.mean }

  /// The difference of one policy to another, paired over replications.
  ///
  /// - Parameter parts: how many parts of the measure's unit are told apart, such as 10¹² for
  ///   shares; values are rounded to it, so that sums are exact.
  func step(
    from lower: Int, to higher: Int, _ measure: String, parts: Double
  ) -> (mean: Double, interval: ConfidenceInterval?)? {
    func values(_ policy: Int) -> [Int64?] {
      result.replicationValues(policy: policy, measure: measure).map {
        guard let scaled = $0.map({ $0 * parts }), scaled.magnitude < 9e18 else { return nil }
        return Int64(scaled.rounded())
      }
    }
    let paired = PairedDifference(values(higher), minus: values(lower))
    guard let mean = paired.moments.mean else { return nil }
    return (mean / parts, paired.interval()?.scaled(by: 1 / parts))
  }

  /// The policies from least to most stock; ties, and studies without values of stock, by place.
  var policiesByStock: [Int] {
    let stock = policies.indices.map { mean($0, "averageStockSEK") ?? 0 }
    return policies.indices.sorted { (stock[$0], $0) < (stock[$1], $1) }
  }

  /// Whether products have prices, without which amounts in kronor say nothing.
  var hasPrices: Bool { content.products.contains { $0.unitPrice.ore > 0 } }

  /// The measure of running cost that there is, with its unit; per inhabitant where inhabitants
  /// are known.
  var runningCost: (measure: String, isPerInhabitant: Bool)? {
    let measures = ["runningSEKPerInhabitantYear", "runningSEKPerYear"]
    guard let measure = measures.first(where: { mean(0, $0) != nil }) else { return nil }
    return (measure, measure == measures[0])
  }
}
