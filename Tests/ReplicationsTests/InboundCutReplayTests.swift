import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand from the order of the day; demand is none or overwhelming.
@Suite("Replays of a cut of all that comes in, computed by hand")
struct InboundCutReplayTests {
  /// A care unit that orders from the supplier, three days away.
  private static func model(peak: Int, _ cuts: [Phase]) -> SmallModel {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))])
    model.peak(on: peak)
    model.timeline += cuts
    return model
  }

  private static func cut(_ name: String, _ first: Int, _ end: Int) -> Phase {
    var phase = SmallModel.phase(named: name, first, end)
    phase.cutsInbound = true
    return phase
  }

  @Test("What is under way stands still and arrives later by the days held")
  func standsStill() throws {
    // Ordered on day 2, due on day 5; held from day 4 to day 8.
    let replay = try Self.model(peak: 2, [Self.cut("a", 4, 9)]).replay()
    #expect(replay.unitStock == days((10, 2), (0, 8), (10, 4)))
    // What would arrive on the first day of the cut does not.
    let first = try Self.model(peak: 2, [Self.cut("a", 5, 9)]).replay()
    #expect(first.unitStock == days((10, 2), (0, 7), (10, 5)))
    let after = try Self.model(peak: 2, [Self.cut("a", 6, 9)]).replay()
    #expect(after.unitStock == days((10, 2), (0, 3), (10, 9)))
  }

  @Test("Nothing is accepted: what is ordered meanwhile is ordered again on the first day after")
  func refused() throws {
    let replay = try Self.model(peak: 5, [Self.cut("a", 4, 9)]).replay()
    #expect(replay.unitStock == days((10, 5), (0, 7), (10, 2)))
    #expect(replay.tallies[0].orderLines == 1)
  }

  @Test("Days on which several phases cut it count once")
  func overlap() throws {
    let replay = try Self.model(peak: 2, [Self.cut("a", 4, 9), Self.cut("b", 7, 11)]).replay()
    #expect(replay.unitStock == days((10, 2), (0, 10), (10, 2)))
  }

  @Test("Stores inside go on sending to each other")
  func inside() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
    model.peak(on: 5)
    model.timeline.append(Self.cut("a", 4, 9))
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 5), (0, 1), (10, 8)))
    #expect(replay.storeStock == days((30, 5), (20, 7), (30, 2)))
  }

  @Test("A cut that is drawn holds in the window of the replication")
  func drawn() throws {
    var phase = SmallModel.phase(
      named: "a",
      PhaseTiming(
        begin: .between(first: 0, last: 9), length: .constant(3), probabilityBasisPoints: 7_000),
      horizon: 14)
    phase.cutsInbound = true
    let model = Self.model(peak: 2, [phase])
    let compiled = try model.compiled()
    var world = World(compiled)
    var seen: Set<Int> = []
    for replication in 0..<40 {
      world.draw(replication: replication, of: compiled.model)
      let window = try #require(world.windows.last)
      let fixed =
        window.takesPlace ? [Self.cut("a", window.firstDay, window.endDay)] : []
      let expected = try Self.model(peak: 2, fixed).replay()
      let replay = try model.replay(replication: replication)
      #expect(replay.unitStock == expected.unitStock)
      seen.insert(window.takesPlace ? window.firstDay : -1)
    }
    #expect(seen.count > 7)
  }

  @Test("The timeline begins with the horizon: what a phase does before it is not done")
  func warmUp() throws {
    func replay(from first: Int) throws -> [Replay] {
      var model = LawTests.model
      model.start = .rotated(warmUpDays: 40)
      var phase = Self.cut("a", first, 30)
      phase.transportCuts = [TransportCut(from: nil, to: .init(locations: [Position(0)]))]
      phase.allocation = .equalCover
      model.timeline = [phase]
      return try LawTests.replays(model, count: 4)
    }
    #expect(try replay(from: -25) == replay(from: 0))
    #expect(try replay(from: 5) != replay(from: 0))
  }
}
