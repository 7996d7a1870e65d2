import CountAllocations
import Foundation

/// Says which functions have asked for memory, with the commands addr2line and swift demangle.
enum AllocationTrace {
  /// Prints the callers of the allocations counted last, those of the program itself, most first.
  static func printTraces(of count: Int) {
    var times: [[UInt64]: Int] = [:]
    for allocation in 0..<count {
      let depth = Int(count_allocations_depth(Int64(allocation)))
      let callers = (0..<depth)
        .map { count_allocations_caller(Int64(allocation), Int64($0)) }.filter { $0 != 0 }
      times[Array(callers.prefix(9)), default: 0] += 1
    }
    for (callers, number) in times.sorted(by: { $0.value > $1.value }).prefix(25) {
      print("    \(number) of \(count):")
      for name in names(of: callers) { print("        \(name)") }
    }
  }

  /// The functions at addresses of this program, without those of the counting itself.
  private static func names(of addresses: [UInt64]) -> [String] {
    let program = CommandLine.arguments[0]
    // One less, since an address is that to which the call returns.
    let list = addresses.map { "0x" + String($0 - 1, radix: 16) }.joined(separator: " ")
    let command = "addr2line -f -e '\(program)' \(list) | sed -n 1~2p | swift demangle --simplified"
    return output(of: command).split(separator: "\n").map(String.init)
      .filter { !["malloc", "calloc", "realloc", "note", "posix_memalign"].contains($0) }
  }

  private static func output(of command: String) -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    do { try process.run() } catch { return "(\(error))" }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
