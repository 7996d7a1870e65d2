import SupplyModel

/// 2.5.3: what is limited.
enum ResourcesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    var points: [Prose] = [
      "Stock at each location, which has no limit of its own: no store is ever too small."
    ]
    for supplier in content.suppliers {
      if let capacity = supplier.capacity {
        points.append(
          "Capacity of \(id: supplier.id): \(facts.words.share(10_000 + capacity.slackBasisPoints)) of the "
            + "normal consumption of all care units, for each product.")
      }
      if let ceiling = supplier.ceiling {
        points.append(
          "Ceiling of agreements with \(id: supplier.id): "
            + "\(facts.words.share(ceiling.shareBasisPoints)) of normal consumption in "
            + "\(facts.words.length(ceiling.periodDays)).")
      }
    }
    points.append("Staff, vehicles and rooms are not limited.")
    let rows = facts.tiersInUse.map { tier -> [Prose] in
      let products = facts.model.networks.count { network in
        network.nodes.contains { content.locations[$0.location].tier == tier }
      }
      return [facts.words.name(tier), "\(facts.locationCount(of: tier))", "\(products)"]
    }
    return [
      .points(points),
      .table(columns: ["kind of location", "locations", "products kept there"], rows: rows),
    ]
  }
}
