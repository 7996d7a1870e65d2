import Estimators
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Studies")
struct StudyTests {
  @Test("One, two and three cores give the same estimates to the last bit")
  func cores() throws {
    let study = try TwoProducts.study(replications: 0..<11)
    let results = try [1, 2, 3].map { try study.run(jobs: $0) }
    for policy in 0..<2 {
      let texts = results.map { result in
        (Array(result.estimates(policy: policy)) + result.differences(policy: policy)).map {
          "\($0.group.key) \($0.measure.name) \($0.count) \($0.mean ?? -1) "
            + "\($0.standardDeviation ?? -1) \($0.interval?.low ?? -1) \($0.quantiles)"
        }
      }
      #expect(texts[0] == texts[1])
      #expect(texts[0] == texts[2])
      #expect(texts[0].count > 200)
    }
  }

  @Test("Some replications alone equal the same among all")
  func someOfAll() throws {
    let all = try TwoProducts.study(replications: 0..<8).run(jobs: 2)
    let some = try TwoProducts.study(replications: 3..<5).run(jobs: 1)
    for measure in ["unmetFraction", "stockoutDays", "discardedSEK", "deliveries"] {
      for policy in 0..<2 {
        let among = all.replicationValues(policy: policy, measure: measure)
        #expect(
          some.replicationValues(policy: policy, measure: measure) == Array(among[3..<5]))
        #expect(among.count == 8)
      }
    }
  }

  @Test("Differences are paired: their mean is the difference of means, their spread is smaller")
  func paired() throws {
    let result = try TwoProducts.study(replications: 0..<40).run(jobs: 2)
    let get = { (policy: Int) in
      result.estimate(policy: policy, level: .all, key: "all", measure: "stockoutDays")
    }
    let lean = try #require(get(0))
    let rich = try #require(get(1))
    let difference = try #require(
      result.difference(policy: 1, level: .all, key: "all", measure: "stockoutDays"))
    let expected = try #require(rich.mean) - (try #require(lean.mean))
    #expect(abs(try #require(difference.mean) - expected) < 1e-9)
    #expect(expected < 0)
    let values = zip(
      result.replicationValues(policy: 1, measure: "stockoutDays"),
      result.replicationValues(policy: 0, measure: "stockoutDays")
    ).map { ($0.0 ?? 0) - ($0.1 ?? 0) }
    let mean = values.reduce(0, +) / 40
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    let deviation = try #require(difference.standardDeviation)
    #expect(abs(deviation * deviation - variance) < 1e-9 * variance)
    let independent = try #require(lean.standardDeviation)
    let other = try #require(rich.standardDeviation)
    #expect(deviation * deviation < independent * independent + other * other)
    #expect(result.differences(policy: 0).isEmpty)
  }

  @Test("Probabilities have Wilson's interval, means Student's")
  func intervals() throws {
    let result = try TwoProducts.study(replications: 0..<12).run(jobs: 2)
    let any = try #require(
      result.estimate(policy: 0, level: .product, key: "serum", measure: "anyStockout"))
    let successes = Int((try #require(any.mean) * 12).rounded())
    let wilson = try #require(WilsonInterval.interval(successes: successes, trials: 12))
    #expect(any.interval?.low == wilson.low)
    #expect(any.interval?.high == wilson.high)
    let stock = try #require(
      result.estimate(policy: 0, level: .all, key: "all", measure: "averageStockSEK"))
    let half = 2.200_985_160_082_949 * (try #require(stock.standardDeviation)) / 12.0.squareRoot()
    #expect(abs(try #require(stock.interval).halfWidth - half) < 1e-9 * half)
  }

  @Test("Quantiles are given where replications are kept, not for locations and products")
  func quantiles() throws {
    let result = try TwoProducts.study(replications: 0..<5).run(jobs: 1)
    for estimate in result.estimates(policy: 1) where estimate.count > 0 {
      let isKept = estimate.group.level != .location && estimate.group.level != .product
      #expect(estimate.quantiles.count == (isKept ? 5 : 0), "\(estimate.group.key)")
    }
    let values = result.replicationValues(policy: 1, measure: "discardedSEK")
      .compactMap { $0 }.sorted()
    let all = try #require(
      result.estimate(policy: 1, level: .all, key: "all", measure: "discardedSEK"))
    #expect(all.quantiles[2] == values[2])
  }

  @Test("A product that nobody asks for has no share, and does not count in the mean of shares")
  func unaskedProduct() throws {
    let result = try TwoProducts.study(replications: 0..<3, secondIsAsked: false).run(jobs: 1)
    let serum = try #require(
      result.estimate(policy: 0, level: .product, key: "serum", measure: "unmetFraction"))
    #expect(serum.count == 0)
    #expect(serum.mean == nil)
    let bandage = result.estimate(
      policy: 0, level: .product, key: "bandage", measure: "unmetFraction")
    let all = result.estimate(policy: 0, level: .all, key: "all", measure: "unmetFraction")
    #expect(all?.mean == bandage?.mean)
    #expect(all?.count == 3)
  }

  @Test("What arrives together is one delivery, and parts add up to the whole")
  func sums() throws {
    let result = try TwoProducts.study(replications: 0..<4).run(jobs: 1)
    let mean = { (level: Level, key: String, measure: String) in
      result.estimate(policy: 1, level: level, key: key, measure: measure)?.mean
    }
    for measure in ["discardedSEK", "purchasedSEK", "averageStockSEK", "storageSEKPerYear"] {
      let whole = try #require(mean(.all, "all", measure))
      let products = try ["bandage", "serum"].map { try #require(mean(.product, $0, measure)) }
      let places = try ["store", "ward-a", "ward-b"].map {
        try #require(mean(.location, $0, measure))
      }
      #expect(abs(products.reduce(0, +) - whole) <= 1e-4 + 1e-9 * whole)
      #expect(abs(places.reduce(0, +) - whole) <= 1e-4 + 1e-9 * whole)
      #expect(whole > 0)
    }
    let deliveries = try #require(mean(.location, "ward-a", "deliveries"))
    let lines = try #require(mean(.location, "ward-a", "orderLines"))
    #expect(deliveries < lines)
    #expect(deliveries > 0)
    let peak = try #require(mean(.all, "all", "peakStockSEK"))
    let apart = try ["bandage", "serum"].map { try #require(mean(.product, $0, "peakStockSEK")) }
    #expect(peak <= apart.reduce(0, +))
    #expect(peak >= apart.max() ?? 0)
    #expect(mean(.all, "all", "demand") == nil)
    #expect(mean(.product, "bandage", "demand") != nil)
  }

  @Test("A delivery book counts days within any stretch", arguments: [0, 1, 63, 64, 100, 191])
  func deliveryBook(first: Int) throws {
    let compiled = CompiledModel(try SupplyModel(TwoProducts.content()))
    var worker = ReplicationWorker(compiled)
    worker.forgetDeliveries()
    worker.begin(product: 0, replication: 0)
    try worker.simulate(policy: 0)
    let count = 3 * 60
    var book = DeliveryBook(policies: 1, days: count)
    func days(of worker: borrowing ReplicationWorker) -> [Int] {
      var days: [Int] = []
      for day in 0..<count where worker.deliveryWord(day >> 6) >> UInt64(day & 63) & 1 == 1 {
        days.append(day)
      }
      return days
    }
    let marked = days(of: worker)
    #expect(marked.count > 20)
    book.move(0, from: &worker)
    #expect(days(of: worker) == [], "what is in the book is not with the worker any more")
    for length in [0, 1, 60, 64, 75] where first + length <= count {
      let expected = marked.count { $0 >= first && $0 < first + length }
      #expect(book.count(0, from: first, days: length) == Int64(expected))
    }
  }

  @Test("Stated targets show what rounding adds")
  func statedTargets() throws {
    let rows = try TwoProducts.study().run(jobs: 1).statedTargets
    #expect(rows.map(\.policy) == ["lean", "lean", "rich", "rich"])
    #expect(rows.map(\.tier) == ["careUnit", "centralStore", "careUnit", "centralStore"])
    // Wards, 3 days: bandage ⌈6⌉ + ⌈4.5⌉ = 11 at 3 SEK; serum ⌈0.3⌉ = 1, up to a pack of 10, at 50.
    #expect(rows[0].targetSEK == 533)
    #expect(rows[0].roundedSEK == 533)
    #expect(abs(rows[0].exactSEK - (10.5 * 3 + 0.3 * 50)) < 1e-9)
    // Store, 40 days: bandage 140 at 3 SEK; serum 4, up to 10, at 50.
    #expect(rows[3].targetSEK == 920)
    #expect(abs(rows[3].exactSEK - (420 + 200)) < 1e-9)
  }
}
