/// How much of anything a scenario may have: what is more is an error at once.
///
/// A scenario may come from anybody. What is read against each other is bounded here, so that no file
/// makes reading take minutes; how large files may be is bounded by their readers, how much there is to
/// simulate by the memory that a run needs.
enum ScenarioLimits {
  /// Scenarios that extend each other, and policies that do. [1]
  static let longestChain = 20
  /// Entries of a list, and of an object whose keys are free; more belongs in a table. [1]
  static let entries = 10_000
  /// Policies. [1]
  static let policies = 200
  /// Phases of the timeline. [1]
  static let phases = 1_000
  /// Kinds of location. [1]
  static let kinds = 100
  /// Names that are listed in a message. [1]
  static let listedNames = 40
  /// Names that are looked through, in all, for what a misspelt one may have been. [1]
  static let comparedNames = 300_000
}

extension Decoding {
  /// Whether there are at most so many; reports it if there are more.
  func isWithin(
    _ limit: Int, _ count: Int, _ range: SourceRange, _ path: String, _ noun: String
  ) -> Bool {
    guard count > limit else { return true }
    report(
      range, path, "has \(count) \(noun)", allowed: "at most \(limit)",
      remedy: "keep bulk data in tables")
    return false
  }

  /// What may have been meant by a name that is unknown, as a remedy; `nil` if nothing is near, or if too
  /// much has been looked through already.
  func didYouMean(_ name: String, among names: @autoclosure () -> [String]) -> String? {
    guard comparedNames < ScenarioLimits.comparedNames else { return nil }
    let names = names()
    comparedNames += names.count
    return Suggestion.nearest(to: name, among: names).map { "did you mean \($0)?" }
  }
}

extension TerminalText {
  /// Names as they stand after "one of", cut after as many as anybody reads.
  static func oneOf(_ names: [String]) -> String {
    let listed = names.prefix(ScenarioLimits.listedNames).map { shortened($0, limit: 80) }
    return "one of " + listed.joined(separator: ", ") + (listed.count < names.count ? ", …" : "")
  }
}
