import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Days on which decisions hold")
struct DecisionDaysTests {
  static func days(
    _ windows: [PhaseWindow], delay: Int, reportStart: Int = 10, count: Int = 60
  ) -> [Int] {
    let timeline = windows.map { SmallModel.phase($0.firstDay, max($0.endDay, $0.firstDay + 1)) }
    let decision = CompiledDecision(
      Decision(occasion: .phases(["phase"]), delayDays: delay), timeline: timeline)
    var decisions = DecisionDays()
    // Another decision before it must not matter.
    decisions.forgetOccasions()
    decisions.noteOccasion(from: 0, until: 60)
    decisions.add(CompiledDecision(Decision(occasion: .shortage, delayDays: 0), timeline: []))
    decisions.noteOccasions(decision.phases, windows, reportStart, days: count)
    decisions.add(decision)
    var found: [Int] = []
    for day in 0..<count where decisions.holds(1, on: day) { found.append(day) }
    return found
  }

  static func window(_ first: Int, _ end: Int) -> PhaseWindow {
    PhaseWindow(firstDay: first, endDay: end)
  }

  @Test("It holds from its delay after the first day until the phase ends")
  func onePhase() {
    #expect(Self.days([Self.window(5, 9)], delay: 0) == Array(15..<19))
    #expect(Self.days([Self.window(5, 9)], delay: 3) == [18])
    #expect(Self.days([Self.window(5, 9)], delay: 4) == [])
  }

  @Test("Phases that overlap or follow directly upon each other are one occasion")
  func joined() {
    #expect(Self.days([Self.window(8, 12), Self.window(5, 8)], delay: 4) == Array(19..<22))
    #expect(
      Self.days([Self.window(5, 9), Self.window(6, 7), Self.window(20, 22)], delay: 1)
        == Array(16..<19) + [31])
  }

  @Test("A phase that does not take place is none, and none counts in the warm-up")
  func edges() {
    #expect(Self.days([Self.window(5, 5)], delay: 0) == [])
    #expect(Self.days([Self.window(-4, 3)], delay: 2) == [10, 11, 12])
    #expect(Self.days([Self.window(40, 90)], delay: 5) == Array(55..<60))
  }

  @Test("Of shortages it holds from its delay after one is known until none is")
  func shortages() throws {
    var content = ShortageEffectTests.model(
      horizon: 400,
      [.test(up: 20) { $0.announcement = .init(shareBasisPoints: 5_000, notice: .constant(4)) }]
    ).content
    content.suppliers.append(
      Supplier(
        id: "readiness", leadTime: .constant(1), remainingLife: .days(.constant(900)),
        capacity: .init(slackBasisPoints: -5_000, windowDays: 1)))
    content.suppliers[1].readiness = Readiness(
      decision: Decision(occasion: .shortage, delayDays: 2), startUpDays: 3)
    content.sourcing = [
      Sourcing(
        products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
        switchAfterDays: 0)
    ]
    let compiled = CompiledModel(try SupplyModel(content))
    let product = compiled.products[0]
    var held = 0
    for replication in 0..<10 {
      var outages = Outages()
      outages.draw(
        product, world: World(compiled),
        key: StreamKey(
          seed: 1, source: 0, replication: UInt64(replication), product: product.streamID))
      var known = 0
      for day in 0..<400 {
        known = outages.isKnown(day) ? known + 1 : 0
        let holds = outages.decisions.holds(0, on: day)
        if holds { held += 1 }
        #expect(holds == (known > 5))
      }
    }
    #expect(held > 0)
  }
}
