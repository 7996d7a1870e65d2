import SupplyModel

/// 2.5.3: what is limited.
enum ResourcesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    let words = facts.words
    var points = [
      words(
        "Stock at each location, which has no limit of its own: no store is ever too small.",
        "Lager på varje plats, utan egen gräns: inget förråd blir någonsin för litet.")
    ]
    for supplier in content.suppliers {
      if let capacity = supplier.capacity {
        let most = words.share(10_000 + capacity.slackBasisPoints)
        points.append(
          words(
            "Capacity of \(id: supplier.id): \(most) of the normal consumption of all care units, for each "
              + "product.",
            "Kapacitet hos \(id: supplier.id): \(most) av alla vårdenheters normalförbrukning, för varje "
              + "produkt."))
      }
      if let ceiling = supplier.ceiling {
        let most = words.share(ceiling.shareBasisPoints)
        let period = words.length(ceiling.periodDays)
        points.append(
          words(
            "Ceiling of agreements with \(id: supplier.id): \(most) of normal consumption in \(period).",
            "Takvolym i avtal med \(id: supplier.id): \(most) av normalförbrukningen på \(period).")
        )
      }
    }
    points.append(
      words(
        "Staff, vehicles and rooms are not limited.", "Personal, fordon och lokaler är obegränsade."
      ))
    let rows = facts.tiersInUse.map { tier -> [Prose] in
      let products = facts.model.networks.count { network in
        network.nodes.contains { content.locations[$0.location].tier == tier }
      }
      return [
        words.name(tier), words.whole(facts.locationCount(of: tier)), words.whole(products),
      ]
    }
    let columns = [
      words("kind of location", "slag av plats"), words("locations", "platser"),
      words("products kept there", "produkter i lager där"),
    ]
    return [.points(points), .table(columns: columns, rows: rows)]
  }
}
