import Replications
import SupplyModel

extension Measure {
  /// What moves and what is thrown away.
  static let flow: [Measure] = [
    Measure(
      "discarded", unit: "units", meaning: "what expired",
      swedish: "vad som gick ut", applies: hasOneProduct,
      value: { sums, _ in sums.units.discarded }),
    Measure(
      "discardedPerYear", unit: "units/year", meaning: "what expired per 365 days",
      swedish: "vad som gick ut per 365 dagar",
      applies: hasOneProduct, parts: { _, context in context.years },
      value: { sums, _ in sums.units.discarded }),
    Measure(
      "discardedSEK", unit: "SEK", meaning: "what expired, at purchase price",
      swedish: "vad som gick ut, till inköpspris",
      parts: { _, _ in orePerKrona }, value: { sums, _ in sums.discardedOre }),
    Measure(
      "discardedSEKPerYear", unit: "SEK/year",
      meaning: "what expired per 365 days, at purchase price",
      swedish: "vad som gick ut per 365 dagar, till inköpspris",
      parts: { _, context in orePerKrona * context.years },
      value: { sums, _ in sums.discardedOre }),
    Measure(
      "purchased", unit: "units", meaning: "what came from suppliers",
      swedish: "vad som kom från leverantörer", applies: hasOneProduct,
      value: { sums, _ in sums.units.purchased }),
    Measure(
      "rejected", unit: "units",
      meaning: "what suppliers sent too short-dated, and was not accepted",
      swedish: "vad leverantörer sände med för kort hållbarhet och som inte togs emot",
      applies: { hasOneProduct($0, $1) && $1.sendsBack },
      value: { sums, _ in sums.units.rejected }),
    Measure(
      "returned", unit: "units",
      meaning: "what came from the location above too short-dated, and was sent back",
      swedish:
        "vad som kom från platsen ovanför med för kort hållbarhet och skickades tillbaka",
      applies: { hasOneProduct($0, $1) && $1.sendsBack },
      value: { sums, _ in sums.units.returned }),
    Measure(
      "redistributed", unit: "units",
      meaning: "what was sent, short-dated, to a location with a higher turnover",
      swedish: "vad som med kort hållbarhet skickades till en plats med högre omsättning",
      applies: { hasOneProduct($0, $1) && $1.redistributes },
      value: { sums, _ in sums.units.redistributed }),
    Measure(
      "transshipped", unit: "units", meaning: "what was sent to another region",
      swedish: "vad som skickades till en annan region",
      applies: { hasOneProduct($0, $1) && $1.transships },
      value: { sums, _ in sums.units.transshipped }),
    Measure(
      "fromNationalReserve", unit: "units", meaning: "what came from a national reserve",
      swedish: "vad som kom från ett nationellt säkerhetslager",
      applies: { hasOneProduct($0, $1) && $1.hasNationalReserves },
      value: { sums, _ in sums.units.fromNationalReserve }),
    Measure(
      "purchasedSEK", unit: "SEK", meaning: "what came from suppliers, at purchase price",
      swedish: "vad som kom från leverantörer, till inköpspris",
      parts: { _, _ in orePerKrona }, value: { sums, _ in sums.purchasedOre }),
    Measure(
      "orderLines", unit: "order lines",
      meaning: "orders accepted in full or in part: one product for one location on one day",
      swedish:
        "beställningar som accepterades helt eller delvis: en produkt till en plats en dag",
      value: { sums, _ in sums.units.orderLines }),
    // What arrives on one day is one delivery, whatever the categories: where a location's
    // authorities differ by category it counts for each of them, and for each of their regions, so
    // these may add up to more than there are of all.
    Measure(
      "deliveries", unit: "deliveries", meaning: "(location, day) on which anything was received",
      swedish: "(plats, dag) då något togs emot",
      applies: { group, _ in group.level.dividesPlaces }, value: { sums, _ in sums.deliveries }),
  ]

  /// Öre in a krona, for amounts that are summed in öre.
  static let orePerKrona = 100.0
}
