import Quantities
import RandomStreams
import Reports
import SupplyModel
import Testing

extension ScenarioDigestTests {
  /// Changes to the effects of a phase and to when it takes place, each on its own.
  static let phaseEffects: [Perturbation] =
    timings.map { timing in phase("timing \(timing)") { $0.timing = timing } }
    + demandEffects.map { effect in phase("\(effect)") { $0.demandEffects = [effect] } }
    + losses.map { loss in phase("\(loss)") { $0.losses = [loss] } }
    + cuts.map { cut in phase("\(cut)") { $0.transportCuts = [cut] } }
    + spillOvers.map { spillOver in phase("\(spillOver)") { $0.spillOver = spillOver } }
    + postponements.map { postponed in phase("\(postponed)") { $0.postponements = [postponed] } }
    + [
      phase("some suppliers") { $0.suppliers = [Position(0)] },
      phase("no supplier") { $0.suppliers = [] },
      phase("inbound cut") { $0.cutsInbound = true },
      phase("allocation as by default") { $0.allocation = .firstCome },
      phase("allocation in a phase") { $0.allocation = .equalCover },
      phase("two losses") { $0.losses = [losses[0], losses[1]] },
      phase("drawn under another name") {
        $0.name = "crisis"
        $0.timing = timings[0]
      },
      Perturbation("prescribed demand") {
        $0.consumption[0].prescribed = DailyRate(nanoUnits: 1)
      },
      Perturbation("more prescribed demand") {
        $0.consumption[0].prescribed = DailyRate(nanoUnits: 2)
      },
    ]

  private static func phase(
    _ name: String, _ change: @escaping @Sendable (inout Phase) -> Void
  ) -> Perturbation {
    Perturbation("phase: \(name)") { change(&$0.timeline[0]) }
  }

  private static let timings: [PhaseTiming] = [
    .init(begin: .day(100), length: .constant(90), probabilityBasisPoints: 10_000),
    .init(begin: .day(101), length: .constant(90), probabilityBasisPoints: 10_000),
    .init(begin: .day(100), length: .constant(90), probabilityBasisPoints: 9_999),
    .init(begin: .day(100), length: .exponential(mean: 90), probabilityBasisPoints: 10_000),
    .init(
      begin: .between(first: 100, last: 110), length: .constant(90), probabilityBasisPoints: 10_000),
    .init(
      begin: .between(first: 100, last: 111), length: .constant(90), probabilityBasisPoints: 10_000),
    .init(
      begin: .after(phase: "war", edge: .begin, delay: .constant(3)), length: .constant(90),
      probabilityBasisPoints: 10_000),
    .init(
      begin: .after(phase: "war", edge: .end, delay: .constant(3)), length: .constant(90),
      probabilityBasisPoints: 10_000),
    .init(
      begin: .after(phase: "war", edge: .end, delay: .constant(4)), length: .constant(90),
      probabilityBasisPoints: 10_000),
    .init(
      begin: .after(phase: "other", edge: .end, delay: .constant(4)), length: .constant(90),
      probabilityBasisPoints: 10_000),
  ]

  private static let ppe = ProductSelection(categories: [.ppe])
  private static let store = LocationSelection(locations: [Position(0)])

  private static let demandEffects: [DemandEffect] = [
    .init(products: .init(), locations: .init(), multiplier: 1),
    .init(products: .init(), locations: .init(), multiplier: 2),
    .init(products: ppe, locations: .init(), multiplier: 2),
    .init(products: .init(), locations: store, multiplier: 2),
  ]

  private static let losses: [StockLoss] = [
    .init(reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 10_000),
    .init(reason: .withdrawn, products: .init(), locations: .init(), shareBasisPoints: 10_000),
    .init(reason: .destroyed, products: ppe, locations: .init(), shareBasisPoints: 10_000),
    .init(reason: .destroyed, products: .init(), locations: store, shareBasisPoints: 10_000),
    .init(reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 1),
    .init(
      reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 10_000,
      clusterBasisPoints: 1),
    .init(
      reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 10_000,
      eachBasisPoints: 1),
  ]

  private static let cuts: [TransportCut] = [
    .init(from: nil, to: .init()), .init(from: nil, to: store), .init(from: store, to: .init()),
    .init(from: .init(), to: .init()), .init(from: store, to: store),
  ]

  private static let spillOvers: [SpillOver] = [
    .init(
      products: .init(), shareBasisPoints: 10_000, doseShareBasisPoints: 250, homeStockDays: 90),
    .init(products: ppe, shareBasisPoints: 10_000, doseShareBasisPoints: 250, homeStockDays: 90),
    .init(products: .init(), shareBasisPoints: 9_999, doseShareBasisPoints: 250, homeStockDays: 90),
    .init(
      products: .init(), shareBasisPoints: 10_000, doseShareBasisPoints: 251, homeStockDays: 90),
    .init(
      products: .init(), shareBasisPoints: 10_000, doseShareBasisPoints: 250, homeStockDays: 91),
  ]

  private static let postponements: [Postponement] = [
    postponement(), postponement { $0.products = ppe }, postponement { $0.locations = store },
    postponement { $0.shareBasisPoints = 6_999 }, postponement { $0.returnsBasisPoints = 9_999 },
    postponement { $0.returnDays = 181 },
  ]

  private static func postponement(
    _ change: (inout Postponement) -> Void = { _ in }
  ) -> Postponement {
    var postponed = Postponement(
      products: .init(), locations: .init(), shareBasisPoints: 7_000, returnsBasisPoints: 10_000,
      returnDays: 180)
    change(&postponed)
    return postponed
  }

  @Test("Knows every field of what a phase does")
  func knowsEveryFieldOfPhases() {
    func fields(_ value: Any) -> String {
      Mirror(reflecting: value).children.map { $0.label ?? "" }.joined(separator: " ")
    }
    #expect(fields(Self.timings[0]) == "begin length probabilityBasisPoints")
    #expect(fields(Self.demandEffects[0]) == "products locations multiplier")
    #expect(
      fields(Self.losses[0])
        == "reason products locations shareBasisPoints clusterBasisPoints eachBasisPoints")
    #expect(fields(Self.cuts[0]) == "from to")
    #expect(
      fields(Self.spillOvers[0])
        == "products shareBasisPoints doseShareBasisPoints homeStockDays")
    #expect(
      fields(Self.postponements[0])
        == "products locations shareBasisPoints returnsBasisPoints returnDays")
  }

  @Test("A phase's name enters where something about it is drawn, and only there")
  func namesOfDrawnPhases() {
    func digest(_ name: String, _ timing: PhaseTiming?) -> String {
      var content = TinyScenario.content()
      var phase = Phase(
        name: name, firstDay: 100, lengthDays: 90, rampUpDays: 0, rampDownDays: 0,
        demandMultipliers: [1, 1], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
      phase.timing = timing
      content.timeline = [phase]
      return ScenarioDigest.hexDigest(of: content)
    }
    #expect(digest("war", nil) == digest("crisis", nil))
    #expect(digest("war", Self.timings[3]) != digest("crisis", Self.timings[3]))
  }
}
