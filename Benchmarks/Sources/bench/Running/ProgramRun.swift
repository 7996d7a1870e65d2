import Foundation
import Glibc

/// One run of a program: how long it took and how much memory it needed.
struct ProgramRun {
  /// From start to end. [s]
  let wallSeconds: Double
  /// Processor time of the program and of the system for it. [s]
  let cpuSeconds: Double
  /// The largest resident memory. [MiB]
  let peakMebibytes: Double

  /// Runs a program to its end, its output thrown away.
  init(_ program: String, _ words: [String]) throws(Failure) {
    let start = ContinuousClock.now
    let usage = try Self.wait(for: try Self.start(program, words), "\(program) \(words)")
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    wallSeconds = (ContinuousClock.now - start) / .seconds(1)
    cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    peakMebibytes = Double(usage.ru_maxrss) / 1024
  }

  /// Runs a program several times at once, once with each of the word lists, until the last has ended. [s]
  static func secondsBeside(_ program: String, _ lists: [[String]]) throws(Failure) -> Double {
    let start = ContinuousClock.now
    var processes: [pid_t] = []
    for words in lists { processes.append(try Self.start(program, words)) }
    for (process, words) in zip(processes, lists) {
      _ = try wait(for: process, "\(program) \(words)")
    }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private static func start(_ program: String, _ words: [String]) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe ([program] + words).map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe arguments.indices { unsafe free(arguments[place]) } }
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
      throw Failure("cannot run \(program); build it first: swift build -c release")
    }
    return process
  }

  private static func wait(for process: pid_t, _ command: String) throws(Failure) -> rusage {
    var status: Int32 = 0
    var usage = rusage()
    unsafe wait4(process, &status, 0, &usage)
    guard status == 0 else { throw Failure("\(command) ended with status \(status)") }
    return usage
  }

  /// Runs a scenario with the built program; its results are thrown away.
  init(
    _ program: String, scenario: String, replications: Int, jobs: Int, options: [String] = []
  ) throws(Failure) {
    let folder = Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try self.init(
      program, Self.words(scenario, replications: replications, jobs: jobs, folder) + options)
  }

  /// Runs a scenario in several programs at once, each on one core, which share nothing but the machine; their
  /// results are thrown away. [s]
  static func secondsBeside(
    _ programs: Int, _ program: String, scenario: String, replications: Int
  ) throws(Failure) -> Double {
    let folders = (1...programs).map { folder() + "-\($0)" }
    defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
    return try secondsBeside(
      program, folders.map { words(scenario, replications: replications, jobs: 1, $0) })
  }

  private static func folder() -> String {
    NSTemporaryDirectory() + "buffert-benchmark-\(getpid())"
  }

  private static func words(
    _ scenario: String, replications: Int, jobs: Int, _ folder: String
  ) -> [String] {
    [
      "run", scenario, "--replications", "\(replications)", "--jobs", "\(jobs)", "--quiet",
      "--out", folder,
    ]
  }
}
