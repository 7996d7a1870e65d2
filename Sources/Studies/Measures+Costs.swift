import Quantities
import Replications
import SupplyModel

extension Measure {
  /// What it costs per 365 days, in thousandths of an öre over the horizon.
  static let costs: [Measure] = [
    Measure(
      "capitalSEKPerYear", unit: "SEK/year", meaning: "capital rate × mean value of stock",
      swedish: "kapitalränta × lagrets genomsnittliga värde",
      applies: hasCosts, parts: perYear, value: { sums, context in capital(sums, context) }),
    Measure(
      "storageSEKPerYear", unit: "SEK/year",
      meaning: "pallet places by storage class × their price",
      swedish: "pallplatser per förvaringsklass × deras pris",
      applies: hasCosts, parts: perYear, value: { sums, _ in sums.storageMilliOre }),
    Measure(
      "disposalSEKPerYear", unit: "SEK/year",
      meaning: "fee for destroying what expired or was lost in a phase",
      swedish: "avgift för att destruera det som gick ut eller förlorades i en fas",
      applies: hasCosts, parts: perYear, value: { sums, context in disposal(sums, context) }),
    Measure(
      "handlingSEKPerYear", unit: "SEK/year", meaning: "order lines × price of one",
      swedish: "orderrader × priset för en",
      applies: hasCosts, parts: perYear, value: { sums, context in handling(sums, context) }),
    Measure(
      "transportSEKPerYear", unit: "SEK/year", meaning: "deliveries × price of one",
      swedish: "leveranser × priset för en",
      applies: sharesTransport, parts: perYear, value: { sums, context in transport(sums, context) }
    ),
    Measure(
      "substitutionSEKPerYear", unit: "SEK/year",
      meaning: "units replaced by substitutes × what each replacement costs besides the goods",
      swedish: "enheter som ersattes genom utbyte × vad varje utbyte kostar utöver varorna",
      applies: { hasCosts($0, $1) && $0.hasSubstitutes }, parts: perYear,
      value: { sums, _ in sums.substitutionOre * 1000 }),
    Measure(
      "runningSEKPerYear", unit: "SEK/year",
      meaning:
        "capital, discard (what was lost in phases included), disposal, storage, handling and transport; "
        + "and substitution, where there is any",
      swedish:
        "kapital, kassation (även det som förlorades i faser), destruktion, lagring, "
        + "hantering och transport; samt utbyte, där det förekommer",
      applies: sharesTransport, parts: perYear, value: { sums, context in running(sums, context) }),
    Measure(
      "runningSEKPerInhabitantYear", unit: "SEK/inhabitant/year",
      meaning: "running cost ÷ inhabitants",
      swedish: "löpande kostnad ÷ invånare",
      applies: { group, context in group.population != nil && sharesTransport(group, context) },
      parts: { group, context in perYear(group, context) * Double(group.population ?? 1) },
      value: { sums, context in running(sums, context) }),
  ]

  private static let perYear: @Sendable (Group, MeasureContext) -> Double = { _, context in
    1000 * orePerKrona * context.years
  }

  /// Deliveries are shared by products, so transport belongs to places only.
  private static let sharesTransport: @Sendable (Group, MeasureContext) -> Bool = {
    group, context in
    context.costs != nil && group.level.dividesPlaces
  }

  private static func capital(_ sums: GroupSums, _ context: MeasureContext) -> Int64? {
    context.costs.map {
      GroupSums.rounded(
        Int128(sums.stockOreDays) * Int128($0.capitalBasisPoints) * 1000,
        dividedBy: 10_000 * 365 * Int128(context.ticksPerDay))
    }
  }

  private static func disposal(_ sums: GroupSums, _ context: MeasureContext) -> Int64? {
    // Öre per litre × ml is thousandths of an öre.
    context.costs.map {
      (sums.discardedMillilitres + sums.lostMillilitres) * $0.disposalPerLitre.ore
    }
  }

  private static func handling(_ sums: GroupSums, _ context: MeasureContext) -> Int64? {
    context.costs.map { sums.units.orderLines * $0.handlingPerOrderLine.ore * 1000 }
  }

  private static func transport(_ sums: GroupSums, _ context: MeasureContext) -> Int64? {
    context.costs.map { sums.deliveries * $0.transportPerDelivery.ore * 1000 }
  }

  private static func running(_ sums: GroupSums, _ context: MeasureContext) -> Int64? {
    guard let capital = capital(sums, context), let disposal = disposal(sums, context),
      let handling = handling(sums, context), let transport = transport(sums, context)
    else { return nil }
    return capital + disposal + handling + transport + sums.storageMilliOre
      + (sums.discardedOre + sums.lostOre + sums.substitutionOre) * 1000
  }
}
