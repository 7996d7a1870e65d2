import SupplyModel

/// 2.5.1: what moves through the model.
enum EntitiesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let waits =
      facts.hasWaitingDemand
      ? words(
        ", and the day on which it arose while it waits",
        ", och medan det väntar dagen då det uppstod")
      : .empty
    return [
      .points([
        words(
          "Lot: a quantity of one product with one expiry day at one location; an order that is delivered is "
            + "one lot, and what is shipped on keeps its expiry.",
          "Parti: en mängd av en produkt med en enda utgångsdag på en plats; en beställning som levereras är "
            + "ett parti, och det som sänds vidare behåller sin utgångsdag."),
        words(
          "Order or request: a quantity of one product that a location wants from the location above or a "
            + "supplier.",
          "Beställning eller begäran: en mängd av en produkt som en plats vill ha från platsen ovanför eller "
            + "från en leverantör."),
        words(
          "Shipment: lots under way to one location, with the day on which they are due.",
          "Sändning: partier på väg till en plats, med dagen då de ska komma fram."),
        words(
          "Demand: units of one product that patients of a care unit ask for on one day\(waits). Patients are "
            + "not followed one by one.",
          "Behov: enheter av en produkt som en vårdenhets patienter behöver en viss dag\(waits). Patienter "
            + "följs inte en och en."),
      ])
    ]
  }
}
