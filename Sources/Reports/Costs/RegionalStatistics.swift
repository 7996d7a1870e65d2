import Costs
import Estimators
import SupplyModel

/// Table 4 from what was simulated: kronor per inhabitant, as figures for all regions.
///
/// Order statistics of the regions' own costs per inhabitant, not weighted by inhabitants.
enum RegionalStatistics {
  /// The table for programs.
  static func table(_ statements: [CostStatement]) -> Table {
    var table = Table(AnswerTables.medicineCostsDeclaration)
    let places = SimulatedRegionalCosts.places(statements)
    guard let first = places.first, let baseline = first.baseline else { return table }
    for policy in first.policies.indices where policy != baseline {
      func perInhabitant(_ kinds: [CostLine.Kind]) -> [Double] {
        places.map { place in
          kinds.reduce(0) { $0 + (place.total($1, policy: policy).increase ?? 0) }
            / Double(place.inhabitants ?? 1)
        }
      }
      let initial = perInhabitant([.investment, .oneOff])
      let running = perInhabitant([.running])
      for statistic in ReportedCosts.Statistic.allCases {
        table.append([
          .text(first.policies[policy]), .text(statistic.rawValue),
          .number(value(statistic, of: initial)), .number(value(statistic, of: running)),
        ])
      }
    }
    return table
  }

  /// A statistic of values, at least one: the median of an even number is between the two in the middle.
  static func value(_ statistic: ReportedCosts.Statistic, of values: [Double]) -> Double {
    let sorted = values.sorted()
    return switch statistic {
    case .min: sorted[0]
    case .max: sorted[sorted.count - 1]
    case .mean: sorted.reduce(0, +) / Double(sorted.count)
    case .median:
      (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
  }
}
