extension ReportWriter {
  /// A measure that policies are compared by.
  private struct Shown {
    let measure: String
    let name: String
    let unit: String
    var factor = 1.0
    var isPercent = false
  }

  /// Unmet demand, discard, capital and cost of each policy, in a table and in pictures.
  var policiesSection: ReportSection? {
    let shown = self.shown.filter { measure in
      policies.contains { input.estimate($0, measure.measure) != nil }
    }
    guard !shown.isEmpty else { return nil }
    let means = comparison(
      shown, policies, id: "policies-table",
      caption: words(
        "Policies: mean (95 % interval)", "Policyer: medelvärde (95 % konfidensintervall)")
    ) { policy, measure in input.estimate(policy, measure) }
    var blocks: [ReportBlock] = [.table(means)]
    if !others.isEmpty {
      let baseline = baseline ?? ""
      let differences = comparison(
        shown, others, id: "differences-table",
        caption: words(
          "Paired difference to \(baseline): mean (95 % interval)",
          "Parad skillnad mot \(baseline): medelvärde (95 % konfidensintervall)"),
        percent: words("percentage points", "procentenheter")
      ) { policy, measure in input.difference(policy, measure) }
      blocks.append(.table(differences))
    }
    let pictured = [
      "unmetFraction", "discardedSEKPerYear", "averageStockSEK", "runningSEKPerInhabitantYear",
    ]
    for measure in shown where pictured.contains(measure.measure) {
      blocks.append(picture(measure))
    }
    return ReportSection(
      id: "policies", title: words("Policies compared", "Policyerna jämförda"), blocks: blocks)
  }

  private var shown: [Shown] {
    var list = [
      Shown(
        measure: "unmetFraction", name: words("unmet demand", "ej tillgodosett behov"),
        unit: words("% of demand", "% av behovet"), isPercent: true),
      Shown(
        measure: "stockoutDaysPerCareUnitYear", name: words("stock-out days", "bristdagar"),
        unit: words("per care unit and year", "per vårdenhet och år")),
    ]
    if input.hasPrices {
      for (measure, name, per) in [
        ("discardedSEKPerYear", words("discarded", "kasserat"), words(" a year", " per år")),
        ("averageStockSEK", words("stock value", "lagervärde"), ""),
        ("peakStockSEK", words("highest stock value", "högsta lagervärde"), ""),
      ] {
        let scale = money(measure)
        list.append(
          Shown(measure: measure, name: name, unit: scale.unit + per, factor: scale.factor))
      }
    }
    list.append(
      Shown(
        measure: "averagePallets", name: words("room", "utrymme"),
        unit: words("pallet places", "pallplatser")))
    let total = money("runningSEKPerYear")
    list += [
      Shown(
        measure: "runningSEKPerYear", name: words("running cost", "löpande kostnad"),
        unit: total.unit + words(" a year", " per år"), factor: total.factor),
      Shown(
        measure: "runningSEKPerInhabitantYear",
        name: words("running cost per inhabitant", "löpande kostnad per invånare"),
        unit: words("SEK per inhabitant and year", "kr per invånare och år")),
    ]
    return list
  }

  /// A row for each measure and a column for each policy, which fits a page; `percent` names the unit of
  /// shares where it is another than the measure's.
  private func comparison(
    _ shown: [Shown], _ policies: [String], id: String, caption: String, percent: String? = nil,
    _ estimate: (_ policy: String, _ measure: String) -> ReportEstimate?
  ) -> ReportTable {
    ReportTable(
      id: id, caption: caption,
      columns: [
        .init(name: words("measure", "mått"), isNumber: false),
        .init(name: words("unit", "enhet"), isNumber: false),
      ] + policies.map { .init(name: name($0)) },
      rows: shown.map { measure in
        [
          ReportTable.Cell(text: measure.name),
          ReportTable.Cell(text: measure.isPercent ? percent ?? measure.unit : measure.unit),
        ]
          + policies.map {
            words.cell(
              estimate($0, measure.measure), factor: measure.factor, percent: measure.isPercent)
          }
      })
  }

  private func picture(_ shown: Shown) -> ReportBlock {
    let factor = shown.isPercent ? 100 : shown.factor
    let rows = policies.enumerated().compactMap { place, policy -> DotChart.Row? in
      guard let estimate = input.estimate(policy, shown.measure) else { return nil }
      return DotChart.Row(label: policy, dots: [DotChart.Dot(place, estimate, factor: factor)])
    }
    let title = PlainText.capitalised(shown.name) + words(" by policy", " per policy")
    let table = ReportTable(
      id: "\(shown.measure)-table", caption: title,
      columns: [
        .init(name: words("policy", "policy"), isNumber: false),
        .init(name: words("mean (95 % interval)", "medelvärde (95 % intervall)"), unit: shown.unit),
        .init(name: words("5–95 % of replications", "5–95 % av upprepningarna"), unit: shown.unit),
      ],
      rows: policies.map { policy in
        let estimate = input.estimate(policy, shown.measure)
        return [
          ReportTable.Cell(text: policy),
          words.cell(estimate, factor: shown.factor, percent: shown.isPercent),
          spread(estimate, shown),
        ]
      })
    let chart = DotChart.chart(
      id: "\(shown.measure)-chart", title: title,
      description: words(
        "A mark for each policy's mean and a line for its 95 % interval, in \(shown.unit). The table "
          + "has the numbers.",
        "En markering för varje policys medelvärde och en linje för dess 95 % konfidensintervall, i "
          + "\(shown.unit). Tabellen har siffrorna."),
      axis: shown.unit, rows: rows, words: words)
    return .chart(chart, table)
  }

  /// What nine of ten replications give.
  private func spread(_ estimate: ReportEstimate?, _ shown: Shown) -> ReportTable.Cell {
    guard let estimate, let low = estimate.p05, let high = estimate.p95 else { return .none }
    let ends = ReportEstimate(
      unit: estimate.unit, mean: estimate.mean, low: low, high: high, p05: nil, median: nil,
      p95: nil)
    let text = words.text(ends, factor: shown.factor, percent: shown.isPercent)
    return ReportTable.Cell(text: text.interval ?? "–")
  }

  /// What more stock buys: unmet demand against the value of stock.
  var frontierSection: ReportSection? {
    guard input.hasPrices, policies.count > 1 else { return nil }
    let scale = money("averageStockSEK")
    let points = policies.enumerated().compactMap { place, policy -> FrontierChart.Point? in
      guard let stock = input.estimate(policy, "averageStockSEK"),
        let unmet = input.estimate(policy, "unmetFraction")
      else { return nil }
      return FrontierChart.Point(
        label: policy, x: DotChart.Dot(place, stock, factor: scale.factor),
        y: DotChart.Dot(place, unmet, factor: 100))
    }
    guard points.count > 1 else { return nil }
    let stock = words("stock value, \(scale.unit)", "lagervärde, \(scale.unit)")
    let unmet = words("unmet demand, % of demand", "ej tillgodosett behov, % av behovet")
    let title = words("Unmet demand against stock value", "Ej tillgodosett behov mot lagervärde")
    let table = ReportTable(
      id: "frontier-table", caption: title,
      columns: [
        .init(name: words("policy", "policy"), isNumber: false),
        .init(name: words("stock value", "lagervärde"), unit: scale.unit),
        .init(
          name: words("unmet demand", "ej tillgodosett behov"),
          unit: words("% of demand", "% av behovet")),
      ],
      rows: policies.map { policy in
        [
          ReportTable.Cell(text: policy),
          words.cell(input.estimate(policy, "averageStockSEK"), factor: scale.factor),
          words.cell(input.estimate(policy, "unmetFraction"), percent: true),
        ]
      })
    let chart = FrontierChart.chart(
      id: "frontier-chart", title: title,
      description: words(
        "Each policy's stock value to the right and unmet demand upwards, joined from least to most "
          + "stock, with lines for 95 % intervals.",
        "Varje policys lagervärde åt höger och ej tillgodosedda behov uppåt, förbundna från minst till "
          + "mest lager, med linjer för 95 % konfidensintervall."),
      xTitle: stock, yTitle: unmet, points: points, words: words)
    return ReportSection(
      id: "frontier", title: words("What more stock buys", "Vad mer lager ger"),
      blocks: [.chart(chart, table)])
  }
}
