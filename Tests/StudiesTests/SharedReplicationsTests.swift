import Quantities
import Replications
import SupplyModel
import Synchronization
import Testing

@testable import Studies

@Suite("Cores that share replications")
struct SharedReplicationsTests {
  /// A dozen products, which differ in price, in the two regions' wards; under duty, with cover.
  private static func study(_ replications: Range<Int>) throws -> Study {
    var content = try TwoProducts.content()
    for index in 0..<10 {
      var product = content.products[index % 2]
      product.id = "product-\(index)"
      product.unitPrice = Money(ore: Int64(100 + 17 * index))
      content.products.append(product)
      for var row in content.consumption[..<3] where row.product.index == index % 2 {
        row.product = Position(2 + index)
        content.consumption.append(row)
      }
    }
    content.regions.append(Region(id: "elsewhere", name: "", population: 500))
    content.authorities.append(
      Authority(id: "other", name: "", kind: .region, region: Position(1)))
    content.locations[2].authorities = content.locations[2].authorities.map { _ in Position(1) }
    content.duty = Duty(days: 10)
    content.experiment.measuresCover = true
    return Study(CompiledModel(try SupplyModel(content)), replications: replications)
  }

  /// Everything that a result says of a policy, in words.
  private static func text(_ result: StudyResult, _ policy: Int) -> [String] {
    result.estimates(policy: policy).map { "\($0)" }
      + result.differences(policy: policy).map { "\($0)" }
      + result.dutyFindings(policy: policy).map { "\($0)" }
      + [
        "\(result.replicationValues(policy: policy, measure: "peakStockSEK"))",
        "\(result.replicationValues(policy: policy, measure: "deliveries"))",
        "\(result.replicationValues(policy: policy, measure: "regionFillRateSpread"))",
      ]
  }

  @Test(
    "One replication on several cores gives what it gives on one",
    arguments: [0..<1, 0..<2, 4..<9])
  func shared(replications: Range<Int>) throws {
    let study = try Self.study(replications)
    let alone = try study.run(jobs: 1)
    #expect(alone.replicationValues(policy: 0, measure: "deliveries").count == replications.count)
    for cores in [2, 3] {
      let result = try study.run(jobs: cores)
      for policy in 0..<2 {
        #expect(Self.text(result, policy) == Self.text(alone, policy), "\(cores) cores")
      }
    }
  }

  @Test("Progress counts parts of replications and ends with all of them", arguments: [1, 2, 3])
  func progress(cores: Int) throws {
    let seen = Locked<[StudyProgress]>([])
    _ = try Self.study(0..<5).run(jobs: cores) { progress in
      seen.withLock { $0.append(progress) }
    }
    let steps = seen.withLock { $0 }
    // One after each job, and one after each replication.
    #expect(steps.count == 5 * 12 + 5)
    #expect(steps.allSatisfy { $0.planned == 5 && $0.share > 0 && $0.share <= 1 })
    #expect(steps.filter { $0.finished == 0 }.count >= 12)
    #expect(steps.map(\.share).max() == 1)
    #expect(steps.map(\.finished).max() == 5)
    let later = StudyProgress(finished: 1, planned: 2, share: 0.75).after(6)
    #expect(later.finished == 7 && later.planned == 8 && later.share == 7.5 / 8)
  }
}
