import ScenarioFiles
import SupplyModel

#if WHOLE
  import Replications
  import Studies
#endif

extension FuzzTarget {
  /// A shipped scenario with up to eight changes that respect its syntax, read as a whole. The input says
  /// which changes. With WHOLE, what is still a model is compiled, and run for one replication if that is
  /// quick: no goods may be lost or made, which the run itself counts.
  static let scenario = FuzzTarget(name: "scenario") { bytes in
    var choices = Choices(bytes)
    let scenario = Scenarios.at(choices.below(Scenarios.count))
    var files = scenario.files
    for _ in 0...choices.below(8) {
      let name = scenario.names[choices.below(scenario.names.count)]
      files[name] = Damage.done(to: files[name] ?? [], by: &choices)
    }
    let outcome = scenario.read(files)
    precondition((outcome.model == nil) == outcome.diagnostics.hasErrors)
    _ = outcome.diagnostics.rendered()
    #if WHOLE
      if let model = outcome.model { run(model) }
    #endif
  }
}

#if WHOLE
  extension FuzzTarget {
    /// One replication of what is small.
    private static func run(_ model: SupplyModel) {
      let estimate = MemoryEstimate(of: model, .init(of: model, jobs: 1, fileBytes: 0))
      guard estimate.tooMany.isEmpty, estimate.bytes < 0x1p27, days(of: model) < 5_000 else {
        return
      }
      let study = Study(CompiledModel(model), replications: 0..<1)
      do {
        _ = try study.run(jobs: 1)
      } catch {
        fatalError("\(error)")
      }
    }

    /// How many days of products at locations a replication has, warm-up and policies included, roughly.
    private static func days(of model: SupplyModel) -> Int {
      let content = model.content
      let warmUp =
        content.products.positions.map { model.longestRemainingLifeDays(of: $0) }.max() ?? 0
      let days = Double(content.experiment.horizonDays) + Double(warmUp)
      let places = content.locations.count * content.products.count * content.policies.count
      return Int(min(1e9, days * Double(places)))
    }
  }
#endif

/// The input of the fuzzer as a row of decisions; zeros when it has ended.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let first = Int(rest.popFirst() ?? 0)
    guard bound > 256 else { return first % bound }
    let second = Int(rest.popFirst() ?? 0)
    return (first << 8 | second) % bound
  }
}

/// Changes that leave a file nearly what it was.
enum Damage {
  private static let hostile = [
    "0", "-1", "1", "2", "1e400", "NaN", "Infinity", "9223372036854775807", "1e18", "0.000000001",
    "null", "[]", "{}", "\"\"", "\"0 days\"", "\"1 day\"", "\"10 000 years\"", "\"20 years\"",
    "\"1000000000000 packs\"", "\"1 pack\"", "\"100 %\"", "\"0 %\"", "\"1 minute\"",
    "\"9999-12-31\"",
    "\"0001-01-01\"", "today", "store", "1000000", "1 000 000", "365", "\u{0}", "true", "false",
    "rotated", "fifo", "lost", "backlogged", "deferrable", "{ poisson: 3 }", "{ gamma: { cv: 9 } }",
    "\u{FEFF}", "\r\n", "\u{202E}", "é", "0.5", "99999999999999999999999999", "\"6 hours\"",
    "nan", "inf", "-inf", "1e308", "-1e308", "5e-324", "1e19", "9007199254740993", "-0",
  ].map { Array($0.utf8) }

  static func done(to text: [UInt8], by choices: inout Choices) -> [UInt8] {
    guard !text.isEmpty else { return text }
    var lines = text.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let line = choices.below(lines.count)
    switch choices.below(7) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: choices.below(lines.count))
    case 2: lines.swapAt(line, choices.below(lines.count))
    case 3:
      guard !lines[line].isEmpty else { return text }
      lines[line][choices.below(lines[line].count)] = UInt8(choices.below(256))
    case 4:
      // A number ten times as large, or a tenth.
      guard let digit = lines[line].lastIndex(where: { (48...57).contains($0) }) else {
        return text
      }
      if choices.below(2) == 0 {
        lines[line].insert(48, at: digit)
      } else {
        lines[line].remove(at: digit)
      }
    default:
      let tokens = tokens(of: lines[line])
      guard !tokens.isEmpty else { return text }
      let token = tokens[choices.below(tokens.count)]
      if choices.below(3) == 0 {
        let other = lines[choices.below(lines.count)]
        let others = self.tokens(of: other)
        guard !others.isEmpty else { return text }
        lines[line].replaceSubrange(token, with: other[others[choices.below(others.count)]])
      } else {
        lines[line].replaceSubrange(token, with: hostile[choices.below(hostile.count)])
      }
    }
    return Array(lines.joined(separator: [10]))
  }

  /// Stretches without punctuation.
  private static func tokens(of line: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    for (index, byte) in line.enumerated() where "{}[]:, ".utf8.contains(byte) {
      if start < index { tokens.append(start..<index) }
      start = index + 1
    }
    if start < line.count { tokens.append(start..<line.count) }
    return tokens
  }
}
