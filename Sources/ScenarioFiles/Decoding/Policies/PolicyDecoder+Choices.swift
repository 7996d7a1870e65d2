import SupplyModel

/// What a policy says as a whole, or the policy that it extends.
extension PolicyDecoder {
  /// Who gets what when several ask for more than there is.
  func allocation(of name: String) -> AllocationRule {
    choice("allocation", of: name, fallback: "firstCome") { decoding.allocation($0, $1) }
      ?? .firstCome
  }

  /// How the policy gets from the baseline's stock to its own targets.
  func buildUp(of name: String) -> BuildUp {
    let key = "buildUp"
    let found = choice(key, of: name, fallback: "immediate", decoding.buildUp) ?? .immediate
    guard found != .immediate, let stated = stated(key, by: name) else { return found }
    let path = ObjectReader.joined(ObjectReader.joined("policies", name), key)
    if name == baseline {
      decoding.report(
        stated.node.range, path, "holds for the baseline, from whose stock the others build up",
        allowed: "buildUp in other policies than the baseline",
        remedy: stated.policy == name
          ? "leave it out" : "write buildUp: \"immediate\" in policies.\(name)")
    } else if buildsUp == false, stated.policy == name {
      decoding.report(
        stated.node.range, path, "has no stock of the baseline to build up from",
        allowed: "buildUp where horizon.begin is buildUp",
        remedy: "write begin: \"buildUp\" into horizon, or leave it out")
    }
    return found
  }

  /// Whether regions send goods to one another.
  func transshipment(of name: String) -> Transshipment {
    choice("transshipment", of: name, fallback: "notAllowed") {
      decoding.transshipment($0, $1, phases: phases)
    } ?? .notAllowed
  }

  /// Whether substitutes may be given.
  func allowsSubstitution(of name: String) -> Bool {
    let field = Catalogue.Policy.substitution
    return choice(field.name, of: name, fallback: "allowed") {
      decoding.read($0, $1, field.format)
    } ?? true
  }

  /// The policy's own choice, or that of the policy that it extends; `nil` for the default, or if it
  /// cannot be read.
  ///
  /// It is noted for every policy, whether stated, inherited or left to the default.
  private func choice<Value>(
    _ key: String, of name: String, fallback: String, _ read: (JSONNode, String) -> Value?
  ) -> Value? {
    let own = ObjectReader.joined(ObjectReader.joined("policies", name), key)
    guard let stated = stated(key, by: name) else {
      decoding.explain(own, fallback, at: nil)
      return nil
    }
    let place = ObjectReader.joined(ObjectReader.joined("policies", stated.policy), key)
    let value = read(stated.node, place)
    if value != nil, place != own {
      decoding.explain(own, "as \(place)", at: stated.node.range)
    }
    return value
  }

  /// Which policy states a choice that holds for another: itself or the next that it extends.
  private func stated(_ key: String, by name: String) -> (policy: String, node: JSONNode)? {
    var member = members.first { $0.key == name }
    for _ in members {
      guard let current = member else { return nil }
      if let stated = current.value[key] { return (current.key, stated) }
      let base = current.value["extends"]?.string
      member = members.first { $0.key == base }
    }
    return nil
  }
}
