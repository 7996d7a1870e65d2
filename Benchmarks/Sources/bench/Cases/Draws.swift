import RandomStreams

/// Single random numbers.
enum Draws {
  private static let count = 1_000_000

  static var cases: [Case] {
    [
      streams, timed("uniform number", Unit()), timed("whole number below 1,000", Below()),
      timed("Poisson, mean 1, from its table", Table(.poisson(mean: 1))),
      timed("Poisson, mean 1,000, from its table", Table(.poisson(mean: 1000))),
      timed(
        "negative binomial from its table",
        Table(.negativeBinomial(mean: 5, dispersionIndex: 5))),
      timed("exponential", Drawn(.exponential(mean: 40))),
      timed("lognormal", Drawn(.lognormal(median: 30, mean: 42))),
      timed("gamma", Drawn(.gamma(mean: 40, coefficientOfVariation: 0.5))),
      timed("triangular", Drawn(.triangular(low: 10, mode: 20, high: 60))),
    ]
  }

  /// What is drawn; a type for each, so that the compiler joins the loop and what is in it as it does in
  /// the engine.
  private protocol Draw {
    func value(_ stream: inout RandomStream) -> Double
  }

  private struct Unit: Draw {
    @inline(__always)
    func value(_ stream: inout RandomStream) -> Double { stream.nextUnit() }
  }

  private struct Below: Draw {
    @inline(__always)
    func value(_ stream: inout RandomStream) -> Double { Double(stream.nextBelow(1000)) }
  }

  private struct Table: Draw {
    let table: DiscreteTable
    init(_ table: DiscreteTable) { self.table = table }
    @inline(__always)
    func value(_ stream: inout RandomStream) -> Double { Double(table.sample(using: &stream)) }
  }

  private struct Drawn: Draw {
    let distribution: Distribution
    init(_ distribution: Distribution) { self.distribution = distribution }
    @inline(__always)
    func value(_ stream: inout RandomStream) -> Double { distribution.sample(using: &stream) }
  }

  private static func timed(_ name: String, _ draw: some Draw) -> Case {
    timed(name) { sum(draw) }
  }

  @inline(never)
  private static func sum(_ draw: some Draw) -> Double {
    var stream = StreamKey(seed: 1, source: 3).stream()
    var sum = 0.0
    for _ in 0..<count { sum += draw.value(&stream) }
    return sum
  }

  /// A stream for each replication.
  private static var streams: Case {
    timed("start of a stream") {
      var key = StreamKey(seed: 1, source: 2)
      var sum: UInt64 = 0
      for replication in 0..<count {
        key.replication = UInt64(replication)
        sum &+= key.stream().state.0
      }
      return Double(sum)
    }
  }

  private static func timed(_ name: String, _ run: @escaping () -> Double) -> Case {
    Case(name: name, unit: "ns per draw") {
      let start = processorNanoseconds()
      let sum = run()
      let time = processorNanoseconds() - start
      use(sum)
      return time / Double(count)
    }
  }
}
