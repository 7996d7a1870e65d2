import Quantities
import RandomStreams
import SupplyModel

/// The demand of a scenario by family, with the range of what is expected to be used.
///
/// Many parameters of one family are one row with their range: a table of consumption may have
/// hundreds.
enum DemandTable {
  /// How many parameters of one family have rows of their own. [1]
  private static let listed = 6

  static func block(_ facts: StatementFacts) -> StatementBlock {
    var rows: [[Prose]] = []
    for kind in kinds {
      let members = facts.content.consumption.filter { kind.has($0.family) }
      var order: [DemandFamily] = []
      var rates: [DemandFamily: [DailyRate]] = [:]
      for use in members {
        let family = kind.key(use.family)
        if rates[family] == nil { order.append(family) }
        rates[family, default: []].append(use.normal)
      }
      if order.count > listed {
        rows.append(
          [kind.several(order, facts.words), "\(members.count)", range(members.map(\.normal))])
      } else {
        rows += order.map { family in
          let rates = rates[family] ?? []
          return [kind.one(family, facts.words), "\(rates.count)", range(rates)]
        }
      }
    }
    return .table(
      columns: [
        "demand of a day", "rows of consumption", "normal consumption of a row, units/day",
      ],
      rows: rows)
  }

  private static func range(_ rates: [DailyRate]) -> Prose {
    func text(_ rate: DailyRate?) -> Prose {
      let parts = Int128((rate ?? .zero).nanoUnits)
      return "\(FixedPointText.text(scaled: parts, decimals: 9, trimmingZeros: true))"
    }
    let (low, high) = (text(rates.min()), text(rates.max()))
    return low == high ? low : "\(low) to \(high)"
  }

  /// A family of demand in words: with one value of its parameters, and with several.
  private struct Kind {
    let has: (DemandFamily) -> Bool
    let one: (DemandFamily, StatementWords) -> Prose
    let several: ([DemandFamily], StatementWords) -> Prose
    /// What tells rows apart: histories are all alike, however long.
    var key: (DemandFamily) -> DemandFamily = { $0 }
  }

  private static var kinds: [Kind] { [constant, poisson, bursts, events, asStated, history] }

  private static var constant: Kind {
    alike({ $0 == .constant }, "always its mean; fractions add up to whole units")
  }

  private static var poisson: Kind { alike({ $0 == .poisson }, "Poisson") }

  private static var bursts: Kind {
    Kind(
      has: { index(of: $0) != nil },
      one: { "negative binomial, variance \($1.number(index(of: $0) ?? 1)) × mean" },
      several: { families, words in
        let all = families.compactMap(index)
        return "negative binomial, variance \(words.number(all.min() ?? 1)) to "
          + "\(words.number(all.max() ?? 1)) × mean"
      })
  }

  private static var events: Kind {
    Kind(
      has: { sizes(of: $0) != nil },
      one: { "compound Poisson, units at a time: \(sizes(of: $0).map($1.units) ?? "")" },
      several: { families, _ in
        "compound Poisson, \(families.count) distributions of units at a time"
      })
  }

  private static var asStated: Kind {
    Kind(
      has: { stated(by: $0) != nil },
      one: {
        "whatever normal consumption says, a stated distribution: "
          + "\(stated(by: $0).map($1.units) ?? "")"
      },
      several: { families, _ in
        "whatever normal consumption says, \(families.count) stated distributions"
      })
  }

  private static var history: Kind {
    var kind = alike(
      isHistory, "weeks drawn from a history of use, whatever normal consumption says")
    kind.key = { _ in .empirical(ConsumptionHistory(unitsPerDay: [], firstWeekday: 0)) }
    return kind
  }

  /// A family that is said in the same words, whatever its parameters.
  private static func alike(_ has: @escaping (DemandFamily) -> Bool, _ name: Prose) -> Kind {
    Kind(has: has, one: { _, _ in name }, several: { _, _ in name })
  }

  private static func index(of family: DemandFamily) -> Double? {
    if case .negativeBinomial(let index) = family { index } else { nil }
  }

  private static func sizes(of family: DemandFamily) -> CountDistribution? {
    if case .compoundPoisson(let sizes) = family { sizes } else { nil }
  }

  private static func stated(by family: DemandFamily) -> CountDistribution? {
    if case .stated(let distribution) = family { distribution } else { nil }
  }

  private static func isHistory(_ family: DemandFamily) -> Bool {
    if case .empirical = family { true } else { false }
  }
}
