import Foundation
import ScenarioFiles

/// What the user reads: results on standard output, everything else on standard error.
enum Terminal {
  /// Prints results.
  static func write(_ text: String) {
    let reason = put(text + "\n", to: STDOUT_FILENO)
    // A reader that has seen enough is no problem.
    guard reason != 0, reason != EPIPE else { return }
    note("buffert: standard output cannot be written: \(unsafe String(cString: strerror(reason)))")
    exit(ExitCode.failed.rawValue)
  }

  /// Prints what is no result.
  static func note(_ text: String) {
    // Where this cannot be written, nothing can be said.
    _ = put(text + "\n", to: STDERR_FILENO)
  }

  /// Writes a text.
  ///
  /// - Returns: the number of the system's reason why not, 0 if all was well.
  static func put(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = UnfinishedFile.again {
        unsafe rest.withUnsafeBytes {
          unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
      }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Says that the command line cannot be understood.
  static func usage(
    _ problem: String, didYouMean word: String = "", among known: [String] = []
  ) -> ExitCode {
    note("buffert: \(problem)")
    if !word.isEmpty, let nearest = Suggestion.nearest(to: word, among: known) {
      note("did you mean \(nearest)?")
    }
    note("buffert --help shows the commands and their options")
    return .wrongUsage
  }

  /// Whether standard error is a terminal, on which a line may be written over.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }
}
