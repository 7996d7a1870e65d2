import ScenarioFiles

/// Which fields and choices of the format scenarios state, and how often.
struct FormatCoverage {
  /// By field, `section.key`, and by choice, `section.key = word`.
  private(set) var counts: [String: Int] = [:]

  /// Every field of the format, and every word where a field is a choice.
  static let all: [String] = Catalogue.sections.flatMap { section in
    section.fields.flatMap { field -> [String] in
      let name = "\(section.path).\(field.name)"
      // Shares are stated only where a largest value is needed, so forms without one cannot be.
      if section.path == "(distribution of shares)",
        ["exponential", "gamma", "lognormal"].contains(field.name)
      {
        return []
      }
      return [name] + choices(of: field).map { "\(name) = \($0)" }
    }
  }

  /// The words that a choice allows, or the two truth values, and other ways to write it that have
  /// no name, such as `a duration`.
  private static func choices(of field: FieldDescription) -> [String] {
    let others = ["a duration", "a list"].filter { field.allowed.contains($0) }
    return words(of: field) + (field.kind == "choice" ? others : [])
  }

  /// The words that a choice allows, or the two truth values.
  static func words(of field: FieldDescription) -> [String] {
    if field.kind == "true or false" { return ["true", "false"] }
    guard field.kind == "choice" else { return [] }
    let parts = field.allowed.split(separator: ", ").flatMap { $0.split(separator: " or ") }
    // What is no word is an object, which has a section of its own, or is described.
    return parts.filter { !$0.contains("{") && !$0.contains("}") && !$0.hasPrefix("a ") }
      .map { $0.split(separator: "\"").joined() }
  }

  /// The words that a field of a section allows.
  static func words(_ section: String, _ field: String) -> [String] {
    wordsOfFields["\(section).\(field)"] ?? []
  }

  /// The same of all fields: every scenario that is written asks for some.
  private static let wordsOfFields: [String: [String]] = Dictionary(
    Catalogue.sections.flatMap { section in
      section.fields.map { ("\(section.path).\($0.name)", words(of: $0)) }
    }, uniquingKeysWith: { first, _ in first })

  private static let fieldNames: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: Catalogue.sections.map { ($0.path, Set($0.fields.map(\.name))) })

  /// The name under which a key of a section counts: its own, or that of keys with free names.
  private static func name(_ key: String, in section: String) -> String {
    guard let names = fieldNames[section], !names.contains(key) else { return key }
    return names.first { $0.hasPrefix("<") } ?? key
  }

  /// Counts a scenario: each field and choice that it states, once.
  mutating func add(_ scenario: WrittenScenario) {
    var found: Set<String> = []
    for value in [scenario.root] + scenario.others.values { Self.note(value, in: &found) }
    for table in scenario.tables.values {
      for (place, column) in table.columns.enumerated() {
        for row in table.rows where row[place] != "" {
          let name = "\(table.section).\(column)"
          found.insert(name)
          let word = ["yes": "true", "no": "false"][row[place]] ?? row[place]
          found.insert("\(name) = \(word)")
        }
      }
    }
    for name in found { counts[name, default: 0] += 1 }
  }

  private static func note(_ value: Written, in found: inout Set<String>) {
    switch value {
    case .text, .plain: break
    case .list(let values), .set(let values): for value in values { note(value, in: &found) }
    case .object(let section, let members):
      for member in members {
        let name = "\(section).\(Self.name(member.key, in: section))"
        found.insert(name)
        switch member.value {
        case .text(let word), .plain(let word):
          found.insert("\(name) = \(word)")
          if word.first?.isNumber == true { found.insert("\(name) = a duration") }
        case .list, .set: found.insert("\(name) = a list")
        case .object: break
        }
        note(member.value, in: &found)
      }
    }
  }
}
