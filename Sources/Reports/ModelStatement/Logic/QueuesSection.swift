import SupplyModel

/// 2.5.4: who waits for what, and in which order.
enum QueuesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let shortfall = ShortfallWords.sentence(facts)
    var points = [
      facts.hasWaitingDemand
        ? words(
          "Patients: \(shortfall) What waits at a care unit is served oldest first.",
          "Patienter: \(shortfall) Det som väntar på en vårdenhet tillgodoses med det äldsta först."
        )
        : words("Patients do not wait.", "Patienter väntar inte."),
      facts.owes
        ? words(
          "Requests to a location above: where the policy says so they are owed, and shipped as soon as "
            + "stock allows; else dropped, and asked for again at the next review.",
          "Det som begärs från en plats ovanför: där policyn anger det blir det restorder och sänds så snart "
            + "lagret räcker; annars stryks det, och begärs på nytt vid nästa översyn.")
        : words(
          "Requests to a location above that cannot be shipped do not wait: they are dropped, and asked "
            + "for again at the next review.",
          "Det som begärs från en plats ovanför och inte kan sändas väntar inte: det stryks, och begärs på "
            + "nytt vid nästa översyn."),
      orders(facts),
    ]
    if facts.possibleShortages.contains(where: { $0.orders == .held }) {
      points.append(
        words(
          "Orders accepted during a shortage that holds them leave when it is over.",
          "Beställningar som accepteras under en restsituation som håller dem kvar avgår när den är över."
        ))
    }
    return [.points(points)]
  }

  /// What becomes of orders that suppliers cannot take.
  private static func orders(_ facts: StatementFacts) -> Prose {
    let words = facts.words
    let owing = facts.content.suppliers.filter { $0.unfilled == .owed }
    guard !owing.isEmpty else {
      return words(
        "Orders that a supplier cannot take do not wait: they are refused, and asked for again.",
        "Beställningar som en leverantör inte kan ta emot väntar inte: de avvisas, och görs på nytt."
      )
    }
    let names = words.list(owing.map { Prose(id: $0.id) }, atMost: 12)
    let others =
      owing.count == facts.content.suppliers.count
      ? Prose.empty : words("; others refuse them", "; andra avvisar dem")
    return words(
      "Orders that \(names) cannot deliver for lack of capacity wait there\(others).",
      "Beställningar som kapaciteten hos \(names) inte räcker till väntar där\(others).")
  }
}
