extension ReportWriter {
  /// Unmet demand by demand class: what each policy is enough for.
  var classesSection: ReportSection? {
    let classes = input.groups("demandClass").filter { key in
      policies.contains { input.estimate($0, "unmetFraction", "demandClass", key) != nil }
    }
    // Over peace and war together they would be neither's: each period has its own.
    guard !classes.isEmpty, phaseFigures.periods.count < 2 else { return nil }
    var blocks: [ReportBlock] = []
    let conclusions = others.compactMap { policy in
      conclusion(policy, classes) {
        input.difference(policy, "unmetFraction", "demandClass", $0)
      }
    }
    if !conclusions.isEmpty { blocks.append(.points(conclusions)) }
    blocks.append(
      groupsChart(
        id: "classes", level: "demandClass", keys: classes,
        title: words("Unmet demand by demand class", "Ej tillgodosett behov per behovsklass")))
    return ReportSection(
      id: "classes", title: words("By demand class", "Per behovsklass"), blocks: blocks)
  }

  /// Where a policy lowers unmet demand beyond chance, where not, and where it raises it.
  func conclusion(
    _ policy: String, _ classes: [String], _ difference: (String) -> ReportEstimate?
  ) -> String? {
    var (lower, higher, unclear): ([String], [String], [String]) = ([], [], [])
    for key in classes {
      guard let change = difference(key) else { continue }
      let name = input.name("demandClass", key)
      if !isClear(change) || change.mean == 0 {
        unclear.append(name)
      } else if change.mean < 0 {
        lower.append(name)
      } else {
        higher.append(name)
      }
    }
    guard let baseline, !(lower + higher + unclear).isEmpty else { return nil }
    func list(_ keys: [String]) -> String {
      keys.isEmpty ? words("none", "ingen") : keys.joined(separator: ", ")
    }
    let total = classes.count
    return words(
      "\(policy), against \(baseline), lowers unmet demand in \(lower.count) of \(total) classes: "
        + "\(list(lower)). No difference that can be told from chance: \(list(unclear))."
        + (higher.isEmpty ? "" : " More is unmet in: \(list(higher))."),
      "\(policy) minskar, mot \(baseline), ej tillgodosett behov i \(lower.count) av \(total) klasser: "
        + "\(list(lower)). Ingen skillnad som kan skiljas från slumpen: \(list(unclear))."
        + (higher.isEmpty ? "" : " Mer blir otillgodosett i: \(list(higher))."))
  }

  /// Regions compared; where there is one, who has the duty in it.
  var placesSection: ReportSection? {
    let level = ["region", "authority"].first { input.groups($0).count > 1 }
    guard let level else { return nil }
    let keys = input.groups(level).filter { key in
      policies.contains { input.estimate($0, "unmetFraction", level, key) != nil }
    }
    guard !keys.isEmpty else { return nil }
    let isOfRegions = level == "region"
    let title =
      isOfRegions
      ? words("Unmet demand by region", "Ej tillgodosett behov per region")
      : words("Unmet demand by authority", "Ej tillgodosett behov per huvudman")
    var blocks: [ReportBlock] = []
    if keys.count <= 30 {
      blocks.append(groupsChart(id: "places", level: level, keys: keys, title: title))
    } else {
      blocks.append(
        .table(
          groupsTable(
            id: "places-table", level: level, keys: keys, title: title,
            estimate: { input.estimate($0, "unmetFraction", level, $1) },
            difference: { input.difference($0, "unmetFraction", level, $1) })))
    }
    if input.hasPrices { blocks.append(.table(moneyTable(level, keys))) }
    return ReportSection(
      id: "places",
      title: isOfRegions
        ? words("Regions compared", "Regionerna jämförda")
        : words("Authorities compared", "Huvudmännen jämförda"), blocks: blocks)
  }

  /// Unmet demand of groups in a picture and a table.
  func groupsChart(
    id: String, level: String, keys: [String], title: String,
    estimate: ((_ policy: String, _ key: String) -> ReportEstimate?)? = nil,
    difference: ((_ policy: String, _ key: String) -> ReportEstimate?)? = nil
  ) -> ReportBlock {
    let estimate = estimate ?? { input.estimate($0, "unmetFraction", level, $1) }
    let difference = difference ?? { input.difference($0, "unmetFraction", level, $1) }
    let rows = keys.map { key in
      DotChart.Row(
        label: input.name(level, key),
        dots: policies.enumerated().compactMap { place, policy in
          estimate(policy, key).map { DotChart.Dot(place, $0, factor: 100) }
        })
    }
    let chart = DotChart.chart(
      id: id + "-chart", title: title,
      description: words(
        "For each \(words.level(level)) a mark for each policy's mean and a line for its 95 % interval, "
          + "in % of demand. The table has the numbers.",
        "För varje \(words.level(level)) en markering för varje policys medelvärde och en linje för dess "
          + "95 % konfidensintervall, i % av behovet. Tabellen har siffrorna."),
      axis: words("unmet demand, % of demand", "ej tillgodosett behov, % av behovet"), rows: rows,
      series: policies, words: words)
    return .chart(
      chart,
      groupsTable(
        id: id + "-table", level: level, keys: keys, title: title, estimate: estimate,
        difference: difference))
  }

  /// Unmet demand of groups by policy, and the difference to the baseline.
  private func groupsTable(
    id: String, level: String, keys: [String], title: String,
    estimate: (_ policy: String, _ key: String) -> ReportEstimate?,
    difference: (_ policy: String, _ key: String) -> ReportEstimate?
  ) -> ReportTable {
    let percent = words("% of demand", "% av behovet")
    let points = words("percentage points", "procentenheter")
    return ReportTable(
      id: id, caption: title,
      columns: [.init(name: words.level(level), isNumber: false)]
        + policies.map { .init(name: $0, unit: percent) }
        + others.map { .init(name: "\($0) − \(baseline ?? "")", unit: points) },
      rows: keys.map { key in
        [ReportTable.Cell(text: input.name(level, key))]
          + policies.map { words.cell(estimate($0, key), percent: true) }
          + others.map { words.cell(difference($0, key), percent: true) }
      }, isSortable: true)
  }

  private func moneyTable(_ level: String, _ keys: [String]) -> ReportTable {
    let columns = [
      ("averageStockSEK", words("stock value", "lagervärde"), words("kSEK", "tkr")),
      ("discardedSEKPerYear", words("discarded", "kasserat"), words("kSEK a year", "tkr per år")),
    ]
    return ReportTable(
      id: "places-money",
      caption: words("Stock value and discard", "Lagervärde och kassation"),
      columns: [.init(name: words.level(level), isNumber: false)]
        + columns.flatMap { column in
          policies.map { .init(name: "\(column.1), \($0)", unit: column.2) }
        },
      rows: keys.map { key in
        [ReportTable.Cell(text: input.name(level, key))]
          + columns.flatMap { column in
            policies.map { policy in
              amount(input.estimate(policy, column.0, level, key), factor: 1e-3)
            }
          }
      }, isSortable: true)
  }

  /// A mean alone, where tables are wide.
  func amount(_ estimate: ReportEstimate?, factor: Double = 1, percent: Bool = false)
    -> ReportTable.Cell
  {
    guard let estimate else { return .none }
    return ReportTable.Cell(
      text: percent ? words.percent(estimate.mean) : words.number(estimate.mean * factor),
      value: estimate.mean)
  }
}
