import Foundation

/// The command line program: which command, and the exit code.
///
/// 0 done; 1 the run failed; 2 wrong usage; 3 the scenario has errors; 130 interrupted.
@main
struct Buffert {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    exit(run(words).rawValue)
  }

  private static func run(_ words: [String]) -> ExitCode {
    guard let name = words.first else {
      Terminal.write(Help.overview)
      return .wrongUsage
    }
    switch name {
    case "--help", "-h", "help":
      Terminal.write(Help.overview)
      return .done
    case "--version":
      Terminal.write("buffert \(Version.number)")
      return .done
    default:
      break
    }
    guard let command = Command.all.first(where: { $0.name == name }) else {
      let known = Command.all.map(\.name) + ["help", "--help", "--version"]
      return Terminal.usage("there is no command \(name)", didYouMean: name, among: known)
    }
    switch Arguments.parse(Array(words.dropFirst()), for: command) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let arguments) where arguments.has("--help"):
      Terminal.write(Help.text(for: command))
      return .done
    case .success(let arguments):
      return command.run(arguments)
    }
  }
}

/// How the program ends.
enum ExitCode: Int32 {
  /// Everything was done.
  case done = 0
  /// The run failed: a broken balance, a full disk.
  case failed = 1
  /// The command line cannot be understood.
  case wrongUsage = 2
  /// The scenario has errors, or what is to be gone on with or joined is not its own; nothing was written.
  case wrongScenario = 3
  /// Interrupted; what was finished is kept.
  case interrupted = 130
}

/// The version of program and results.
enum Version {
  /// As in `CHANGELOG.md`; any change of results changes it.
  static let number = "0.4.0"
}
