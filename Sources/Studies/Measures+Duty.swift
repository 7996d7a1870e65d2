import Replications
import SupplyModel

extension Measure {
  /// How much of the time the duty to hold stock is met, and how long stock would last. Present only
  /// where the scenario has a duty, or asks for cover.
  static let duty: [Measure] = [
    Measure(
      "daysWithinDuty", unit: "1",
      meaning:
        "share of days on which a holder's stock is at least what it must hold of a product; mean "
        + "over (holder, product), each with equal weight, those that need hold nothing left out",
      swedish:
        "andel dagar då en lagerhållares lager är minst vad den måste hålla av en produkt; "
        + "medelvärde över (lagerhållare, produkt) med lika vikt, utan dem som inte behöver "
        + "hålla något",
      applies: { group, context in context.groupsWithDuty.contains(group) },
      parts: { _, _ in Double(GroupSums.shareParts) },
      value: { sums, context in share(sums.dutyDaysWithin, sums.dutyPairs, context) }),
    Measure(
      "daysWithinDutyByCover", unit: "1",
      meaning:
        "the same, counting only what can be used at normal consumption before it expires",
      swedish:
        "detsamma, där bara det räknas som vid normalförbrukning hinner användas innan det "
        + "går ut",
      applies: { group, context in
        context.groupsWithDuty.contains(group) && !context.groupsWithCover.isEmpty
      },
      parts: { _, _ in Double(GroupSums.shareParts) },
      value: { sums, context in share(sums.dutyDaysWithinByCover, sums.dutyPairs, context) }),
    Measure(
      "averageCover", unit: "days",
      meaning:
        "mean over days of how long stock lasts at normal consumption net of what expires first; "
        + "lots and consumption pooled over the group's places, then the mean over its products, "
        + "each with equal weight",
      swedish:
        "medelvärde över dagarna av hur länge lagret räcker vid normalförbrukning, utan det "
        + "som hinner gå ut; partier och förbrukning slås ihop över gruppens platser, "
        + "därefter medelvärdet över dess produkter med lika vikt",
      applies: { group, context in context.groupsWithCover.contains(group) },
      parts: { _, context in 1_000_000 * Double(context.horizonDays) },
      value: { sums, _ in
        sums.coverProducts > 0
          ? GroupSums.rounded(
            Int128(sums.coverMicroDays), dividedBy: Int128(sums.coverProducts)) : nil
      }),
  ]

  /// Days of all pairs ÷ (pairs × the horizon), in parts; `nil` where there are no pairs.
  private static func share(_ days: Int64, _ pairs: Int64, _ context: MeasureContext) -> Int64? {
    guard pairs > 0 else { return nil }
    return GroupSums.rounded(
      Int128(days) * Int128(GroupSums.shareParts),
      dividedBy: Int128(pairs) * Int128(context.horizonDays))
  }
}
