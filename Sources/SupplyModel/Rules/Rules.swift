import Quantities
import RandomStreams

/// What every model must satisfy: one function for each rule.
///
/// Rules about single values (ranges, units) are kept by the scenario's reader, which knows where
/// they are written; here stand the rules that need the whole model.
enum Rules {
  /// Breaches of the rules that make it possible to build networks at all.
  static func problems(in content: SupplyModel.Content) -> [ModelProblem] {
    checkIdentifiersDiffer(content)
      + checkLocationsFormForest(content)
      + checkConsumptionAtCareUnits(content)
      + checkConsumptionStatedOnce(content)
      + checkProductsAreUsed(content)
      + checkPhasesTouchHorizon(content)
      + checkShortagesLeaveSupply(content)
      + checkRemainingLifeUsable(content)
      + checkAgeSharesAddUp(content)
      + checkStartingLotsUsable(content)
      + checkLifeExtensionsSelectProducts(content)
      + checkDutyHoldersHoldTheirOwn(content)
      + checkTriggersLeadToADay(content) + checkDrawnPhasesHaveOwnNames(content)
      + checkPhasesMeetDemand(content) + checkPrescribedDemandMeetsSpillOver(content)
      + checkSuppliersDeliver(content)
      + checkSourcingNamesSuppliersOnce(content)
      + checkShortageScopes(content)
      + checkReservesStandApart(content)
      + checkSubstitutesDiffer(content)
      + checkSubstitutesAtHand(content)
      + checkKeyedProducts(content)
  }

  /// Breaches of the rules about how products flow.
  static func problems(
    in content: SupplyModel.Content, networks: [ProductNetwork]
  ) -> [ModelProblem] {
    checkPoliciesSetLevels(content, networks) + checkPolicySettings(content, networks)
      + checkSettingsMeetLocations(content, networks)
      + checkStartingLotsHandled(content, networks) + checkCriticalLevelsMeetCare(content)
      + checkTransshipmentHasPartners(content, networks)
      + checkLossesMeetStock(content, networks)
      + checkTransportCutsMeetTransport(content, networks)
      + checkCriticalLevelsOfPhasesMeetCare(content)
      + checkSourcingHolds(content, networks) + checkShortagesMeetSuppliers(content, networks)
      + checkProductsHaveFewSuppliers(content, networks)
      + checkReservesServe(content, networks)
  }

  /// No two products, locations, suppliers or shortages share an id, or the number that stands for
  /// it in the keys of random streams: they would have the same luck.
  private static func checkIdentifiersDiffer(_ content: SupplyModel.Content) -> [ModelProblem] {
    func repeats<Element>(
      _ elements: [Element], _ id: (Element) -> String,
      _ subject: (Position<Element>) -> ModelProblem.Subject
    ) -> [ModelProblem] {
      var seen: [UInt64: String] = [:]
      return elements.positions.compactMap { position in
        let own = id(elements[position])
        guard let other = seen.updateValue(own, forKey: StableHash.of(own)) else { return nil }
        return ModelProblem(
          subject: subject(position),
          problem: own == other
            ? "“\(own)” is there twice" : "“\(own)” has the same random numbers as “\(other)”",
          allowed: "ids that differ", remedy: "choose another id")
      }
    }
    return repeats(content.products, \.id, { .product($0) })
      + repeats(content.locations, \.id, { .location($0) })
      + repeats(content.suppliers, \.id, { .supplier($0) })
      + repeats(content.shortages, \.id, { .shortage($0) })
  }

  /// Following the parents of a category from any location ends at a supplier.
  private static func checkLocationsFormForest(_ content: SupplyModel.Content) -> [ModelProblem] {
    var problems: [ModelProblem] = []
    for category in Category.allCases {
      for start in content.locations.positions {
        var place = start
        var steps = 0
        while case .location(let parent, _) = content.locations[place].source(of: category),
          steps <= content.locations.count
        {
          place = parent
          steps += 1
        }
        // Only the locations on the cycle itself are named, once each.
        guard steps > content.locations.count, isOnCycle(start, category, content) else { continue }
        let chain = cycle(from: start, category, content).map { content.locations[$0].id }
        let problem = ModelProblem(
          subject: .location(start),
          problem: "parents form a cycle: " + chain.joined(separator: " → "),
          allowed: "parents that lead to a supplier",
          remedy: "give one of these locations a supplier as its parent")
        if !problems.contains(where: { $0.subject == problem.subject }) { problems.append(problem) }
      }
    }
    return problems
  }

  private static func cycle(
    from start: Position<Location>, _ category: Category, _ content: SupplyModel.Content
  ) -> [Position<Location>] {
    var chain = [start]
    while case .location(let parent, _) = content.locations[chain[chain.count - 1]]
      .source(of: category), chain.count <= content.locations.count
    {
      chain.append(parent)
      if parent == start { break }
    }
    return chain
  }

  private static func isOnCycle(
    _ start: Position<Location>, _ category: Category, _ content: SupplyModel.Content
  ) -> Bool {
    let chain = cycle(from: start, category, content)
    return chain.count > 1 && chain.last == start
  }

  /// A phase has at least one day inside the horizon.
  private static func checkPhasesTouchHorizon(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.timeline.positions.compactMap { position in
      let phase = content.timeline[position]
      guard phase.endDay <= 0 || phase.firstDay >= content.experiment.horizonDays
      else { return nil }
      let start = content.experiment.startDate
      return ModelProblem(
        subject: .phase(position),
        problem: "“\(phase.name)” lies outside the horizon",
        allowed: "a day from \(start) to "
          + "\(content.experiment.date(ofTick: content.experiment.horizonDays - 1))",
        remedy: "move the phase, or lengthen the horizon")
    }
  }

  /// Shortages select a product and leave some time in which supply is up.
  private static func checkShortagesLeaveSupply(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.shortages.positions.compactMap { position in
      let shortage = content.shortages[position]
      if shortage.meanUpTimeDays(ticksPerDay: content.experiment.ticksPerDay) <= 0 {
        return ModelProblem(
          subject: .shortage(position),
          problem: "shortages would last longer than the time between their onsets",
          allowed: "perYear × mean duration below one year",
          remedy: "lower perYear or the duration")
      }
      let selected = content.products.positions.contains {
        shortage.products.selects(content.products[$0], at: $0)
      }
      return selected
        ? nil
        : ModelProblem(
          subject: .shortage(position),
          problem: "“\(shortage.id)” selects no product",
          allowed: "a selection with at least one product",
          remedy: "correct the selection, or take the shortage out")
    }
  }

  /// Every delivery can be used for at least a day.
  private static func checkRemainingLifeUsable(_ content: SupplyModel.Content) -> [ModelProblem] {
    func shortest(_ life: RemainingLife, _ products: [Product]) -> Double {
      products.map { life.shortestDays(shelfLifeDays: $0.shelfLifeDays) }.min() ?? 1
    }
    let named = Category.allCases.map { category in
      Set(
        content.locations.compactMap { location -> Position<Supplier>? in
          if case .supplier(let supplier) = location.source(of: category) { supplier } else { nil }
        })
    }
    let deliveries = content.products.positions.map { product in
      Set(
        named[content.products[product].category.ordinal].flatMap {
          content.suppliers(of: product, replacing: $0)
        })
    }
    func supplied(by supplier: Position<Supplier>) -> [Product] {
      zip(content.products, deliveries).filter { $0.1.contains(supplier) }.map(\.0)
    }
    let remedy = "raise the lowest remaining life"
    let tick = content.experiment.tick
    let shortestLife = tick == .day ? "one day" : tick.text
    var problems = content.suppliers.positions.filter {
      shortest(content.suppliers[$0].remainingLife, supplied(by: $0)) < 1
    }.map {
      ModelProblem(
        subject: .supplier($0),
        problem: "“\(content.suppliers[$0].id)” could deliver goods that have expired",
        allowed: "at least \(shortestLife) of remaining life at receipt", remedy: remedy)
    }
    for position in content.shortages.positions {
      let shortage = content.shortages[position]
      guard let life = shortage.remainingLife else { continue }
      let befallen = content.products.positions.filter { product in
        shortage.products.selects(content.products[product], at: product)
          && (shortage.suppliers.map { !deliveries[product.index].isDisjoint(with: $0) } ?? true)
      }
      guard shortest(life, befallen.map { content.products[$0] }) < 1 else { continue }
      problems.append(
        ModelProblem(
          subject: .shortage(position),
          problem: "“\(shortage.id)” could have goods delivered that have expired",
          allowed: "at least \(shortestLife) of remaining life at receipt", remedy: remedy))
    }
    if case .given(_, .oneLot(let life)) = content.experiment.start,
      shortest(life, content.products) < 1
    {
      problems.append(
        ModelProblem(
          subject: .experiment, problem: "stock could have expired at the start",
          allowed: "at least \(shortestLife) of remaining life", remedy: remedy))
    }
    return problems
  }

  /// Every policy says how much each location holds of each product that passes it.
  private static func checkPoliciesSetLevels(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    content.policies.positions.flatMap { policy -> [ModelProblem] in
      var problems: [ModelProblem] = []
      var reported: Set<Position<Tier>> = []
      let alike = AlikeLocations.byCategory(under: content.policies[policy], in: content)
      for product in content.products.positions {
        let network = networks[product.index]
        let category = content.products[product].category
        for node in alike[category]?.firstNodes(of: network) ?? network.nodes {
          let location = content.locations[node.location]
          let settings = content.policies[policy].settings(
            for: content.products[product], at: product, in: location, at: node.location)
          guard settings == nil, reported.insert(location.tier).inserted else { continue }
          let tier = content.tiers[location.tier].id
          problems.append(
            ModelProblem(
              subject: .policy(policy),
              problem: "“\(content.policies[policy].name)” sets no operating level for "
                + "“\(content.products[product].id)” at “\(location.id)” (\(tier))",
              allowed: "an operating level for every kind of location that handles a product",
              remedy: "add \(tier): { operating: \"7 days\" }"))
        }
      }
      return problems
    }
  }
}
