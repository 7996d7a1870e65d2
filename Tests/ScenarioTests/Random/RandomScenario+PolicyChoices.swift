extension RandomScenario {
  /// The keys of a policy that are no settings.
  static let choiceNames: Set = [
    "extends", "allocation", "buildUp", "transshipment", "substitution",
  ]

  /// What a policy says as a whole, besides its allocation rule.
  ///
  /// The baseline has nothing to build up to; where it could inherit that, it says so.
  mutating func choices(isBaseline: Bool, mayInherit: Bool) -> [(String, Written?)] {
    let immediate = Written.text("immediate")
    let buildUp =
      isBaseline || !buildsUp
      ? mayInherit || draws.chance(10) ? immediate : nil : maybe(80) { $0.buildUp() }
    return [
      ("buildUp", buildUp), ("transshipment", maybe(25) { $0.transshipment() }),
      ("substitution", maybe(25) { .text($0.word("policies.<name>", "substitution")) }),
    ]
  }

  private mutating func buildUp() -> Written {
    switch draws.between(0, 4) {
    case 0: return .text("immediate")
    case 1, 2: return object("(buildUp)", [("gradual", .text(time(1, horizon + 9)))])
    default:
      var day = draws.between(0, 9)
      var share = draws.between(1, 60)
      var steps: [Written] = []
      func add(_ share: Int) {
        steps.append(
          object(
            "(buildUp).stepwise[]", [("share", .text("\(share) %")), ("by", .text(text(day)))]))
        day += draws.between(1, 20)
      }
      while share < 100, draws.chance(60) {
        add(share)
        share += draws.between(1, 40)
      }
      add(100)
      return object("(buildUp)", [("stepwise", .list(steps))])
    }
  }

  private mutating func transshipment() -> Written {
    let section = "(transshipment)"
    guard hasPartners, draws.chance(85) else { return .text("notAllowed") }
    guard draws.chance(50) else {
      let parts: [(String, Written?)] = [
        ("kept", .text(level(0, 20))), ("leadTime", .text(time(1, 6))),
      ]
      return object(section, [("voluntary", object(section + ".voluntary", parts))])
    }
    let when =
      phases.isEmpty || draws.chance(50)
      ? Written.text("shortage")
      : object(
        "(occasion of a decision)", [("phases", .set(draws.some(phases).map { .text($0) }))])
    let parts: [(String, Written?)] = [
      ("when", when), ("delay", maybe(60) { .text($0.time(0, 9)) }),
      ("every", maybe(60) { .text($0.time(1, 9)) }), ("leadTime", .text(time(1, 6))),
    ]
    return object(section, [("mandated", object(section + ".mandated", parts))])
  }

  /// Whether two locations order the same product from a supplier.
  private var hasPartners: Bool {
    products.indices.contains { product in
      nodes.count { $0.product == product && !$0.hasParentLocation } > 1
    }
  }
}
