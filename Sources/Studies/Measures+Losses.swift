import Replications
import SupplyModel

extension Measure {
  /// What phases of the timeline destroy, and what they bring: discard by reasons other than expiry,
  /// and patients with prescriptions. Present only where a phase may do so.
  static let losses: [Measure] =
    [
      Measure(
        "spilledOver", unit: "units",
        meaning: "what patients with prescriptions asked public care for; part of demand",
        swedish: "vad patienter med recept bad den offentliga vården om; ingår i behovet",
        applies: { hasOneProduct($0, $1) && $0.careUnitCount > 0 && $1.spillsOver },
        value: { sums, _ in sums.units.spilledOver })
    ]
    + of(
      .destroyed, "destroyed", "what was lost because a store was hit",
      "vad som förlorades för att ett lager träffades",
      units: { $0.units.destroyed }, ore: { $0.destroyedOre })
    + of(
      .coldChain, "spoiled", "what was lost because it was not kept cold",
      "vad som förlorades för att det inte hölls kallt",
      units: { $0.units.spoiled }, ore: { $0.spoiledOre })
    + of(
      .withdrawn, "withdrawn", "what was called back", "vad som återkallades",
      units: { $0.units.withdrawn }, ore: { $0.withdrawnOre })

  /// The units that are lost for a reason, and what they cost.
  private static func of(
    _ reason: StockLoss.Reason, _ name: String, _ meaning: String, _ swedish: String,
    units: @escaping @Sendable (GroupSums) -> Int64, ore: @escaping @Sendable (GroupSums) -> Int64
  ) -> [Measure] {
    [
      Measure(
        name, unit: "units", meaning: meaning, swedish: swedish,
        applies: { hasOneProduct($0, $1) && $1.lossReasons.contains(reason) },
        value: { sums, _ in units(sums) }),
      Measure(
        "\(name)SEK", unit: "SEK", meaning: "\(meaning), at purchase price",
        swedish: "\(swedish), till inköpspris",
        applies: { $1.lossReasons.contains(reason) }, parts: { _, _ in orePerKrona },
        value: { sums, _ in ore(sums) }),
    ]
  }
}
