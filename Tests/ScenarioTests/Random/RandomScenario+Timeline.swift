extension RandomScenario {
  /// When demand and supply differ.
  mutating func drawTimeline() -> Written? {
    guard draws.chance(50) || !prescribed.isEmpty else { return nil }
    phases = Array(["crisis", "war", "after"].prefix(draws.between(1, 3)))
    var earliest: [String: (begin: Int, end: Int)] = [:]
    var drawn: [Written] = []
    for (index, phase) in phases.enumerated() {
      var members: [(String, Written?)] = [("phase", .text(phase))]
      let (from, begin) = begin(after: earliest)
      let length = draws.between(max(2, 1 - begin), horizon + 5 * ticksPerDay)
      earliest[phase] = (begin, begin + length)
      let ramp = draws.between(0, length)
      members += [
        ("from", from),
        (
          "length",
          draws.chance(75) ? .text(text(length)) : duration(low: length, high: length + 20)
        ),
        ("probability", maybe(25) { $0.share(0, 100) }),
        ("rampUp", maybe(40) { .text($0.text(ramp)) }),
        ("rampDown", maybe(40) { .text($0.time(0, length - ramp)) }),
      ]
      members += demandMembers() + supplyMembers() + stockMembers()
      members.append(("spillOver", spillOver(isNeeded: index == 0)))
      drawn.append(object("timeline[]", members))
    }
    return .set(drawn)
  }

  // MARK: When

  /// When a phase begins, and the earliest first day that this can be. [ticks]
  private mutating func begin(
    after earlier: [String: (begin: Int, end: Int)]
  ) -> (value: Written, earliest: Int) {
    let section = "timeline[].from"
    let days = (horizon + ticksPerDay - 1) / ticksPerDay
    let from = draws.between(draws.chance(20) ? -5 : 0, days - 1)
    if draws.chance(30), let name = draws.some(earlier.keys.sorted() + ["none"]).first,
      let other = earlier[name]
    {
      let isAfterEnd = other.end + 9 < horizon && draws.chance(60)
      let edge = isAfterEnd ? Written.text("end") : maybe(60) { _ in .text("begin") }
      let parts: [(String, Written?)] = [
        ("after", .text(name)), ("edge", edge),
        ("delay", maybe(70) { $0.duration(low: 0, high: 6) }),
      ]
      return (object(section, parts), isAfterEnd ? other.end : other.begin)
    }
    guard draws.chance(25) else { return (.text(date(from)), from * ticksPerDay) }
    let dates = [from, from + draws.between(0, 9)].map { Written.text(date($0)) }
    return (object(section, [("between", .list(dates))]), from * ticksPerDay)
  }

  // MARK: Demand

  private mutating func demandMembers() -> [(String, Written?)] {
    let byClass: [(String, Written?)] = draws.some(demandClasses).map {
      ($0, .plain(hundredths(0, 600)))
    }
    return [
      (
        "demand",
        maybe(70) {
          $0.draws.chance(50) ? .plain($0.hundredths(0, 600)) : $0.object("demand", byClass)
        }
      ),
      (
        "demandWhere",
        maybe(20) { draw in
          .list(
            (1...draw.draws.between(1, 2)).map { _ in
              let used = draw.usedSelections()
              return draw.object(
                "timeline[].demandWhere[]", used + [("by", .plain(draw.hundredths(0, 300)))])
            })
        }
      ),
      ("postpone", maybe(20) { $0.postponements() }),
    ]
  }

  /// Selections of products and of care units that use one of them.
  private mutating func usedSelections() -> [(String, Written?)] {
    let use = draws.pick(uses)
    let (product, unit) = (products[use.product], locations[use.location])
    let byProduct = draws.chance(50) ? ("product", product.id) : ("category", product.category)
    let isByPlace = draws.chance(50) || authorities.isEmpty
    let byPlace =
      isByPlace
      ? ("location", unit.id) : ("authority", unit.authority(of: product.category))
    return [
      (
        "products",
        maybe(70) { $0.object("(selection of products)", [(byProduct.0, .text(byProduct.1))]) }
      ),
      (
        "locations",
        maybe(50) { $0.object("(selection of locations)", [(byPlace.0, .text(byPlace.1))]) }
      ),
    ]
  }

  /// Care that is put off: of some products by a name, or of all.
  private mutating func postponements() -> Written {
    func entry(
      _ draw: inout Self, _ selections: [(String, Written?)]
    ) -> Written {
      draw.object(
        "timeline[].postpone[]",
        selections + [
          ("share", draw.share(1, 100)), ("returns", draw.maybe(60) { $0.share(0, 100) }),
          ("over", .text(draw.time(1, 30))),
        ])
    }
    guard products.count > 1, draws.chance(40) else {
      let used = usedSelections()
      return .list([entry(&self, used)])
    }
    return .list(
      Array(draws.some(products).prefix(2)).map { product in
        entry(
          &self,
          [("products", object("(selection of products)", [("product", .text(product.id))]))])
      })
  }

  private mutating func spillOver(isNeeded: Bool) -> Written? {
    guard !prescribed.isEmpty, isNeeded || draws.chance(50) else { return nil }
    let product = products[draws.pick(prescribed)].id
    return object(
      "timeline[].spillOver",
      [
        (
          "products",
          maybe(50) { $0.object("(selection of products)", [("product", .text(product))]) }
        ),
        ("share", maybe(60) { $0.share(1, 100) }), ("dosePatients", share(0, 100)),
        ("homeStock", .text(time(1, 60))),
      ])
  }

  // MARK: Supply

  private mutating func supplyMembers() -> [(String, Written?)] {
    let some = maybe(30) { draw in draw.draws.some(draw.suppliers) }
    let isLimited = (some ?? suppliers).allSatisfy(\.hasSlack)
    let supply = isLimited ? maybe(60) { Written.plain($0.hundredths(0, 200)) } : nil
    let leadTimes = maybe(40) { Written.plain($0.hundredths(0, 300)) }
    let ids = (some ?? []).map { Written.text($0.id) }
    let suppliers: Written? =
      some == nil || (supply == nil && leadTimes == nil)
      ? nil : ids.count == 1 && draws.chance(50) ? ids[0] : .set(ids)
    return [
      ("supply", supply), ("leadTimes", leadTimes), ("suppliers", suppliers),
      ("inbound", maybe(15) { .text($0.word("timeline[]", "inbound")) }),
      (
        "cutTransport",
        maybe(15) { draw in
          .list((1...draw.draws.between(1, 2)).map { _ in draw.transportCut() })
        }
      ),
    ]
  }

  private mutating func transportCut() -> Written {
    let node = draws.pick(nodes)
    let place = locations[node.location]
    func one(_ id: String) -> Written {
      object("(selection of locations)", [("location", .text(id))])
    }
    let from =
      node.hasParentLocation && draws.chance(60)
      ? one(place.parent(of: products[node.product].category)) : nil
    return object("timeline[].cutTransport[]", [("from", from), ("to", one(place.id))])
  }

  // MARK: Stock

  private mutating func stockMembers() -> [(String, Written?)] {
    [
      (
        "lose",
        maybe(25) { draw in .list((1...draw.draws.between(1, 2)).map { _ in draw.loss() }) }
      ),
      ("allocation", maybe(25) { $0.allocation() }),
      (
        "extendShelfLife",
        maybe(35) {
          let products = $0.maybe(50) { $0.productSelection().value }
          return $0.object(
            "timeline[].extendShelfLife", [("products", products), ("by", .text($0.time(1, 40)))])
        }
      ),
    ]
  }

  private mutating func loss() -> Written {
    let section = "timeline[].lose[]"
    let cold = coldProducts
    var reason = word(section, "because")
    if reason == "coldChain", cold.isEmpty { reason = "destroyed" }
    let node = draws.pick(
      reason == "coldChain" ? nodes.filter { cold.contains(products[$0.product].id) } : nodes)
    let product = products[node.product].id
    let place = locations[node.location].id
    return object(
      section,
      [
        ("because", .text(reason)),
        (
          "products",
          maybe(60) { $0.object("(selection of products)", [("product", .text(product))]) }
        ),
        (
          "locations",
          maybe(60) { $0.object("(selection of locations)", [("location", .text(place))]) }
        ),
        ("share", maybe(60) { $0.share(1, 100) }), ("cluster", maybe(40) { $0.share(0, 100) }),
        ("each", maybe(40) { $0.share(0, 100) }),
      ])
  }

  /// The products that must be kept cold.
  private var coldProducts: Set<String> {
    guard let table = tables["products.csv"] else { return [] }
    let rows = table.rows.filter { table.cell($0, "storageClass") == "cold" }
    return Set(rows.map { table.cell($0, "id") })
  }
}
