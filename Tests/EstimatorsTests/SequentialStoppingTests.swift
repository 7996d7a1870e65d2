import Estimators
import Testing

@Suite("Sequential stopping")
struct SequentialStoppingTests {
  /// So many values of which half are one above and half one below the mean.
  static func moments(_ count: Int, mean: Int64 = 10) -> ExactMoments {
    ExactMoments((0..<count).map { $0.isMultiple(of: 2) ? mean + 1 : mean - 1 })
  }

  @Test("Absolute precision is reached where t × s ÷ √n is at most the limit")
  func absolute() {
    // s² = n/(n−1); t for 19 degrees of freedom is 2.0930, so the half-width is 0.4802.
    let moments = Self.moments(20)
    #expect(!SequentialStopping(.absolute(0.480), fewest: 2).isReached(by: moments))
    #expect(SequentialStopping(.absolute(0.481), fewest: 2).isReached(by: moments))
    #expect(!SequentialStopping(.absolute(0.481), fewest: 21).isReached(by: moments))
  }

  @Test("Relative precision γ asks for γ ÷ (1 + γ) of the estimated mean")
  func relative() {
    // 0.4802 of 10 is 4.802 %, which is γ ÷ (1 + γ) for 5.044 %.
    let moments = Self.moments(20)
    #expect(!SequentialStopping(.relative(0.0504), fewest: 2).isReached(by: moments))
    #expect(SequentialStopping(.relative(0.0505), fewest: 2).isReached(by: moments))
    let negative = Self.moments(20, mean: -10)
    #expect(SequentialStopping(.relative(0.0505), fewest: 2).isReached(by: negative))
  }

  @Test("What does not vary is precise at once, and one value never is")
  func constant() {
    let rule = SequentialStopping(.relative(0.01), fewest: 2)
    #expect(rule.isReached(by: ExactMoments([5, 5])))
    #expect(rule.isReached(by: ExactMoments([0, 0])))
    #expect(!rule.isReached(by: ExactMoments([5])))
  }

  @Test("Twice as precise needs about four times as many")
  func factor() {
    let moments = Self.moments(1_000)
    let half = 1.9623 * (1000.0 / 999 / 1000).squareRoot()
    let factor = SequentialStopping(.absolute(half / 2), fewest: 2).factor(for: moments)
    #expect(abs(factor - 4) < 0.01)
    #expect(SequentialStopping(.absolute(2 * half), fewest: 2).factor(for: moments) == 1)
  }
}
