import SupplyModel

/// 2.5.1: what moves through the model.
enum EntitiesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let waits: Prose =
      facts.hasWaitingDemand ? ", and the day on which it arose while it waits" : ""
    return [
      .points([
        "Lot: a quantity of one product with one expiry day at one location; an order that is delivered is "
          + "one lot, and what is shipped on keeps its expiry.",
        "Order or request: a quantity of one product that a location wants from the location above or a "
          + "supplier.",
        "Shipment: lots under way to one location, with the day on which they are due.",
        "Demand: units of one product that patients of a care unit ask for on one day\(waits). Patients are "
          + "not followed one by one.",
      ])
    ]
  }
}
