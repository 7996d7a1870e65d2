import Estimators
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Studies until a precision")
struct PrecisionTests {
  private static func study(_ replications: Int) throws -> Study {
    Study(CompiledModel(try SupplyModel(TwoProducts.content())), replications: 0..<replications)
  }

  @Test("It goes on until every headline measure is as precise as asked for, not much longer")
  func reached() throws {
    let goal = PrecisionGoal(share: 0.5, fewest: 5)
    let result = try Self.study(5).run(until: goal, jobs: 2)
    let count = result.study.replications.count
    #expect(count > 10)
    #expect(goal.isReached(by: result))
    #expect(!goal.isReached(by: try Self.study(count / 3).run(jobs: 2)))
    func isPrecise(_ result: StudyResult) -> Bool {
      result.policyNames.indices.allSatisfy { policy in
        PrecisionGoal.headline.allSatisfy { name in
          let found = result.estimate(policy: policy, level: .all, key: "all", measure: name)
          guard let interval = found?.interval else { return true }
          return interval.high - interval.estimate <= abs(interval.estimate) * 0.5 / 1.5 + 1e-12
        }
      }
    }
    #expect(isPrecise(result))
    // A third of them would not have been enough.
    #expect(!isPrecise(try Self.study(count / 3).run(jobs: 2)))
  }

  @Test("It gives what a study of as many replications gives, on any number of cores")
  func same() throws {
    let goal = PrecisionGoal(share: 0.6, fewest: 5)
    let results = try [1, 3].map { try Self.study(5).run(until: goal, jobs: $0) }
    let count = results[0].study.replications.count
    #expect(results[1].study.replications.count == count)
    let plain = try Self.study(count).run(jobs: 2)
    for result in results {
      for policy in result.policyNames.indices {
        let (mine, others) = (result.estimates(policy: policy), plain.estimates(policy: policy))
        #expect(mine.map(\.mean) == others.map(\.mean))
        #expect(mine.map(\.quantiles) == others.map(\.quantiles))
        #expect(
          result.differences(policy: policy).map(\.mean)
            == plain.differences(policy: policy).map(\.mean))
      }
    }
  }

  @Test("What is precise already is not run longer")
  func already() throws {
    let first = try Self.study(5).run(until: PrecisionGoal(share: 0.6, fewest: 5), jobs: 2)
    let count = first.study.replications.count
    let again = PrecisionGoal(share: 0.6, fewest: count)
    #expect(try Self.study(count).run(until: again, jobs: 2).study.replications.count == count)
  }
}
