import Replications
import SupplyModel

extension Measure {
  /// How much is held, what it is worth and what room it takes.
  static let stock: [Measure] = [
    Measure(
      "averageStock", unit: "units", meaning: "mean stock at the end of a day",
      swedish: "genomsnittligt lager vid dagens slut",
      applies: hasOneProduct, parts: { _, context in Double(context.horizonDays) },
      value: { sums, _ in sums.units.stockUnitDays }),
    Measure(
      "emptyDays", unit: "days",
      meaning:
        "(location, day) that ends with nothing on the shelf; where a tick is shorter, the time of "
        + "the ticks that end so",
      swedish:
        "(plats, dag) som slutar med tom hylla; där ett steg är kortare än en dag, tiden för "
        + "stegen som slutar så",
      applies: hasOneProduct, parts: ticksPerDay, value: { sums, _ in sums.units.emptyDays }),
    Measure(
      "averageOnOrder", unit: "units",
      meaning: "mean of what is accepted and not yet received at the end of a day",
      swedish: "medelvärdet av det som är accepterat och ännu inte mottaget vid dagens slut",
      applies: hasOneProduct, parts: { _, context in Double(context.horizonDays) },
      value: { sums, _ in sums.units.onOrderUnitDays }),
    Measure(
      "averageOwed", unit: "units",
      meaning: "mean of what locations above owe to those of the group at the end of a day",
      swedish:
        "medelvärdet vid dagens slut av de restorder som platser ovanför har till gruppens "
        + "platser",
      applies: { hasOneProduct($0, $1) && $1.owes },
      parts: { _, context in Double(context.horizonDays) },
      value: { sums, _ in sums.units.owedUnitDays }),
    Measure(
      "stockAtEnd", unit: "units", meaning: "stock at the end of the last day",
      swedish: "lager vid slutet av den sista dagen",
      applies: hasOneProduct, value: { sums, _ in sums.units.stockAtEnd }),
    Measure(
      "onOrderAtEnd", unit: "units",
      meaning: "what is accepted and not yet received at the end of the last day",
      swedish: "det som är accepterat och ännu inte mottaget vid slutet av den sista dagen",
      applies: hasOneProduct, value: { sums, _ in sums.units.onOrderAtEnd }),
    Measure(
      "owedAtEnd", unit: "units",
      meaning: "what locations above owe to those of the group at the end of the last day",
      swedish:
        "de restorder som platser ovanför har till gruppens platser vid slutet av den sista "
        + "dagen",
      applies: { hasOneProduct($0, $1) && $1.owes },
      value: { sums, _ in sums.units.owedAtEnd }),
    Measure(
      "peakStock", unit: "units", meaning: "highest stock at the end of a day",
      swedish: "största lager vid slutet av en dag",
      applies: { group, context in hasOneProduct(group, context) && followsPeaks(group) },
      value: { sums, _ in sums.peakUnits }),
    Measure(
      "averageStockSEK", unit: "SEK", meaning: "mean value of stock at purchase price",
      swedish: "lagrets genomsnittliga värde till inköpspris",
      parts: { _, context in orePerKrona * Double(context.horizonDays) },
      value: { sums, _ in sums.stockOreDays }),
    Measure(
      "peakStockSEK", unit: "SEK",
      meaning: "highest value of stock; values are added over products day by day first",
      swedish: "lagrets högsta värde; värden läggs först ihop över produkterna dag för dag",
      applies: { group, _ in followsPeaks(group) }, parts: { _, _ in orePerKrona },
      value: { sums, _ in sums.peakOre }),
    Measure(
      "averageStockM3", unit: "m3", meaning: "mean volume of stock",
      swedish: "lagrets genomsnittliga volym",
      parts: { _, context in 1_000_000 * Double(context.horizonDays) },
      value: { sums, _ in sums.stockMillilitreDays }),
    Measure(
      "averagePallets", unit: "pallet places", meaning: "mean volume ÷ volume of a pallet place",
      swedish: "genomsnittlig volym ÷ volymen av en pallplats",
      applies: hasCosts,
      parts: { _, context in
        Double(context.costs?.palletMillilitres ?? 1) * Double(context.horizonDays)
      },
      value: { sums, _ in sums.stockMillilitreDays }),
    Measure(
      "peakPallets", unit: "pallet places",
      meaning:
        "highest volume ÷ volume of a pallet place; volumes are added over products day by day first",
      swedish:
        "största volym ÷ volymen av en pallplats; volymer läggs först ihop över produkterna "
        + "dag för dag",
      applies: { group, context in hasCosts(group, context) && followsPeaks(group) },
      parts: { _, context in Double(context.costs?.palletMillilitres ?? 1) },
      value: { sums, _ in sums.peakMillilitres }),
  ]

  /// Stock is followed day by day for everything, each kind of location and each product.
  private static func followsPeaks(_ group: Group) -> Bool {
    switch group.level {
    case .all, .tier, .product: true
    case .region, .authority, .category, .demandClass, .location: false
    }
  }

  /// Measures that need cost rates are shown only where the scenario states them.
  static let hasCosts: @Sendable (Group, MeasureContext) -> Bool = { _, context in
    context.costs != nil
  }
}
