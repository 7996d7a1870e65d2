import Foundation
import ScenarioFiles

/// What the user reads: results on standard output, everything else on standard error.
enum Terminal {
  /// Prints results.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Prints what is no result.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
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
