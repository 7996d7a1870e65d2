import Quantities
import SupplyModel

extension Decoding {
  /// The rules that are compared: the baseline first, the others by name.
  ///
  /// `buildsUp` says whether policies start with the baseline's stock, `phases` are the names of the
  /// timeline's phases; `nil` if that could not be read.
  func policies(
    _ node: JSONNode, baseline: String?, buildsUp: Bool?, phases: [String]?, _ names: Names
  ) -> [Placed<Policy>] {
    guard let object = ObjectReader(node, "policies", freeKeys: "a policy for each name", in: self)
    else { return [] }
    let members = object.node.members ?? []
    guard isWithin(ScenarioLimits.policies, members.count, node.range, "policies", "policies")
    else { return [] }
    if members.isEmpty {
      report(
        node.range, "policies", "is empty", allowed: "at least one policy",
        remedy: "write for example today: { careUnit: { operating: \"7 days\" } }")
    }
    let decoder = PolicyDecoder(
      decoding: self, members: members, names: names, phases: phases, baseline: baseline,
      buildsUp: buildsUp)
    return members.compactMap { decoder.policy($0) }.sorted {
      ($0.element.name == baseline ? 0 : 1, $0.element.name)
        < ($1.element.name == baseline ? 0 : 1, $1.element.name)
    }
  }
}

/// Reads the policies of a scenario, which may extend one another.
struct PolicyDecoder {
  let decoding: Decoding
  /// All policies, by name.
  let members: [JSONMember]
  let names: Names
  /// The names of the timeline's phases; `nil` if they could not all be read.
  let phases: [String]?
  /// The policy that the others are compared with; `nil` if it could not be read.
  let baseline: String?
  /// Whether policies start with the baseline's stock; `nil` if that could not be read.
  let buildsUp: Bool?

  /// A policy with the rules that it inherits; `nil` if they cannot be read.
  func policy(_ member: JSONMember) -> Placed<Policy>? {
    let path = ObjectReader.joined("policies", member.key)
    guard let rules = rules(of: member.key, above: []) else { return nil }
    var policy = Policy(
      name: member.key, rules: dailyReview + rules, allocation: allocation(of: member.key))
    policy.buildUp = buildUp(of: member.key)
    policy.transshipment = transshipment(of: member.key)
    policy.allowsSubstitution = allowsSubstitution(of: member.key)
    explainDefaults(of: path)
    return Placed(element: policy, range: member.keyRange, path: path)
  }

  /// Reviews are daily unless a rule says otherwise: where a tick is shorter, the first rule says so.
  private var dailyReview: [PolicyRule] {
    let tick = decoding.context.tick
    guard tick != .day else { return [] }
    var rule = PolicyRule()
    rule.review = .every(days: tick.perDay)
    return [rule]
  }

  /// What holds for the settings of a policy wherever no rule states them.
  private func explainDefaults(of path: String) {
    for field in Catalogue.Settings.fields where field.name != Catalogue.Settings.operating.name {
      decoding.explain("\(path).(otherwise).\(field.name)", field.fallback ?? "", at: nil)
    }
  }

  /// A policy's rules: those of the policy that it extends, its own by kind, its overrides.
  ///
  /// `above` are the policies that extend it, from the one that is read on.
  func rules(of name: String, above: [String]) -> [PolicyRule]? {
    let path = ObjectReader.joined("policies", name)
    guard let node = members.first(where: { $0.key == name })?.value,
      let object = ObjectReader(
        node, path, Catalogue.Policy.section, others: names.tiers.map(\.id), in: decoding)
    else { return nil }
    var rules: [PolicyRule] = []
    if let base = object.member("extends") {
      guard let baseName = decoding.read(base, object.path("extends"), Format<String>.identifier),
        let inherited = inherited(baseName, from: base, by: name, object, above)
      else { return nil }
      rules = inherited
    }
    let errors = decoding.diagnostics.count
    for (index, tier) in names.tiers.enumerated() {
      guard let settings = object.member(tier.id),
        let reader = ObjectReader(
          settings, object.path(tier.id), Catalogue.Settings.section, in: decoding)
      else { continue }
      rules.append(
        rule(reader, locations: LocationSelection(tiers: [Position(index)]), products: .init()))
    }
    rules += overrides(object)
    if rules.isEmpty, decoding.diagnostics.count == errors {
      decoding.report(
        node.range, path, "is empty", allowed: "settings for kinds of location",
        remedy: "write for example careUnit: { operating: \"7 days\" }")
    }
    return rules
  }

  private func overrides(_ object: ObjectReader) -> [PolicyRule] {
    let path = object.path("overrides")
    guard let member = object.member("overrides"),
      let elements = decoding.list(member, path, fallback: "none")
    else { return [] }
    return elements.enumerated().compactMap { index, element in
      let inner = "\(path)[\(index)]"
      guard
        let reader = ObjectReader(element, inner, Catalogue.Override.section, in: decoding),
        let products = decoding.productSelection(element["products"], inner + ".products", names),
        let locations = decoding.locationSelection(
          element["locations"], inner + ".locations", names)
      else { return nil }
      checkSelected(element, inner, products, locations)
      return rule(reader, locations: locations, products: products)
    }
  }

  /// Reports a selection that no product, or no location, meets.
  private func checkSelected(
    _ element: JSONNode, _ path: String, _ products: ProductSelection,
    _ locations: LocationSelection
  ) {
    let found = names.products.elements
    if let node = element["products"], names.products.isComplete,
      !found.positions.contains(where: { products.selects(found[$0], at: $0) })
    {
      decoding.report(
        node.range, path + ".products", "selects no product",
        allowed: "a selection with at least one product",
        remedy: "a product is selected when it meets every condition")
    }
    // A location that could not be read stands in with a kind that may not be its own.
    let places = names.locations.elements
    if let node = element["locations"], !decoding.diagnostics.hasErrors,
      !places.positions.contains(where: { locations.selects(places[$0], at: $0) })
    {
      decoding.report(
        node.range, path + ".locations", "selects no location",
        allowed: "a selection with at least one location",
        remedy: "a location is selected when it meets every condition")
    }
  }
}
