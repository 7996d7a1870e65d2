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
        allowed: others.isEmpty ? "another policy" : TerminalText.oneOf(others),
        remedy: decoding.didYouMean(baseName, among: others))
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
    guard above.count + 1 < ScenarioLimits.longestChain else {
      decoding.report(
        base.range, object.path("extends"),
        "makes a chain of more than \(ScenarioLimits.longestChain) policies",
        allowed: "at most \(ScenarioLimits.longestChain) that extend each other")
      return nil
    }
    return rules(of: baseName, above: above + [name])
  }
}
