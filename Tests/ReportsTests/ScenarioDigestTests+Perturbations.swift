import Quantities
import RandomStreams
import SupplyModel

extension ScenarioDigestTests {
  /// One change for each value that can influence a result.
  static let influencing: [Perturbation] =
    experiment + starts + tables + demand + supply + timeline + phaseEffects + policies + settings
    + policyChoices + duty + costs + suppliers + shortages + sourcing + reserves + substitutions
    + groups

  private static let experiment = [
    Perturbation("start date") {
      $0.experiment.startDate = $0.experiment.startDate.adding(days: 1)
    },
    Perturbation("tick") { $0.experiment.tick = .minute },
    Perturbation("horizon") { $0.experiment.horizonDays += 1 },
    Perturbation("seed") { $0.experiment.seed += 1 },
    Perturbation("baseline") { $0.experiment.baseline = Position(1) },
    Perturbation("warm-up") { $0.experiment.start = .rotated(warmUpDays: 201) },
    Perturbation("warm-up by default") { $0.experiment.start = .rotated(warmUpDays: nil) },
    Perturbation("given start") {
      $0.experiment.start = .given(remainingLife: .days(.uniformInteger(low: 20, high: 60)))
    },
    Perturbation("given start, another life") {
      $0.experiment.start = .given(remainingLife: .days(.uniformInteger(low: 20, high: 61)))
    },
  ]

  private static let ages = StartingAges.profile([
    AgeShare(basisPoints: 4_000, remainingDays: 300),
    AgeShare(basisPoints: 6_000, remainingDays: 600),
  ])

  private static func lots(_ change: (inout StartingLot) -> Void) -> StartRule {
    var lot = StartingLot(
      location: Position(0), product: Position(0), quantity: 12, expiryDay: 90)
    change(&lot)
    return .lots([lot])
  }

  private static let starts = [
    Perturbation("cover") { $0.experiment.measuresCover = true },
    Perturbation("build-up") { $0.experiment.start = .buildUp(warmUpDays: 200) },
    Perturbation("build-up by default") { $0.experiment.start = .buildUp(warmUpDays: nil) },
    Perturbation("given level") {
      $0.experiment.start = .given(
        quantity: .level(.days(20)), ages: .oneLot(.days(.uniformInteger(low: 20, high: 60))))
    },
    Perturbation("given units") {
      $0.experiment.start = .given(
        quantity: .level(.units(20)), ages: .oneLot(.days(.uniformInteger(low: 20, high: 60))))
    },
    Perturbation("age profile") {
      $0.experiment.start = .given(quantity: .target, ages: ages)
    },
    Perturbation("age profile of a level") {
      $0.experiment.start = .given(quantity: .level(.days(20)), ages: ages)
    },
    Perturbation("another age profile") {
      $0.experiment.start = .given(
        quantity: .target,
        ages: .profile([
          AgeShare(basisPoints: 4_000, remainingDays: 301),
          AgeShare(basisPoints: 6_000, remainingDays: 600),
        ]))
    },
    Perturbation("lots") { $0.experiment.start = lots { _ in } },
    Perturbation("no lots") { $0.experiment.start = .lots([]) },
    Perturbation("lot's place") { $0.experiment.start = lots { $0.location = Position(1) } },
    Perturbation("lot's product") { $0.experiment.start = lots { $0.product = Position(1) } },
    Perturbation("lot's size") { $0.experiment.start = lots { $0.quantity += 1 } },
    Perturbation("lot's expiry") { $0.experiment.start = lots { $0.expiryDay += 1 } },
  ]

  private static let clinic = DemandProfile(id: "clinic", weekdayFactors: [1, 1, 1, 1, 1, 1, 1])

  private static func families(_ list: [DemandFamily]) -> [Perturbation] {
    list.map { family in
      Perturbation("family \(family)") { $0.consumption[1].family = family }
    }
  }

  private static let demand =
    families([
      .constant, .compoundPoisson(sizes: .geometric(mean: 2)),
      .compoundPoisson(sizes: .geometric(mean: 3)),
      .compoundPoisson(sizes: .stated([.init(count: 1, weight: 0.5)])),
      .stated(.geometric(mean: 2)), .stated(.stated([.init(count: 1, weight: 0.5)])),
      .stated(.stated([.init(count: 2, weight: 0.5)])),
      .stated(.stated([.init(count: 1, weight: 0.6)])),
      .stated(.stated([.init(count: 1, weight: 0.5), .init(count: 2, weight: 0.5)])),
      .empirical(.init(unitsPerDay: [1, 2, 3, 4, 5, 6, 7], firstWeekday: 0)),
      .empirical(.init(unitsPerDay: [1, 2, 3, 4, 5, 6, 8], firstWeekday: 0)),
      .empirical(.init(unitsPerDay: [1, 2, 3, 4, 5, 6, 7], firstWeekday: 1)),
    ]) + [
      Perturbation("actual demand") { $0.consumption[1].actualFactor = 0.8 },
      Perturbation("profile") {
        $0.demandProfiles = [clinic]
        $0.consumption[1].profile = Position(0)
      },
      Perturbation("profile of another row") {
        $0.demandProfiles = [clinic]
        $0.consumption[0].profile = Position(0)
      },
      Perturbation("weekdays") {
        $0.demandProfiles = [clinic]
        $0.demandProfiles[0].weekdayFactors = [7, 0, 0, 0, 0, 0, 0]
        $0.consumption[1].profile = Position(0)
      },
      Perturbation("months") {
        $0.demandProfiles = [clinic]
        $0.demandProfiles[0].monthFactors = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]
        $0.consumption[1].profile = Position(0)
      },
      Perturbation("period") {
        $0.demandProfiles = [clinic]
        $0.demandProfiles[0].periodFactors = [1, 2]
        $0.consumption[1].profile = Position(0)
      },
      Perturbation("backlogged") { $0.products[0].shortfall = .backlogged },
      Perturbation("deferrable") { $0.products[0].shortfall = .deferrable(patienceDays: 7) },
      Perturbation("patience") { $0.products[0].shortfall = .deferrable(patienceDays: 8) },
      Perturbation("outside the duty") { $0.products[0].isUnderDuty = false },
      Perturbation("care priority") { $0.locations[1].carePriority = 2 },
      Perturbation("drawn transport time") {
        $0.locations[1].sources[2] = .location(
          Position(0), leadTime: .drawn(.uniformInteger(low: 1, high: 3)))
      },
      Perturbation("another drawn transport time") {
        $0.locations[1].sources[2] = .location(
          Position(0), leadTime: .drawn(.uniformInteger(low: 1, high: 4)))
      },
      Perturbation("constant drawn transport time") {
        $0.locations[1].sources[2] = .location(Position(0), leadTime: .drawn(.constant(3)))
      },
      Perturbation("holder of the duty") { $0.authorities[0].dutyHeldBy = Position(0) },
    ]

  private static func addAuthority(to content: inout SupplyModel.Content) {
    var other = content.authorities[0]
    other.id = "other"
    content.authorities.append(other)
  }

  /// Who answers for what in a ward, with a second authority that differs by its id alone.
  private static func authorities(_ name: String, _ positions: [Int]) -> Perturbation {
    Perturbation("authority of \(name)") {
      addAuthority(to: &$0)
      $0.locations[1].authorities = positions.map { Position($0) }
    }
  }

  private static let tables = [
    Perturbation("product id") { $0.products[0].id = "x" },
    Perturbation("category") { $0.products[0].category = .ppe },
    Perturbation("demand class") { $0.products[0].demandClass = Position(1) },
    Perturbation("mover") { $0.products[0].mover = .slow },
    Perturbation("no mover") { $0.products[0].mover = nil },
    Perturbation("price") { $0.products[0].unitPrice = Money(ore: 4_501) },
    Perturbation("pack size") { $0.products[0].packSize = 2 },
    Perturbation("shelf life") { $0.products[0].shelfLifeDays += 1 },
    Perturbation("volume") { $0.products[0].unitVolumeMillilitres += 1 },
    Perturbation("storage class") { $0.products[0].storageClass = .cold },
    Perturbation("weight") { $0.products[0].weight = 2 },
    Perturbation("fewer products") {
      $0.products.removeLast()
      $0.consumption.removeAll { $0.product == Position(2) }
    },
    Perturbation("demand class id") { $0.demandClasses[0].id = "x" },
    Perturbation("tier id") { $0.tiers[0].id = "x" },
    Perturbation("region id") { $0.regions[0].id = "x" },
    Perturbation("region's population") { $0.regions[0].population = nil },
    Perturbation("authority id") { $0.authorities[0].id = "x" },
    Perturbation("kind of authority") { $0.authorities[0].kind = .municipality },
    Perturbation("authority's population") { $0.authorities[0].population = 5 },
    Perturbation("location id") { $0.locations[1].id = "x" },
    Perturbation("another authority") { addAuthority(to: &$0) },
    authorities("location", [1, 1, 1, 1]), authorities("medicines", [1, 0, 0, 0]),
    authorities("devices", [0, 1, 0, 0]), authorities("ppe", [0, 0, 0, 1]),
    authorities("all but medicines", [0, 1, 1, 1]),
    Perturbation("location's tier") { $0.locations[1].tier = Position(0) },
    Perturbation("rank") { $0.locations[1].rank = 9 },
    Perturbation("transport time") {
      $0.locations[1].sources[2] = .location(Position(0), leadTimeDays: 3)
    },
    Perturbation("no source") { $0.locations[1].sources[2] = nil },
    Perturbation("direct supply") { $0.locations[1].sources[2] = .supplier(Position(0)) },
    Perturbation("consumption") { $0.consumption[0].normal = DailyRate(nanoUnits: 1) },
    Perturbation("place of consumption") { $0.consumption[1].location = Position(2) },
    Perturbation("product consumed") { $0.consumption[1].product = Position(2) },
    Perturbation("family of demand") { $0.consumption[1].family = .poisson },
    Perturbation("dispersion") {
      $0.consumption[1].family = .negativeBinomial(indexOfDispersion: 2.000_000_000_000_1)
    },
  ]

  private static let supply =
    [
      Perturbation("supplier id") { $0.suppliers[0].id = "x" },
      Perturbation("remaining life in days") {
        $0.suppliers[0].remainingLife = .days(.uniform(low: 0.5, high: 0.9))
      },
      Perturbation("slack") { $0.suppliers[0].capacity?.slackBasisPoints += 1 },
      Perturbation("window") { $0.suppliers[0].capacity?.windowDays += 1 },
      Perturbation("no capacity") { $0.suppliers[0].capacity = nil },
      Perturbation("shortage id") { $0.shortages[0].id = "x" },
      Perturbation("shortage of a product") { $0.shortages[0].products.products = [Position(0)] },
      Perturbation("shortage of nothing") { $0.shortages[0].products.products = [] },
      Perturbation("shortage of any category") { $0.shortages[0].products.categories = nil },
      Perturbation("shortage of a class") {
        $0.shortages[0].products.demandClasses = [Position(0)]
      },
      Perturbation("shortage of a mover") { $0.shortages[0].products.movers = [.slow] },
      Perturbation("onsets") { $0.shortages[0].frequency = .onsetsPerYear(1.3) },
      Perturbation("up time") { $0.shortages[0].frequency = .meanUpTime(days: 1.2) },
      Perturbation("duration") {
        $0.shortages[0].duration = .lognormal(median: 40, mean: 61)
      },
      Perturbation("starts up") { $0.shortages[0].startsUp = true },
      Perturbation("no shortages") { $0.shortages = [] },
    ]
    + leadTimes.map { distribution in
      Perturbation("lead time \(distribution)") { $0.suppliers[0].leadTime = distribution }
    }

  private static let leadTimes: [Distribution] = [
    .constant(5), .uniform(low: 1, high: 5), .uniformInteger(low: 1, high: 5),
    .exponential(mean: 5), .gamma(mean: 5, coefficientOfVariation: 0.5),
    .lognormal(median: 4, mean: 5), .triangular(low: 1, mode: 2, high: 5),
  ]

  private static let timeline = [
    Perturbation("phase's first day") { $0.timeline[0].firstDay += 1 },
    Perturbation("phase's length") { $0.timeline[0].lengthDays += 1 },
    Perturbation("ramp up") { $0.timeline[0].rampUpDays += 1 },
    Perturbation("ramp down") { $0.timeline[0].rampDownDays += 1 },
    Perturbation("multiplier") { $0.timeline[0].demandMultipliers[1] = 5 },
    Perturbation("supply") { $0.timeline[0].supplyBasisPoints += 1 },
    Perturbation("lead times") { $0.timeline[0].leadTimeMultiplier = 2.5 },
    Perturbation("longer use") {
      $0.timeline[0].lifeExtension = LifeExtension(products: .init(), days: 180)
    },
    Perturbation("length of longer use") {
      $0.timeline[0].lifeExtension = LifeExtension(products: .init(), days: 181)
    },
    Perturbation("longer use of some") {
      $0.timeline[0].lifeExtension = LifeExtension(
        products: .init(categories: [.medicine]), days: 180)
    },
    Perturbation("no phase") { $0.timeline = [] },
  ]

  private static let policies = [
    Perturbation("policy's name") { $0.policies[2].name = "x" },
    Perturbation("fewer policies") { $0.policies.removeLast() },
    Perturbation("order of rules") { $0.policies[1].rules.reverse() },
    Perturbation("rule's location") {
      $0.policies[1].rules[0].locations.locations = [Position(0)]
    },
    Perturbation("rule's tier") { $0.policies[1].rules[0].locations.tiers = nil },
    Perturbation("rule's authority") {
      $0.policies[1].rules[0].locations.authorities = [Position(0)]
    },
    Perturbation("rule's product") { $0.policies[1].rules[0].products.products = [Position(0)] },
    Perturbation("operating") { $0.policies[1].rules[0].operating = .days(15) },
    Perturbation("operating in units") { $0.policies[1].rules[0].operating = .units(14) },
    Perturbation("operating in packs") { $0.policies[1].rules[0].operating = .packs(14) },
    Perturbation("no operating") { $0.policies[1].rules[0].operating = nil },
    Perturbation("reserve") { $0.policies[1].rules[0].reserve = .days(31) },
    Perturbation("rotation") { $0.policies[1].rules[0].rotation = .flowing },
    Perturbation("review") { $0.policies[1].rules[0].review = .every(days: 7) },
    Perturbation("position") { $0.policies[1].rules[0].position = .onHand },
    Perturbation("orders") { $0.policies[1].rules[0].orderIn = .units },
    Perturbation("rounding") { $0.policies[1].rules[0].rounding = PackRounding.none },
  ]

  /// A change of a cost plan that the scenario has.
  private static func plan(
    _ name: String, _ change: @escaping @Sendable (inout CostPlan) -> Void
  ) -> Perturbation {
    Perturbation("cost plan: \(name)") {
      var plan = TinyScenario.costPlan
      change(&plan)
      $0.costPlan = plan
    }
  }

  private static let costs = [
    Perturbation("price year") { $0.costs?.priceYear += 1 },
    Perturbation("capital") { $0.costs?.capitalBasisPoints += 1 },
    Perturbation("storage") { $0.costs?.storagePerPalletYear[3] = Money(ore: 1) },
    Perturbation("pallet") { $0.costs?.palletMillilitres += 1 },
    Perturbation("handling") { $0.costs?.handlingPerOrderLine = Money(ore: 1) },
    Perturbation("transport") { $0.costs?.transportPerDelivery = Money(ore: 1) },
    Perturbation("disposal") { $0.costs?.disposalPerLitre = Money(ore: 1) },
    Perturbation("no costs") { $0.costs = nil },
    Perturbation("cost plan") { $0.costPlan = TinyScenario.costPlan },
    plan("discount rate") { $0.discountBasisPoints += 1 },
    plan("period") { $0.periodYears += 1 },
    plan("private share") { $0.privateShareBasisPoints = 0 },
    plan("low of a rate") { $0.ranges[.capital]?.low.dividend -= 1 },
    plan("high of a rate") { $0.ranges[.capital]?.high.dividend += 1 },
    plan("no sizes") { $0.sizes = nil }, plan("reference") { $0.sizes?.referenceInhabitants += 1 },
    plan("limit") { $0.sizes?.from[0] += 1 }, plan("factor") { $0.sizes?.factors[2] += 1 },
    plan("parameter's value") { $0.parameters[0].value = "4 %" },
    plan("parameter's status") { $0.parameters[0].status = .sourced },
    plan("parameter's source") { $0.parameters[0].source = "elsewhere" },
    plan("no items") { $0.items = [] }, plan("part") { $0.items[0].part = .other },
    plan("amount") { $0.items[0].amounts.value = Money(ore: 1) },
    plan("low amount") { $0.items[0].amounts.low = Money(ore: 1) },
    plan("high amount") { $0.items[0].amounts.high = Money(ore: 1) },
    plan("paid once") { $0.items[0].payment = .once },
    plan("paid for some time") { $0.items[0].payment = .during(days: 90) },
    plan("lasting") { $0.items[1].payment = .investment(lastsDays: 3_000) },
    plan("quantity") { $0.items[0].quantity = .byPolicy([.init(policy: "month", parts: 1)]) },
    plan("quantity for each pallet place") { $0.items[0].quantity = .eachPalletPlace(15_000) },
    plan("fixed quantity") { $0.items[0].quantity = .fixed(15_000) },
    plan("the same for all sizes") { $0.items[0].followsSize = false },
  ]
}
