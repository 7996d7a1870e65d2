/// What shortages do to one of a product's suppliers on a day.
struct SupplierCondition: BitwiseCopyable {
  /// Whether nothing is accepted.
  var refuses = false
  /// Whether nothing comes in at all by decree of the timeline; part of `refuses`.
  var isCutOff = false
  /// Whether what is accepted stays until `leavesOn`.
  var holdsOrders = false
  /// Whether what is under way stands still.
  var standsStill = false
  /// The smallest part of the capacity that is left, in ten-thousandths.
  var capacityBasisPoints: Int64 = 10_000
  /// First day on which goods leave that are accepted today. [day since the start of the warm-up]
  var leavesOn: Int32 = 0
  /// Since when it has been in shortage without a break; `Int32.max` if it is not.
  var shortSince = Int32.max
  /// Whether deliveries have another remaining life than always.
  var changesLife = false

  /// Whether goods ordered today would not come in their usual time.
  var delays: Bool { holdsOrders || standsStill }
}

extension Outages {
  /// What all shortages together do to a supplier on a day: refusal dominates, the smallest part of
  /// the capacity counts, and what one holds is held until none does.
  func condition(of supplier: Int, on day: Int) -> SupplierCondition {
    var condition = SupplierCondition(leavesOn: Int32(day))
    for index in 0..<spanCount {
      let span = span(index)
      guard day >= Int(span.firstDay), day < Int(span.endDay) else { continue }
      let effect = effect(of: span)
      guard effect.befalls(supplier) else { continue }
      condition.refuses = condition.refuses || effect.refuses
      condition.isCutOff = condition.isCutOff || span.process < 0
      condition.holdsOrders = condition.holdsOrders || effect.holdsOrders
      condition.standsStill = condition.standsStill || effect.holdsTransit
      condition.changesLife = condition.changesLife || effect.changesLife
      condition.capacityBasisPoints = min(
        condition.capacityBasisPoints, effect.capacityBasisPoints)
      if isShortage(span) { condition.shortSince = min(condition.shortSince, span.firstDay) }
    }
    if condition.shortSince < .max {
      condition.shortSince = beginning(of: supplier, before: condition.shortSince)
    }
    if condition.holdsOrders { condition.leavesOn = departure(of: supplier, from: Int32(day)) }
    return condition
  }

  /// The first day after another on which a condition may differ.
  func nextChange(after day: Int) -> Int {
    var next = Int.max
    for index in 0..<spanCount {
      let span = span(index)
      if Int(span.firstDay) > day { next = min(next, Int(span.firstDay)) }
      if Int(span.endDay) > day { next = min(next, Int(span.endDay)) }
    }
    return next
  }

  /// The first day of shortages of a supplier that follow each other without a break until a day.
  private func beginning(of supplier: Int, before day: Int32) -> Int32 {
    var first = day
    var isLonger = true
    while isLonger {
      isLonger = false
      for index in 0..<spanCount {
        let span = span(index)
        guard span.firstDay < first, span.endDay >= first, isShortage(span) else { continue }
        guard effect(of: span).befalls(supplier) else { continue }
        first = span.firstDay
        isLonger = true
      }
    }
    return first
  }

  /// The first day from another on, on which nothing holds a supplier's shipments.
  private func departure(of supplier: Int, from day: Int32) -> Int32 {
    var leaves = day
    var isLonger = true
    while isLonger {
      isLonger = false
      for index in 0..<spanCount {
        let span = span(index)
        guard span.firstDay <= leaves, span.endDay > leaves else { continue }
        let effect = effect(of: span)
        guard effect.holdsOrders, effect.befalls(supplier) else { continue }
        leaves = span.endDay
        isLonger = true
      }
    }
    return leaves
  }

  /// When goods arrive that leave a supplier on a day and are `leadDays` under way: days on which they
  /// stand still do not count, and nothing is received on one.
  func arrival(from supplier: Int, leaving day: Int, leadDays: Int) -> Int {
    guard holdsTransit else { return day + leadDays }
    // What takes no time arrives on the day itself, if that is not a day of standstill.
    var reached = leadDays > 0 ? day : day - 1
    var left = max(1, leadDays)
    while true {
      // The next time of standstill that covers a day after `reached`.
      var first = Int.max
      var end = Int.max
      for index in 0..<spanCount {
        let span = span(index)
        let effect = effect(of: span)
        guard effect.holdsTransit, effect.befalls(supplier), Int(span.endDay) > reached + 1
        else { continue }
        let begin = max(reached + 1, Int(span.firstDay))
        if begin < first {
          first = begin
          end = Int(span.endDay)
        }
      }
      guard first <= reached + left else { return reached + left }
      left -= first - 1 - reached
      reached = end - 1
    }
  }

  /// The shortage that keeps a supplier from accepting orders on a day; −1 for none.
  func process(refusing supplier: Int, on day: Int) -> Int {
    process(at: supplier, on: day) { $0.refuses }
  }

  /// The shortage that holds what a supplier accepts on a day; −1 for none.
  func process(holding supplier: Int, on day: Int) -> Int {
    process(at: supplier, on: day) { $0.holdsOrders || $0.holdsTransit }
  }

  /// The shortage that leaves a supplier only part of its capacity on a day; −1 for none.
  func process(reducing supplier: Int, on day: Int) -> Int {
    process(at: supplier, on: day) { $0.capacityBasisPoints < 10_000 }
  }

  /// Only asked when a run is traced.
  private func process(
    at supplier: Int, on day: Int, where does: (OutageEffect) -> Bool
  ) -> Int {
    for index in 0..<spanCount {
      let span = span(index)
      guard day >= Int(span.firstDay), day < Int(span.endDay), span.process >= 0 else { continue }
      let effect = effect(of: span)
      if effect.befalls(supplier), does(effect) { return Int(span.process) }
    }
    return -1
  }
}
