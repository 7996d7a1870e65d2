import SupplyModel

extension Decoding {
  /// The rules that are compared: the baseline first, the others by name.
  func policies(_ node: JSONNode, baseline: String?, _ names: Names) -> [Placed<Policy>] {
    guard let object = ObjectReader(node, "policies", freeKeys: "a policy for each name", in: self)
    else { return [] }
    let members = object.node.members ?? []
    if members.isEmpty {
      report(
        node.range, "policies", "is empty", allowed: "at least one policy",
        remedy: "write for example today: { careUnit: { operating: \"7 days\" } }")
    }
    var found: [Placed<Policy>] = []
    for member in members {
      let path = object.path(member.key)
      guard let rules = rules(of: member.key, members, path, [], names) else { continue }
      let allocation = self.allocation(of: member.key, members, path)
      explainDefaults(of: path)
      found.append(
        Placed(
          element: Policy(name: member.key, rules: rules, allocation: allocation),
          range: member.keyRange, path: path))
    }
    return found.sorted {
      ($0.element.name == baseline ? 0 : 1, $0.element.name)
        < ($1.element.name == baseline ? 0 : 1, $1.element.name)
    }
  }

  /// What holds for the settings of a policy wherever no rule states them.
  private func explainDefaults(of path: String) {
    for field in Catalogue.Settings.fields where field.name != Catalogue.Settings.operating.name {
      explain("\(path).(otherwise).\(field.name)", field.fallback ?? "", at: nil)
    }
  }

  /// A policy's rules: those of the policy that it extends, its own by kind, its overrides.
  private func rules(
    of name: String, _ members: [JSONMember], _ path: String, _ above: [String], _ names: Names
  ) -> [PolicyRule]? {
    guard let node = members.first(where: { $0.key == name })?.value,
      let object = ObjectReader(
        node, path, Catalogue.Policy.section, others: names.tiers.map(\.id), in: self)
    else { return nil }
    var rules: [PolicyRule] = []
    if let base = object.member("extends") {
      guard let baseName = read(base, object.path("extends"), Format<String>.identifier),
        let inherited = inherited(baseName, from: base, name, members, object, above, names)
      else { return nil }
      rules = inherited
    }
    let errors = diagnostics.count
    for (index, tier) in names.tiers.enumerated() {
      guard let settings = object.member(tier.id) else { continue }
      let inner = object.path(tier.id)
      guard
        let reader = ObjectReader(settings, inner, Catalogue.Settings.section, in: self)
      else { continue }
      rules.append(
        rule(reader, locations: LocationSelection(tiers: [Position(index)]), products: .init()))
    }
    rules += overrides(object, names)
    if rules.isEmpty, diagnostics.count == errors {
      report(
        node.range, path, "is empty", allowed: "settings for kinds of location",
        remedy: "write for example careUnit: { operating: \"7 days\" }")
    }
    return rules
  }

  private func inherited(
    _ baseName: String, from base: JSONNode, _ name: String, _ members: [JSONMember],
    _ object: ObjectReader, _ above: [String], _ names: Names
  ) -> [PolicyRule]? {
    let others = members.map(\.key).filter { $0 != name }
    guard others.contains(baseName) else {
      report(
        base.range, object.path("extends"),
        baseName == name
          ? "names the policy itself" : "names the unknown policy \(TerminalText.quoted(baseName))",
        allowed: others.isEmpty ? "another policy" : "one of " + others.joined(separator: ", "),
        remedy: Suggestion.nearest(to: baseName, among: others).map { "did you mean \($0)?" })
      return nil
    }
    guard !above.contains(baseName) else {
      // Each of a circle's policies meets it; the one whose name comes first reports it.
      guard above.first == baseName, above.allSatisfy({ baseName <= $0 }), baseName < name
      else { return nil }
      report(
        base.range, object.path("extends"),
        "closes a circle: " + (above + [name, baseName]).joined(separator: " → "),
        allowed: "policies that lead to one that extends nothing")
      return nil
    }
    return rules(
      of: baseName, members, ObjectReader.joined("policies", baseName), above + [name], names)
  }

  /// The policy's allocation rule, or that of the policy that it extends.
  private func allocation(
    of name: String, _ members: [JSONMember], _ path: String
  ) -> AllocationRule {
    var member = members.first { $0.key == name }
    for _ in members {
      guard let current = member else { break }
      if let stated = current.value["allocation"] {
        let place = ObjectReader.joined("policies", current.key) + ".allocation"
        return read(stated, place, Catalogue.Policy.allocation.format) ?? .firstCome
      }
      let base = current.value["extends"]?.string
      member = members.first { $0.key == base }
    }
    explain(path + ".allocation", "firstCome", at: nil)
    return .firstCome
  }

  private func overrides(_ object: ObjectReader, _ names: Names) -> [PolicyRule] {
    guard let member = object.member("overrides"),
      let elements = list(member, object.path("overrides"), fallback: "none")
    else { return [] }
    return elements.enumerated().compactMap { index, element in
      let path = object.path("overrides") + "[\(index)]"
      guard let reader = ObjectReader(element, path, Catalogue.Override.section, in: self),
        let products = productSelection(element["products"], path + ".products", names),
        let locations = locationSelection(element["locations"], path + ".locations", names)
      else { return nil }
      return rule(reader, locations: locations, products: products)
    }
  }

  private func rule(
    _ reader: ObjectReader, locations: LocationSelection, products: ProductSelection
  ) -> PolicyRule {
    typealias Part = Catalogue.Settings
    var rule = PolicyRule(locations: locations, products: products)
    rule.operating = stated(reader, Part.operating)
    rule.reserve = stated(reader, Part.reserve)
    rule.rotation = stated(reader, Part.rotation)
    rule.review = stated(reader, Part.review).map { .every(days: $0) }
    rule.position = stated(reader, Part.position)
    rule.orderIn = stated(reader, Part.orderIn)
    rule.rounding = stated(reader, Part.rounding)
    return rule
  }

  /// A setting that a rule states; defaults belong to the policy as a whole, not to a rule.
  private func stated<Value>(_ reader: ObjectReader, _ field: Field<Value>) -> Value? {
    reader.states(field) ? reader.value(field) : nil
  }
}
