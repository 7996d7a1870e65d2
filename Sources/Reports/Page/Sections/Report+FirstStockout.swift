extension ReportWriter {
  /// How long it takes until somebody, anywhere, goes without any product; then by demand class.
  var firstStockoutSection: ReportSection? {
    var blocks: [ReportBlock] = []
    if let chart = survival {
      blocks = [
        .paragraph(
          words(
            "The first stock-out of all: the first day on which any care unit lacks any product. With many "
              + "products and units it comes early.",
            "Den första bristen av alla: första dagen då någon vårdenhet saknar någon produkt. Med många "
              + "produkter och enheter kommer den tidigt.")), chart,
      ]
    }
    if let table = firstByClass { blocks.append(.table(table)) }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "first-stockout",
      title: words("Time until the first stock-out", "Tid till första bristen"), blocks: blocks)
  }

  /// The share of replications without a stock-out so far.
  private var survival: ReportBlock? {
    guard let table = input.table("replications"), let policy = table.column("policy"),
      let first = table.column("firstStockoutDay")
    else { return nil }
    var days: [String: [Double]] = [:]
    for row in table.rows {
      if let day = Double(row[first]) { days[row[policy], default: []].append(day) }
    }
    guard let last = days.values.joined().max() else { return nil }
    // Beyond the last of all first ones there is nothing to see; what comes early is told by day.
    let isInDays = last < 56
    let unit = isInDays ? 1.0 : 7
    let length = (min(input.run.horizon.days, last + unit) / unit).rounded(.up)
    func share(_ policy: String, without day: Double) -> Double? {
      guard let all = days[policy], !all.isEmpty else { return nil }
      return Double(all.count { $0 >= day }) / Double(all.count)
    }
    // More points than the picture has room for would show nothing more.
    let gap = max(1, (length / 2_000).rounded(.up))
    let lines = policies.enumerated().map { place, policy in
      TimeChart.Line(
        series: place, label: policy,
        points: stride(from: 0, through: length, by: gap).compactMap { step in
          share(policy, without: step * unit).map {
            TimeChart.Point(day: step * unit, value: $0 * 100)
          }
        })
    }
    let time = isInDays ? words("days", "dagar") : words("weeks", "veckor")
    let title = words("Replications without a stock-out so far", "Upprepningar utan brist hittills")
    let told =
      [0.0, 1, 2, 3, 4, 6, 8, 13, 26, 39, 52, 78, 104, 156, 208, 260].filter { $0 < length }
      + [length]
    let numbers = ReportTable(
      id: "first-stockout-table", caption: title,
      columns: [.init(name: time)]
        + policies.map { .init(name: $0, unit: words("% of replications", "% av upprepningarna")) },
      rows: told.map { step in
        [ReportTable.Cell(text: words.count(step), value: step)]
          + policies.map { policy in
            share(policy, without: step * unit).map {
              ReportTable.Cell(text: words.percent($0), value: $0)
            } ?? .none
          }
      })
    let chart = TimeChart.chart(
      id: "first-stockout-chart", title: title,
      description: words(
        "The share of replications in which no care unit has yet gone without any product, falling over "
          + "time, for each policy.",
        "Andelen upprepningar där ingen vårdenhet ännu saknat någon produkt, fallande över tiden, för "
          + "varje policy."),
      xTitle: time,
      yTitle: words("% of replications without a stock-out", "% av upprepningarna utan brist"),
      lines: lines, isStepped: true, isInDays: isInDays, words: words)
    return .chart(chart, numbers)
  }

  /// The median of the first day of each demand class, and what nine of ten replications give.
  private var firstByClass: ReportTable? {
    func first(_ policy: String, _ key: String) -> ReportEstimate? {
      input.estimate(policy, "firstStockoutDay", "demandClass", key)
    }
    let classes = input.groups("demandClass").filter { key in
      policies.contains { first($0, key)?.median != nil }
    }
    guard classes.count > 1 else { return nil }
    let horizon = input.run.horizon.days
    func text(_ day: Double) -> String {
      day >= horizon ? words("none", "ingen") : words.count(day.rounded())
    }
    return ReportTable(
      id: "first-by-class",
      caption: words(
        "Days until the first stock-out of a demand class: median (5–95 % of replications)",
        "Dagar till första bristen i en behovsklass: median (5–95 % av upprepningarna)"),
      columns: [.init(name: words.level("demandClass"), isNumber: false)]
        + policies.map { .init(name: $0, unit: words("days", "dagar")) },
      rows: classes.map { key in
        [ReportTable.Cell(text: input.name("demandClass", key))]
          + policies.map { policy in
            guard let days = first(policy, key), let median = days.median, let low = days.p05,
              let high = days.p95
            else { return .none }
            return ReportTable.Cell(
              text: "\(text(median)) (\(text(low))–\(text(high)))", value: median)
          }
      }, isSortable: true)
  }
}
