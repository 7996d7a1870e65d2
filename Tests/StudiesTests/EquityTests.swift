import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Studies

/// Ward a lies in one region with its store, ward b in another; only ward a uses serum.
@Suite("Equity between regions")
struct EquityTests {
  private static func content(replications: Int = 12) throws -> SupplyModel.Content {
    var content = try TwoProducts.content(replications: replications)
    content.consumption[2].normal = DailyRate(nanoUnits: 1_000_000_000)
    content.regions.append(Region(id: "elsewhere", name: "", population: 500))
    content.authorities.append(
      Authority(id: "other", name: "", kind: .region, region: Position(1)))
    content.locations[2].authorities = content.locations[2].authorities.map { _ in Position(1) }
    return content
  }

  private static func result(_ content: SupplyModel.Content, jobs: Int = 1) throws -> StudyResult {
    try Study(CompiledModel(try SupplyModel(content))).run(jobs: jobs)
  }

  private static let names = [
    "lowestRegionFillRate", "highestRegionFillRate", "regionFillRateSpread",
    "regionFillRateSpreadByChance", "regionMeanFillRateSpread", "regionMeanFillRateSpreadByNoise",
  ]

  @Test("Lowest, highest and spread are those of the regions, replication by replication")
  func perReplication() throws {
    let result = try Self.result(Self.content())
    func values(_ measure: String, _ level: Level = .all, _ key: String = "all") throws -> [Double]
    {
      try result.replicationValues(policy: 0, measure: measure, level: level, key: key).map {
        try #require($0)
      }
    }
    let first = try values("fillRate", .region, "region")
    let second = try values("fillRate", .region, "elsewhere")
    #expect(first != second)
    #expect(try values(Self.names[0]) == zip(first, second).map { Swift.min($0, $1) })
    #expect(try values(Self.names[1]) == zip(first, second).map { Swift.max($0, $1) })
    for (spread, pair) in zip(try values(Self.names[2]), zip(first, second)) {
      #expect(abs(spread - abs(pair.0 - pair.1)) < 1e-11)
    }
    // Two regions have the same mean if each is moved by its own.
    let count = Double(first.count)
    let shift = (first.reduce(0, +) - second.reduce(0, +)) / count
    let factor = (count / (count - 1)).squareRoot()
    for (chance, pair) in zip(try values(Self.names[3]), zip(first, second)) {
      #expect(abs(chance - abs(pair.0 - pair.1 - shift) * factor) < 1e-11)
    }
    func mean(_ measure: String) -> Double? {
      result.estimate(policy: 0, level: .all, key: "all", measure: measure)?.mean
    }
    #expect(abs((mean(Self.names[4]) ?? 9) - abs(shift)) < 1e-11)
    let noise = try #require(mean(Self.names[5]))
    #expect(noise > 0 && noise < mean(Self.names[3]) ?? 0)
  }

  @Test("For a class that only one region uses there is a lowest, and no difference")
  func oneRegion() throws {
    let result = try Self.result(Self.content())
    func estimate(_ measure: String) -> Estimate? {
      result.estimate(policy: 0, level: .demandClass, key: "rare", measure: measure)
    }
    #expect(estimate(Self.names[0])?.mean != nil)
    #expect(
      estimate(Self.names[0])?.mean
        == result.estimate(policy: 0, level: .demandClass, key: "rare", measure: "fillRate")?.mean)
    for name in Self.names[2...] { #expect(estimate(name)?.mean == nil, "\(name)") }
    // The other class is used in both: there it is as for a product.
    #expect(
      result.estimate(policy: 0, level: .demandClass, key: "daily", measure: Self.names[2])?.mean
        ?? 0 > 0)
  }

  @Test("Where there is one region with care units, nothing is said about equity")
  func applies() throws {
    var content = try Self.content(replications: 2)
    content.locations[2].authorities = content.locations[1].authorities
    let result = try Self.result(content)
    for name in Self.names {
      #expect(!result.estimates(policy: 0).contains { $0.measure.name == name })
    }
    let study = Study(CompiledModel(try SupplyModel(try Self.content())))
    #expect(
      Set(study.equityLedger.groups.map { study.grouping.groups[$0].level })
        == [.all, .category, .demandClass])
  }

  @Test("Any number of cores gives the same figures, and differences are paired")
  func cores() throws {
    let one = try Self.result(Self.content())
    let three = try Self.result(Self.content(), jobs: 3)
    for name in Self.names {
      for policy in 0..<2 {
        let (first, second) = (
          one.estimate(policy: policy, level: .all, key: "all", measure: name),
          three.estimate(policy: policy, level: .all, key: "all", measure: name)
        )
        #expect(first?.mean == second?.mean && first?.interval == second?.interval)
        #expect(first?.quantiles == second?.quantiles)
        #expect(first?.count == 12)
      }
      let difference = try #require(
        one.difference(policy: 1, level: .all, key: "all", measure: name)?.mean)
      let (own, base) = (
        one.estimate(policy: 1, level: .all, key: "all", measure: name)?.mean ?? 9,
        one.estimate(policy: 0, level: .all, key: "all", measure: name)?.mean ?? 9
      )
      #expect(abs(difference - (own - base)) < 1e-10)
      #expect(difference != 0)
    }
  }

  @Test("Chance keeps what regions share and takes away what always differs")
  func lottery() throws {
    let million: Int64 = 1_000_000
    // A national shortage hits both; one is always served worse by a fifth.
    let first: [Int64?] = [10, 4, 8, 2].map { $0 * million }
    let unequal = FairLottery([first, first.map { $0.map { $0 - 2 * million } }])
    #expect((0..<4).map { unequal.spread(inReplication: $0) } == [0, 0, 0, 0])
    #expect(unequal.spreadOfMeans == 2e6)
    #expect(unequal.spreadOfMeansByNoise(replications: [0, 1, 2, 3], seed: 1) == 0)
    // Each has its own shortages, the same on the whole: (10 − 6) × √(4 ÷ 3) and so on.
    let equal = FairLottery([first, [first[3], first[2], first[1], first[0]]])
    #expect(equal.spreadOfMeans == 0)
    let spreads = (0..<4).map { Double(equal.spread(inReplication: $0) ?? 0) }
    for (spread, expected) in zip(spreads, [8.0, 4, 4, 8]) {
      #expect(abs(spread - expected * 1e6 * (4.0 / 3).squareRoot()) < 2)
    }
    // A region without demand in a replication is left out of it; one alone has no difference.
    let gaps = FairLottery([[1, nil, 3], [2, nil, nil]])
    #expect(gaps.spread(inReplication: 0) == nil && gaps.spread(inReplication: 1) == nil)
    #expect(gaps.spreadOfMeans == 0)
    #expect(gaps.spreadOfMeansByNoise(replications: [0, 1, 2], seed: 1) == nil)
  }

  @Test("The noise in means is what means of as many replications differ by if risks are equal")
  func noise() throws {
    // Two regions that are out of stock in a tenth of all replications, each for itself: rare and
    // large, as shortages are. 400 studies of 100 replications each give the true noise; seed 7.
    var stream = StreamKey(seed: 7, source: 0).stream()
    let (studies, count) = (400, 100)
    var (seen, estimated, byChance) = (0.0, 0.0, 0.0)
    for _ in 0..<studies {
      func draw() -> [Int64?] {
        (0..<count).map { _ in stream.nextUnit() < 0.1 ? 0 : 1_000_000 }
      }
      let lottery = FairLottery([draw(), draw()])
      seen += try #require(lottery.spreadOfMeans)
      estimated += try #require(
        lottery.spreadOfMeansByNoise(replications: Array(0..<count), seed: 1))
      byChance += (0..<count).reduce(0.0) { $0 + Double(lottery.spread(inReplication: $1) ?? 0) }
    }
    // E|difference| of two means: √(2 ÷ π) × √(2 × 0.09 ÷ 100). The standard error of 400 is 4 %.
    let truth = (2 / Double.pi).squareRoot() * (2 * 0.09 / 100).squareRoot() * 1e6
    #expect(abs(seen / Double(studies) / truth - 1) < 0.16)
    #expect(abs(estimated / Double(studies) / truth - 1) < 0.06)
    // In one replication they differ if one of them is out and the other not: 0.18 of the time; the
    // means that are taken off differ a little themselves.
    #expect(abs(byChance / Double(studies * count) / 1e6 - 0.18) < 0.04)
  }
}
