import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// A care unit that the supplier replenishes overnight, from 10 units under the baseline to 30 under
/// the policy that builds up; next to nobody asks for anything.
@Suite("Replays of build-up, computed by hand")
struct BuildUpReplayTests {
  static func model(_ buildUp: BuildUp) -> SupplyModel.Content {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), nanoRate: 1)], productIDs: ["product", "other"],
      leadTime: .constant(1))
    model.start = .buildUp(warmUpDays: 5)
    var content = model.content
    var larger = content.policies[0]
    larger.name = "larger"
    larger.rules[0].operating = .units(30)
    larger.buildUp = buildUp
    content.policies.append(larger)
    return content
  }

  private func stock(_ content: SupplyModel.Content, product: Int = 0) throws -> [Int64] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    return try Replay(&worker, of: compiled, product: product, policy: 1).unitStock
  }

  @Test("At once: the order of day 0 is for all that is missing")
  func immediate() throws {
    #expect(try stock(Self.model(.immediate)) == days((10, 1), (30, 13)))
  }

  @Test("Gradually: a quarter of the difference is ordered on each of four days")
  func gradual() throws {
    #expect(
      try stock(Self.model(.gradual(overDays: 4)))
        == days((10, 1), (15, 1), (20, 1), (25, 1), (30, 10)))
    // A third of 20 is 6⅔: 7, 14 and 20 more.
    #expect(
      try stock(Self.model(.gradual(overDays: 3))) == days((10, 1), (17, 1), (24, 1), (30, 11)))
    #expect(try stock(Self.model(.gradual(overDays: 1))) == days((10, 1), (30, 13)))
  }

  @Test("In steps: products by weight, then by id, each on its day")
  func stepwise() throws {
    var content = Self.model(
      .stepwise([
        .init(day: 2, shareBasisPoints: 5_000), .init(day: 6, shareBasisPoints: 10_000),
      ]))
    #expect(try stock(content, product: 1) == days((10, 3), (30, 11)))
    #expect(try stock(content, product: 0) == days((10, 7), (30, 7)))
    content.products[0].weight = 2
    #expect(try stock(content, product: 0) == days((10, 3), (30, 11)))
    #expect(try stock(content, product: 1) == days((10, 7), (30, 7)))
    // The number of products is rounded up: a hundredth of two is one.
    content.policies[1].buildUp = .stepwise([
      .init(day: 2, shareBasisPoints: 100), .init(day: 6, shareBasisPoints: 10_000),
    ])
    #expect(try stock(content, product: 0) == days((10, 3), (30, 11)))
  }

  @Test("A policy that holds less than the baseline does so at once")
  func lower() throws {
    var content = Self.model(.gradual(overDays: 8))
    content.policies[0].rules[0].operating = .units(40)
    content.timeline = [SmallModel.phase(0, 14, demand: 2_000_000_000_000)]
    // Its patients take everything every day: what it gets overnight is its target.
    #expect(try stock(content).allSatisfy { $0 == 0 })
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let replay = try Replay(&worker, of: compiled, policy: 1)
    #expect(replay.tallies[0].purchased == 13 * 30)
  }

  @Test("An operating stock that shrinks shrinks at once, a reserve that grows grows in time")
  func parts() throws {
    var content = Self.model(.gradual(overDays: 2))
    content.policies[1].rules[0].operating = .units(6)
    content.policies[1].rules[0].reserve = .units(24)
    // 6 + 12 on day 0, 6 + 24 on day 1.
    #expect(try stock(content) == days((10, 1), (18, 1), (30, 12)))
    content.policies[1].rules[0].rotation = .separate(fillFirst: .flow)
    #expect(try stock(content) == days((10, 1), (18, 1), (30, 12)))
  }

  @Test("One step on day 0 is the same as at once, whatever patients do")
  func oneStep() throws {
    for policy in 0..<2 {
      var replays: [Replay] = []
      for buildUp: BuildUp in [
        .immediate, .stepwise([.init(day: 0, shareBasisPoints: 10_000)]), .gradual(overDays: 1),
      ] {
        var model = ReserveReplayTests.model(
          rotation: .swap(beforeExpiryDays: 9), release: .onStockout(delayDays: 1), leadTime: 4)
        model.start = .buildUp(warmUpDays: 40)
        model.horizonDays = 60
        var content = model.content
        content.policies.append(content.policies[0])
        content.policies[1].name = "larger"
        content.policies[1].rules[1].operating = .units(25)
        content.policies[1].buildUp = buildUp
        let compiled = CompiledModel(try SupplyModel(content))
        var worker = ReplicationWorker(compiled)
        replays.append(try Replay(&worker, of: compiled, policy: policy))
      }
      #expect(replays[0] == replays[1])
      #expect(replays[0] == replays[2])
      #expect(replays[0].total.demand > 0)
    }
  }

  @Test("Growing gradually lies between today's stock and the policy's on every day")
  func between() throws {
    func all(_ buildUp: BuildUp) throws -> [[Int64]] {
      var content = Self.model(buildUp)
      content.consumption[0].normal = DailyRate(nanoUnits: 2_000_000_000)
      content.consumption[0].family = .constant
      let compiled = CompiledModel(try SupplyModel(content))
      var worker = ReplicationWorker(compiled)
      return try (0..<2).map { try Replay(&worker, of: compiled, policy: $0).unitStock }
    }
    let atOnce = try all(.immediate)
    for days in [2, 5, 13, 40] {
      let gradual = try all(.gradual(overDays: days))
      #expect(gradual[0] == atOnce[0])
      var isBelow = false
      for day in 0..<14 {
        #expect(atOnce[0][day] <= gradual[1][day] && gradual[1][day] <= atOnce[1][day])
        isBelow = isBelow || gradual[1][day] < atOnce[1][day]
      }
      #expect(isBelow)
    }
  }
}
