import Foundation

/// What a replication costs as a scenario grows in one direction.
struct GrowthCurve {
  let name: String
  /// What is counted along it.
  let unit: String
  /// What the exponent of a linear cost is: 0 where work is counted that should not grow.
  let expected: Double
  let points: [Point]

  struct Point {
    let size: Int
    /// Processor time in every repetition. [ns, of a replication or of a unit-day]
    let measurement: Measurement
  }

  /// The slope in a picture whose axes are both logarithms: cost grows as size to this power.
  var exponent: Double {
    let places = points.map { (x: log(Double($0.size)), y: log($0.measurement.minimum)) }
    let count = Double(places.count)
    let (x, y) = (
      places.reduce(0) { $0 + $1.x } / count, places.reduce(0) { $0 + $1.y } / count
    )
    let above = places.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
    let below = places.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    return above / below
  }

  /// In words, what the exponent says.
  var verdict: String {
    let difference = exponent - expected
    if difference.magnitude <= 0.1 { return expected == 0 ? "does not grow" : "linear" }
    if difference > 0 { return expected == 0 ? "grows a little" : "more than linear" }
    return "less than linear: part of the cost is the same at any size"
  }

  private static func measure(
    _ name: String, _ unit: String, expected: Double = 1, sizes: [Int], _ options: Options,
    perUnitDay: Bool = false, _ change: @escaping (inout TextScenario, Int) -> Void
  ) throws(Failure) -> GrowthCurve {
    var points: [Point] = []
    for size in sizes {
      var scenario = TextScenario()
      change(&scenario, size)
      let timer = EngineTimer(scenario)
      let unit = perUnitDay ? "ns per unit-day" : "ns per replication"
      let own = Case(name: "\(name) \(size)", unit: unit) { () throws(Failure) in
        perUnitDay ? try timer.nanosecondsPerUnitDay() : try timer.nanosecondsPerReplication()
      }
      let measurement = try own.measure("growth", repetitions: options.repetitions)
      measurement.show()
      points.append(Point(size: size, measurement: measurement))
    }
    return GrowthCurve(name: name, unit: unit, expected: expected, points: points)
  }

  /// All curves that are asked for.
  static func measured(_ options: Options) throws(Failure) -> [GrowthCurve] {
    let doubled = (0...6).map { 5 << $0 }
    var curves: [GrowthCurve] = []
    if options.selects("units") {
      curves.append(
        try measure("units", "care units", sizes: doubled, options) {
          $0.units = $1
          // All alike: the twenty usual ones differ in what they cost.
          $0.meanPerDay = 3
        })
    }
    if options.selects("products") {
      curves.append(
        try measure("products", "products", sizes: (0...6).map { 1 << $0 }, options) {
          $0.products = $1
        })
    }
    if options.selects("horizon") {
      curves.append(
        try measure("horizon", "days", sizes: (0...6).map { 91 << $0 }, options) {
          $0.horizonDays = $1
        })
    }
    if options.selects("lots") {
      // A delivery a day, each a lot of its own: so many days of stock are about so many lots. Some live hardly
      // longer than they lie there, so that all must be followed.
      curves.append(
        try measure(
          "lots", "lots at each care unit", expected: 0, sizes: doubled, options, perUnitDay: true
        ) {
          $0.meanPerDay = 3
          $0.life = $1 * 5 / 4...$1 * 5 / 2 + 60
          $0.careUnit = $0.careUnit.replacing("10 days", with: "\($1) days")
        })
    }
    if options.selects("replications") { curves.append(try replications(options)) }
    return curves
  }

  /// The whole program with more and more replications of R1.
  private static func replications(_ options: Options) throws(Failure) -> GrowthCurve {
    var points: [Point] = []
    for size in (0...5).map({ 125 << $0 }) {
      let own = Case(name: "replications \(size)", unit: "ns per run") { () throws(Failure) in
        try ProgramRun(
          options.program, scenario: WholeRuns.r1.path, replications: size, jobs: 1
        ).cpuSeconds * 1e9
      }
      let measurement = try own.measure("growth", repetitions: options.repetitions)
      measurement.show()
      points.append(Point(size: size, measurement: measurement))
    }
    return GrowthCurve(
      name: "replications", unit: "replications of R1", expected: 1, points: points)
  }

  /// Prints how each curve grows.
  static func report(_ curves: [GrowthCurve]) {
    print("\n" + Words.left("growth", 20) + Words.right("exponent", 10) + "  cost")
    for curve in curves {
      let exponent = String(format: "%.2f", curve.exponent)
      print(Words.left(curve.name, 20) + Words.right(exponent, 10) + "  \(curve.verdict)")
    }
  }
}
