import Studies
import Testing

/// A feature scenario that has been run with few replications, read by names.
struct FeatureRun {
  let result: StudyResult

  init(_ name: String, replications: Int = 10, settings: [String] = [], products: [String]? = nil)
    throws
  {
    result = try Shipped.run(
      "scenarios/features/\(name).json5", settings: settings, replications: 0..<replications,
      products: products)
  }

  /// The mean of a measure over everything.
  func mean(_ measure: String, _ policy: String) throws -> Double {
    try mean(measure, policy, .all, "all")
  }

  /// The mean of a measure in one group.
  func mean(_ measure: String, _ policy: String, _ level: Level, _ key: String) throws -> Double {
    let index = try #require(result.policyNames.firstIndex(of: policy))
    let estimate = result.estimate(policy: index, level: level, key: key, measure: measure)
    return try #require(estimate?.mean)
  }
}
