extension ReportWriter {
  /// A period of the course of events, as `phases.csv` has it.
  struct Period: Hashable {
    /// `before`, `during` or `after`.
    let part: String
    /// The phase's name; empty before and after.
    let phase: String
  }

  /// What is known of a group in a period under a policy.
  fileprivate struct PhaseName: Hashable {
    let policy: String
    let period: Period
    let level: String
    let key: String
    let measure: String
  }

  /// The estimates and differences of `phases.csv`.
  struct PhaseFigures {
    fileprivate var estimates: [PhaseName: ReportEstimate] = [:]
    fileprivate var differences: [PhaseName: ReportEstimate] = [:]
    fileprivate var counts: [PhaseName: Double] = [:]
    /// In the order of events.
    var periods: [Period] = []
    fileprivate var classes: [String] = []

    func estimate(_ policy: String, _ period: Period, _ measure: String) -> ReportEstimate? {
      estimates[
        PhaseName(policy: policy, period: period, level: "all", key: "all", measure: measure)]
    }
  }

  /// Figures by period; no periods where the scenario has no phases.
  var phaseFigures: PhaseFigures {
    var figures = PhaseFigures()
    guard let table = input.table("phases") else { return figures }
    let names = [
      "policy", "period", "phase", "level", "key", "measure", "unit", "mean", "ciLow", "ciHigh",
      "difference", "differenceLow", "differenceHigh", "n",
    ]
    let columns = names.compactMap(table.column)
    guard columns.count == names.count else { return figures }
    for row in table.rows {
      let cells = columns.map { row[$0] }
      let name = PhaseName(
        policy: cells[0], period: Period(part: cells[1], phase: cells[2]), level: cells[3],
        key: cells[4], measure: cells[5])
      func estimate(_ first: Int) -> ReportEstimate? {
        Double(cells[first]).map {
          ReportEstimate(
            unit: cells[6], mean: $0, low: Double(cells[first + 1]), high: Double(cells[first + 2]),
            p05: nil, median: nil, p95: nil)
        }
      }
      figures.estimates[name] = estimate(7)
      figures.differences[name] = estimate(10)
      figures.counts[name] = Double(cells[13])
      if !figures.periods.contains(name.period) { figures.periods.append(name.period) }
      if name.level == "demandClass", !figures.classes.contains(name.key) {
        figures.classes.append(name.key)
      }
    }
    return figures
  }

  /// A period in words.
  func name(of period: Period) -> String {
    switch period.part {
    case "before": words("peace, before any phase", "fred, före varje fas")
    case "after": words("the time after, outside all phases", "tiden efter, utanför alla faser")
    default: period.phase
    }
  }

  /// Unmet demand in peace and in each phase, apart, and by demand class in each of them.
  var phasesSection: ReportSection? {
    let figures = phaseFigures
    guard !figures.periods.isEmpty else { return nil }
    var blocks: [ReportBlock] = [
      .paragraph(
        words(
          "Each period is told by itself: of its own days, and of the replications in which it takes place. "
            + "A day of several phases counts to the one that began last. What is after a phase is neither "
            + "peace nor the phase: stock is still recovering.",
          "Varje period redovisas för sig: för sina egna dagar, och för de upprepningar där den inträffar. En "
            + "dag med flera faser räknas till den som började sist. Tiden efter en fas är varken fred eller "
            + "fasen: lagret återhämtar sig ännu.")),
      .table(periodsTable(figures)),
    ]
    for (place, period) in figures.periods.enumerated() {
      blocks += classBlocks(figures, period, place)
    }
    return ReportSection(
      id: "phases", title: words("Peace and each phase apart", "Fred och varje fas för sig"),
      blocks: blocks)
  }

  private func periodsTable(_ figures: PhaseFigures) -> ReportTable {
    let percent = words("% of demand", "% av behovet")
    let days = words("days", "dagar")
    return ReportTable(
      id: "phases-table",
      caption: words(
        "Unmet demand by period: mean (95 % interval)",
        "Ej tillgodosett behov per period: medelvärde (95 % konfidensintervall)"),
      columns: [
        .init(name: words("period", "period"), isNumber: false),
        .init(
          name: words("takes place in", "inträffar i"),
          unit: words("% of replications", "% av upprepningarna")),
        .init(name: words("length", "längd"), unit: days),
      ] + policies.map { .init(name: name($0), unit: percent) }
        + policies.map {
          .init(name: words("\($0), days' worth", "\($0), dagars behov"), unit: days)
        }
        + others.map {
          .init(
            name: "\($0) − \(baseline ?? "")", unit: words("percentage points", "procentenheter"))
        },
      rows: figures.periods.map { period in
        func place(_ policy: String, _ measure: String) -> PhaseName {
          PhaseName(policy: policy, period: period, level: "all", key: "all", measure: measure)
        }
        let first = policies.first ?? ""
        let share = (figures.counts[place(first, "days")] ?? 0) / Double(input.run.replications)
        return [
          ReportTable.Cell(text: name(of: period)),
          ReportTable.Cell(text: words.percent(share), value: share),
          words.cell(figures.estimates[place(first, "days")]),
        ]
          + policies.map {
            words.cell(figures.estimates[place($0, "unmetFraction")], percent: true)
          }
          + policies.map { words.cell(figures.estimates[place($0, "unmetDays")]) }
          + others.map {
            words.cell(figures.differences[place($0, "unmetFraction")], percent: true)
          }
      })
  }

  /// What each policy is enough for in one period, by demand class.
  private func classBlocks(
    _ figures: PhaseFigures, _ period: Period, _ place: Int
  ) -> [ReportBlock] {
    func name(_ policy: String, _ key: String) -> PhaseName {
      PhaseName(
        policy: policy, period: period, level: "demandClass", key: key, measure: "unmetFraction")
    }
    let classes = figures.classes.filter { key in
      policies.contains { figures.estimates[name($0, key)] != nil }
    }
    guard !classes.isEmpty else { return [] }
    let conclusions = others.compactMap { policy in
      conclusion(policy, classes) { figures.differences[name(policy, $0)] }
    }
    let title =
      words("By demand class: ", "Per behovsklass: ") + self.name(of: period)
    return [.heading(PlainText.capitalised(self.name(of: period))), .points(conclusions)]
      + [
        groupsChart(
          id: "phase-\(place + 1)", level: "demandClass", keys: classes, title: title,
          estimate: { figures.estimates[name($0, $1)] },
          difference: { figures.differences[name($0, $1)] })
      ]
  }
}
