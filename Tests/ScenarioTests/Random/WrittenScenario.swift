import ScenarioFiles

/// A scenario with its tables, before they are written.
struct WrittenScenario: Equatable {
  /// What `scenario.json5` says.
  var root: Written
  /// What other scenario files say, by path.
  var others: [String: Written] = [:]
  /// Tables by path.
  var tables: [String: WrittenTable] = [:]

  /// The files, by path.
  var files: [String: String] {
    var files = tables.mapValues(\.csv)
    for (path, value) in others { files[path] = value.json }
    files["scenario.json5"] = root.json
    return files
  }

  /// All files one after the other, to be read when something went wrong.
  var text: String {
    files.sorted { $0.key < $1.key }.map { "--- \($0.key)\n\($0.value)\n" }.joined()
  }

  /// Reads the scenario from memory.
  func read() -> ScenarioReader.Outcome {
    let files = self.files.mapValues { Array($0.utf8) }
    return ScenarioReader { path in
      files[path].map { .success($0) } ?? .failure(FileProblem(reason: "there is no such file"))
    }.read("scenario.json5")
  }

  /// Changes every object of some sections, in all files.
  mutating func change(_ sections: Set<String>, _ change: (inout Written) -> Void) {
    root = root.changing(sections, change)
    others = others.mapValues { $0.changing(sections, change) }
  }

  /// The settings of policies by kind of location.
  static let settings: Set = ["policies.<name>.<kind of location>"]
  /// The settings of policies, wherever they stand.
  static let allSettings: Set = [
    "policies.<name>.<kind of location>", "policies.<name>.overrides[]",
  ]

  /// The outermost value of a key, in whichever file it stands.
  subscript(key: String) -> Written? {
    get { root[key] ?? others["base.json5"]?[key] }
    set {
      others["base.json5"]?[key] = nil
      root[key] = newValue
    }
  }

  /// The same with rows, columns and keys in another order, and with some keys of the outermost
  /// object in a file of their own, which it then extends.
  func shuffled(_ draws: inout Draws) -> WrittenScenario {
    var other = self
    if other.others["base.json5"] == nil { other.split(&draws) }
    other.root = other.root.shuffled(&draws)
    for path in other.others.keys.sorted() {
      other.others[path] = other.others[path]?.shuffled(&draws)
    }
    for path in other.tables.keys.sorted() {
      other.tables[path] = other.tables[path]?.shuffled(&draws)
    }
    return other
  }

  /// Puts some keys of the outermost object into a file that it extends.
  mutating func split(_ draws: inout Draws) {
    var above: [Written.Member] = []
    var below: [Written.Member] = []
    for member in root.members {
      if draws.chance(50) { below.append(member) } else { above.append(member) }
    }
    above.append(.init(key: "extends", value: .text("base.json5")))
    root = .object(section: "", above)
    others["base.json5"] = .object(section: "", below)
  }
}
