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
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe ([program] + words).map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe arguments.indices { unsafe free(arguments[place]) } }
    var process: pid_t = 0
    let start = ContinuousClock.now
    guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
      throw Failure("cannot run \(program); build it first: swift build -c release")
    }
    var status: Int32 = 0
    var usage = rusage()
    unsafe wait4(process, &status, 0, &usage)
    guard status == 0 else {
      throw Failure("\(program) \(words.joined(separator: " ")) ended with status \(status)")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    wallSeconds = (ContinuousClock.now - start) / .seconds(1)
    cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    peakMebibytes = Double(usage.ru_maxrss) / 1024
  }

  /// Runs a scenario with the built program; its results are thrown away.
  init(
    _ program: String, scenario: String, replications: Int, jobs: Int, options: [String] = []
  ) throws(Failure) {
    let folder = NSTemporaryDirectory() + "buffert-benchmark-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try self.init(
      program,
      [
        "run", scenario, "--replications", "\(replications)", "--jobs", "\(jobs)", "--quiet",
        "--out", folder,
      ] + options)
  }
}
