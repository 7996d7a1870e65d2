import Estimators
import Testing

@Suite("Ratios of paired means")
struct PairedRatioTests {
  @Test("What is always the same share has that share and no doubt")
  func certain() throws {
    let found = try #require(PairedRatio.ratio(of: [(3, 4), (30, 40), (0, 0), (9, 12)]))
    #expect(found.ratio == 0.75)
    let interval = try #require(found.interval)
    #expect(interval.low == 0.75 && interval.high == 0.75)
  }

  @Test("The interval is that of the residuals, by hand")
  func byHand() throws {
    // Means 2 and 4; residuals (1 − 1) ÷ 4, (2 − 3) ÷ 4, (3 − 2) ÷ 4: variance 1/16, n = 3,
    // t for two degrees of freedom 4.302653.
    let found = try #require(PairedRatio.ratio(of: [(1, 2), (2, 6), (3, 4)]))
    #expect(found.ratio == 0.5)
    let half = 4.302_652_73 * (1.0 / 16 / 3).squareRoot()
    let interval = try #require(found.interval)
    #expect(abs(interval.high - 0.5 - half) < 1e-7)
    #expect(abs(0.5 - interval.low - half) < 1e-7)
  }

  @Test("Of nothing there is no share; one pair has no interval")
  func edges() throws {
    #expect(PairedRatio.ratio(of: []) == nil)
    #expect(PairedRatio.ratio(of: [(0, 0), (5, 0)]) == nil)
    let one = try #require(PairedRatio.ratio(of: [(1, 4)]))
    #expect(one.ratio == 0.25 && one.interval == nil)
  }

  @Test("It covers the truth as often as it claims")
  func coverage() throws {
    // Upper = a fifth of lower, rounded at random, by a generator written down here.
    var state: UInt64 = 1
    func next(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    var covered = 0
    for _ in 0..<2_000 {
      let pairs = (0..<40).map { _ -> (upper: Int64, lower: Int64) in
        let lower = 100 + next(900)
        return (lower / 5 + next(41) - 20 + (lower % 5 > next(5) ? 1 : 0), lower)
      }
      let interval = try #require(PairedRatio.ratio(of: pairs)?.interval)
      if interval.contains(0.2) { covered += 1 }
    }
    // 1,900 expected, standard deviation 9.7; a bias of the interval itself of half a percent allowed.
    #expect(abs(covered - 1_900) < 60)
  }
}
