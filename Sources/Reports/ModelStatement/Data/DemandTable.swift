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
    let words = facts.words
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
          [
            kind.several(order, words), words.whole(members.count),
            range(members.map(\.normal), words),
          ])
      } else {
        rows += order.map { family in
          let rates = rates[family] ?? []
          return [kind.one(family, words), words.whole(rates.count), range(rates, words)]
        }
      }
    }
    let columns = [
      words("demand of a day", "en dags behov"), words("rows of consumption", "förbrukningsrader"),
      words(
        "normal consumption of a row, units/day", "normalförbrukning för en rad, enheter/dag"),
    ]
    return .table(columns: columns, rows: rows)
  }

  private static func range(_ rates: [DailyRate], _ words: StatementWords) -> Prose {
    func text(_ rate: DailyRate?) -> Prose {
      words.decimal(Int128((rate ?? .zero).nanoUnits), decimals: 9)
    }
    return words.range(text(rates.min()), text(rates.max()))
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
    alike(
      { $0 == .constant },
      {
        $0(
          "always its mean; fractions add up to whole units",
          "alltid medelvärdet; delar läggs ihop till hela enheter")
      })
  }

  private static var poisson: Kind {
    alike({ $0 == .poisson }, { $0("Poisson", "Poisson") })
  }

  private static var bursts: Kind {
    Kind(
      has: { index(of: $0) != nil },
      one: { family, words in
        let index = words.number(index(of: family) ?? 1)
        return words(
          "negative binomial, variance \(index) × mean",
          "negativ binomial, varians \(index) × medelvärde")
      },
      several: { families, words in
        let all = families.compactMap(index)
        let (low, high) = (words.number(all.min() ?? 1), words.number(all.max() ?? 1))
        return words(
          "negative binomial, variance \(low) to \(high) × mean",
          "negativ binomial, varians \(low) till \(high) × medelvärde")
      })
  }

  private static var events: Kind {
    Kind(
      has: { sizes(of: $0) != nil },
      one: { family, words in
        let sizes = sizes(of: family).map { words.units($0) } ?? .empty
        return words(
          "compound Poisson, units at a time: \(sizes)",
          "sammansatt Poisson, enheter åt gången: \(sizes)")
      },
      several: { families, words in
        words(
          "compound Poisson, \(families.count) distributions of units at a time",
          "sammansatt Poisson, \(families.count) fördelningar av enheter åt gången")
      })
  }

  private static var asStated: Kind {
    Kind(
      has: { stated(by: $0) != nil },
      one: { family, words in
        let units = stated(by: family).map { words.units($0) } ?? .empty
        return words(
          "whatever normal consumption says, a stated distribution: \(units)",
          "oavsett normalförbrukningen en angiven fördelning: \(units)")
      },
      several: { families, words in
        words(
          "whatever normal consumption says, \(families.count) stated distributions",
          "oavsett normalförbrukningen \(families.count) angivna fördelningar")
      })
  }

  private static var history: Kind {
    var kind = alike(
      isHistory,
      {
        $0(
          "weeks drawn from a history of use, whatever normal consumption says",
          "veckor som slumpas ur en förbrukningshistorik, oavsett normalförbrukningen")
      })
    kind.key = { _ in .empirical(ConsumptionHistory(unitsPerDay: [], firstWeekday: 0)) }
    return kind
  }

  /// A family that is said in the same words, whatever its parameters.
  private static func alike(
    _ has: @escaping (DemandFamily) -> Bool, _ name: @escaping (StatementWords) -> Prose
  ) -> Kind {
    Kind(has: has, one: { _, words in name(words) }, several: { _, words in name(words) })
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
