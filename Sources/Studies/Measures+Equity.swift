extension Measure {
  /// How differently regions are served.
  ///
  /// A region's fill rate is that of the demand in it: within a product served ÷ demand, across
  /// products the mean weighted by their weights. Regions without demand are left out. What chance
  /// alone would make of equal risk is found when all replications have been run (`FairLottery`).
  static let equity: [Measure] = [
    Measure(
      "lowestRegionFillRate", unit: "1", meaning: "fill rate of the region that is served worst",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.lowest }),
    Measure(
      "highestRegionFillRate", unit: "1", meaning: "fill rate of the region that is served best",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.highest }),
    Measure(
      "regionFillRateSpread", unit: "1",
      meaning: "highest minus lowest fill rate among regions, in one replication",
      applies: hasEquity, parts: shareParts,
      value: { sums, _ in sums.equity.spread }),
    Measure(
      "regionFillRateSpreadByChance", unit: "1",
      meaning:
        "the same if all regions had equal risk: each region's fill rates moved to the same mean",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
    Measure(
      "regionMeanFillRateSpread", unit: "1",
      meaning: "highest minus lowest among the regions' mean fill rates over replications",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
    Measure(
      "regionMeanFillRateSpreadByNoise", unit: "1",
      meaning: "the same if all regions had equal risk: what simulation noise alone makes of it",
      applies: hasEquity, parts: shareParts, value: { _, _ in nil }),
  ]

  private static let hasEquity: @Sendable (Group, MeasureContext) -> Bool = { group, context in
    context.groupsWithEquity.contains(group)
  }

  private static let shareParts: @Sendable (Group, MeasureContext) -> Double = { _, _ in
    Double(GroupSums.shareParts)
  }
}
