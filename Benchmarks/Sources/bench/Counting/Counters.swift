import Foundation

/// Instructions and allocations per event: the same on every run, however busy the machine is.
///
/// valgrind counts the instructions of so many replications and of twice as many; the difference is
/// what the later half costs, without start-up and reading.
enum Counters {
  static func report(_ options: Options) throws(Failure) {
    print(
      Words.left("case", 32) + Words.right("unit-days", 10) + Words.right("with demand", 12)
        + Words.right("instr/unit-day", 15) + Words.right("instr/demand day", 17)
        + Words.right("allocations", 12))
    let names = Simulation.shipped + Mechanism.all.map(\.name)
    for name in names where options.selects(name) { try report(name) }
    print(
      "Unit-days, those with demand, instructions and allocations: of one replication, all policies."
    )
  }

  private static func report(_ name: String) throws(Failure) {
    var engine = try Simulation.engine(name)
    let unitDays = engine.unitDays
    // About a million unit-days say enough.
    let half = max(1, min(20, 1_000_000 / unitDays))
    var demandDays = 0
    for replication in half..<2 * half {
      demandDays += try engine.demandDays(ofReplication: replication)
    }
    let allocations = try Allocations.allocations(in: &engine, 0..<2, traces: 0)
    let instructions = try instructions(name, 2 * half) - instructions(name, half)
    print(
      Words.left(name, 32) + Words.right("\(unitDays)", 10)
        + Words.right("\(demandDays / half)", 12)
        + Words.right(Words.short(instructions / Double(half * unitDays)), 15)
        + Words.right(Words.short(instructions / Double(max(1, demandDays))), 17)
        + Words.right(Words.short(Double(allocations) / 2), 12))
  }

  /// What valgrind counts while this program simulates a case.
  private static func instructions(_ name: String, _ replications: Int) throws(Failure) -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
      CommandLine.arguments[0], "simulate", name, "\(replications)",
    ]
    // Hash tables are laid out by chance unless this is set.
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    process.environment = environment
    let pipe = Pipe()
    process.standardError = pipe
    do { try process.run() } catch { throw Failure("cannot run valgrind: \(error)") }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    let counted = text.split(separator: "\n").first { $0.contains("refs:") }
    guard let digits = counted?.split(separator: ":").last?.filter(\.isNumber),
      let count = Double(digits)
    else { throw Failure("valgrind has counted nothing:\n\(text)") }
    return count
  }
}
