import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// The short way through plain days is held to the general way: the same sums, stock and deliveries, to the
/// unit, on models drawn so that everything that can happen to a plain product does.
@Suite("Plain days")
struct PlainDayTests {
  /// A generator for drawing models; nothing but these tests depends on it.
  struct Dice {
    var stream: RandomStream

    init(_ seed: UInt64) { stream = StreamKey(seed: seed, source: 0x706C_6169_6E).stream() }

    mutating func below(_ bound: Int) -> Int { Int(stream.nextBelow(UInt64(bound))) }
    mutating func among<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
  }

  /// A drawn model's content, with a supplier who may share, owe and keep a ceiling.
  static func content(seed: UInt64) -> SupplyModel.Content {
    var content = model(seed: seed).content
    var dice = Dice(0x1_0000 + seed)
    if dice.below(3) == 0 { content.suppliers[0].unfilled = .owed }
    if dice.below(3) == 0 {
      content.suppliers[0].allocation = dice.among([.proportionalToRequest, .equalCover])
    }
    if dice.below(6) == 0 {
      content.suppliers[0].ceiling = Ceiling(shareBasisPoints: 10_000, periodDays: 30)
    }
    return content
  }

  static func replay(_ content: SupplyModel.Content, _ shortcuts: Shortcuts) throws -> Replay {
    let compiled = CompiledModel(try SupplyModel(content), shortcuts: shortcuts)
    #expect(compiled.products[0].plainPolicies == [true])
    var worker = ReplicationWorker(compiled)
    return try Replay(&worker, of: compiled, followsPeriods: true)
  }

  static func model(seed: UInt64) -> SmallModel {
    var dice = Dice(seed)
    let authorities = dice.below(4) == 0 ? 2 : 1
    let rates = [0.01, 0.05, 0.3, 1, 4, 20]
    let units = (0..<1 + dice.below(dice.below(5) == 0 ? 70 : 6)).map { index in
      let rate = dice.among(rates)
      var unit = SmallModel.Unit(
        id: "unit-\(index)",
        level: .units(Int64(Double(1 + dice.below(40)) * max(rate, 0.1)) + Int64(dice.below(3))))
      unit.nanoRate = SmallModel.rate(rate)
      unit.family = dice.among([.poisson, .negativeBinomial(indexOfDispersion: 3), .constant])
      unit.leadTimeDays = dice.among([1, 1, 1, 1, 2])
      if dice.below(8) == 0 { unit.drawnLeadTime = .uniformInteger(low: 1, high: 3) }
      unit.authority = index % authorities
      return unit
    }
    let hasStore = dice.below(8) > 0
    let perDay = units.reduce(0.0) { $0 + Double($1.nanoRate) / 1e9 }
    var model = SmallModel(
      units: units,
      store: hasStore ? .units(Int64(perDay * Double(dice.among([2, 8, 30, 90]))) + 1) : nil)
    model.authorityIDs = (0..<authorities).map { "authority-\($0)" }
    model.packSize = Int64(dice.among([1, 1, 5]))
    model.orderIn = dice.among([.units, .packs])
    model.position = dice.among([.onHand, .usableTomorrow])
    model.allocation = dice.among([
      .firstCome, .proportionalToRequest, .proportionalToConsumption, .equalCover,
    ])
    model.horizonDays = dice.among([1, 2, 60, 400])
    let shortest = dice.among([2, 10, 40, 200])
    let life = RemainingLife.days(.uniformInteger(low: shortest, high: shortest * 3))
    model.remainingLife = life
    model.start = .given(remainingLife: life)
    model.leadTime = .constant(Double(dice.among([0, 1, 3, 10])))
    model.reviewEveryDays = dice.among([1, 1, 1, 3])
    model.seed = seed
    if dice.below(2) == 0 {
      model.capacity = .init(slackBasisPoints: Int64(dice.among([0, 2_000])), windowDays: 7)
    }
    if dice.below(2) == 0 {
      model.shortages = [
        ShortageProcess(
          id: "shortage", products: .init(), frequency: .onsetsPerYear(3),
          duration: .lognormal(median: 10, mean: 20), startsUp: false)
      ]
    }
    if dice.below(2) == 0, model.horizonDays > 50 {
      model.timeline = [
        SmallModel.phase(20, 45, demand: dice.among([0, 3]), supply: dice.among([0, 10_000]))
      ]
    }
    return model
  }

  @Test("Are what the general way gives", arguments: 0..<6)
  func equalsGeneral(part: UInt64) throws {
    var seen = Seen()
    for seed in part * 100..<part * 100 + 100 {
      let content = Self.content(seed: seed)
      let general = try Self.replay(content, .none)
      for shortcuts in [Shortcuts.likely, .bold] {
        let short = try Self.replay(content, shortcuts)
        #expect(short == general, "seed \(seed), \(shortcuts): \(Self.difference(short, general))")
      }
      seen.add(general)
    }
    // What is compared must happen.
    #expect(seen.discards > 10 && seen.stockouts > 10 && seen.waste > 3 && seen.smooth > 3)
  }

  /// A store with care units that use up what they get, whose days are run in stretches, and others among
  /// them on whose shelves much expires, so that it matters which lots they get.
  static func mixedModel(seed: UInt64) -> SmallModel {
    var dice = Dice(0xB2A7C4 + seed)
    let units = (0..<2 + dice.below(6)).map { index in
      let isFast = index % 2 == dice.below(2)
      let rate = isFast ? dice.among([2.0, 6, 15]) : dice.among([0.05, 0.1, 0.3])
      let days = isFast ? 1 + dice.below(4) : 40 + dice.below(80)
      var unit = SmallModel.Unit(
        id: "unit-\(index)", level: .units(Int64(rate * Double(days)) + Int64(dice.below(4))))
      unit.nanoRate = SmallModel.rate(rate)
      return unit
    }
    let perDay = units.reduce(0.0) { $0 + Double($1.nanoRate) / 1e9 }
    var model = SmallModel(
      units: units, store: .units(Int64(perDay * Double(dice.among([6, 12]))) + 1))
    model.packSize = Int64(dice.among([1, 1, 3]))
    model.orderIn = dice.among([.units, .packs])
    model.position = dice.among([.onHand, .usableTomorrow])
    model.horizonDays = dice.among([90, 300])
    model.remainingLife = .days(.uniformInteger(low: 25, high: 70))
    // Where all lasts long at first, only what is shipped later can expire.
    model.start = .given(
      remainingLife: dice.below(2) == 0
        ? model.remainingLife : .days(.uniformInteger(low: 300, high: 400)))
    model.leadTime = .constant(2)
    model.seed = seed
    if dice.below(2) == 0 {
      model.shortages = [
        ShortageProcess(
          id: "shortage", products: .init(), frequency: .onsetsPerYear(2),
          duration: .lognormal(median: 8, mean: 15), startsUp: false)
      ]
    }
    return model
  }

  @Test("In stretches are what the general way gives, lot by lot", arguments: 0..<2)
  func stretchesAmongLots(part: UInt64) throws {
    var seen = Seen()
    for seed in part * 60..<part * 60 + 60 {
      let content = Self.mixedModel(seed: seed).content
      let general = try Self.replay(content, .none)
      for shortcuts in [Shortcuts.likely, .bold] {
        let short = try Self.replay(content, shortcuts)
        #expect(short == general, "seed \(seed), \(shortcuts): \(Self.difference(short, general))")
      }
      seen.add(general)
    }
    #expect(seen.waste > 20 && seen.stockouts > 5, "\(seen)")
  }

  /// Where two runs first differ.
  static func difference(_ one: Replay, _ other: Replay) -> String {
    for day in one.unitStock.indices
    where one.unitStock[day] != other.unitStock[day] || one.storeStock[day] != other.storeStock[day]
    {
      return "day \(day): care units \(one.unitStock[day]) and \(other.unitStock[day]), "
        + "store \(one.storeStock[day]) and \(other.storeStock[day])"
    }
    for node in one.tallies.indices where one.tallies[node] != other.tallies[node] {
      return "location \(node): \(one.tallies[node]) and \(other.tallies[node])"
    }
    for node in one.deliveryDays.indices where one.deliveryDays[node] != other.deliveryDays[node] {
      return "deliveries to \(node): \(one.deliveryDays[node]) and \(other.deliveryDays[node])"
    }
    for node in one.periods.indices where one.periods[node] != other.periods[node] {
      return "periods of \(node): \(one.periods[node]) and \(other.periods[node])"
    }
    return "stock day by day"
  }

  /// How many runs had what.
  struct Seen {
    var discards = 0
    var stockouts = 0
    /// Something expired at a care unit, so that its lots must be followed.
    var waste = 0
    /// Nothing expired anywhere.
    var smooth = 0

    mutating func add(_ replay: Replay) {
      let total = replay.total
      if total.discarded > 0 { discards += 1 }
      if total.stockoutDays > 0 { stockouts += 1 }
      if replay.tallies.dropLast().contains(where: { $0.discarded > 0 }) { waste += 1 }
      if total.discarded == 0 { smooth += 1 }
    }
  }

  @Test("Are run so where everything is plain, and only there")
  func condition() throws {
    let plain = SmallModel(units: [.init(id: "unit", level: .units(5))], store: .units(20))
    func isPlain(_ change: (inout SmallModel) -> Void) throws -> Bool {
      var model = plain
      change(&model)
      return try model.compiled().products[0].plainPolicies == [true]
    }
    #expect(try isPlain { _ in })
    #expect(try !isPlain { $0.shortfall = .backlogged })
    #expect(try !isPlain { $0.allocation = .priority(criticalLevels: []) })
    #expect(try !isPlain { $0.unitSettings.requests = .backlogged })
    #expect(try !isPlain { $0.unitSettings.minimumLifeAtReceiptDays = 10 })
    #expect(try !isPlain { $0.storeSettings.issue = .fifo })
    #expect(try !isPlain { $0.storeSettings.orderMaximum = .units(3) })
  }

  @Test("Show that nothing expires only where it is so", arguments: 0..<4)
  func passage(part: UInt64) {
    var proven = 0
    for seed in part * 500..<part * 500 + 500 {
      var dice = Dice(0xE0 + seed)
      let days = 60
      let (life, target, margin) = (2 + dice.below(40), 1 + dice.below(30), dice.below(2))
      var lots: [(expiry: Int, quantity: Int)] = []
      var passage = Passage()
      var expires = false
      var due = 0
      for day in 0..<days {
        let before = lots.reduce(0) { $0 + $1.quantity }
        if due > 0 {
          let left = life + dice.below(5)
          passage.arrive(Int64(due), lifeDays: left, on: day, onHandBefore: Int64(before))
          lots.append((day + left, due))
          lots.sort { $0.expiry < $1.expiry }
        }
        if lots.contains(where: { $0.expiry <= day }) { expires = true }
        var served = min(dice.among([0, 0, 1, 3]), before + due)
        due = 0
        if served > 0 {
          let onHand = lots.reduce(0) { $0 + $1.quantity } - served
          while served > 0 {
            let taken = min(served, lots[0].quantity)
            lots[0].quantity -= taken
            served -= taken
            if lots[0].quantity == 0 { lots.removeFirst() }
          }
          passage.issue(leaving: Int64(onHand), on: day)
        }
        if lots.contains(where: { $0.expiry <= day + margin }) { expires = true }
        let onHand = lots.reduce(0) { $0 + $1.quantity }
        if onHand < target, dice.below(3) > 0 { due = target - onHand }
      }
      let onHand = Int64(lots.reduce(0) { $0 + $1.quantity })
      guard passage.proves(marginDays: margin, totalDays: days, onHand: onHand) else { continue }
      proven += 1
      #expect(!expires, "seed \(seed)")
    }
    #expect(proven > 20, "\(proven) proven")
  }
}
