extension RandomScenario {
  /// A supplier with the terms of its agreement, which may name phases.
  ///
  /// Terms are drawn beside the other draws, which stay as they are.
  mutating func drawTerms(of drawn: Written) -> Written {
    beside(1) { random in
      var value = drawn
      for supplier in random.suppliers + random.standIns {
        guard var terms = value[supplier.id] else { continue }
        if supplier.hasSlack {
          terms["allocation"] = random.maybe(40) { $0.supplierAllocation() }
          terms["unfilled"] = random.maybe(40) {
            .text($0.word("suppliers.<id>", "unfilled"))
          }
        }
        terms["ceiling"] = random.maybe(25) { random in
          random.object(
            "suppliers.<id>.ceiling",
            [
              ("share", random.share(20, 400)), ("per", random.maybe(60) { .text($0.time(1, 60)) }),
            ])
        }
        if supplier.hasSlack, supplier.isReady { terms["readiness"] = random.readiness() }
        value[supplier.id] = terms
      }
      return value
    }
  }

  private mutating func supplierAllocation() -> Written {
    guard draws.chance(40) else {
      return .text(word("suppliers.<id>", "allocation"))
    }
    let section = "(allocation by a supplier)"
    return object(section, [("proportional", .text(word(section, "proportional")))])
  }

  private mutating func readiness() -> Written {
    object(
      "suppliers.<id>.readiness",
      decision() + [("startUp", .text(time(0, 20)))])
  }

  /// What brings a decision about, and how long it takes.
  mutating func decision() -> [(String, Written?)] {
    let isInPhase = !phases.isEmpty && draws.chance(60)
    let names = draws.some(phases.isEmpty ? ["none"] : phases).map { Written.text($0) }
    let inPhase = object(
      "(occasion of a decision)", [("phases", names.count == 1 ? names[0] : .set(names))])
    return [
      ("when", isInPhase ? inPhase : .text("shortage")),
      ("delay", maybe(60) { .text($0.time(0, 20)) }),
    ]
  }

  /// Suppliers that stand in for others, without a location below them.
  mutating func drawStandIns() -> [(String, Written?)] {
    beside(2) { random in
      guard random.draws.chance(35) else { return [] }
      let isLimited = random.suppliers.allSatisfy(\.hasSlack)
      return (1...random.draws.between(1, 2)).map { number in
        let id = "\(random.prefix)stand-in-\(number)"
        let hasSlack = isLimited || random.draws.chance(40)
        random.standIns.append(
          DrawnSupplier(id: id, hasSlack: hasSlack, isReady: random.draws.chance(60)))
        return (
          id,
          random.object(
            "suppliers.<id>",
            [
              ("leadTime", random.duration(low: 0, high: 9)),
              ("remainingLife", random.remainingLife()),
              ("slack", hasSlack ? random.anySlack() : nil),
            ])
        )
      }
    }
  }

  private mutating func anySlack() -> Written {
    let percent = draws.between(-95, 300)
    return .text("\(percent) %")
  }

  /// From whom products are bought, where not from the parent alone.
  mutating func drawSourcing() -> Written? {
    beside(3) { random in
      let topmost = random.nodes.filter { !$0.hasParentLocation }
      guard !random.standIns.isEmpty || random.draws.chance(10), !topmost.isEmpty
      else { return nil }
      // The second entry is for less than the first, which else would hold for nothing.
      let count = random.products.count > 1 && random.draws.chance(25) ? 2 : 1
      return .list(
        (1...count).map { number in
          let node = random.draws.pick(topmost)
          let category = random.products[node.product].category
          let named = random.locations[node.location].parent(of: category)
          let chosen = random.maybe(number == 2 ? 100 : count == 2 ? 0 : 50) {
            $0.productSelection()
          }
          let from = random.draws.chance(number == count ? 40 : 0) ? named : nil
          return random.sourcing(chosen, from, named: named)
        })
    }
  }

  private mutating func sourcing(
    _ chosen: (value: Written, selected: Set<Int>)?, _ from: String?, named: String
  ) -> Written {
    var suppliers = draws.some((self.suppliers + standIns).map(\.id))
    if draws.chance(70) { suppliers = [named] + suppliers.filter { $0 != named } }
    sourced.append(
      DrawnSourcing(
        products: chosen?.selected ?? Set(products.indices), from: from, suppliers: suppliers))
    return object(
      "sourcing[]",
      [
        ("products", chosen?.value), ("from", from.map { .text($0) }),
        (
          "suppliers",
          suppliers.count == 1 && draws.chance(50)
            ? .text(suppliers[0]) : .list(suppliers.map { .text($0) })
        ),
        ("switchAfter", maybe(60) { .text($0.time(0, 20)) }),
      ])
  }

  /// Who delivers any of some products.
  func delivering(_ products: Set<Int>) -> [DrawnSupplier] {
    var found: Set<String> = []
    for node in nodes where products.contains(node.product) && !node.hasParentLocation {
      let named = locations[node.location].parent(of: self.products[node.product].category)
      let entry = sourced.last {
        $0.products.contains(node.product) && ($0.from ?? named) == named
      }
      found.formUnion(entry?.suppliers ?? [named])
    }
    return (suppliers + standIns).filter { found.contains($0.id) }
  }

  /// What a shortage befalls and does, besides refusing all orders of a product.
  mutating func drawEffects(of products: Set<Int>) -> [(String, Written?)] {
    beside(4) { random in
      let delivering = random.delivering(products)
      let named =
        random.maybe(30) { random in
          delivering.isEmpty ? [] : random.draws.some(delivering)
        } ?? []
      let isLimited = (named.isEmpty ? delivering : named).allSatisfy(\.hasSlack)
      let effect = random.maybe(50) { $0.effect(isLimited) }
      let life = random.maybe(effect?.isNothing == true ? 100 : 15) { $0.remainingLife() }
      let announced = random.maybe(30) { random in
        random.object(
          "shortages[].announced",
          [
            ("share", random.maybe(60) { $0.share(0, 100) }),
            ("notice", random.duration(low: 0, high: 20)),
          ])
      }
      return [
        ("scope", random.maybe(60) { .text($0.word("shortages[]", "scope")) }),
        (
          "suppliers",
          named.isEmpty
            ? nil : named.count == 1 ? .text(named[0].id) : .set(named.map { .text($0.id) })
        ),
        ("effect", effect?.value), ("remainingLife", life), ("announced", announced),
      ]
    }
  }

  private mutating func effect(_ isLimited: Bool) -> (value: Written, isNothing: Bool) {
    let section = "(effect of a shortage)"
    if draws.chance(15) { return (.text("none"), true) }
    var parts: [Written] = []
    switch draws.between(0, isLimited ? 3 : 2) {
    case 0: parts.append(.text("ordersRefused"))
    case 1: parts.append(.text("shipmentsHeld"))
    case 2: parts.append(.text("inTransitHeld"))
    default: parts.append(object(section, [("fraction", share(0, 99))]))
    }
    if parts != [.text("inTransitHeld")], draws.chance(40) { parts.append(.text("inTransitHeld")) }
    return (parts.count == 1 && draws.chance(70) ? parts[0] : .set(parts), false)
  }

  /// Draws that leave the other draws as they are.
  mutating func beside<Value>(_ salt: UInt64, _ draw: (inout Self) -> Value) -> Value {
    let kept = draws
    var here = draws
    draws = Draws(seed: ~here.next() &+ salt)
    defer { draws = kept }
    return draw(&self)
  }
}
