import RandomStreams
import SupplyModel

/// 2.5.2: what takes time.
enum ActivitiesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var points = facts.content.suppliers.map { supplier -> Prose in
      supplier.leadTime.variance > 0
        ? "Delivery by \(id: supplier.id): \(words.duration(supplier.leadTime)), rounded to whole steps, "
          + "drawn for each order; orders may cross."
        : "Delivery by \(id: supplier.id): \(words.duration(supplier.leadTime))."
    }
    points += transfers(facts)
    points += facts.content.nationalReserves.map { reserve in
      "From the national reserve at \(words.name(reserve.location)): \(words.length(reserve.leadTimeDays))."
    }
    points.append("Issue to patients, review and discard take no time.")
    return [.points(points)]
  }

  /// The times that goods take from one location to the next, by the kinds of the two.
  private static func transfers(_ facts: StatementFacts) -> [Prose] {
    struct Leg: Hashable {
      let from: Position<Tier>
      let to: Position<Tier>
    }
    let content = facts.content
    var times: [Leg: [TransferTime]] = [:]
    var order: [Leg] = []
    for network in facts.model.networks {
      for node in network.nodes.reversed() {
        guard case .node(let parent, let time) = node.source else { continue }
        let leg = Leg(
          from: content.locations[network.nodes[parent].location].tier,
          to: content.locations[node.location].tier)
        if times[leg] == nil { order.append(leg) }
        if !(times[leg] ?? []).contains(time) { times[leg, default: []].append(time) }
      }
    }
    return order.map { leg in
      "Transfer from \(facts.words.name(leg.from)) to \(facts.words.name(leg.to)): "
        + "\(facts.words.transfers(times[leg] ?? []))."
    }
  }
}

extension StatementWords {
  /// Transfer times of one leg: the fixed ones as a range, each drawn one in words.
  func transfers(_ times: [TransferTime]) -> Prose {
    let fixed = times.compactMap { time -> Int? in
      if case .days(let days) = time { days } else { nil }
    }
    var parts: [Prose] = []
    if let low = fixed.min(), let high = fixed.max() {
      let differ: Prose = low == high ? "" : ", always the same for a location"
      parts.append(range(length(low), length(high)) + differ)
    }
    for time in times {
      guard case .drawn(let distribution) = time else { continue }
      parts.append("drawn for each shipment, at least one step: \(duration(distribution))")
    }
    return parts.joined("; or ")
  }
}
