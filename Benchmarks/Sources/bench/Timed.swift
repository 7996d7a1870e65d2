import Foundation
import Glibc

/// One run of a program: how long it took and how much memory it needed.
struct Timed {
  /// From start to end. [s]
  let wallSeconds: Double
  /// Processor time of the program and the system for it. [s]
  let cpuSeconds: Double
  /// The largest resident memory of any program run so far. [MiB]
  let peakMebibytes: Double

  /// Runs a program to its end; stops the benchmark if it fails.
  static func run(_ program: String, _ words: [String]) -> Timed {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    let before = usage()
    let start = ContinuousClock.now
    do { try process.run() } catch {
      print("cannot run \(program): \(error)\nbuild it first: swift build -c release")
      exit(1)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      print("\(program) \(words.joined(separator: " ")) ended with \(process.terminationStatus)")
      exit(1)
    }
    let after = usage()
    return Timed(
      wallSeconds: (ContinuousClock.now - start) / .seconds(1),
      cpuSeconds: after.seconds - before.seconds, peakMebibytes: after.mebibytes)
  }

  /// What all programs that have ended have used together.
  private static func usage() -> (seconds: Double, mebibytes: Double) {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (
      seconds(usage.ru_utime) + seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024
    )
  }
}
