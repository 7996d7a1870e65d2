import SupplyModel

/// The reading of one scenario: what has gone wrong so far, and where each value came from.
///
/// A class, so that all the small readers add to the same lists; it lives for one reading only.
final class Decoding {
  /// What is wrong, from all files.
  var diagnostics = Diagnostics()
  /// What single values are read by; the horizon states the tick before any duration is read.
  var context = ReadingContext()
  /// How many names have been looked through for what a misspelt one may have been.
  var comparedNames = 0
  /// The effective scenario: every value that holds, and where it comes from.
  private(set) var explanations: [EffectiveScenario.StatedValue] = []
  /// How many values of each table's columns are known how well.
  private(set) var provenance: [EffectiveScenario.Provenance] = []
  /// Every file that has been read, each once.
  private(set) var files: [ScenarioSource] = []
  /// Where each stands in `files`, by its path without steps that lead nowhere.
  private var placeOfFile: [String: Int] = [:]
  private let load: (String) -> Result<[UInt8], FileProblem>
  private let mayRead: FileRule
  /// Whether `files` have their bytes.
  private let keepsBytes: Bool

  init(
    load: @escaping (String) -> Result<[UInt8], FileProblem>, mayRead: @escaping FileRule,
    keepsBytes: Bool
  ) {
    self.load = load
    self.mayRead = mayRead
    self.keepsBytes = keepsBytes
  }

  /// Reads a file that a value names, counted from the folder of the file in which the value stands; reports
  /// why if it cannot be read.
  ///
  /// A scenario may come from anybody, and what it reads ends up in results that are handed on: so it
  /// reads from its own folder or below, unless whoever runs it allows more. What is named on the command
  /// line its user has named, counted from the present folder.
  func file(_ path: String, namedBy node: JSONNode, as name: String) -> SourceText? {
    let namer = node.range.source
    guard !namer.isOption else { return source(path, namedAt: node.range, path: name) }
    let file = FilePath.sibling(of: namer.name, path)
    guard mayRead(file, FilePath.folder(of: namer.name)) else {
      report(
        node.range, name, "leads out of the scenario's folder: \(TerminalText.quoted(path))",
        allowed: "a file in the folder of \(TerminalText.escaped(namer.fileName)), or below it",
        remedy: "move the file there, or allow its folder with --read-from DIR")
      return nil
    }
    return source(file, namedAt: node.range, path: name)
  }

  /// Reads a file; reports why if it cannot be read.
  func source(_ name: String, namedAt range: SourceRange?, path: String) -> SourceText? {
    switch load(name) {
    case .success(let bytes):
      note(ScenarioSource(path: name, bytes: bytes, keepsBytes: keepsBytes))
      return SourceText(name: name, bytes: bytes)
    case .failure(let problem):
      diagnostics.add(
        Diagnostic(
          place: range.map { .source($0) } ?? .origin(name), path: path,
          problem: "cannot be read: \(problem.reason)",
          remedy: range == nil
            ? nil
            : "looked for \(TerminalText.shortened(FilePath.normal(name), limit: 200)): paths count from the folder of the file that"
              + " names them"))
      return nil
    }
  }

  /// Notes a file that has been read; one that is named in two ways is one.
  private func note(_ file: ScenarioSource) {
    let path = FilePath.normal(file.path)
    guard placeOfFile[path] == nil else { return }
    placeOfFile[path] = files.count
    files.append(file)
  }

  /// Notes how many rows a table has.
  func noteRows(_ count: Int, of name: String) {
    if let place = placeOfFile[FilePath.normal(name)] { files[place].rows = count }
  }

  /// Reports something wrong with a value; no text is made of what is only counted.
  func report(
    _ range: SourceRange, _ path: @autoclosure () -> String, _ problem: @autoclosure () -> String,
    allowed: @autoclosure () -> String? = nil, remedy: @autoclosure () -> String? = nil
  ) {
    guard !diagnostics.isFull else { return diagnostics.countError() }
    diagnostics.add(
      Diagnostic(
        place: .source(range), path: path(), problem: problem(), allowed: allowed(),
        remedy: remedy()))
  }

  /// Reports why a value cannot be read; no text is made of what is only counted.
  func report(_ range: SourceRange, _ path: @autoclosure () -> String, _ problem: QuantityProblem) {
    guard !diagnostics.isFull else { return diagnostics.countError() }
    diagnostics.add(Diagnostic(place: .source(range), path: path(), problem))
  }

  /// Whether values that are read are part of the effective scenario: what is known of its results
  /// changes none of them.
  var explains = true

  /// Notes a value that holds.
  func explain(_ path: String, _ value: String, at range: SourceRange?) {
    guard explains else { return }
    explanations.append(
      EffectiveScenario.StatedValue(path: path, value: value, origin: range.map(Self.origin)))
  }

  /// The values that hold, each once: what policies inherit is read for each of them.
  var distinctExplanations: [EffectiveScenario.StatedValue] {
    var seen: Set<EffectiveScenario.StatedValue> = []
    return explanations.filter { seen.insert($0).inserted }
  }

  /// Notes how well a column's values are known; a table that is read twice is noted once.
  func note(_ provenance: EffectiveScenario.Provenance) {
    if !self.provenance.contains(provenance) { self.provenance.append(provenance) }
  }

  private static func origin(_ range: SourceRange) -> String {
    range.source.isOption
      ? range.source.name
      : "\(range.source.name):\(range.source.position(of: range.start).line)"
  }
}

/// Whether a scenario in a folder may read a file; both paths count from where the scenario is named.
public typealias FileRule = (_ file: String, _ folder: String) -> Bool

/// Why a file cannot be read.
public struct FileProblem: Error, Sendable {
  /// In words: `there is no such file`.
  public let reason: String

  /// A problem in words.
  public init(reason: String) {
    self.reason = reason
  }
}
