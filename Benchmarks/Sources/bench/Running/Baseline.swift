import Foundation

/// Times that were saved, to compare with later on the same machine.
struct Baseline: Codable {
  /// In general terms: cores and kind of processor.
  let machine: String
  /// The day on which it was saved, such as 2027-01-31.
  let date: String
  /// Every repetition's time by name of the case.
  let cases: [String: Times]

  struct Times: Codable {
    let unit: String
    let values: [Double]
  }

  init(_ measured: [Measurement], machine: String) {
    self.machine = machine
    let format = DateFormatter()
    format.dateFormat = "yyyy-MM-dd"
    format.timeZone = TimeZone(identifier: "UTC")
    date = format.string(from: Date())
    var cases: [String: Times] = [:]
    for own in measured {
      let values = own.values.map { ($0 * 10_000).rounded() / 10_000 }
      cases["\(own.group): \(own.name)"] = Times(unit: own.unit, values: values)
    }
    self.cases = cases
  }

  init(reading path: String) throws(Failure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no \(path); --save makes one")
    }
    do { self = try JSONDecoder().decode(Baseline.self, from: data) } catch {
      throw Failure("\(path) holds no saved times: \(error)")
    }
  }

  func write(_ path: String) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { try encoder.encode(self).write(to: URL(filePath: path)) } catch {
      throw Failure("cannot write \(path): \(error)")
    }
  }

  /// Prints how the times have changed since.
  ///
  /// The first repetition goes with the first, and so on. That what else the machine did then was
  /// different is in no interval: only `--beside` runs both in turn.
  func compare(with measured: [Measurement]) {
    print("\ncompared with \(date), \(machine)\n\(Change.heading)")
    for own in measured {
      let name = "\(own.group): \(own.name)"
      guard let before = cases[name], before.unit == own.unit else {
        print(Words.left(name, 46) + "  new")
        continue
      }
      if let change = Change(later: own.values, earlier: before.values) {
        print(Words.left(name, 46) + change.row)
      }
    }
  }
}

/// Two builds of the program, run in turn.
struct Beside {
  private let options: Options
  private let other: String

  init(_ options: Options, other: String) throws(Failure) {
    self.options = options
    self.other = other
  }

  /// Prints how many times as long the program takes as the other build, for each shipped scenario.
  func report() throws(Failure) {
    print("\n\(options.program) beside \(other), in turn\n\(Change.heading)")
    for shipped in WholeRuns.all where options.selects("\(shipped.name), one core") {
      let (own, before) = (
        WholeRuns(program: options.program).oneCore(shipped),
        WholeRuns(program: other).oneCore(shipped)
      )
      var (later, earlier): ([Double], [Double]) = ([], [])
      for _ in 0..<options.repetitions {
        earlier.append(try before.once())
        later.append(try own.once())
      }
      if let change = Change(later: later, earlier: earlier) {
        print(Words.left(own.name, 46) + change.row)
      }
    }
  }
}
