import Foundation

/// Times the engine and the built program, and counts what they do.
@main
struct Benchmark {
  private static let help = """
    bench: what does it cost?

      bench [GROUP …]                times; groups are frequent, targeted, whole and growth, all unless named
      bench counters                 instructions and allocations per event, counted by valgrind
      bench allocations              fails if a replication allocates once its worker is warm

    options
      --filter TEXT                  only cases whose names contain this, or one of several
      --repetitions N                how often each case is timed; default 7
      --out FOLDER                   writes benchmarks.csv, growth.csv and growth.svg there
      --save FILE                    saves the times, to compare with later
      --against FILE                 compares with times that were saved on the same machine
      --machine TEXT                 what saved times say of the machine, in general terms
      --program FILE                 the built program; default .build/release/buffert
      --beside FILE                  another build of it: whole runs of both in turn, and their ratios
      --where                        allocations: says which functions they come from

    Run it in the repository's folder.
    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "--help" { return print(help) }
    do throws(Failure) {
      if words.first == "simulate" { return try Simulation.run(Array(words.dropFirst())) }
      let options = try Options(words)
      if options.groups == ["allocations"] {
        if try !Allocations.check(options) { exit(1) }
      } else if options.groups == ["counters"] {
        try Counters.report(options)
      } else {
        try time(options)
      }
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(1)
    }
  }

  /// Times what is asked for; prints it, and writes and compares what is asked for.
  private static func time(_ options: Options) throws(Failure) {
    try options.checkPlaces()
    let baseline = try options.against.map { path throws(Failure) in try Baseline(reading: path) }
    var measured: [Measurement] = []
    let known: [(group: String, cases: () -> [Case])] = [
      ("frequent", { Frequent.cases }), ("targeted", { Targeted.cases }),
      ("whole", { WholeRuns(program: options.program).cases }),
    ]
    print(Measurement.heading)
    for (group, cases) in known where options.includes(group) {
      for own in cases() where options.selects(own.name) {
        let measurement = try own.measure(group, repetitions: options.repetitions)
        measurement.show()
        measured.append(measurement)
      }
    }
    if let other = options.beside { try Beside(options, other: other).report() }
    let curves = options.includes("growth") ? try GrowthCurve.measured(options) : []
    if !curves.isEmpty { GrowthCurve.report(curves) }
    if let baseline { baseline.compare(with: measured) }
    if let path = options.save { try Baseline(measured, machine: options.machine).write(path) }
    if let folder = options.folder {
      try Results.write(measured, curves, to: folder, machine: options.machine)
    }
  }
}
