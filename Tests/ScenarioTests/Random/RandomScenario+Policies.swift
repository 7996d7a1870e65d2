extension RandomScenario {
  /// The policies and the name of the baseline.
  mutating func drawPolicies() -> (value: Written, baseline: String) {
    let names = Array(["today", "month"].prefix(draws.between(1, 2)))
    let baseline = draws.pick(names)
    let heir = names.count == 2 && draws.chance(60) ? "month" : ""
    let kinds = Set(locations.map(\.kind)).sorted()
    let entries: [(String, Written?)] = names.map { name in
      var members: [(String, Written?)] = []
      if name == heir { members.append(("extends", .text("today"))) }
      members.append(("allocation", maybe(60) { $0.allocation() }))
      let mayInherit = name == heir && baseline == heir
      members += choices(isBaseline: name == baseline, mayInherit: mayInherit)
      for kind in kinds where name != heir || draws.chance(50) {
        let selected = Set(locations.indices.filter { locations[$0].kind == kind })
        let own = settings(Set(products.indices), selected, states: ["operating"])
        members.append((kind, object("policies.<name>.<kind of location>", own)))
      }
      if draws.chance(45) || members.allSatisfy({ Self.choiceNames.contains($0.0) }) {
        let overrides: [Written] = (1...draws.between(1, 2)).map { _ in override() }
        members.append(("overrides", .list(overrides)))
      }
      if name != heir { members.append(("nationalReserve", reserveSettings())) }
      return (name, object("policies.<name>", members))
    }
    return (object("policies", draws.shuffled(entries)), baseline)
  }

  private mutating func override() -> Written {
    let products = maybe(60) { $0.productSelection() }
    let locations = maybe(60) { $0.locationSelection() }
    let keys = draws.some(Self.settingNames).prefix(4)
    var members: [(String, Written?)] = [
      ("products", products?.value), ("locations", locations?.value),
    ]
    members += settings(
      products?.selected ?? Set(self.products.indices),
      locations?.selected ?? Set(self.locations.indices), states: Array(keys), others: 0)
    return object("policies.<name>.overrides[]", members)
  }

  private static let settingNames = [
    "operating", "reserve", "ordering", "orderMaximum", "review", "position", "orderIn",
    "rounding", "requests", "issue", "minimumLifeAtReceipt", "minimumLifeAtIssue", "rotation",
    "release", "refillPerDay", "redistribute", "hoarding",
  ]

  /// Settings for some products at some locations.
  ///
  /// What would contradict an earlier rule is stated with what it needs: a reorder level with its
  /// operating level, an order by calendar with its calendar, a pool with its reserve.
  private mutating func settings(
    _ products: Set<Int>, _ places: Set<Int>, states: [String], others: Int = 30
  ) -> [(String, Written?)] {
    let section = "policies.<name>.<kind of location>"
    let met = nodes.filter { products.contains($0.product) && places.contains($0.location) }
    var keys = Set(states)
    for name in Self.settingNames where draws.chance(others) { keys.insert(name) }
    if keys.contains("operating") || keys.contains("review") { keys.insert("ordering") }
    if keys.contains("rotation") { keys.insert("reserve") }
    if keys.contains("ordering") { keys.insert("operating") }
    let (operating, below) = operatingLevel()
    let order = ordering(reorderAt: below)
    if order.isByCalendar { keys.insert("review") }
    let backlogs = met.isEmpty || met.contains(where: \.hasParentLocation)
    let supplies = met.isEmpty || met.contains(where: \.hasChildren)
    let values: [(String, Written?)] = [
      ("operating", .text(operating)), ("reserve", .text(level(1, 25))),
      ("ordering", order.value), ("orderMaximum", .text(orderMaximum())),
      ("review", review(isByCalendar: order.isByCalendar)),
      ("position", .text(word(section, "position"))), ("orderIn", .text(word(section, "orderIn"))),
      ("rounding", .text(word(section, "rounding"))),
      ("requests", .text(backlogs ? word(section, "requests") : "dropped")), ("issue", issue()),
      ("minimumLifeAtReceipt", .text(time(0, draws.pick([0, 3, 10])))),
      ("minimumLifeAtIssue", .text(supplies ? time(0, draws.pick([0, 3, 10])) : "0 days")),
      ("rotation", rotation()), ("release", release()), ("refillPerDay", .text(level(1, 6))),
      (
        "redistribute",
        draws.chance(20)
          ? .text("never") : object("(redistribute)", [("beforeExpiry", .text(time(1, 9)))])
      ), ("hoarding", .plain(hundredths(100, 300))),
    ]
    return values.filter { keys.contains($0.0) }
  }

  /// A stock level; `high` in units or ticks.
  mutating func level(_ low: Int, _ high: Int) -> String {
    switch draws.between(0, 2) {
    case 0: return time(low, high)
    case 1: return draws.chance(50) ? "\(draws.between(max(2, low), high)) units" : "\(low) units"
    default: return "\(draws.between(low, max(low, high / 5))) packs"
    }
  }

  /// An operating level, and one that is not above it.
  private mutating func operatingLevel() -> (String, below: String) {
    switch draws.between(0, 2) {
    case 0:
      let ticks = draws.between(1, 25)
      return (text(ticks), time(0, ticks))
    case 1:
      let units = draws.between(0, 40)
      return ("\(units) units", "\(draws.between(0, units)) units")
    default:
      let packs = draws.between(0, 6)
      return ("\(packs) packs", "\(draws.between(0, packs)) packs")
    }
  }

  private mutating func orderMaximum() -> String {
    let pack = products.map(\.packSize).max() ?? 1
    switch draws.between(0, 2) {
    case 0: return time(1, 15)
    case 1: return "\(pack + draws.between(1, 30)) units"
    default: return "\(draws.between(2, 5)) packs"
    }
  }

  // MARK: Choices

  private mutating func ordering(
    reorderAt: String
  ) -> (value: Written, isByCalendar: Bool) {
    let section = "(ordering)"
    switch draws.between(0, 11) {
    case 0: return (.text("orderUpTo"), false)
    case 1: return (.text("forwardCover"), false)
    case 2, 3:
      let parts = object("(ordering).minMax", [("reorderAt", .text(reorderAt))])
      return (object(section, [("minMax", parts)]), false)
    case 4, 5:
      let parts = object(
        "(ordering).reorderPoint",
        [("reorderAt", .text(level(0, 12))), ("quantity", .text(level(1, 12)))])
      return (object(section, [("reorderPoint", parts)]), false)
    case 6:
      let quantity = count()
      let parts = object("(ordering).scheduled", [("quantity", quantity)])
      return (object(section, [("scheduled", parts)]), true)
    case 7: return (object(section, [("table", orderTable())]), true)
    default: return (.text("orderUpTo"), false)
    }
  }

  private mutating func count() -> Written {
    let section = "(random count)"
    switch draws.between(0, 3) {
    case 0: return .plain("\(draws.between(1, 9))")
    case 1: return object(section, [("poisson", .plain(hundredths(10, 500)))])
    case 2: return object(section, [("geometric", .plain(hundredths(100, 500)))])
    default:
      let split = draws.between(1, 99)
      return object(
        section,
        [("0", .text("\(split) %")), ("\(draws.between(1, 9))", .text("\(100 - split) %"))]
      )
    }
  }

  private mutating func orderTable() -> Written {
    let file = "orders-\(tables.count).csv"
    let columns = draws.chance(90) ? draws.between(1, 2) : draws.pick([3, 4, 5, 6, 7, 8, 8, 8])
    let counts = (0..<columns).map { _ in columns > 3 ? 2 : draws.between(1, 4) }
    var rows: [[String: String]] = [[:]]
    for (column, count) in counts.enumerated() {
      rows = rows.flatMap { row in
        (0..<count).map { number in
          var row = row
          row["age\(column + 1)"] = "\(number)"
          return row
        }
      }
    }
    for index in rows.indices { rows[index]["order"] = "\(draws.between(0, 9))" }
    tables[file] = WrittenTable(
      "orders (table)", (1...8).map { "age\($0)" } + ["order"], rows)
    guard draws.chance(70) else { return .text(file) }
    return object(
      "(ordering).table",
      [("file", .text(file)), ("daysPerColumn", maybe(70) { .text($0.time(1, 9)) })])
  }

  private mutating func review(isByCalendar: Bool) -> Written {
    switch draws.between(isByCalendar ? 1 : 0, 4) {
    case 0: return .text("onDemand")
    case 1: return .text("daily")
    case 2, 3: return .text(time(1, 9))
    default:
      let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
      ]
      return .set(draws.some(days).map { .text($0) })
    }
  }

  private mutating func issue() -> Written {
    draws.chance(60)
      ? .text(word("policies.<name>.<kind of location>", "issue"))
      : object("(issue)", [("mixed", object("(issue).mixed", [("ignoringExpiry", share(0, 100))]))])
  }

  private mutating func rotation() -> Written {
    switch draws.between(0, 3) {
    case 0: return .text(word("policies.<name>.<kind of location>", "rotation"))
    case 1: return .text("separate")
    case 2:
      let first = maybe(80) { Written.text($0.word("(rotation).separate", "fillFirst")) }
      let parts = object("(rotation).separate", [("fillFirst", first)])
      return object("(rotation)", [("separate", parts)])
    default:
      let parts = object("(rotation).swap", [("beforeExpiry", .text(time(1, 12)))])
      return object("(rotation)", [("swap", parts)])
    }
  }

  private mutating func release() -> Written {
    let delay = maybe(70) { Written.text($0.time(0, 6)) }
    switch draws.between(0, 3) {
    case 0: return .text(word("policies.<name>.<kind of location>", "release"))
    case 1:
      return object(
        "(release)", [("onStockout", object("(release).onStockout", [("delay", delay)]))])
    default:
      guard !phases.isEmpty else { return .text("onStockout") }
      let names: Written =
        draws.chance(50) ? .text(draws.pick(phases)) : .set(draws.some(phases).map { .text($0) })
      let parts = object("(release).inPhase", [("phases", names), ("delay", delay)])
      return object("(release)", [("inPhase", parts)])
    }
  }

  /// Who gets what when several ask for more than there is.
  mutating func allocation() -> Written {
    let last = locations.map(\.carePriority).max() ?? 1
    switch draws.between(0, 5) {
    case 0, 1: return .text(word("policies.<name>", "allocation"))
    case 2:
      return object(
        "(allocation)", [("proportional", .text(word("(allocation)", "proportional")))])
    default:
      var levels: [(String, Written?)] = []
      var kept = draws.between(1, 6)
      if last > 1 {
        for priority in 2...last where draws.chance(60) {
          levels.append(("\(priority)", .text("\(kept) units")))
          kept += draws.between(0, 6)
        }
      }
      let parts: [(String, Written?)] =
        levels.isEmpty
        ? [] : [("criticalLevels", object("(allocation).priority.criticalLevels", levels))]
      return object("(allocation)", [("priority", object("(allocation).priority", parts))])
    }
  }
}
