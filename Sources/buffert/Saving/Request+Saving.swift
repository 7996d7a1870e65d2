import Foundation

extension Request {
  /// Reads what is said of going on, and of keeping what is finished.
  ///
  /// - Throws: what is wrong with it.
  mutating func readSaving(_ arguments: Arguments) throws(Arguments.Problem) {
    resumes = arguments.has(Option.resume.name)
    restarts = arguments.has(Option.restart.name)
    if resumes, restarts {
      throw .init(text: "--resume goes on with what --restart throws away: give one of them")
    }
    if let text = arguments.value(.shard) {
      let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number >= 1,
        number <= count
      else {
        throw .init(text: "--shard is \(text), but should be such as 2/8: the second of eight")
      }
      shard = (number, count)
    }
    if shard != nil, precision != nil {
      throw .init(
        text: "--shard cannot be combined with --precision, which must know all replications: say "
          + "--replications N")
    }
    if let text = arguments.value(.saveEvery) {
      guard let duration = Self.duration(text) else {
        throw .init(
          text: "--save-every is \(text), but should be a time such as 30 s, 5 min or 0 s")
      }
      savesEvery = duration
    }
  }

  /// A time on the clock: `30 s`, `500 ms`, `5 min`, `1 h`.
  private static func duration(_ text: String) -> Duration? {
    let units: [(String, Int64)] = [("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000)]
    guard let (unit, milliseconds) = units.first(where: { text.hasSuffix($0.0) }),
      let number = Int64(text.dropLast(unit.count).filter { $0 != " " }), number >= 0
    else { return nil }
    let (total, overflows) = number.multipliedReportingOverflow(by: milliseconds)
    return overflows || total > 1_000_000_000_000 ? nil : .milliseconds(total)
  }

  /// What whoever joins the shards must run again, if only to its beginning.
  func shardCommand(of scenario: ScenarioFile) -> [String] {
    let here = FileManager.default.currentDirectoryPath
    func whole(_ path: String) -> String { path.hasPrefix("/") ? path : here + "/" + path }
    let allowed = readFrom.flatMap { [Option.readFrom.name, whole($0)] }
    return [whole(scenario.path)] + words + allowed
  }
}
