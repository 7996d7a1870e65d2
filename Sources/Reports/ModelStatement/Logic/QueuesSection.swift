import SupplyModel

/// 2.5.4: who waits for what, and in which order.
enum QueuesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    var points: [Prose] = [
      facts.hasWaitingDemand
        ? "Patients: \(ShortfallWords.sentence(facts)) What waits at a care unit is served oldest first."
        : "Patients do not wait."
    ]
    points.append(
      facts.owes
        ? "Requests to a location above: where the policy says so they are owed, and shipped as soon as "
          + "stock allows; else dropped, and asked for again at the next review."
        : "Requests to a location above that cannot be shipped do not wait: they are dropped, and asked "
          + "for again at the next review.")
    let owing = content.suppliers.filter { $0.unfilled == .owed }
    points.append(
      owing.isEmpty
        ? "Orders that a supplier cannot take do not wait: they are refused, and asked for again."
        : "Orders that \(owing.map { Prose(id: $0.id) }.listed(atMost: 12)) cannot deliver for lack of "
          + "capacity wait there\(owing.count == content.suppliers.count ? "" : "; others refuse them")."
    )
    if facts.possibleShortages.contains(where: { $0.orders == .held }) {
      points.append("Orders accepted during a shortage that holds them leave when it is over.")
    }
    return [.points(points)]
  }
}
