import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Shortages in time")
struct OutagesTests {
  static func process(
    _ frequency: ShortageProcess.Frequency, _ duration: Distribution, startsUp: Bool,
    id: String = "shortage"
  ) -> OutageProcess {
    OutageProcess(
      ShortageProcess(
        id: id, products: .init(), frequency: frequency, duration: duration, startsUp: startsUp),
      ticksPerDay: 1)
  }

  static func key(_ replication: Int) -> StreamKey {
    StreamKey(seed: 3, source: 0, replication: UInt64(replication), product: 17)
  }

  @Test("A day is down if the process is down at its beginning, whatever comes later that day")
  func daysDown() {
    let process = Self.process(.meanUpTime(days: 4), .uniform(low: 0.1, high: 5), startsUp: true)
    var outages = Outages()
    for replication in 0..<50 {
      outages.draw([process], days: 60, key: Self.key(replication))
      // The same process in continuous time: up, down, up, from the same random numbers.
      var key = Self.key(replication)
      key.source = StableHash.of("shortage")
      key.purpose = StreamPurpose.shortage.word()
      var stream = key.stream()
      var down: [Range<Double>] = []
      var time = 0.0
      while time < 60 {
        let onset = time + Distribution.exponential(mean: 4).sample(using: &stream)
        time = onset + Distribution.uniform(low: 0.1, high: 5).sample(using: &stream)
        down.append(onset..<time)
      }
      for day in 0..<60 {
        let isDown = outages.isDown(day)
        #expect(isDown == down.contains { $0.contains(Double(day)) })
      }
    }
  }

  @Test("In the long run supply is down for the share r·E[D], with r onsets a year")
  func longRun() {
    // Seed 3, 400 runs of 10 years; limits are 4.4 standard errors over runs, a false alarm in
    // 100,000 each. Durations of whole days keep every outage visible as days down.
    let process = Self.process(.onsetsPerYear(2), .constant(30), startsUp: false)
    var share = Sample()
    var onsets = Sample()
    var first = Sample()
    var outages = Outages()
    for replication in 0..<400 {
      outages.draw([process], days: 3_650, key: Self.key(replication))
      var (down, began) = (0, 0)
      var previous = outages.isDown(0)
      first.add(previous ? 1 : 0)
      for day in 0..<3_650 {
        let now = outages.isDown(day)
        if now { down += 1 }
        if now, !previous { began += 1 }
        previous = now
      }
      share.add(Double(down) / 3_650)
      onsets.add(Double(began) / 3_649 * 365)
    }
    let expected = 2.0 * 30 / 365
    #expect(abs(share.mean - expected) < 4.4 * share.standardError)
    // Two outages that meet between two beginnings of days look like one: below 0.5 %.
    #expect(abs(onsets.mean - 2) < 4.4 * onsets.standardError + 0.01)
    #expect(abs(first.mean - expected) < 4.4 * first.standardError)
  }

  @Test("A stationary process is down on every day with the same probability")
  func stationary() {
    // Seed 3, 3,000 replications, 4 days: limits of 4.4 standard errors, together 4 in 100,000.
    let process = Self.process(
      .onsetsPerYear(1.5), .lognormal(median: 20, mean: 60), startsUp: false)
    let expected = 1.5 * 60 / 365
    var outages = Outages()
    var down = [0, 0, 0, 0]
    for replication in 0..<3_000 {
      outages.draw([process], days: 100, key: Self.key(replication))
      for (place, day) in [0, 10, 40, 99].enumerated() where outages.isDown(day) {
        down[place] += 1
      }
    }
    let error = (expected * (1 - expected) / 3_000).squareRoot()
    for count in down { #expect(abs(Double(count) / 3_000 - expected) < 4.4 * error) }
  }

  @Test("A process that starts up is never down on the first day")
  func startsUp() {
    let process = Self.process(.meanUpTime(days: 1), .constant(50), startsUp: true)
    var outages = Outages()
    var later = 0
    for replication in 0..<200 {
      outages.draw([process], days: 20, key: Self.key(replication))
      let isDown = outages.isDown(0)
      #expect(!isDown)
      if outages.isDown(19) { later += 1 }
    }
    #expect(later > 150)
  }

  @Test("With several processes a day is down when any is, and each keeps its own course")
  func union() {
    let a = Self.process(.meanUpTime(days: 20), .constant(5), startsUp: false, id: "a")
    let b = Self.process(.meanUpTime(days: 30), .constant(9), startsUp: false, id: "b")
    var onlyA = Outages()
    var onlyB = Outages()
    var both = Outages()
    for replication in 0..<20 {
      let key = Self.key(replication)
      onlyA.draw([a], days: 100, key: key)
      onlyB.draw([b], days: 100, key: key)
      both.draw([b, a], days: 100, key: key)
      for day in 0..<100 {
        let (first, second) = (onlyA.isDown(day), onlyB.isDown(day))
        let either = both.isDown(day)
        #expect(either == (first || second))
      }
    }
  }

  @Test("A rate of 0 never fails")
  func never() {
    let process = Self.process(.onsetsPerYear(0), .constant(30), startsUp: false)
    var outages = Outages()
    outages.draw([process], days: 1_000, key: Self.key(0))
    var down = 0
    for day in 0..<1_000 where outages.isDown(day) { down += 1 }
    #expect(down == 0)
  }
}

/// Mean and standard error of some values.
struct Sample {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The sample variance, divisor n − 1.
  var variance: Double {
    let centre = mean
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count - 1)
  }

  /// Of the mean.
  var standardError: Double { (variance / Double(values.count)).squareRoot() }

  /// Of the sample variance, from the fourth moment.
  var standardErrorOfVariance: Double {
    let (centre, square) = (mean, variance)
    let fourth = values.reduce(0) { sum, value in
      let deviation = (value - centre) * (value - centre)
      return sum + deviation * deviation
    }
    let kurtosis = fourth / Double(values.count)
    return ((kurtosis - square * square) / Double(values.count)).squareRoot()
  }
}
