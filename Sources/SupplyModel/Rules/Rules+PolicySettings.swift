import Quantities

extension Rules {
  /// The settings that hold for a product at a location agree with each other: none of them makes
  /// another impossible or idle.
  ///
  /// Every kind of disagreement is reported once for a policy and a kind of location.
  static func checkPolicySettings(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    struct Place: Hashable {
      let tier: Position<Tier>
      let disagreement: String
    }
    return content.policies.positions.flatMap { policy -> [ModelProblem] in
      var problems: [ModelProblem] = []
      var reported: Set<Place> = []
      // A level at which orders are made is compared in units, and may disagree at some locations only.
      let comparesUnits = content.policies[policy].rules.contains {
        if case .minMax = $0.ordering { true } else { false }
      }
      let alike = AlikeLocations.byCategory(under: content.policies[policy], in: content)
      for product in content.products.positions {
        let item = content.products[product]
        let longestLife = content.longestRemainingLifeDays(
          of: product, in: networks[product.index])
        let network = networks[product.index]
        let first = comparesUnits ? nil : alike[item.category]?.firstNodes(of: network)
        for node in first ?? network.nodes {
          let location = content.locations[node.location]
          guard
            let settings = content.policies[policy].settings(
              for: item, at: product, in: location, at: node.location)
          else { continue }
          let found = SettingsInUse(
            settings: settings, product: item, normalConsumption: node.normalConsumption,
            longestLifeDays: longestLife, tick: content.experiment.tick
          ).disagreements
          for problem in found
          where reported.insert(Place(tier: location.tier, disagreement: problem.kind)).inserted {
            problems.append(
              ModelProblem(
                subject: .policy(policy),
                problem: "“\(item.id)” at “\(location.id)” "
                  + "(\(content.tiers[location.tier].id)) \(problem.problem)",
                allowed: problem.allowed, remedy: problem.remedy))
          }
        }
      }
      return problems
    }
  }

  /// Settings that act on another location are stated where there is one.
  static func checkSettingsMeetLocations(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    let concerns = content.policies.contains { policy in
      policy.rules.contains { $0.requests == .backlogged || ($0.minimumLifeAtIssueDays ?? 0) > 0 }
    }
    guard concerns else { return [] }
    var positions: [(Position<Product>, ProductNetwork.Node, hasChildren: Bool)] = []
    for product in content.products.positions {
      let nodes = networks[product.index].nodes
      var parents: Set<Int> = []
      for node in nodes { if case .node(let parent, _) = node.source { parents.insert(parent) } }
      for (index, node) in nodes.enumerated() {
        positions.append((product, node, parents.contains(index)))
      }
    }
    /// Whether a rule selects something, but nothing that `meets` holds for.
    func isIdle(
      _ rule: PolicyRule, _ meets: (ProductNetwork.Node, Bool) -> Bool
    ) -> Bool {
      var selectsAny = false
      for (product, node, hasChildren) in positions
      where rule.products.selects(content.products[product], at: product)
        && rule.locations.selects(
          content.locations[node.location], at: node.location,
          for: content.products[product].category)
      {
        if meets(node, hasChildren) { return false }
        selectsAny = true
      }
      return selectsAny
    }
    return content.policies.positions.flatMap { policy -> [ModelProblem] in
      let rules = content.policies[policy].rules
      var problems: [ModelProblem] = []
      let owes = rules.contains { rule in
        rule.requests == .backlogged
          && isIdle(rule) { node, _ in if case .node = node.source { true } else { false } }
      }
      if owes {
        problems.append(
          ModelProblem(
            subject: .policy(policy),
            problem: "requests is backlogged only for locations that suppliers replenish",
            allowed: "requests backlogged where another location replenishes",
            remedy: "state it for the locations below, or leave it out"))
      }
      let keeps = rules.contains { rule in
        (rule.minimumLifeAtIssueDays ?? 0) > 0 && isIdle(rule) { $1 }
      }
      if keeps {
        problems.append(
          ModelProblem(
            subject: .policy(policy),
            problem: "minimumLifeAtIssue is stated only for locations with none below them",
            allowed: "minimumLifeAtIssue where there are locations below",
            remedy: "state it for the location above, or leave it out"))
      }
      return problems
    }
  }

  /// Stock that is kept for more urgent care is kept from somebody.
  static func checkCriticalLevelsMeetCare(_ content: SupplyModel.Content) -> [ModelProblem] {
    let last = content.locations.map(\.carePriority).max() ?? 1
    return content.policies.positions.compactMap { policy in
      guard case .priority(let levels) = content.policies[policy].allocation,
        let idle = levels.first(where: { $0.carePriority > last })
      else { return nil }
      return ModelProblem(
        subject: .policy(policy),
        problem: "stock is kept from care priority \(idle.carePriority) and less urgent care, but "
          + "no location has a carePriority above \(last)",
        allowed: "critical levels of care priorities that locations have",
        remedy: "state carePriority in the table of locations, or leave the level out")
    }
  }
}

/// What a policy says about one product at one location, with what it is said about.
private struct SettingsInUse {
  let settings: PolicySettings
  let product: Product
  /// What is used here and below. [units/day]
  let normalConsumption: DailyRate
  /// The longest remaining life with which the product is delivered. [days]
  let longestLifeDays: Int
  /// The step in which time is counted.
  let tick: Tick

  /// One way in which settings disagree.
  struct Disagreement {
    /// Which way, the same for every product and location.
    let kind: String
    /// What was found, after the product and location.
    let problem: String
    let allowed: String
    let remedy: String
  }

  /// All ways in which these settings disagree.
  var disagreements: [Disagreement] {
    [
      reorderLevelAboveTarget, quantityOfNothing, maximumBelowPack, refillOfNothing,
      poolWithoutReserve, quantityWithoutCalendar,
    ].compactMap { $0 } + timesBeyondLife
  }

  /// A level in units. [units]
  private func units(_ level: StockLevel, rounding: PackRounding) -> Int64 {
    level.units(
      of: product, normalConsumption: normalConsumption, rounding: rounding,
      ticksPerDay: tick.perDay)
  }

  private var reorderLevelAboveTarget: Disagreement? {
    guard case .minMax(let reorderAt) = settings.ordering else { return nil }
    let rounding = settings.rounding
    let target =
      units(settings.operating, rounding: rounding) + units(settings.reserve, rounding: rounding)
    // Only targets are rounded to packs; the level at which they are ordered up to is exact.
    let level = units(reorderAt, rounding: .none)
    guard level > target else { return nil }
    return Disagreement(
      kind: "reorderAt", problem: "reorders at \(level) units, above its target of \(target)",
      allowed: "minMax.reorderAt at or below operating stock and reserve together",
      remedy: "lower reorderAt, or state it in days like the target")
  }

  private var quantityOfNothing: Disagreement? {
    guard case .reorderPoint(_, let quantity) = settings.ordering, quantity.isNothing
    else { return nil }
    return Disagreement(
      kind: "quantity", problem: "orders multiples of nothing",
      allowed: "a quantity of at least one unit", remedy: "write for example \"1 pack\"")
  }

  private var maximumBelowPack: Disagreement? {
    // A maximum in days stands for one pack at least: slow movers use less than one in that time.
    guard case .units(let maximum) = settings.orderMaximum else { return nil }
    let least = settings.orderIn == .packs ? product.packSize : 1
    guard maximum < least else { return nil }
    return Disagreement(
      kind: "orderMaximum",
      problem: "may order at most \(maximum) units at a time, less than a pack of \(least)",
      allowed: "an orderMaximum of at least one pack where packs are ordered",
      remedy: "write for example \"1 pack\"")
  }

  private var refillOfNothing: Disagreement? {
    guard let pace = settings.refillPerDay, pace.isNothing else { return nil }
    return Disagreement(
      kind: "refillPerDay", problem: "refills its reserve by nothing a day",
      allowed: "a refillPerDay of at least one unit",
      remedy: "leave it out for no limit, or state no reserve")
  }

  private var poolWithoutReserve: Disagreement? {
    guard settings.reserve.isNothing, settings.rotation != .flowing else { return nil }
    return Disagreement(
      kind: "rotation", problem: "has a reserve in a pool of its own, but no reserve",
      allowed: "rotation separate or swap only where there is a reserve",
      remedy: "state a reserve, or write rotation: \"flowing\" there")
  }

  private var quantityWithoutCalendar: Disagreement? {
    guard settings.review == .onDemand else { return nil }
    switch settings.ordering {
    case .scheduled, .table: break
    case .orderUpTo, .minMax, .reorderPoint, .forwardCover: return nil
    }
    return Disagreement(
      kind: "review", problem: "orders by calendar, but is reviewed on demand",
      allowed: "ordering scheduled or by table with a review by calendar",
      remedy: "write for example review: \"daily\"")
  }

  /// Times before expiry that every lot is within from its first day.
  private var timesBeyondLife: [Disagreement] {
    var found: [Disagreement] = []
    func check(_ name: String, _ days: Int, _ isTooLong: Bool, _ effect: String) {
      guard isTooLong else { return }
      found.append(
        Disagreement(
          kind: name,
          problem: "has a \(name) of \(tick.text(ofTicks: days)) but is delivered with at most "
            + "\(tick.text(ofTicks: longestLifeDays)) left: \(effect)",
          allowed: "less than the longest remaining life at receipt",
          remedy: "shorten it, or set it apart for products with a short life"))
    }
    let (receipt, issue) = (settings.minimumLifeAtReceiptDays, settings.minimumLifeAtIssueDays)
    check(
      "minimumLifeAtReceipt", receipt, receipt > longestLifeDays, "nothing is ever received")
    check("minimumLifeAtIssue", issue, issue > longestLifeDays, "nothing is ever issued")
    let offer = settings.redistributeBeforeDays
    check(
      "redistribute.beforeExpiry", offer, offer > 0 && offer >= longestLifeDays,
      "every lot is offered from its first day")
    if case .swap(let exchange) = settings.rotation {
      check(
        "swap.beforeExpiry", exchange, exchange >= longestLifeDays,
        "every lot is exchanged from its first day")
    }
    return found
  }
}
