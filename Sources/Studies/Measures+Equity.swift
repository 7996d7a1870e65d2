extension Measure {
  /// How differently regions are served.
  ///
  /// A region's fill rate is that of the demand in it: within a product served ÷ demand, across
  /// products the mean weighted by their weights. Regions without demand are left out. What chance
  /// alone would make of equal risk is found when all replications have been run (`FairLottery`).
  static let equity: [Measure] = [
    Measure(
      "lowestRegionFillRate", unit: "1", meaning: "fill rate of the region that is served worst",
      swedish: "fyllnadsgraden i den region som försörjs sämst",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.lowest }),
    Measure(
      "highestRegionFillRate", unit: "1", meaning: "fill rate of the region that is served best",
      swedish: "fyllnadsgraden i den region som försörjs bäst",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.highest }),
    Measure(
      "regionFillRateSpread", unit: "1",
      meaning: "highest minus lowest fill rate among regions, in one replication",
      swedish: "högsta minus lägsta fyllnadsgrad bland regionerna, i en upprepning",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.spread }),
    Measure(
      "regionFillRateSpreadByChance", unit: "1",
      meaning:
        "the same if all regions had equal risk: each region's fill rates moved to the same mean",
      swedish:
        "detsamma om alla regioner hade samma risk: varje regions fyllnadsgrader flyttade "
        + "till samma medelvärde",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
    Measure(
      "regionMeanFillRateSpread", unit: "1",
      meaning: "highest minus lowest among the regions' mean fill rates over replications",
      swedish: "högsta minus lägsta bland regionernas medelfyllnadsgrader över upprepningarna",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
    Measure(
      "regionMeanFillRateSpreadByNoise", unit: "1",
      meaning: "the same if all regions had equal risk: what simulation noise alone makes of it",
      swedish:
        "detsamma om alla regioner hade samma risk: vad simuleringens brus ensamt gör det "
        + "till",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
  ]

  private static let hasEquity: @Sendable (Group, MeasureContext) -> Bool = { group, context in
    context.groupsWithEquity.contains(group)
  }

  private static let shareParts: @Sendable (Group, MeasureContext) -> Double = { _, _ in
    Double(GroupSums.shareParts)
  }
}
