import Estimators
import Quantities
import Replications
public import Studies
import SupplyModel

/// What `endure` prints: weeks to the first unmet demand once all inbound supply has stopped.
public struct EnduranceSummary: Sendable {
  /// The lines, without line ends and without blanks at the end.
  public let lines: [String]

  /// The text, ended by a line feed.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// How many products are named as the first to run out.
  private static let named = 5

  /// The summary of finished studies, one for each condition, of one scenario.
  public init(of results: [EnduranceResult], version: String) {
    guard let content = results.first?.study.compiled.model.content else {
      lines = []
      return
    }
    let replications = results[0].study.replications.count
    let heading =
      PlainText.wrapped(content.title, indent: 0)
      + PlainText.wrapped(
        [
          "\(replications) replication\(replications == 1 ? "" : "s")",
          "seed \(content.experiment.seed)", "buffert \(version)",
        ].joined(separator: " · "), indent: 0)
    let sections =
      [heading] + results.map { Self.section($0) }
      + [Self.meaning(results, content)]
    lines = Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// One condition: when supply stops, then a table for regions and one for care units.
  private static func section(_ result: EnduranceResult) -> [String] {
    let content = result.study.compiled.model.content
    let condition =
      result.study.condition == EnduranceSummary.peace
      ? "in peace" : "as “\(result.study.condition)” begins"
    let when = result.study.cutDate.map { "on \($0), \(condition)" } ?? condition
    let days = HorizonText.text(
      max(
        1,
        (content.experiment.horizonDays - result.study.firstCutDay)
          / content.experiment.ticksPerDay))
    let opening =
      "All inbound supply stops \(when). Weeks until the first unmet demand, the lowest of several "
      + "products counted: median (5–95 %) over replications, followed for \(days)."
    return PlainText.wrapped(opening, indent: 0) + laterPhases(result)
      + [""]
      + table(result, pooledRows(result))
      + [""] + table(result, unitRows(result)) + firstOut(result)
  }

  /// The condition that is no phase.
  public static let peace = "peace"

  /// A line of a table, and what is told in it.
  private struct Line {
    let name: String
    let level: EnduranceLevel
    let key: String
    let measure: EnduranceMeasure
  }

  /// Of the stock of regions.
  private static func pooledRows(_ result: EnduranceResult) -> [Line] {
    let rows = result.estimates(policy: 0).map(\.row).filter { $0.measure == .enduranceDays }
    let regions = rows.filter { $0.level == .region }
    var lines: [Line] = []
    for row in rows {
      let name: String
      switch row.level {
      case .all: name = regions.count > 1 ? "lowest region, all products" : "all products"
      case .region where regions.count > 1: name = row.key
      case .category, .demandClass: name = row.key
      default: continue
      }
      lines.append(Line(name: name, level: row.level, key: row.key, measure: row.measure))
    }
    return lines
  }

  /// Of care units.
  private static func unitRows(_ result: EnduranceResult) -> [Line] {
    result.estimates(policy: 0).map(\.row).compactMap { row in
      let whose: String
      switch row.level {
      case .tier: whose = row.key
      case .carePriority: whose = "care priority \(row.key)"
      default: return nil
      }
      let name = row.measure == .firstUnmetDays ? "the first \(whose)" : "each \(whose)"
      return Line(name: name, level: row.level, key: row.key, measure: row.measure)
    }
  }

  private static func table(_ result: EnduranceResult, _ rows: [Line]) -> [String] {
    guard !rows.isEmpty else { return [] }
    var table = AlignedColumns(names: rows.map(\.name))
    for (policy, name) in result.policyNames.enumerated() {
      let estimates = rows.map {
        result.estimate(policy: policy, level: $0.level, key: $0.key, measure: $0.measure)
      }
      // One column, so that a wide table does not part the two.
      table.add([name, "weeks, not out"], estimates.map(cell))
    }
    return table.lines()
  }

  /// Median and spread in weeks, to one decimal; `≥` where it had not run out at the end.
  private static func weeks(_ estimate: EnduranceEstimate?) -> AlignedColumns.Cell {
    guard let estimate, estimate.quantiles.count == 5 else { return .none }
    let shares = [0.05, 0.25, 0.5, 0.75, 0.95]
    let texts = zip(estimate.quantiles, shares).map { days, share in
      let isOpen = (estimate.censoredShare ?? 0) > 1 - share
      return (isOpen ? "≥" : "") + ReadableNumber.text(days / 7, decimals: 1)
    }
    return .init(value: texts[2], detail: "(\(texts[0])–\(texts[4]))")
  }

  /// The same, with the share in which nothing had run out at the end.
  private static func cell(_ estimate: EnduranceEstimate?) -> AlignedColumns.Cell {
    guard let share = estimate?.censoredShare else { return .none }
    var cell = weeks(estimate)
    cell.detail += ", \(ReadableNumber.text(share * 100, decimals: 0)) %"
    return cell
  }

  /// The products that run out first in the pooled stock of a region, by policy.
  private static func firstOut(_ result: EnduranceResult) -> [String] {
    let count = result.study.compiled.products.count
    guard count > 1 else { return [] }
    return [""]
      + result.policyNames.enumerated().flatMap { policy, name -> [String] in
        let found = result.estimates(policy: policy).filter {
          $0.row.level == .product && $0.row.measure == .enduranceDays && !$0.quantiles.isEmpty
        }
        let order = found.indices.sorted {
          (found[$0].quantiles[2], $0) < (found[$1].quantiles[2], $1)
        }
        let list = order.prefix(named).map {
          "\(found[$0].row.key) (\(weeks(found[$0]).value))"
        }
        return PlainText.wrapped(
          "\(PlainText.capitalised(name)) runs out first of \(list.joined(separator: ", ")): median, "
            + "weeks of the stock of a region.")
      }
  }

  /// What begins after the cut, in peace.
  private static func laterPhases(_ result: EnduranceResult) -> [String] {
    guard result.study.condition == peace else { return [] }
    let content = result.study.compiled.model.content
    var silenced: Set<String> = []
    // A phase stands behind what triggers it or before it: as many rounds as there are phases reach all.
    for _ in content.timeline {
      for phase in content.timeline {
        if case .after(let name, _, _)? = phase.timing?.begin, silenced.contains(name) {
          silenced.insert(phase.name)
        }
        if phase.timing?.probabilityBasisPoints == 0 { silenced.insert(phase.name) }
      }
    }
    let later = content.timeline.dropLast().filter {
      $0.firstDay > result.study.firstCutDay && $0.firstDay < content.experiment.horizonDays
        && !($0.timing != nil && silenced.contains($0.name))
    }
    guard !later.isEmpty else { return [] }
    let list = later.map { phase in
      let day = content.experiment.calendarDay(ofTick: phase.firstDay - result.study.firstCutDay)
      return "\(phase.name) \(phase.timing == nil ? "" : "not before ")\(day) days later"
    }
    return PlainText.wrapped(
      "The timeline goes on as it is stated: \(list.joined(separator: ", ")).")
  }

  /// What the rows mean, and what the figures do not say.
  private static func meaning(
    _ results: [EnduranceResult], _ content: SupplyModel.Content
  ) -> [String] {
    var texts = [
      "The upper rows are of a region's stock as if all of it, what is on its way between its locations "
        + "included, were in one place and free to use; the rows of care units are of what each has and "
        + "the stores above it still send. Both meet the same patients. “The first” is the first of all "
        + "care units, with any product.",
      "“Not out” is the share in which nothing had run out at the end of the horizon; ≥ is told where "
        + "that is so. Spread and shares are over replications; what other assumptions would change is "
        + "not in them.",
    ]
    if case .buildUp = content.experiment.start,
      results.contains(where: { $0.study.firstCutDay == 0 })
    {
      texts.insert(
        "Policies begin on the first day with the baseline's stock: supply that stops on that day finds "
          + "the same under each of them (--on chooses a later date).", at: 0)
    }
    return texts.flatMap { PlainText.wrapped($0, indent: 0) }
  }
}
