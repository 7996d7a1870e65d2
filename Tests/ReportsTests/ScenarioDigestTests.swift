import Quantities
import RandomStreams
import Reports
import SupplyModel
import Testing

@Suite("Digest of a scenario")
struct ScenarioDigestTests {
  /// A change of one value, with a name for the failure's text.
  struct Perturbation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout SupplyModel.Content) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout SupplyModel.Content) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  private static func digest(_ change: (inout SupplyModel.Content) -> Void) -> String {
    var content = withPhase
    change(&content)
    return ScenarioDigest.hexDigest(of: content)
  }

  /// The tiny scenario with a phase of war in it.
  static var withPhase: SupplyModel.Content {
    var content = TinyScenario.content()
    content.timeline = [
      Phase(
        name: "war", firstDay: 100, lengthDays: 90, rampUpDays: 7, rampDownDays: 3,
        demandMultipliers: [0.5, 4], supplyBasisPoints: 5_000, leadTimeMultiplier: 2)
    ]
    return content
  }

  @Test("Changes with every value that can influence a result", arguments: influencing)
  func changes(perturbation: Perturbation) {
    #expect(Self.digest(perturbation.change) != Self.digest { _ in })
  }

  @Test("Tells all these changes apart")
  func distinct() {
    let digests = Self.influencing.map { Self.digest($0.change) }
    #expect(Set(digests).count == digests.count)
  }

  @Test("Stays when only names for people, the register or the number of replications change")
  func stays() {
    let changed = Self.digest { content in
      content.title = "Another title"
      content.experiment.replications += 1
      content.products[0].name = "Another name"
      content.demandClasses[0].name = "Another name"
      content.regions[0].name = "Another name"
      content.authorities[0].name = "Another name"
      content.locations[0].name = "Another name"
      content.timeline[0].name = "crisis"
      content.assumptions = []
    }
    #expect(changed == Self.digest { _ in })
  }

  @Test("Knows every field of the duty, and of what orders and allocations are made of")
  func knowsEveryFieldOfChoices() {
    func fields(_ value: Any) -> String {
      Mirror(reflecting: value).children.map { $0.label ?? "" }.joined(separator: " ")
    }
    #expect(fields(Duty()) == "days locations exemptions")
    #expect(
      fields(Self.exemption) == "authority product reason held mitigation reviewDate")
    #expect(
      fields(OrderTable(daysPerColumn: 1, counts: [1], orders: [0]))
        == "daysPerColumn counts orders")
    let decision = Decision(occasion: .shortage, delayDays: 1)
    #expect(
      fields(
        NationalReserve(
          location: Position(0), products: .init(), serves: .init(), release: decision,
          leadTimeDays: 1)) == "location products serves release leadTimeDays")
    let substitute = Substitution.Substitute(product: Position(0), unitsEach: 1)
    #expect(fields(substitute) == "product unitsEach")
    #expect(
      fields(
        Substitution(
          original: Position(1), substitutes: [substitute], permission: .always,
          extraCost: Money(ore: 0))) == "original substitutes permission extraCost")
    #expect(fields(Ceiling(shareBasisPoints: 1, periodDays: 1)) == "shareBasisPoints periodDays")
    #expect(fields(decision) == "occasion delayDays")
    #expect(fields(Readiness(decision: decision, startUpDays: 1)) == "decision startUpDays")
    #expect(
      fields(ShortageProcess.Announcement(shareBasisPoints: 1, notice: .constant(1)))
        == "shareBasisPoints notice")
    #expect(
      fields(
        Sourcing(products: .init(), replacing: nil, suppliers: [], switchAfterDays: 0))
        == "products replacing suppliers switchAfterDays")
    #expect(fields(CriticalLevel(carePriority: 2, level: .days(1))) == "carePriority level")
  }

  static let exemption = Exemption(
    authority: Position(0), product: Position(2), reason: "shortShelfLife",
    held: .share(basisPoints: 5_000),
    mitigation: "borrowed", reviewDate: CalendarDate(dayNumber: 21_000))

  @Test("Phases that a release names enter by their places, so their names stay free")
  func phasesOfRelease() {
    func digest(_ name: String) -> String {
      Self.digest {
        $0.timeline[0].name = name
        $0.policies[1].rules[0].release = .inPhase(names: [name], delayDays: 2)
      }
    }
    #expect(digest("war") == digest("crisis"))
    let none = Self.digest {
      $0.policies[1].rules[0].release = .inPhase(names: ["another"], delayDays: 2)
    }
    #expect(none != digest("war"))
  }

  @Test("Takes positions for what they stand for, and conditions as sets")
  func positions() {
    let inOrder = Self.digest { $0.shortages[0].products.products = [Position(0), Position(2)] }
    let reversed = Self.digest {
      $0.shortages[0].products.products = [Position(2), Position(0), Position(2)]
    }
    #expect(inOrder == reversed)
    let renamed = Self.digest {
      $0.shortages[0].products.products = [Position(0), Position(2)]
      $0.products[2].id = "serum-x"
    }
    #expect(renamed != inOrder)
  }

  @Test("Writes a line that says everything about a supplier")
  func supplierLine() {
    let text = ScenarioDigest.canonicalText(of: TinyScenario.content())
    #expect(
      text.contains(
        "\nsupplier \"wholesaler\" gamma mean 5 coefficientOfVariation 0.4 "
          + "shareOfShelfLife uniform low 0.5 high 0.9 5000 60\n"))
  }

  @Test("Is the same from release to release")
  func pinned() {
    #expect(
      ScenarioDigest.hexDigest(of: TinyScenario.content())
        == "bd2d8d1d054161126e093a4be99db54e40bd54412d3eedeafc4484b637a6ffb4")
  }

  @Test("Knows every field of the model, so that a new one is not forgotten")
  func knowsEveryField() {
    let content = Self.withPhase
    func fields(_ value: Any) -> String {
      Mirror(reflecting: value).children.map { $0.label ?? "" }.joined(separator: " ")
    }
    #expect(
      fields(content)
        == "title experiment products demandClasses tiers regions authorities locations suppliers "
        + "consumption shortages timeline policies costs costPlan assumptions demandProfiles duty "
        + "sourcing nationalReserves substitutions")
    #expect(
      fields(content.experiment)
        == "startDate tick horizonDays start replications seed baseline measuresCover")
    #expect(
      fields(content.products[0])
        == "id name category demandClass mover unitPrice packSize shelfLifeDays "
        + "unitVolumeMillilitres storageClass weight shortfall isUnderDuty group keyedTo")
    #expect(fields(content.demandClasses[0]) == "id name")
    #expect(fields(content.tiers[0]) == "id")
    #expect(fields(content.regions[0]) == "id name population")
    #expect(fields(content.authorities[0]) == "id name kind region population dutyHeldBy")
    #expect(fields(content.locations[0]) == "id name tier authorities rank carePriority sources")
    #expect(
      fields(content.suppliers[0]) == "id leadTime remainingLife capacity allocation "
        + "unfilled ceiling readiness")
    #expect(fields(content.suppliers[0].capacity!) == "slackBasisPoints windowDays")
    #expect(
      fields(content.consumption[0])
        == "location product normal family actualFactor profile prescribed")
    #expect(
      fields(content.shortages[0])
        == "id products frequency duration startsUp scope suppliers orders holdsTransit "
        + "remainingLife announcement")
    #expect(
      fields(content.shortages[0].products) == "products categories demandClasses movers "
        + "storageClasses groups")
    #expect(
      fields(content.timeline[0])
        == "name firstDay lengthDays rampUpDays rampDownDays demandMultipliers supplyBasisPoints "
        + "leadTimeMultiplier lifeExtension timing suppliers demandEffects losses transportCuts "
        + "cutsInbound allocation spillOver postponements")
    #expect(
      fields(DemandProfile(id: "x")) == "id weekdayFactors monthFactors periodFactors")
    #expect(
      fields(ConsumptionHistory(unitsPerDay: [], firstWeekday: 0)) == "unitsPerDay firstWeekday")
    #expect(
      fields(StartingLot(location: Position(0), product: Position(0), quantity: 1, expiryDay: 1))
        == "location product quantity expiryDay")
    #expect(fields(LifeExtension(products: .init(), days: 1)) == "products days")
    #expect(
      fields(content.policies[0])
        == "name rules allocation buildUp transshipment allowsSubstitution")
    #expect(
      fields(content.policies[0].rules[0])
        == "locations products operating reserve ordering orderMaximum review position orderIn "
        + "rounding requests issue minimumLifeAtReceiptDays minimumLifeAtIssueDays rotation release "
        + "refillPerDay redistributeBeforeDays hoardingBasisPoints")
    #expect(fields(content.policies[0].rules[0].locations) == "locations tiers authorities")
    #expect(
      fields(content.costs!)
        == "priceYear capitalBasisPoints storagePerPalletYear palletMillilitres "
        + "handlingPerOrderLine transportPerDelivery disposalPerLitre")
    let plan = TinyScenario.costPlan
    #expect(
      fields(plan)
        == "parameters ranges discountBasisPoints periodYears privateShareBasisPoints sizes items")
    #expect(fields(plan.parameters[0]) == "name value unit swedishUnit low high status source")
    #expect(fields(plan.ranges[.capital]!) == "low high")
    #expect(fields(plan.sizes!) == "referenceInhabitants from factors")
    #expect(
      fields(plan.items[0])
        == "id name part amounts unit payment quantity followsSize status source")
  }
}
