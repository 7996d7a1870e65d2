import Studies
import Testing

/// One product, nutritional supplements: bought by all, sixty days on the distributor's shelf, ten in
/// a region's store and fourteen in its care units.
@Suite("Studies of Sweden")
struct SwedenStudyTests {
  private static let product = "naringsdryck"

  private func result(_ name: String, settings: [String] = []) throws -> StudyResult {
    try Shipped.run(
      "scenarios/sweden/\(name).json5", settings: settings, replications: 0..<1,
      products: [Self.product])
  }

  private func value(
    _ result: StudyResult, _ policy: String, _ measure: String, _ level: Level = .all,
    _ key: String = "all"
  ) throws -> Double {
    let position = try #require(result.policyNames.firstIndex(of: policy))
    let estimate = result.estimate(policy: position, level: level, key: key, measure: measure)
    return try #require(estimate?.mean, "\(policy) \(level) \(key) \(measure)")
  }

  @Test("What is missing in a shortage is its length less what the country holds")
  func shortage() throws {
    let result = try result("duration-180")
    // Of two years' demand, in days of normal use: 180 less 60 + 10 + 14 and less the reserve, and the
    // days until what comes again has found its way to the care units.
    let missing = try ["today", "one-month", "three-months"].map {
      try value(result, $0, "unmetFraction") * 730
    }
    #expect((96...111).contains(missing[0]))
    #expect(abs(missing[0] - missing[1] - 30) < 2)
    #expect(abs(missing[0] - missing[2] - 90) < 2)
  }

  @Test("Where makers have nothing to spare, three months at once are taken from the others")
  func buildUp() throws {
    let result = try result("build-up-thin", settings: ["horizon.length=180 days"])
    let today = try value(result, "today", "unmetFraction")
    let byLot = try value(result, "three-months-first-come", "unmetFraction")
    let shared = try value(result, "three-months-shared", "unmetFraction")
    #expect(today < 0.0005)
    #expect(byLot > 0.02)
    #expect(shared < byLot / 10)
    // The distributor gives all it has, and nothing is added to what the country holds.
    let before = try value(result, "today", "averageStock", .tier, "distributor")
    let after = try value(result, "three-months", "averageStock", .tier, "distributor")
    #expect(after < before / 4)
  }
}
