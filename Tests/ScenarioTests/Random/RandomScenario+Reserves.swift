extension RandomScenario {
  /// Rows of locations where the state keeps a reserve, from which nobody orders.
  mutating func reserveRows() -> [[String: String]] {
    beside(6) { random in
      guard random.draws.chance(25) else { return [] }
      return (1...random.draws.between(1, 2)).map { number in
        let location = DrawnLocation(
          id: "\(random.prefix)reserve-\(number)", kind: "nationalReserve",
          authority: random.authorities.isEmpty ? "" : random.draws.pick(random.authorities),
          carePriority: 1, parents: [:], parent: random.draws.pick(random.suppliers).id)
        random.reserves.append(location)
        return [
          "id": location.id, "name": "Reserve \(number)", "kind": location.kind,
          "authority": location.authority, "parent": location.parent,
        ]
      }
    }
  }

  /// Reserves of the state.
  mutating func drawReserves() -> Written? {
    beside(7) { random in
      guard !random.reserves.isEmpty else { return nil }
      let topmost = random.nodes.filter { !$0.hasParentLocation }
      return .set(
        random.reserves.map { reserve in
          let chosen = random.maybe(50) { $0.productSelection() }
          let held = chosen?.selected ?? Set(random.products.indices)
          let served = topmost.filter { held.contains($0.product) }.map {
            random.locations[$0.location]
          }
          return random.object(
            "nationalReserves[]",
            [
              ("location", .text(reserve.id)), ("products", chosen?.value),
              ("serves", random.maybe(50) { $0.serves(served) }),
              ("release", random.object("nationalReserves[].release", random.decision())),
              ("leadTime", .text(random.time(1, 9))),
            ])
        })
    }
  }

  private mutating func serves(_ served: [DrawnLocation]) -> Written {
    guard let one = served.first, draws.chance(70) else { return locationSelection().value }
    return object(
      "(selection of locations)",
      [draws.chance(50) ? ("kind", .text(one.kind)) : ("location", .text(one.id))])
  }

  /// What a policy says about the reserves of the state.
  mutating func reserveSettings() -> Written? {
    beside(8) { random in
      guard !random.reserves.isEmpty else { return nil }
      return random.object(
        "policies.<name>.<kind of location>",
        [
          ("operating", .text(random.level(1, 25))),
          ("reserve", random.maybe(40) { .text($0.level(1, 25)) }),
        ])
    }
  }

  /// Products that are useless without another, which is used wherever they are.
  mutating func drawKeys() {
    beside(9) { random in
      guard random.draws.chance(35) else { return }
      let places = random.products.indices.map { product in
        Set(random.uses.filter { $0.product == product }.map(\.location))
      }
      var partners: [String: String] = [:]
      for product in random.draws.shuffled(Array(random.products.indices)) {
        let fit = random.products.indices.filter { other in
          other != product && partners[random.products[other].id] == nil
            && !partners.values.contains(random.products[product].id)
            && places[product].isSubset(of: places[other])
        }
        guard !fit.isEmpty, random.draws.chance(60) else { continue }
        partners[random.products[product].id] = random.products[random.draws.pick(fit)].id
      }
      guard !partners.isEmpty else { return }
      let table = random.tables["products.csv"]
      random.tables["products.csv"]?.set("keyedTo") { row in
        table.map { partners[$0.cell(row, "id")] ?? "" } ?? ""
      }
    }
  }

  /// What may be given instead of what.
  mutating func drawSubstitutions() -> Written? {
    beside(10) { random in
      guard random.draws.chance(50) else { return nil }
      let places = random.products.indices.map { product in
        Set(random.uses.filter { $0.product == product }.map(\.location))
      }
      let entries = random.products.indices.compactMap { original -> Written? in
        let fit = random.products.indices.filter {
          $0 != original && !places[$0].isDisjoint(with: places[original])
        }
        guard !fit.isEmpty, random.draws.chance(70) else { return nil }
        return random.substitution(original, by: random.draws.some(fit))
      }
      return entries.isEmpty ? nil : .set(entries)
    }
  }

  private mutating func substitution(_ original: Int, by others: [Int]) -> Written {
    let by = others.map { other -> Written in
      let id = Written.text(products[other].id)
      guard draws.chance(50) else { return id }
      return object(
        "substitutions[].by[]",
        [("product", id), ("units", maybe(60) { .plain("\($0.draws.between(1, 3))") })])
    }
    let section = "(permission of a substitution)"
    let inShortage = object(
      section,
      [
        (
          "duringShortage",
          object(
            section + ".duringShortage", [("delay", maybe(60) { .text($0.time(0, 20)) })])
        )
      ])
    return object(
      "substitutions[]",
      [
        ("original", .text(products[original].id)),
        ("by", by.count == 1 && draws.chance(50) ? by[0] : .list(by)),
        ("permitted", maybe(60) { $0.draws.chance(50) ? .text("always") : inShortage }),
        ("extraCost", maybe(40) { .text("\($0.draws.between(0, 90)) SEK") }),
      ])
  }
}
