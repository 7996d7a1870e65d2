import Foundation

/// Times the built program on shipped scenarios and prints a table.
@main
struct Benchmark {
  private static let program = ".build/release/buffert"
  private static let folder = NSTemporaryDirectory() + "buffert-benchmark-\(getpid())"
  private static let repetitions = 5

  static func main() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // The peak is that of all programs so far, so the small cases come first.
    memory()
    print("case                                   minimum     median   unit")
    referenceModel()
    region(jobs: 1)
    region(jobs: 2)
  }

  /// 20 care units × 730 days × two policies.
  private static func referenceModel() {
    let replications = 4000
    let unitDays = Double(replications) * 2 * 20 * 730
    report("R1, one core, whole program", "ns per unit-day", scale: 1e9 / unitDays) {
      timed("scenarios/reference/r1.json5", replications, jobs: 1).cpuSeconds
    }
  }

  private static func region(jobs: Int) {
    let replications = 20
    report(
      "Jönköping, \(jobs) core(s), wall time", "s per replication", scale: 1 / Double(replications)
    ) {
      timed("scenarios/jonkoping.json5", replications, jobs: jobs).wallSeconds
    }
  }

  /// What grows with replications is the values behind the quantiles.
  private static func memory() {
    for replications in [1000, 16_000] {
      let run = timed("scenarios/reference/r1.json5", replications, jobs: 2)
      print(
        "R1, \(replications) replications, peak memory: \(Int(run.peakMebibytes.rounded())) MiB (of all runs so far)"
      )
    }
  }

  private static func timed(_ scenario: String, _ replications: Int, jobs: Int) -> Timed {
    Timed.run(
      program,
      [
        "run", scenario, "--replications", "\(replications)", "--jobs", "\(jobs)", "--quiet",
        "--out", folder,
      ])
  }

  /// Runs a case several times, once before to warm up, and prints its minimum and median.
  private static func report(
    _ name: String, _ unit: String, scale: Double, _ measure: () -> Double
  ) {
    _ = measure()
    let values = (0..<repetitions).map { _ in measure() * scale }.sorted()
    func column(_ value: Double) -> String {
      let text = "\((value * 1000).rounded() / 1000)"
      return String(repeating: " ", count: max(0, 11 - text.count)) + text
    }
    let padded = name + String(repeating: " ", count: max(0, 35 - name.count))
    print("\(padded)\(column(values[0]))\(column(values[repetitions / 2]))   \(unit)")
  }
}
