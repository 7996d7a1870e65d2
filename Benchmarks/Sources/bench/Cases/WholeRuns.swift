/// The built program from its start to its end: what a user waits for, reading and writing included.
struct WholeRuns {
  let program: String

  /// A scenario, how often it is run, and for how many unit-days in each replication, if it is given by
  /// them.
  struct Shipped {
    let name: String
    let path: String
    let replications: Int
    /// So many that one core simulates for ten seconds or more.
    var replicationsForCores = 0
    var unitDays: Double?
  }

  /// 20 care units × 730 days × two policies.
  private static let unitDaysOfR1: Double = 2 * 20 * 730
  static let r1 = Shipped(
    name: "R1", path: "scenarios/reference/r1.json5", replications: 4000,
    replicationsForCores: 24_000, unitDays: unitDaysOfR1)
  static let jonkoping = Shipped(
    name: "Jönköping", path: "scenarios/jonkoping.json5", replications: 6,
    replicationsForCores: 32)
  static let all = [
    r1,
    Shipped(
      name: "R1s", path: "scenarios/reference/r1s.json5", replications: 4000,
      replicationsForCores: 8000, unitDays: unitDaysOfR1),
    jonkoping,
    Shipped(
      name: "Halland", path: "scenarios/halland.json5", replications: 20,
      replicationsForCores: 120),
    Shipped(
      name: "Sweden", path: "scenarios/sweden.json5", replications: 2,
      replicationsForCores: 6),
  ]

  var cases: [Case] {
    timed.map { each in
      var each = each
      each.warmsUp = false
      return each
    }
  }

  private var timed: [Case] {
    Self.all.map(oneCore) + Self.all.flatMap { [twoCores($0), twoPrograms($0), busyCores($0)] } + [
      policies, slow,
    ]
      + memory
  }

  /// Processor time on one core.
  func oneCore(_ shipped: Shipped) -> Case {
    let isR1 = shipped.name == Self.r1.name
    return Case(
      name: "\(shipped.name), one core",
      unit: shipped.unitDays == nil ? "ms per replication" : "ns per unit-day",
      most: isR1 ? 20 : nil
    ) { () throws(Failure) in
      let seconds = try run(shipped, jobs: 1).cpuSeconds / Double(shipped.replications)
      return shipped.unitDays.map { seconds * 1e9 / $0 } ?? seconds * 1e3
    }
  }

  /// How long it takes on two cores of how long it takes on one, one after the other.
  private func twoCores(_ shipped: Shipped) -> Case {
    overOneCore("\(shipped.name), two cores over one", shipped, most: 1 / 1.9) {
      () throws(Failure) in
      try run(shipped, replications: shipped.replicationsForCores, jobs: 2).wallSeconds
    }
  }

  /// The same with two programs at once, each of which runs half as many replications: as much as the machine's
  /// two cores give to what shares nothing.
  private func twoPrograms(_ shipped: Shipped) -> Case {
    overOneCore("\(shipped.name), two programs over one", shipped, most: nil) {
      () throws(Failure) in
      try ProgramRun.secondsBeside(
        2, program, scenario: shipped.path, replications: shipped.replicationsForCores / 2)
    }
  }

  /// How many of two cores are busy on average from start to end: what one core does alone shows here, however
  /// much slower a core is while the other is busy.
  private func busyCores(_ shipped: Shipped) -> Case {
    Case(name: "\(shipped.name), busy of two cores", unit: "cores") { () throws(Failure) in
      let run = try run(shipped, replications: shipped.replicationsForCores, jobs: 2)
      return run.cpuSeconds / run.wallSeconds
    }
  }

  private func overOneCore(
    _ name: String, _ shipped: Shipped, most: Double?,
    _ seconds: @escaping () throws(Failure) -> Double
  ) -> Case {
    Case(name: name, unit: "of the time on one core", most: most) { () throws(Failure) in
      let one = try run(shipped, replications: shipped.replicationsForCores, jobs: 1).wallSeconds
      return try seconds() / one
    }
  }

  /// What three policies cost of what one costs: patients and shortages are drawn once for all.
  private var policies: Case {
    Case(name: "Jönköping, three policies over one", unit: "times one policy", most: 2.5) {
      () throws(Failure) in
      let one = try run(Self.jonkoping, jobs: 1, options: ["--policy", "today"]).cpuSeconds
      return try run(Self.jonkoping, jobs: 1).cpuSeconds / one
    }
  }

  /// What R1 costs with a hundredth of its demand.
  private var slow: Case {
    Case(name: "R1 with slow movers over R1", unit: "of the time of R1", most: 1 / 8) {
      () throws(Failure) in
      let normal = try run(Self.r1, jobs: 1).cpuSeconds
      let slow = Shipped(
        name: "slow", path: "Benchmarks/scenarios/r1-slow.json5",
        replications: Self.r1.replications)
      return try run(slow, jobs: 1).cpuSeconds / normal
    }
  }

  /// What grows with replications is the values behind the quantiles.
  private var memory: [Case] {
    [1000, 16_000].map { replications in
      let shipped = Shipped(name: "R1", path: Self.r1.path, replications: replications)
      return Case(name: "R1, \(replications) replications, memory", unit: "MiB at the peak") {
        () throws(Failure) in try run(shipped, jobs: 2).peakMebibytes
      }
    }
  }

  private func run(
    _ shipped: Shipped, replications: Int? = nil, jobs: Int, options: [String] = []
  ) throws(Failure) -> ProgramRun {
    try ProgramRun(
      program, scenario: shipped.path, replications: replications ?? shipped.replications,
      jobs: jobs, options: options)
  }
}
