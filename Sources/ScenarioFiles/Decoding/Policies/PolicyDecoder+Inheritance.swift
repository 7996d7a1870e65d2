import SupplyModel

extension PolicyDecoder {
  /// The rules of the policy that another extends; reports one that is unknown, and a circle.
  func inherited(
    _ baseName: String, from base: JSONNode, by name: String, _ object: ObjectReader,
    _ above: [String]
  ) -> [PolicyRule]? {
    let others = members.map(\.key).filter { $0 != name }
    guard others.contains(baseName) else {
      decoding.report(
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
      decoding.report(
        base.range, object.path("extends"),
        "closes a circle: " + (above + [name, baseName]).joined(separator: " → "),
        allowed: "policies that lead to one that extends nothing")
      return nil
    }
    return rules(of: baseName, above: above + [name])
  }

  /// The policy's allocation rule, or that of the policy that it extends.
  ///
  /// It is noted for every policy, whether stated, inherited or left to the default.
  func allocation(of name: String) -> AllocationRule {
    let own = ObjectReader.joined("policies", name) + ".allocation"
    var member = members.first { $0.key == name }
    for _ in members {
      guard let current = member else { break }
      if let stated = current.value["allocation"] {
        let place = ObjectReader.joined("policies", current.key) + ".allocation"
        let rule = decoding.allocation(stated, place)
        if rule != nil, place != own {
          decoding.explain(own, "as \(place)", at: stated.range)
        }
        return rule ?? .firstCome
      }
      let base = current.value["extends"]?.string
      member = members.first { $0.key == base }
    }
    decoding.explain(own, "firstCome", at: nil)
    return .firstCome
  }
}
