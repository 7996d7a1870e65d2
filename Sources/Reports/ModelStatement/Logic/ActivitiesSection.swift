import RandomStreams
import SupplyModel

/// 2.5.2: what takes time.
enum ActivitiesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var points = facts.content.suppliers.map { supplier -> Prose in
      let time = words.duration(supplier.leadTime)
      return supplier.leadTime.variance > 0
        ? words(
          "Delivery by \(id: supplier.id): \(time), rounded to whole steps, drawn for each order; orders "
            + "may cross.",
          "Leverans från \(id: supplier.id): \(time), avrundad till hela steg, slumpad för varje "
            + "beställning; beställningar kan gå om varandra.")
        : words(
          "Delivery by \(id: supplier.id): \(time).", "Leverans från \(id: supplier.id): \(time).")
    }
    points += transfers(facts)
    points += facts.content.nationalReserves.map { reserve in
      let (place, time) = (words.name(reserve.location), words.length(reserve.leadTimeDays))
      return words(
        "From the national reserve at \(place): \(time).",
        "Från det nationella säkerhetslagret på \(place): \(time).")
    }
    points.append(
      words(
        "Issue to patients, review and discard take no time.",
        "Utlämning till patienter, översyn och kassation tar ingen tid."))
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
    let words = facts.words
    return order.map { leg in
      let (from, to) = (words.name(leg.from), words.name(leg.to))
      let time = words.transfers(times[leg] ?? [])
      return words(
        "Transfer from \(from) to \(to): \(time).", "Transport från \(from) till \(to): \(time).")
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
      let lengths = range(length(low), length(high))
      parts.append(
        low == high
          ? lengths
          : self(
            "\(lengths), always the same for a location",
            "\(lengths), alltid lika lång för en viss plats"
          ))
    }
    for time in times {
      guard case .drawn(let distribution) = time else { continue }
      let time = duration(distribution)
      parts.append(
        self(
          "drawn for each shipment, at least one step: \(time)",
          "slumpad för varje sändning, minst ett steg: \(time)"))
    }
    return parts.joined(self("; or ", "; eller "))
  }
}
