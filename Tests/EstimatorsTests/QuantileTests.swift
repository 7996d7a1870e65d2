import Estimators
import Testing

@Suite("Sample quantiles")
struct QuantileTests {
  @Test("Definition 7 agrees with NumPy's default")
  func reference() {
    let values: [Int64] = [31, -4, 15, 92, 65, 35, 89, 79, 32, 38]
    let levels = [5, 25, 50, 75, 95].map(Quantile.Level.percent)
    // numpy.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95]).
    let expected = [4.55, 31.25, 36.5, 75.5, 90.65]
    #expect(Quantile.type7(of: values, levels) == expected)
  }

  @Test("A level that falls on a value is that value, whatever the number of values")
  func exactPosition() {
    for steps in 1...400 {
      let values = (0...steps).map { Int64(100 * $0) }
      for percent in 0...100 {
        let found = Quantile.type7(sorted: values, .percent(percent))
        #expect(found == Double(steps * percent))
      }
    }
  }

  @Test("The ends are the extremes, and levels between thirds are exact")
  func ends() {
    let values: [Int64] = [1, 2, 4]
    #expect(Quantile.type7(sorted: values, .percent(0)) == 1)
    #expect(Quantile.type7(sorted: values, .percent(100)) == 4)
    #expect(Quantile.type7(sorted: values, Quantile.Level(1, of: 3)) == 5.0 / 3)
    #expect(Quantile.type7(sorted: [7], .percent(95)) == 7)
  }

  @Test("Values as large as 64 bits hold do not overflow")
  func extremes() {
    #expect(Quantile.type7(sorted: [.min, .max], .percent(50)) == -0.5)
  }

  @Test("No values have no quantile")
  func empty() {
    #expect(Quantile.type7(sorted: [], .percent(50)) == nil)
    #expect(Quantile.type7(of: [], [.percent(50)]) == [])
  }

  @Test("A level outside 0 to 1 stops")
  func misuse() async {
    await #expect(processExitsWith: .failure) { _ = Quantile.Level.percent(101) }
    await #expect(processExitsWith: .failure) { _ = Quantile.Level(1, of: 0) }
  }
}
