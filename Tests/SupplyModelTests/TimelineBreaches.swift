import Quantities
import RandomStreams
import SupplyModel

/// Phases that cannot be, or do nothing: one thing changed in the valid content, in which one phase
/// multiplies the demand for masks.
enum TimelineBreaches {
  static let all: [RulesTests.Breach] =
    [
      war("a trigger that there is not", "“war” comes after “crisis”, the name of 0 phases") {
        $0.timing = after("crisis")
      },
      war("a phase after itself", "“war” waits for phases that wait for each other") {
        $0.timing = after("war")
      },
      war("demand of nobody", "demandWhere[0] of “war” multiplies no demand") {
        $0.demandEffects = [.init(products: medicines, locations: .init(), multiplier: 2)]
      },
      war("nobody's care put off", "postpone[0] of “war” puts no care off") {
        $0.postponements = [postponement(at: LocationSelection(locations: [Position(0)]))]
      },
      war(
        "care put off twice",
        "postpone[1] of “war” puts off once more what an earlier entry puts off: “mask” at “ward-b”"
      ) { $0.postponements = [postponement(at: .init()), postponement(at: .init())] },
      war("a loss of nothing", "lose[0] of “war” meets no stock") {
        $0.losses = [loss(.destroyed, of: medicines)]
      },
      war(
        "a cold chain of what is kept warm",
        "lose[0] of “war” breaks the cold chain of “mask”, whose storageClass is room"
      ) { $0.losses = [loss(.coldChain, of: .init())] },
      war("a cold chain of nothing", "lose[0] of “war” breaks the cold chain of no product") {
        $0.losses = [loss(.coldChain, of: medicines)]
      },
      war(
        "a cut against the flow",
        "cutTransport[0] of “war” cuts nothing: no location in from sends anything to one in to"
      ) {
        $0.transportCuts = [
          .init(
            from: LocationSelection(locations: [Position(1)]),
            to: LocationSelection(locations: [Position(0)]))
        ]
      },
      war(
        "patients who are not there",
        "spillOver of “war” turns nobody to public care: no care unit states what patients with "
          + "prescriptions use"
      ) {
        $0.spillOver = SpillOver(
          products: .init(), shareBasisPoints: 10_000, doseShareBasisPoints: 250,
          homeStockDays: 90)
      },
      war(
        "stock kept from nobody",
        "“war” keeps stock from care priority 2 and less urgent care, but no location has a "
          + "carePriority above 1"
      ) { $0.allocation = .priority(criticalLevels: [.init(carePriority: 2, level: .days(5))]) },
      RulesTests.Breach(
        testDescription: "a drawn phase that shares its name", subject: .phase(Position(1)),
        problem: "“war” is drawn, but another phase is called the same"
      ) { content in
        content.timeline.append(content.timeline[0])
        content.timeline[1].timing = PhaseTiming(
          begin: .day(20), length: .constant(30), probabilityBasisPoints: 5_000)
      },
      RulesTests.Breach(
        testDescription: "patients who never come", subject: .consumption(Position(0)),
        problem: "prescribedPerDay has no effect: no phase of the timeline has a spillOver"
      ) { $0.consumption[0].prescribed = DailyRate(nanoUnits: 1) },
      RulesTests.Breach(
        testDescription: "transshipment with nobody", subject: .policy(Position(0)),
        problem: "transshipment of “today” has nobody to send anything to"
      ) { $0.policies[0].transshipment = .voluntary(.init(kept: .days(3), leadTimeDays: 1)) },
    ]

  private static let medicines = ProductSelection(categories: [.medicine])

  private static func war(
    _ name: String, _ problem: String, _ spoil: @escaping @Sendable (inout Phase) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(testDescription: name, subject: .phase(Position(0)), problem: problem) {
      spoil(&$0.timeline[0])
    }
  }

  private static func after(_ name: String) -> PhaseTiming {
    PhaseTiming(
      begin: .after(phase: name, edge: .begin, delay: .constant(1)), length: .constant(30),
      probabilityBasisPoints: 10_000)
  }

  private static func postponement(at locations: LocationSelection) -> Postponement {
    Postponement(
      products: .init(), locations: locations, shareBasisPoints: 5_000, returnsBasisPoints: 10_000,
      returnDays: 30)
  }

  private static func loss(
    _ reason: StockLoss.Reason, of products: ProductSelection
  ) -> StockLoss {
    StockLoss(reason: reason, products: products, locations: .init(), shareBasisPoints: 5_000)
  }
}
