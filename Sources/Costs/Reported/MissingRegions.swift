public import SupplyModel

/// Fills in regions that have not answered: each counts with the cost of one of similar size.
public enum MissingRegions {
  /// What a region pays, and whose answer that is.
  public struct Answer: Sendable, Hashable {
    /// The region.
    public let region: ReportedCosts.Region
    /// The region whose cost it is; the region itself if it has answered.
    public let source: ReportedCosts.Region
    /// What it pays.
    public let costs: ReportedCosts.GroupCosts
  }

  /// What every region pays.
  ///
  /// Of similar size is the region of the same group with the nearest number of inhabitants, the
  /// smaller code where two are equally near. The whole amount is taken over, as the report does it,
  /// not the amount per inhabitant.
  ///
  /// - Parameter answers: by code, what regions have answered.
  /// - Returns: one answer for each region; `nil` where nobody in a region's group has answered.
  public static func filled(
    _ regions: [ReportedCosts.Region], _ answers: [String: ReportedCosts.GroupCosts]
  ) -> [Answer]? {
    var result: [Answer] = []
    for region in regions {
      let candidates = regions.filter { $0.group == region.group && answers[$0.code] != nil }
      let nearest = candidates.min { one, other in
        let distances = (
          (one.inhabitants - region.inhabitants).magnitude,
          (other.inhabitants - region.inhabitants).magnitude
        )
        return distances.0 == distances.1 ? one.code < other.code : distances.0 < distances.1
      }
      let source = answers[region.code] == nil ? nearest : region
      guard let source, let costs = answers[source.code] else { return nil }
      result.append(Answer(region: region, source: source, costs: costs))
    }
    return result
  }

  /// What the groups pay together.
  public static func totals(of answers: [Answer]) -> [SizeGroup: ReportedCosts.GroupCosts] {
    var totals: [SizeGroup: ReportedCosts.GroupCosts] = [:]
    for answer in answers {
      var total =
        totals[answer.region.group] ?? ReportedCosts.GroupCosts(oneOff: .zero, running: .zero)
      total.oneOff = total.oneOff + answer.costs.oneOff
      total.running = total.running + answer.costs.running
      totals[answer.region.group] = total
    }
    return totals
  }
}
