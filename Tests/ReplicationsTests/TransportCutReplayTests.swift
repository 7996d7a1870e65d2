import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand from the order of the day; demand is none or overwhelming.
@Suite("Replays of cut transport and switched rules, computed by hand")
struct TransportCutReplayTests {
  /// A care unit that runs empty on day 2, a store, and a cut of transport to it from day 1 to 5.
  private static func model(
    from: LocationSelection? = nil, to: [Int] = [0], _ settings: PolicyRule = PolicyRule()
  ) -> SmallModel {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
    model.peak(on: 2)
    model.unitSettings = settings
    var phase = SmallModel.phase(named: "cut", 1, 6)
    phase.transportCuts = [
      TransportCut(from: from, to: .init(locations: to.map { Position($0) }))
    ]
    model.timeline.append(phase)
    return model
  }

  @Test(
    "Nothing leaves for a place that is cut off; what it asks for is asked again when it is over",
    arguments: [AllocationRule.firstCome, .proportionalToRequest, .priority(criticalLevels: [])])
  func dropped(rule: AllocationRule) throws {
    var model = Self.model()
    model.allocation = rule
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 5), (10, 7)))
    #expect(replay.storeStock == days((30, 6), (20, 3), (30, 5)))
    #expect(replay.tallies.map(\.orderLines) == [1, 1])
  }

  @Test(
    "Where it is owed it leaves on the first day after the cut, asked for or not",
    arguments: [AllocationRule.firstCome, .equalCover])
  func owed(rule: AllocationRule) throws {
    var settings = PolicyRule()
    settings.requests = .backlogged
    var model = Self.model(settings)
    model.allocation = rule
    // It asks on day 2 and not before day 10 again.
    model.ownReview = [0: .every(days: 2)]
    model.reviewEveryDays = 2
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 5), (10, 7)))
    #expect(replay.tallies[0].owedUnitDays == 10 * 4)
  }

  @Test("What is under way arrives")
  func underWay() throws {
    var model = Self.model()
    model.units[0].leadTimeDays = 3
    model.timeline[model.timeline.count - 1].firstDay = 3
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 3), (10, 9)))
  }

  @Test("A cut from a location leaves transport from others open, and from suppliers")
  func fromSomewhere() throws {
    let store = try Self.model(from: .init(locations: [Position(1)])).replay()
    #expect(store.unitStock == days((10, 2), (0, 5), (10, 7)))
    // Two care units, of which one gets its 10 on day 3. The store's order of day 2 arrives on day 5
    // where only locations send nothing to it, and is not accepted before day 6 where nobody does.
    func storeStock(_ from: LocationSelection?) throws -> [Int64] {
      var model = Self.model(from: from, to: [1, 2])
      model.units = [
        .init(id: "open", level: .units(10)), .init(id: "cut", level: .units(10)),
      ]
      let replay = try model.replay()
      #expect(replay.unitStock == days((20, 2), (0, 1), (10, 4), (20, 7)))
      return replay.storeStock
    }
    // On day 6 the other gets its 10.
    #expect(try storeStock(.init()) == days((30, 2), (20, 3), (30, 1), (20, 3), (30, 5)))
    #expect(try storeStock(nil) == days((30, 2), (20, 4), (10, 3), (30, 5)))
  }

  @Test("Transport from suppliers is cut where it is cut from everywhere")
  func fromSuppliers() throws {
    // The store's order of day 2 is not accepted before day 6.
    let everywhere = try Self.model(to: [1]).replay()
    #expect(everywhere.storeStock == days((30, 2), (20, 7), (30, 5)))
  }

  @Test(
    "Where the supplier owes, what is ordered meanwhile is delivered when transport is open again",
    arguments: [AllocationRule.firstCome, .proportionalToRequest])
  func owedBySupplier(rule: AllocationRule) throws {
    // Two care units order from the supplier on day 2; transport to the first is cut to day 5.
    var model = Self.model()
    model.units = [.init(id: "cut", level: .units(10)), .init(id: "open", level: .units(10))]
    model.store = nil
    var content = model.content
    content.suppliers[0].unfilled = .owed
    content.suppliers[0].allocation = rule
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let replay = try Replay(&worker, of: compiled)
    #expect(replay.unitStock == days((20, 2), (0, 3), (10, 4), (20, 5)))
    #expect(replay.tallies[0].owedUnitDays == 10 * 4)
    #expect(replay.tallies[1].owedUnitDays == 0)
  }

  @Test("Cuts overlap: transport is open again when the last is over")
  func overlap() throws {
    var model = Self.model()
    var second = SmallModel.phase(named: "second", 4, 9)
    second.transportCuts = [TransportCut(from: nil, to: .init(locations: [Position(0)]))]
    model.timeline.append(second)
    #expect(try model.replay().unitStock == days((10, 2), (0, 8), (10, 4)))
  }

  @Test("More cuts than a word has bits")
  func many() throws {
    // The first care unit is cut off to day 5 by the 71st cut, the second to day 2 by all others.
    var model = Self.model()
    model.units.append(.init(id: "second", level: .units(10)))
    var others = SmallModel.phase(named: "others", 1, 3)
    others.transportCuts = (0..<70).map { _ in
      TransportCut(from: nil, to: .init(locations: [Position(1)]))
    }
    model.timeline.insert(others, at: model.timeline.count - 1)
    #expect(try model.replay().unitStock == days((20, 2), (0, 2), (10, 3), (20, 7)))
  }

  @Test("A request that is cut off is no reason to release a reserve")
  func noRelease() throws {
    var model = SmallModel(
      units: [
        .init(id: "cut", level: .units(10)), .init(id: "open", level: .units(10)),
      ], store: .units(15))
    model.peak(on: 2)
    model.storeSettings.reserve = .units(15)
    model.storeSettings.release = .onStockout(delayDays: 0)
    model.leadTime = .constant(9)
    // Unmet demand releases it too, so there is none: the peak is as large as the stock.
    for index in model.units.indices { model.units[index].family = .constant }
    for index in model.units.indices { model.units[index].nanoRate = SmallModel.rate(0.01) }
    var phase = SmallModel.phase(named: "cut", 1, 14)
    phase.transportCuts = [TransportCut(from: nil, to: .init(locations: [Position(0)]))]
    func released(_ phases: [Phase]) throws -> Int {
      var model = model
      model.timeline += phases
      var worker = ReplicationWorker(try model.compiled())
      return try worker.trace(product: 0, replication: 0, policy: 0).filter {
        if case .releaseDecided = $0.what { true } else { false }
      }.count
    }
    // Together they ask for 20, and there are 15 in the flow; alone the other asks for 10.
    #expect(try released([]) == 1)
    #expect(try released([phase]) == 0)
  }

  @Test("The rule of a phase holds while it lasts, that of the later phase where they overlap")
  func switchedRule() throws {
    // Two care units run empty on days 2, 6 and 10; the store has 10 for their 20, and gets as much
    // as it sends the same evening.
    var model = SmallModel(
      units: [.init(id: "a", level: .units(10)), .init(id: "b", level: .units(10))],
      store: .units(10), leadTime: .constant(0))
    model.peak(on: 2, 6, 10)
    func shipped(_ phases: [Phase]) throws -> [[Int64]] {
      var model = model
      model.timeline += phases
      var worker = ReplicationWorker(try model.compiled())
      let events = try worker.trace(product: 0, replication: 0, policy: 0)
      return [2, 6, 10].map { day in
        var sums: [Int64] = [0, 0]
        for event in events where event.day == day {
          if case .shipped(let quantity, let child, _, _) = event.what {
            sums[child.index] += quantity
          }
        }
        return sums
      }
    }
    var first = SmallModel.phase(named: "first", 5, 11)
    first.allocation = .proportionalToRequest
    var second = SmallModel.phase(named: "second", 9, 11)
    second.allocation = .priority(criticalLevels: [
      .init(carePriority: 1, level: .units(4))
    ])
    #expect(try shipped([]) == [[10, 0], [10, 0], [10, 0]])
    first.lengthDays = 3
    #expect(try shipped([first]) == [[10, 0], [5, 5], [10, 0]])
    first.lengthDays = 6
    #expect(try shipped([first]) == [[10, 0], [5, 5], [5, 5]])
    // The store keeps 4.
    #expect(try shipped([first, second]) == [[10, 0], [5, 5], [6, 0]])
    #expect(try shipped([second, first]) == [[10, 0], [5, 5], [6, 0]])
    // Of phases that begin together the last of the timeline.
    second.firstDay = 5
    second.lengthDays = 6
    #expect(try shipped([second, first]) == [[10, 0], [5, 5], [5, 5]])
    #expect(try shipped([first, second])[1] == [6, 0])
  }
}
