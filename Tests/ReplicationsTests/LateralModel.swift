import RandomStreams
import SupplyModel

@testable import Replications

/// Stores of several regions, which the same supplier replenishes; nobody asks for anything, unless
/// a test says so, and supply is cut off for most of the time.
enum LateralModel {
  /// Care units that are their regions' only stores, each in a region of its own.
  static func content(
    _ levels: [Int64], stock: [Int64], cut: Range<Int> = 0..<12, expiry: Int = 1_000,
    changing model: SmallModel? = nil
  ) -> SupplyModel.Content {
    var model = model ?? SmallModel(units: [], leadTime: .constant(1))
    model.units = levels.enumerated().map { index, level in
      .init(id: "\(Self.names[index])", level: .units(level), authority: index)
    }
    model.authorityIDs = levels.indices.map { "region-\(Self.names[$0])" }
    model.silence()
    var crisis = SmallModel.phase(cut.lowerBound, cut.upperBound, supply: 0)
    crisis.name = "crisis"
    model.timeline.append(crisis)
    model.start = .lots(
      stock.enumerated().filter { $0.element > 0 }.map {
        StartingLot(
          location: Position($0.offset), product: Position(0), quantity: $0.element,
          expiryDay: expiry)
      })
    var content = model.content
    divide(&content)
    return content
  }

  private static let names = ["a", "b", "c", "d", "e"]

  /// Gives each authority a region of its own.
  static func divide(_ content: inout SupplyModel.Content) {
    content.regions = content.authorities.map {
      Region(id: $0.id, name: $0.name, population: nil)
    }
    for index in content.authorities.indices { content.authorities[index].region = Position(index) }
  }

  /// Adds a national reserve in the tier of stores, with a level of its own.
  static func addReserve(
    _ content: inout SupplyModel.Content, level: Int64, release: Decision, leadTimeDays: Int = 2,
    serves: LocationSelection = .init()
  ) {
    let place = Position<Location>(content.locations.count)
    content.locations.append(
      Location(
        id: "reserve", name: "reserve", tier: Position(1), authority: Position(0), rank: 0,
        sources: Array(
          repeating: .supplier(Position(0)), count: Category.allCases.count)))
    for policy in content.policies.indices {
      var rule = PolicyRule(locations: .init(locations: [place]))
      rule.operating = .units(level)
      content.policies[policy].rules.append(rule)
    }
    content.nationalReserves.append(
      NationalReserve(
        location: place, products: .init(), serves: serves, release: release,
        leadTimeDays: leadTimeDays))
  }

  /// What everyone has at the end, and their sums.
  static func run(
    _ content: SupplyModel.Content, replication: Int = 0
  ) throws -> (replay: Replay, onHand: [Int64]) {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let replay = try Replay(&worker, of: compiled, replication: replication)
    var onHand = [Int64](repeating: 0, count: content.locations.count)
    for (node, location) in compiled.products[0].locations.enumerated() {
      onHand[location.index] = worker.run.states[node].onHand
    }
    return (replay, onHand)
  }
}

extension Decision {
  /// Because of a phase.
  static func phase(_ name: String, delayDays: Int) -> Decision {
    Decision(occasion: .phases([name]), delayDays: delayDays)
  }
}
