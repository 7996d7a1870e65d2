import SupplyModel

/// What one product at one care unit does, day by day, written as the model page says it and as
/// plainly as possible: `CoupledModel` with order-up-to and whole days.
struct CouplingOracle {
  struct Shelf {
    var lots: [(expiry: Int, quantity: Int64)] = []
    var onOrder: [(due: Int, quantity: Int64)] = []
    var waiting: [(day: Int, quantity: Int64)] = []
    var tally: [String: Int64] = [:]
    /// Of today's patients.
    var missing: Int64 = 0
    var isKeyless = false

    var onHand: Int64 { lots.reduce(0) { $0 + $1.quantity } }
    var usable: Int64 { isKeyless ? 0 : onHand }

    mutating func add(_ name: String, _ quantity: Int64) {
      if quantity != 0 { tally[name, default: 0] += quantity }
    }

    mutating func take(_ quantity: Int64) {
      var left = quantity
      while left > 0 {
        let part = min(left, lots[0].quantity)
        lots[0].quantity -= part
        left -= part
        if lots[0].quantity == 0 { lots.removeFirst() }
      }
    }

    mutating func missOut(_ quantity: Int64) {
      add("unmet", quantity)
      if quantity > 0 { add("stock-out days", 1) }
    }
  }

  /// By item, then care unit.
  private(set) var shelves: [[Shelf]]
  private let model: CoupledModel
  /// By item: whether it cannot be ordered on a day.
  private let isDown: [[Bool]]
  private let life: Int

  /// - Parameter life: remaining life of every lot, at the start as on receipt. [days]
  init(_ model: CoupledModel, life: Int, isDown: [[Bool]]) {
    self.model = model
    self.life = life
    self.isDown = isDown
    shelves = model.items.map { item in
      item.demand.map { _ in
        Shelf(lots: item.level > 0 ? [(expiry: life, quantity: item.level)] : [])
      }
    }
    for day in 0..<model.horizonDays {
      for unit in 0..<model.unitCount { simulate(day, unit) }
    }
  }

  private mutating func simulate(_ day: Int, _ unit: Int) {
    let items = model.items
    for item in items.indices {
      for order in shelves[item][unit].onOrder where order.due == day {
        shelves[item][unit].lots.append((expiry: day + life, quantity: order.quantity))
      }
      shelves[item][unit].onOrder.removeAll { $0.due == day }
      for lot in shelves[item][unit].lots where lot.expiry <= day {
        shelves[item][unit].add("discarded", lot.quantity)
      }
      shelves[item][unit].lots.removeAll { $0.expiry <= day }
    }
    for item in items.indices {
      guard let partner = items[item].keyedTo else { continue }
      shelves[item][unit].isKeyless = shelves[partner][unit].onHand == 0
    }
    for item in items.indices { serve(item, day, unit) }
    if model.isAllowed { substitute(day, unit) }
    for item in items.indices { end(item, day, unit) }
  }

  private mutating func serve(_ item: Int, _ day: Int, _ unit: Int) {
    var shelf = shelves[item][unit]
    while let first = shelf.waiting.first, shelf.usable > 0 {
      let part = min(first.quantity, shelf.usable)
      shelf.take(part)
      shelf.add("served", part)
      shelf.waiting[0].quantity -= part
      if shelf.waiting[0].quantity == 0 { shelf.waiting.removeFirst() }
    }
    let period = model.items[item].demand[unit]
    let asked = Int64(period[day % period.count])
    let served = min(asked, shelf.usable)
    shelf.take(served)
    shelf.add("demand", asked)
    shelf.add("demand days", asked > 0 ? 1 : 0)
    shelf.add("served", served)
    shelf.add("at once", served)
    shelf.missing = asked - served
    shelves[item][unit] = shelf
  }

  private mutating func substitute(_ day: Int, _ unit: Int) {
    let items = model.items
    let order = items.indices.sorted {
      (-items[$0].weight, items[$0].id) < (-items[$1].weight, items[$1].id)
    }
    for original in order {
      for row in model.substitutions where row.original.index == original {
        if case .duringShortage(let delay) = row.permission {
          guard day >= delay, isDown[original][day - delay...day].allSatisfy({ $0 }) else {
            continue
          }
        }
        for substitute in row.substitutes {
          let other = substitute.product.index
          while shelves[original][unit].missing > 0,
            shelves[other][unit].usable >= substitute.unitsEach
          {
            shelves[other][unit].take(substitute.unitsEach)
            shelves[other][unit].add("as substitute", substitute.unitsEach)
            shelves[original][unit].missing -= 1
            for name in ["served", "at once", "by substitute"] {
              shelves[original][unit].add(name, 1)
            }
          }
        }
      }
    }
  }

  private mutating func end(_ item: Int, _ day: Int, _ unit: Int) {
    var shelf = shelves[item][unit]
    let shortfall = model.items[item].shortfall
    if shelf.missing > 0 {
      if shortfall == .lost {
        shelf.missOut(shelf.missing)
      } else {
        shelf.waiting.append((day: day, quantity: shelf.missing))
      }
    }
    shelf.missing = 0
    let position =
      shelf.onHand + shelf.onOrder.reduce(0) { $0 + $1.quantity }
      - shelf.waiting.reduce(0) { $0 + $1.quantity }
    if position < model.items[item].level, !isDown[item][day] {
      shelf.onOrder.append(
        (due: day + Int(model.leadTime), quantity: model.items[item].level - position))
    }
    if case .deferrable(let patience) = shortfall {
      for entry in shelf.waiting where day - entry.day >= patience { shelf.missOut(entry.quantity) }
      shelf.waiting.removeAll { day - $0.day >= patience }
    }
    let waiting = shelf.waiting.reduce(0) { $0 + $1.quantity }
    shelf.add("waiting days", waiting)
    shelf.add("days of waiting", waiting > 0 ? 1 : 0)
    shelf.add("stock days", shelf.onHand)
    shelf.add("empty days", shelf.onHand == 0 ? 1 : 0)
    if day == model.horizonDays - 1 {
      shelf.add("waiting", waiting)
      shelf.add("stock at end", shelf.onHand)
      shelf.add("on order at end", shelf.onOrder.reduce(0) { $0 + $1.quantity })
    }
    shelves[item][unit] = shelf
  }
}
