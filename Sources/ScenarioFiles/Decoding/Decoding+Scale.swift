import Quantities
import SupplyModel

extension Decoding {
  /// Reports what is so large that it could not be drawn or added up: amounts are counted in
  /// 64-bit integers, a unit's cost and volume over all days included.
  func checkScale(of model: SupplyModel, _ products: Directory<Product>) {
    var total = 0.0
    let step = context.tick == .day ? "day" : "tick"
    let alike = model.content.policies.map {
      AlikeLocations.byCategory(under: $0, in: model.content)
    }
    for product in model.content.products.positions {
      let size = ProductSize(of: product, in: model, alike)
      let id = TerminalText.quoted(model.content.products[product].id)
      func report(_ problem: String, _ remedy: String) {
        self.report(
          products.ranges[product.index], "products:", id + " " + problem, remedy: remedy)
      }
      if size.largestDailyMean > 10_000_000 || size.largestDailyVariance > 1e10 {
        report(
          "has a \(step)'s demand at one care unit that is too large to be drawn",
          "lower its consumption, its dispersion or the timeline's multipliers")
      } else if let problem = size.tableProblem {
        report(
          "has a day's demand at one care unit that cannot be drawn: " + problem,
          "correct its sizes, or lower its consumption or the timeline's multipliers")
      } else if size.smallestDailyMean < 1e-11 {
        report(
          "has a \(step)'s demand at one care unit that is too small to be drawn",
          "raise its consumption, or write 0 for a multiplier of the timeline that is nearly 0")
      } else if size.days > Self.mostTicks {
        report(
          "is simulated for more ticks of \(context.tick.text) than there is room for: horizon and "
            + "warm-up are \(FixedPointText.grouped(Int64(size.days), separator: " "))",
          "choose a longer tick, or a shorter horizon or warm-up")
      } else if size.drawnDays > 200_000_000 {
        report(
          "is used at so many care units for so many \(step)s that they cannot be simulated",
          "shorten the horizon or the warm-up")
      } else if size.largestCredit > 4e9 {
        report(
          "can be delivered in amounts that are too large to be counted",
          "shorten the supplier's window, or lower its slack")
      } else if size.target > 1e12 {
        report(
          "has stock levels that are too large to be counted: more than 1 000 000 000 000 units",
          "lower the operating level, the reserve or the quantity that is ordered")
      } else {
        total += size.sum
        guard total > 4e18 else { continue }
        report(
          "costs or fills more, over all days, than can be counted with the products before it",
          "look for a price, a volume, a stock level or a cost that is too large")
        return
      }
    }
  }
}

extension Decoding {
  /// The most ticks of warm-up and horizon: 20 years of minutes, whose stock fills 80 MB at each kind
  /// of location. [ticks]
  fileprivate static let mostTicks = 10_512_000.0
}

/// How large the numbers of one product can become, roughly and at most.
private struct ProductSize {
  /// Mean demand of a day at one care unit. [units]
  var largestDailyMean = 0.0
  /// The same where it is least, days without any left out. [units]
  var smallestDailyMean = Double.infinity
  /// Variance of a day's demand. [units²]
  var largestDailyVariance = 0.0
  /// Why a day's demand at some care unit cannot be tabulated.
  var tableProblem: String?
  /// Warm-up and horizon. [days]
  var days = 0.0
  /// Days of demand that are drawn in a replication. [days × care units]
  var drawnDays = 0.0
  /// What a supplier may have ready. [units]
  var largestCredit = 0.0
  /// Stock that all locations aim for, under the policy with most. [units]
  var target = 0.0
  /// The largest sum that is kept: öre, millilitres or their costs, times days.
  var sum = 0.0

  /// - Parameter alike: for each policy which locations it treats alike.
  init(
    of position: Position<Product>, in model: SupplyModel, _ alike: [[Category: AlikeLocations]]
  ) {
    let content = model.content
    var startingLevel: StockLevel?
    if case .given(.level(let level), _) = content.experiment.start { startingLevel = level }
    let product = content.products[position]
    let network = model.networks[position.index]
    let extremes = DemandExtremes(of: position, in: content)
    let ticksPerDay = content.experiment.ticksPerDay
    days = Double(content.experiment.horizonDays) + Self.warmUp(position, model)
    var used = 0.0
    var largestMultiplier = 1.0
    for node in network.nodes {
      guard let row = node.consumption else { continue }
      let use = content.consumption[row]
      let multipliers = extremes.multipliers(at: use.location)
      largestMultiplier = max(largestMultiplier, multipliers.most)
      add(
        DemandSize(
          of: use, profile: use.profile.map { content.demandProfiles[$0] },
          most: multipliers.most, least: multipliers.least, ticksPerDay: ticksPerDay), to: &used)
      if let prescribed = use.asPrescribed {
        add(
          DemandSize(of: prescribed, profile: nil, most: 1, least: 1, ticksPerDay: ticksPerDay),
          to: &used)
      }
    }
    let normal = network.normalConsumption.unitsPerDay
    for supplier in network.suppliers {
      guard let capacity = content.suppliers[supplier].capacity else { continue }
      let supply = content.timeline.peak {
        $0.suppliers?.contains(supplier) == false ? 1 : Double($0.supplyBasisPoints) / 10_000
      }
      let perDay = normal * (1 + Double(capacity.slackBasisPoints) / 10_000) * supply
      largestCredit = max(
        largestCredit, perDay * Double(capacity.windowDays) / Double(ticksPerDay))
    }
    for (policy, alike) in zip(content.policies, alike) {
      guard let alike = alike[product.category] else { continue }
      var held = 0.0
      var known = [PolicySettings??](repeating: nil, count: alike.count)
      for node in network.nodes {
        let own = Int(alike.classes[node.location.index])
        if known[own] == nil {
          known[own] = .some(
            policy.settings(
              for: product, at: position, in: content.locations[node.location], at: node.location))
        }
        guard case .some(.some(let settings)) = known[own] else { continue }
        let hoarding = Double(settings.hoardingBasisPoints) / 10_000
        for level in [settings.operating, settings.reserve] {
          held +=
            hoarding
            * Double(
              level.units(
                of: product, normalConsumption: node.normalConsumption, rounding: settings.rounding,
                ticksPerDay: ticksPerDay))
        }
        if let startingLevel {
          held += Double(
            startingLevel.units(
              of: product, normalConsumption: node.normalConsumption, rounding: settings.rounding,
              ticksPerDay: ticksPerDay))
        }
        held += Double(product.packSize)
        held += settings.mostAboveTarget(
          of: product, normalConsumption: node.normalConsumption, days: days,
          ticksPerDay: ticksPerDay)
      }
      target = max(target, held)
    }
    if case .lots(let lots) = content.experiment.start {
      target += lots.reduce(0) { $1.product == position ? $0 + Double($1.quantity) : $0 }
    }
    let unitDays = (target + max(used, normal * largestMultiplier)) * days
    sum = unitDays * Self.largestFactor(product, content.costs)
    if let costs = content.costs {
      // At most one order line and one delivery a day at each location, in thousandths of an öre.
      let dearest = max(costs.handlingPerOrderLine.ore, costs.transportPerDelivery.ore)
      sum = max(sum, Double(network.nodes.count) * days * Double(dearest) * 1000)
    }
  }

  /// Takes the demand of a care unit into account.
  private mutating func add(_ size: DemandSize, to used: inout Double) {
    smallestDailyMean = min(smallestDailyMean, size.smallestDrawnMean)
    largestDailyMean = max(largestDailyMean, size.largestMean)
    largestDailyVariance = max(largestDailyVariance, size.largestVariance)
    tableProblem = tableProblem ?? size.tableProblem
    used += size.largestMean
    drawnDays += days
  }

  /// What multiplies the units of a product in the sums of the reports.
  private static func largestFactor(_ product: Product, _ costs: CostRates?) -> Double {
    let volume = Double(product.unitVolumeMillilitres)
    var factors = [1, Double(product.weight), Double(product.unitPrice.ore), volume]
    if let costs {
      let pallets = volume / Double(costs.palletMillilitres)
      factors.append(pallets * Double(costs.storage(product.storageClass).ore) * 1000 / 365)
      factors.append(volume * Double(costs.disposalPerLitre.ore))
    }
    return factors.max() ?? 1
  }

  private static func warmUp(_ product: Position<Product>, _ model: SupplyModel) -> Double {
    switch model.content.experiment.start {
    case .rotated(let stated), .buildUp(let stated):
      return Double(stated ?? model.longestRemainingLifeDays(of: product))
    case .given, .lots: return 0
    }
  }
}
