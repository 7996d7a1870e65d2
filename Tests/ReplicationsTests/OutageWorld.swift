import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// What a replication's shortages do to one product, told day by day and without any cleverness: what
/// the engine works out from spells must agree with it.
struct OutageWorld {
  /// By process, then by day: whether it is down.
  var down: [[Bool]]
  var effects: [OutageEffect]

  init(_ outages: borrowing Outages, processes: [OutageProcess], days: Int) {
    down = Array(repeating: Array(repeating: false, count: days), count: processes.count)
    effects = processes.map(\.effect)
    for index in 0..<outages.spanCount {
      let span = outages.span(index)
      for day in Int(span.firstDay)..<Int(span.endDay) { down[Int(span.process)][day] = true }
    }
  }

  private func effects(on supplier: Int, _ day: Int) -> [OutageEffect] {
    effects.indices.filter { down[$0][day] && effects[$0].befalls(supplier) }.map { effects[$0] }
  }

  func refuses(_ supplier: Int, _ day: Int) -> Bool {
    effects(on: supplier, day).contains(where: \.refuses)
  }

  func holds(_ supplier: Int, _ day: Int) -> Bool {
    day < (down.first?.count ?? 0) && effects(on: supplier, day).contains(where: \.holdsOrders)
  }

  func standsStill(_ supplier: Int, _ day: Int) -> Bool {
    day < (down.first?.count ?? 0) && effects(on: supplier, day).contains(where: \.holdsTransit)
  }

  func isShort(_ supplier: Int, _ day: Int) -> Bool {
    effects(on: supplier, day).contains(where: \.isShortage)
  }

  func capacity(_ supplier: Int, _ day: Int) -> Int64 {
    effects(on: supplier, day).map(\.capacityBasisPoints).min() ?? 10_000
  }

  /// For how many days up to and with today it has been short; 0 if it is not.
  func daysShort(_ supplier: Int, _ day: Int) -> Int {
    var first = day
    while first >= 0, isShort(supplier, first) { first -= 1 }
    return day - first
  }

  /// When goods leave that are accepted on a day.
  func departure(_ supplier: Int, _ day: Int) -> Int {
    var leaves = day
    while holds(supplier, leaves) { leaves += 1 }
    return leaves
  }

  /// When goods arrive that leave on a day: after so many days on which they move.
  func arrival(_ supplier: Int, leaving day: Int, _ leadDays: Int) -> Int {
    var reached = day
    var left = leadDays
    if leadDays == 0 {
      while standsStill(supplier, reached) { reached += 1 }
      return reached
    }
    while left > 0 {
      reached += 1
      if !standsStill(supplier, reached) { left -= 1 }
    }
    return reached
  }
}

/// A model's first product in some replications, each with its shortages as they are.
struct OutageReplays {
  let compiled: CompiledModel
  private let worker: ReplicationWorkerBox

  init(_ content: SupplyModel.Content) throws {
    compiled = CompiledModel(try SupplyModel(content))
    worker = ReplicationWorkerBox(compiled)
  }

  /// One replication: what befalls the product, and what comes of it.
  func replay(_ replication: Int) throws -> (world: OutageWorld, replay: Replay) {
    let product = compiled.products[0]
    var outages = Outages()
    let key = StreamKey(
      seed: compiled.model.content.experiment.seed, source: 0, replication: UInt64(replication),
      product: product.streamID)
    outages.draw(product, world: World(compiled), key: key)
    let world = OutageWorld(
      outages, processes: product.outages, days: product.demand.totalDays)
    let replay = try Replay(&worker.worker, of: compiled, replication: replication)
    return (world, replay)
  }
}

/// Lets a structure that can be copied keep a worker, which cannot.
final class ReplicationWorkerBox {
  var worker: ReplicationWorker

  init(_ compiled: CompiledModel) { worker = ReplicationWorker(compiled) }
}

extension ShortageProcess {
  /// A shortage of everything, up on the first day.
  static func test(
    _ id: String = "shortage", up: Double = 9, _ duration: Distribution = .exponential(mean: 6),
    _ change: (inout ShortageProcess) -> Void = { _ in }
  ) -> ShortageProcess {
    var process = ShortageProcess(
      id: id, products: .init(), frequency: .meanUpTime(days: up), duration: duration,
      startsUp: true)
    change(&process)
    return process
  }
}
