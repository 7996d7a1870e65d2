import Estimators
import Quantities
import Replications
import SupplyModel

/// The stock of everything on one day under one policy, or how long it lasts, over replications.
public struct TimelineEstimate: Sendable {
  /// The place of the policy among those that were run.
  public let policy: Int
  /// Days from the first of the horizon, which is 0. [days]
  public let day: Int
  /// `stock` in units where one product was run, `stockSEK` at purchase price, `coverDays` and
  /// `coverDaysLowestTenth`: how many days of normal consumption that is.
  public let measure: String
  /// The unit in the tables.
  public let unit: String
  /// Mean over replications.
  public let mean: Double
  /// At 5, 50 and 95 %, Hyndman–Fan definition 7.
  public let quantiles: [Double]
}

extension StudyResult {
  /// What is in stock over time and how long it lasts, by policy, measure and day; nothing where the
  /// study keeps none.
  public var timeline: [TimelineEstimate] {
    let points = study.timelinePoints.days
    return study.compiled.policies.indices.flatMap { policy in
      timelineMeasures.flatMap { measure in
        let first = measure.first(policy)
        return sums.followed(first..<first + points.count) { point, kept in
          estimate(kept, measure, policy, points[point])
        }.compactMap(\.self)
      }
    }
  }

  private struct TimelineMeasure {
    let name: String
    let unit: String
    /// What a kept number is multiplied by, and how many of what comes out make one of the unit.
    var factor: Int64 = 1
    let parts: Double
    /// How much lasts for a day, in 10⁻⁹, where that is asked of the stock of one product.
    var nanoUnitsPerDay: Int64?
    /// Where a policy's first point stands in what is kept.
    let first: (Int) -> Int
  }

  /// Units of different products are never added; nor is their cover, of which the product in the middle
  /// is told, and the one at the end of the lowest tenth.
  private var timelineMeasures: [TimelineMeasure] {
    stockMeasures + coverMeasures
  }

  private var stockMeasures: [TimelineMeasure] {
    let factors = study.timelineFactors
    let first = study.chronicle.stock
    guard factors.keptInUnits else {
      return [TimelineMeasure(name: "stockSEK", unit: "SEK", factor: 1, parts: 100, first: first)]
    }
    let units = TimelineMeasure(name: "stock", unit: "units", factor: 1, parts: 1, first: first)
    let value = TimelineMeasure(
      name: "stockSEK", unit: "SEK", factor: factors.ore, parts: 100, first: first)
    return factors.ore > 0 ? [units, value] : [units]
  }

  private var coverMeasures: [TimelineMeasure] {
    let chronicle = study.chronicle
    if chronicle.nanoUnitsPerDay.count == 1, let perDay = chronicle.nanoUnitsPerDay.first,
      perDay > 0
    {
      return [
        TimelineMeasure(
          name: "coverDays", unit: "days", parts: 1_000, nanoUnitsPerDay: perDay,
          first: chronicle.stock)
      ]
    }
    return chronicle.ranks.map { rank in
      TimelineMeasure(
        name: rank == .median ? "coverDays" : "coverDaysLowestTenth", unit: "days", parts: 1_000
      ) { chronicle.cover($0, rank) }
    }
  }

  private func estimate(
    _ kept: [Int64], _ measure: TimelineMeasure, _ policy: Int, _ day: Int
  ) -> TimelineEstimate? {
    guard !kept.isEmpty else { return nil }
    let values = kept.map { number in
      guard let perDay = measure.nanoUnitsPerDay else { return number * measure.factor }
      return GroupSums.scaled(number, by: 1_000_000_000_000, dividedBy: Int128(perDay))
    }
    let sum = values.reduce(into: Int128(0)) { $0 += Int128($1) }
    let levels = [5, 50, 95].map { Quantile.Level.percent($0) }
    return TimelineEstimate(
      policy: policy, day: day, measure: measure.name, unit: measure.unit,
      mean: Double(sum) / Double(values.count) / measure.parts,
      quantiles: Quantile.type7(of: values, levels).map { $0 / measure.parts })
  }
}

extension Study {
  /// In what the stock over time is kept: in units where one product is run, else in öre.
  var timelineFactors: (keptInUnits: Bool, ore: Int64) {
    guard compiled.products.count == 1, let product = compiled.products.first else {
      return (false, 1)
    }
    return (true, compiled.model.content.products[product.position].unitPrice.ore)
  }
}
