import RandomStreams
import Testing

/// The distance between two numbers, in units in the last place of the second.
private func unitsInLastPlace(_ value: Double, _ reference: Double) -> Double {
  if value == reference { return 0 }
  guard value.isFinite && reference.isFinite else { return .infinity }
  return ((value - reference) / reference.ulp).magnitude
}

@Suite("Elementary functions")
struct ElementaryTests {
  @Test("The logarithm is within one unit in the last place, subnormal numbers included")
  func logarithm() {
    for (x, reference) in ElementaryReference.logarithms {
      #expect(unitsInLastPlace(Elementary.log(x), reference) <= 1, "at \(x)")
    }
  }

  @Test("The logarithm of one plus x is within four units in the last place, for tiny x too")
  func logarithmOfOnePlus() {
    for (x, reference) in ElementaryReference.logarithmsOfOnePlus {
      #expect(unitsInLastPlace(Elementary.logOnePlus(x), reference) <= 4, "at \(x)")
    }
  }

  @Test("The exponential is within one unit in the last place, subnormal results included")
  func exponential() {
    for (x, reference) in ElementaryReference.exponentials {
      #expect(unitsInLastPlace(Elementary.exp(x), reference) <= 1, "at \(x)")
    }
  }

  @Test("The normal quantile is within eight units in the last place, for the smallest numbers too")
  func normalQuantile() {
    for (p, reference) in ElementaryReference.normalQuantiles {
      #expect(unitsInLastPlace(Elementary.normalQuantile(p), reference) <= 8, "at \(p)")
    }
  }

  @Test("The normal quantile is antisymmetric, and rises across its three formulas")
  func normalQuantileShape() {
    var previous = -Double.infinity
    for step in 1..<4_000 {
      let p = Double(step) / 4_096
      let quantile = Elementary.normalQuantile(p)
      #expect(quantile > previous)
      #expect(quantile == -Elementary.normalQuantile(1 - p))
      previous = quantile
    }
  }

  @Test("Infinite and undefined cases are as documented")
  func extremes() {
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-.infinity).isNaN)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.logOnePlus(-1) == -.infinity)
    #expect(Elementary.logOnePlus(-1.5).isNaN)
    #expect(Elementary.logOnePlus(.infinity) == .infinity)
    #expect(Elementary.logOnePlus(.nan).isNaN)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(-745.2) == 0)
    #expect(Elementary.exp(-1e300) == 0)
    #expect(Elementary.exp(709.79) == .infinity)
    #expect(Elementary.exp(1e300) == .infinity)
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.normalQuantile(0) == -.infinity)
    #expect(Elementary.normalQuantile(1) == .infinity)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(-0.1).isNaN)
    #expect(Elementary.normalQuantile(1.1).isNaN)
    #expect(Elementary.normalQuantile(.nan).isNaN)
  }
}
