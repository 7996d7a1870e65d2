import RandomStreams
import Replications
import SupplyModel
import Testing

@Suite("Starts and shelf-life extension, computed by hand")
struct StartTests {
  static var quiet: SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], leadTime: .constant(2))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    return model
  }

  @Test("A stated age profile: whole units by largest remainder, each lot with its own life")
  func profile() throws {
    var model = Self.quiet
    model.leadTime = .constant(100)
    model.start = .given(
      quantity: .target,
      ages: .profile([
        AgeShare(basisPoints: 3_333, remainingDays: 2),
        AgeShare(basisPoints: 3_333, remainingDays: 5),
        AgeShare(basisPoints: 3_334, remainingDays: 9),
      ]))
    // 3.333, 3.333 and 3.334 of 10: the third has the largest remainder.
    #expect(try model.replay().unitStock == days((10, 2), (7, 3), (4, 4), (0, 5)))
    #expect(
      AgeShare.units(
        of: 11,
        in: [
          AgeShare(basisPoints: 5_000, remainingDays: 1),
          AgeShare(basisPoints: 5_000, remainingDays: 2),
        ]) == [6, 5])
  }

  @Test("A stated level is the same under every policy, and the policy buys up or waits")
  func level() throws {
    var model = Self.quiet
    model.start = .given(
      quantity: .level(.units(4)), ages: .oneLot(.days(.constant(1_000))))
    #expect(try model.replay().unitStock == days((4, 2), (10, 12)))
    model.start = .given(
      quantity: .level(.days(6)), ages: .oneLot(.days(.constant(1_000))))
    // Six days at 2 a day are more than the target.
    #expect(try model.replay().unitStock == days((12, 14)))
    #expect(try model.replay().total.purchased == 0)
  }

  @Test("A build-up begins with what the baseline leaves and buys up to the policy's target")
  func buildUp() throws {
    var content = Self.quiet.content
    content.experiment.start = .buildUp(warmUpDays: 40)
    var larger = content.policies[0]
    larger.name = "larger"
    larger.rules[0].operating = .units(25)
    content.policies.append(larger)
    content.timeline = []
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let baseline = try Replay(&worker, of: compiled, policy: 0)
    let policy = try Replay(&worker, of: compiled, policy: 1)
    // Nothing differs before the first order of the policy has come, on day 2.
    #expect(policy.unitStock.prefix(2) == baseline.unitStock.prefix(2))
    #expect(policy.unitStock[2] - baseline.unitStock[2] >= 13)
    #expect(policy.tallies[0].purchased - baseline.tallies[0].purchased >= 14)
    // Under the baseline itself a build-up is the same as a rotated start.
    content.experiment.start = .rotated(warmUpDays: 40)
    let rotated = CompiledModel(try SupplyModel(content))
    var other = ReplicationWorker(rotated)
    #expect(try Replay(&other, of: rotated, policy: 0) == baseline)
  }

  @Test("An extension lengthens the life of what is on the shelf and under way, not of later goods")
  func extension_() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 20,
      start: .given(remainingLife: .days(.constant(4))), leadTime: .constant(3),
      remainingLife: .days(.constant(4)))
    model.timeline = [SmallModel.phase(0, 20, demand: 0)]
    // Without: discarded on 4, ordered that day, received on 7, discarded on 11, again on 18.
    #expect(
      try model.replay().unitStock == days((10, 4), (0, 3), (10, 4), (0, 3), (10, 4), (0, 2)))
    // On day 2 what is on the shelf gets five days more; the next delivery has its ordinary four.
    model.timeline[0].lifeExtension = nil
    var decision = SmallModel.phase(2, 3)
    decision.lifeExtension = LifeExtension(products: .init(), days: 5)
    model.timeline.append(decision)
    #expect(try model.replay().unitStock == days((10, 9), (0, 3), (10, 4), (0, 3), (10, 1)))
    // On day 5 nothing is on the shelf, but a delivery is under way.
    model.timeline[1].firstDay = 5
    #expect(
      try model.replay().unitStock == days((10, 4), (0, 3), (10, 9), (0, 3), (10, 1)))
    // On the day of its expiry a lot is gone.
    model.timeline[1].firstDay = 4
    #expect(try model.replay().unitStock.prefix(5) == days((10, 4), (0, 1)).prefix(5))
    // Another product's extension changes nothing.
    model.timeline[1].firstDay = 2
    model.productIDs = ["product", "other"]
    model.timeline[1].lifeExtension?.products = .init(products: [Position(1)])
    #expect(try model.replay().unitStock.prefix(5) == days((10, 4), (0, 1)).prefix(5))
  }
}
