import Quantities

extension Decoding {
  /// What the scenario is known to give; `nil` if it states nothing, or badly.
  ///
  /// `source` names who has found the values; without it they prove nothing.
  func expectedResults(_ tree: JSONNode) -> ExpectedResults? {
    typealias Part = Catalogue.Expected
    explains = false
    defer { explains = true }
    let field = Catalogue.Scenario.source
    let source = tree[field.name].flatMap { read($0, field.name, field.format) }
    guard let node = tree["expected"],
      let object = ObjectReader(node, "expected", Part.section, in: self)
    else { return nil }
    if tree[field.name] == nil {
      report(
        node.range, field.name, "is missing",
        remedy: "write for example \(field.name): \(field.description.example)")
    }
    let id = object.value(Part.id)
    let title = object.value(Part.title)
    let provenance = object.value(Part.provenance)
    let quantities = object.requiredMember(
      "quantities", example: "{ fill: \"servedAtOnce / demand\" }"
    ).flatMap { self.quantities($0, object.path("quantities")) }
    let rows = object.requiredMember("rows", example: "[ { … } ]").flatMap { node in
      quantities.flatMap { self.expectedRows(node, object.path("rows"), $0.map(\.name)) }
    }
    let quick = object.requiredMember("quick", example: "{ replications: 20 }").flatMap {
      self.quick($0, object.path("quick"))
    }
    guard let id, let title, let source, let provenance, let quantities, let rows, let quick
    else { return nil }
    return ExpectedResults(
      id: id, title: title, source: source, provenance: provenance, quantities: quantities,
      rows: rows, quick: quick)
  }

  private func quantities(_ node: JSONNode, _ path: String) -> [ExpectedResults.Quantity]? {
    guard let object = ObjectReader(node, path, freeKeys: "a formula for each name", in: self)
    else { return nil }
    let members = object.node.members ?? []
    if members.isEmpty { report(node.range, path, "is empty", allowed: "at least one quantity") }
    let found = members.compactMap { member -> ExpectedResults.Quantity? in
      let inner = object.path(member.key)
      guard let text = read(member.value, inner, .words(example: "unmet / demand"))
      else { return nil }
      switch FormulaReader.read(text) {
      case .success(let formula):
        return ExpectedResults.Quantity(name: member.key, formula: formula)
      case .failure(let problem):
        report(
          member.value.range, inner, problem.text,
          allowed: "a formula over measures, such as servedAtOnce / demand",
          remedy: "buffert fields says what formulas may have")
        return nil
      }
    }
    return found.isEmpty || found.count < members.count ? nil : found
  }

  private func expectedRows(
    _ node: JSONNode, _ path: String, _ quantities: [String]
  ) -> [ExpectedResults.Row]? {
    guard let elements = node.elements, !elements.isEmpty else {
      report(
        node.range, path, node.elements == nil ? "is \(node.kindName)" : "is an empty list",
        allowed: "a list of at least one object with known values")
      return nil
    }
    let rows = elements.enumerated().compactMap { index, element in
      expectedRow(element, "\(path)[\(index)]", quantities)
    }
    return rows.count == elements.count ? rows : nil
  }

  private func expectedRow(
    _ node: JSONNode, _ path: String, _ quantities: [String]
  ) -> ExpectedResults.Row? {
    typealias Part = Catalogue.ExpectedRow
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let errors = diagnostics.count
    let label = object.value(Part.label)
    let policy = object.value(Part.policy)
    let part = levelAndKey(object)
    let settings = settings(object)
    let references =
      object.requiredMember("values", example: "{ fill: 0.9477 }").map { node in
        numbers(node, object.path("values"), quantities) { self.reference($0, $1) }
      } ?? [:]
    let within =
      object.member("within").map { node in
        numbers(node, object.path("within"), quantities) { self.allowance($0, $1) }
      } ?? [:]
    let because = object.value(Part.because)
    for name in within.keys.sorted() where references[name] == nil {
      report(
        node.range, object.path("within"), "allows for \(TerminalText.quoted(name))",
        allowed: "quantities that values states")
    }
    if !within.isEmpty, because == nil {
      report(
        node.range, object.path("because"), "is missing",
        allowed: "why values may differ by more than simulation error, where within is stated")
    }
    guard diagnostics.count == errors, let label, let policy else { return nil }
    let range = node.range
    return ExpectedResults.Row(
      label: label, policy: policy, level: part?.level, key: part?.key ?? "all",
      settings: settings,
      values: quantities.enumerated().compactMap { place, name in
        references[name].map { .init(quantity: place, reference: $0, within: within[name] ?? 0) }
      },
      because: because,
      place: "\(range.source.name):\(range.source.position(of: range.start).line)")
  }

  /// The part of the results that a row is of; `nil` for everything.
  private func levelAndKey(_ row: ObjectReader) -> (level: String, key: String)? {
    guard let node = row.member("of") else { return nil }
    let path = row.path("of")
    let levels = Catalogue.ExpectedRow.levels
    guard let members = node.members, members.count == 1, let member = members.first,
      levels.contains(member.key)
    else {
      let found = node.members.map {
        $0.map { TerminalText.quoted($0.key) }.joined(separator: ", ")
      }
      report(
        node.range, path,
        found.map { $0.isEmpty ? "is empty" : "states \($0)" } ?? "is \(node.kindName)",
        allowed: "an object with one of " + levels.joined(separator: ", "))
      return nil
    }
    return read(member.value, path + "." + member.key, .identifier).map { (member.key, $0) }
  }

  /// Texts that replace values of the scenario.
  private func settings(_ object: ObjectReader) -> [String] {
    guard let node = object.member("settings") else { return [] }
    let path = object.path("settings")
    guard let elements = node.elements else {
      report(node.range, path, "is \(node.kindName)", allowed: "a list of texts PATH=VALUE")
      return []
    }
    return elements.enumerated().compactMap { index, element in
      let inner = "\(path)[\(index)]"
      guard let text = read(element, inner, .words(example: "horizon.length=35 days"))
      else { return nil }
      if !text.contains("=") {
        report(
          element.range, inner, "is \(TerminalText.quoted(text))", allowed: "a text PATH=VALUE")
      }
      return text
    }
  }

  /// A number for some of the quantities, by their names.
  private func numbers(
    _ node: JSONNode, _ path: String, _ quantities: [String],
    _ number: (JSONNode, String) -> Double?
  ) -> [String: Double] {
    let fields = quantities.map { Section.part($0, "", allowed: "", example: "", "") }
    let section = Section(path: path, meaning: "", fields: fields)
    guard let object = ObjectReader(node, path, section, in: self) else { return [:] }
    var found: [String: Double] = [:]
    for member in object.node.members ?? [] where quantities.contains(member.key) {
      found[member.key] = number(member.value, object.path(member.key))
    }
    if object.node.members?.isEmpty == true {
      report(node.range, path, "is empty", allowed: "a number for at least one quantity")
    }
    return found
  }

  private func reference(_ node: JSONNode, _ path: String) -> Double? {
    let most = Decimal(significand: 1, exponent: 15)
    let least = Decimal(significand: -1, exponent: 15)
    return read(node, path, .decimal(from: least, to: most, example: "0.9477"))?.doubleValue
  }

  private func allowance(_ node: JSONNode, _ path: String) -> Double? {
    let low = Decimal(significand: 0)
    let high = Decimal(significand: 1, exponent: -1)
    return read(node, path, .share(from: low, to: high, example: "0.1 %"))?.doubleValue
  }

  private func quick(_ node: JSONNode, _ path: String) -> ExpectedResults.Quick? {
    guard let object = ObjectReader(node, path, Catalogue.ExpectedQuick.section, in: self)
    else { return nil }
    let settings = settings(object)
    return object.value(Catalogue.ExpectedQuick.replications).map {
      ExpectedResults.Quick(replications: $0, settings: settings)
    }
  }
}
