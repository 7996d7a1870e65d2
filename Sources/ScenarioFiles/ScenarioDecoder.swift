import Quantities
import SupplyModel

/// Makes a model of a scenario's tree, part by part, in the order in which names are needed.
struct ScenarioDecoder {
  private let decoding: Decoding

  init(_ decoding: Decoding) {
    self.decoding = decoding
  }

  /// The model; `nil` if anything is wrong, which has then been reported.
  func model(_ tree: JSONNode) -> SupplyModel? {
    guard let root = ObjectReader(tree, "", Catalogue.Scenario.section, in: decoding)
    else { return nil }
    _ = root.value(Catalogue.Scenario.version)
    let title = root.value(Catalogue.Scenario.title)
    let horizon = root.requiredMember(
      "horizon", example: "{ start: \"2027-01-01\", length: \"3 years\" }"
    )
    .flatMap { decoding.horizon($0) }
    let experiment = root.requiredMember(
      "experiment", example: "{ replications: 100, seed: 1, baseline: \"today\" }"
    ).flatMap { decoding.experiment($0) }
    let shapes = decoding.demandShapes(root)
    let names = self.names(root)
    let start = horizon.flatMap { stated in
      names.flatMap { decoding.start(stated.begin, firstDay: stated.start, $0) }
    }
    let consumption = root.requiredMember("consumption", example: "\"consumption.csv\"")
      .flatMap { node in
        names.map { decoding.consumption(node, $0.products, $0.locations, shapes) }
      }
    let shortages = names.map { decoding.shortages(root.member("shortages"), $0) }
    let supply = names.map { SupplyEntries(root, $0, in: decoding) }
    let timeline = names.map {
      decoding.timeline(
        root.member("timeline"), start: horizon?.start ?? CalendarDate(dayNumber: 0),
        horizonDays: horizon?.length, $0)
    }
    let policies = root.requiredMember("policies", example: "{ today: { … } }").flatMap { node in
      names.map {
        decoding.policies(
          node, baseline: experiment?.baseline, buildsUp: horizon.map { $0.begin.isBuildUp },
          phases: phases(root, timeline), $0)
      }
    }
    let duty = names.flatMap {
      decoding.duty(root.member("duty"), from: horizon?.start, $0, consumption?.uses)
    }
    let costs = decoding.costs(
      root.member("costs"), policies: Self.policyNames(root),
      names)
    let assumptions = decoding.assumptions(root.member("assumptions"))
    let baseline = policies.flatMap { self.baseline(experiment?.baseline, $0, root) }

    guard !decoding.diagnostics.hasErrors, let title, let horizon, let experiment, let names,
      let start, let consumption, let shortages, let supply, let timeline, let policies,
      let baseline
    else { return nil }
    var content = SupplyModel.Content(
      title: title,
      experiment: Experiment(
        startDate: horizon.start, tick: horizon.tick, horizonDays: horizon.length,
        start: start.rule, replications: experiment.replications, seed: experiment.seed,
        baseline: baseline, measuresCover: experiment.cover),
      products: names.products.elements, demandClasses: names.demandClasses.elements,
      tiers: names.tiers, regions: names.regions.elements,
      authorities: names.authorities.elements, locations: names.locations.elements,
      suppliers: names.suppliers.elements, consumption: consumption.uses,
      shortages: shortages.map(\.element), timeline: timeline.map(\.element),
      policies: policies.map(\.element), costs: costs?.rates, assumptions: assumptions,
      demandProfiles: shapes.profiles.elements, duty: duty)
    content.costPlan = costs?.plan
    supply.add(to: &content)
    do throws(ModelProblems) {
      let model = try SupplyModel(content)
      decoding.checkScale(of: model, names.products)
      return model
    } catch {
      for problem in error.all {
        let (range, path) = place(
          of: problem.subject, names, start.lots, consumption, shortages, supply, timeline,
          policies, horizon.range)
        // The problem is a sentence of its own.
        decoding.report(
          range, path + ":", problem.problem, allowed: problem.allowed, remedy: problem.remedy)
      }
      return nil
    }
  }

  /// The tables and suppliers that everything else refers to.
  private func names(_ root: ObjectReader) -> Names? {
    let regions = decoding.regions(root.member("regions")) ?? .unreadable("region")
    let authorities =
      decoding.authorities(root.member("authorities"), regions) ?? .unreadable("authority")
    let classes =
      root.requiredMember("demandClasses", example: "\"demand-classes.csv\"")
      .flatMap { decoding.demandClasses($0) } ?? .unreadable("demand class")
    let products =
      root.requiredMember("products", example: "\"products.csv\"")
      .flatMap { decoding.products($0, classes) } ?? .unreadable("product")
    let suppliers =
      root.requiredMember("suppliers", example: "{ wholesaler: { leadTime: \"5 days\", … } }")
      .flatMap {
        decoding.suppliers($0, phases: Decoding.statedPhases(root.member("timeline")))
      } ?? .unreadable("supplier")
    let leadTimes = decoding.leadTimes(root.member("leadTimes"))
    let locations = root.requiredMember("locations", example: "\"locations.csv\"")
      .flatMap { decoding.locations($0, authorities, suppliers, leadTimes) }
    guard let locations else { return nil }
    return Names(
      regions: regions, demandClasses: classes, products: products, authorities: authorities,
      locations: locations.locations, tiers: locations.tiers, suppliers: suppliers)
  }

  /// The names of the timeline's phases; `nil` if not all of them could be read.
  private func phases(_ root: ObjectReader, _ timeline: [Placed<Phase>]?) -> [String]? {
    let stated = root.member("timeline").map { $0.elements?.count } ?? 0
    guard let timeline, timeline.count == stated else { return nil }
    return timeline.map(\.element.name)
  }

  /// The names of the policies as they are written; `nil` if there are none.
  private static func policyNames(_ root: ObjectReader) -> [String]? {
    root.member("policies")?.members?.map(\.key)
  }

  private func baseline(
    _ name: String?, _ policies: [Placed<Policy>], _ root: ObjectReader
  ) -> Position<Policy>? {
    guard let name, !policies.isEmpty else { return nil }
    if let index = policies.firstIndex(where: { $0.element.name == name }) {
      return Position(index)
    }
    guard let stated = root.member("experiment")?["baseline"] else { return nil }
    let known = policies.map(\.element.name)
    decoding.report(
      stated.range, "experiment.baseline",
      "names the unknown policy \(TerminalText.quoted(name))",
      allowed: TerminalText.oneOf(known),
      remedy: decoding.didYouMean(name, among: known))
    return nil
  }

  private func place(
    of subject: ModelProblem.Subject, _ names: Names, _ lots: [Placed<StartingLot>],
    _ consumption: PlacedConsumption,
    _ shortages: [Placed<ShortageProcess>], _ supply: SupplyEntries,
    _ timeline: [Placed<Phase>],
    _ policies: [Placed<Policy>], _ horizon: SourceRange
  ) -> (SourceRange, String) {
    switch subject {
    case .experiment: (horizon, "horizon")
    case .startingLot(let index): (lots[index].range, lots[index].path)
    case .authority(let position):
      (names.authorities.ranges[position.index], "authorities")
    case .product(let position):
      (names.products.ranges[position.index], "products")
    case .location(let position):
      (names.locations.ranges[position.index], "locations")
    case .supplier(let position):
      (names.suppliers.ranges[position.index], "suppliers")
    case .consumption(let position):
      consumption.place(of: position) ?? (horizon, "consumption")
    case .shortage(let position):
      (shortages[position.index].range, shortages[position.index].path)
    case .sourcing(let position):
      (supply.sourcing[position.index].range, supply.sourcing[position.index].path)
    case .nationalReserve(let position):
      (supply.nationalReserves[position.index].range, supply.nationalReserves[position.index].path)
    case .substitution(let position):
      (supply.substitutions[position.index].range, supply.substitutions[position.index].path)
    case .phase(let position):
      (timeline[position.index].range, timeline[position.index].path)
    case .policy(let position):
      (policies[position.index].range, policies[position.index].path)
    }
  }
}
