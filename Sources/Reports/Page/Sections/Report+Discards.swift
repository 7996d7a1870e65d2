extension ReportWriter {
  /// A year or a quarter of the run, as `discard-by-year.csv` has it.
  private struct DiscardRow {
    let policy: String
    let isYear: Bool
    let number: Int
    let from: String
    let days: Double
    let estimate: ReportEstimate
    let notYetDue: Int
  }

  /// What expires year by year: a wave about one remaining life after a build-up.
  var discardsSection: ReportSection? {
    let rows = discardRows
    let years = rows.filter(\.isYear)
    guard let last = years.last, years.contains(where: { $0.estimate.mean > 0 }) else { return nil }
    let isMoney = rows.first?.estimate.unit == "SEK"
    let scale =
      isMoney
      ? words.money(years.map(\.estimate.mean)) : (factor: 1, unit: words("units", "enheter"))
    var blocks: [ReportBlock] = [.points(waves(years, scale)), .paragraph(reach(last))]
    blocks.append(.table(yearsTable(years, scale)))
    let quarters = rows.filter { !$0.isYear }
    if let picture = picture(quarters, scale) { blocks.append(picture) }
    return ReportSection(
      id: "discards", title: words("Discard year by year", "Kassation år för år"), blocks: blocks)
  }

  private var discardRows: [DiscardRow] {
    guard let table = input.table("discard-by-year") else { return [] }
    let names = [
      "policy", "period", "number", "from", "days", "measure", "unit", "mean", "ciLow", "ciHigh",
      "p05", "p50", "p95", "productsNotYetDue",
    ]
    let columns = names.compactMap(table.column)
    guard columns.count == names.count else { return [] }
    let measure = input.hasPrices ? "discardedSEK" : "discarded"
    return table.rows.compactMap { row in
      let cells = columns.map { row[$0] }
      guard cells[5] == measure, let mean = Double(cells[7]), let number = Int(cells[2]) else {
        return nil
      }
      return DiscardRow(
        policy: cells[0], isYear: cells[1] == "year", number: number, from: cells[3],
        days: Double(cells[4]) ?? 0,
        estimate: ReportEstimate(
          unit: cells[6], mean: mean, low: Double(cells[8]), high: Double(cells[9]),
          p05: Double(cells[10]), median: Double(cells[11]), p95: Double(cells[12])),
        notYetDue: Int(cells[13]) ?? 0)
    }
  }

  /// For each policy its first whole year and the one with most.
  private func waves(
    _ years: [DiscardRow], _ scale: (factor: Double, unit: String)
  ) -> [String] {
    policies.compactMap { policy in
      let own = years.filter { $0.policy == policy && $0.days == 365 }
      guard let first = own.first, own.count > 1,
        let most = own.max(by: { $0.estimate.mean < $1.estimate.mean })
      else { return nil }
      func amount(_ row: DiscardRow) -> String {
        let shown = words.text(row.estimate, factor: scale.factor)
        return shown.mean + (shown.interval.map { " (\($0))" } ?? "") + " " + scale.unit
      }
      guard most.number != first.number else {
        return words(
          "\(name(policy)): most in the first year, \(amount(first)).",
          "\(name(policy)): mest det första året, \(amount(first)).")
      }
      return words(
        "\(name(policy)): \(amount(first)) in the first year, most in year \(most.number): "
          + "\(amount(most)).",
        "\(name(policy)): \(amount(first)) det första året, mest år \(most.number): "
          + "\(amount(most)).")
    }
  }

  /// Whether the run is as long as goods live.
  private func reach(_ last: DiscardRow) -> String {
    let (count, all) = (last.notYetDue, input.run.products)
    guard count > 0 else {
      return words(
        "The run is longer than anything lives when it is received: every product's goods from its first "
          + "day have had time to expire, so that a wave after a build-up is in the figures.",
        "Körningen är längre än vad något lever från leverans: allt som kommit första dagen har hunnit "
          + "löpa ut, så att en våg efter en uppbyggnad finns med i siffrorna.")
    }
    return words(
      "The run is shorter than the longest remaining life at receipt of \(count) of \(all) products: of "
        + "them the wave that follows a build-up may come after its end, and yearly discard over a whole "
        + "life is not seen. A longer horizon (horizon.length) shows it.",
      "Körningen är kortare än den längsta återstående hållbarheten vid leverans för \(count) av \(all) "
        + "produkter: för dem kan vågen efter en uppbyggnad komma efter körningens slut, och årlig "
        + "kassation över en hel hållbarhetstid syns inte. En längre period (horizon.length) visar den."
    )
  }

  private func yearsTable(
    _ years: [DiscardRow], _ scale: (factor: Double, unit: String)
  ) -> ReportTable {
    let numbers = years.filter { $0.policy == years.first?.policy }
    return ReportTable(
      id: "discards-table",
      caption: words(
        "Discarded by year: mean (95 % interval)",
        "Kasserat per år: medelvärde (95 % konfidensintervall)"),
      columns: [
        .init(name: words("year of the run", "körningens år"), isNumber: false),
        .init(name: words("days", "dagar")),
      ] + policies.map { .init(name: $0, unit: scale.unit) } + [
        .init(
          name: words("products that live longer", "produkter som lever längre"),
          unit: words("than the run so far", "än körningen hittills"))
      ],
      rows: numbers.map { year in
        [
          ReportTable.Cell(text: "\(year.number) (\(words("from", "från")) \(year.from))"),
          words.plain(year.days),
        ]
          + policies.map { policy in
            words.cell(
              years.first { $0.policy == policy && $0.number == year.number }?.estimate,
              factor: scale.factor)
          } + [words.plain(Double(year.notYetDue))]
      })
  }

  /// A step for each quarter, with the interval of its mean.
  private func picture(
    _ quarters: [DiscardRow], _ scale: (factor: Double, unit: String)
  ) -> ReportBlock? {
    let all = quarters.filter { $0.policy == quarters.first?.policy }
    guard all.count > 1 else { return nil }
    let title = words("Discarded by quarter", "Kasserat per kvartal")
    let lines = policies.enumerated().map { place, policy in
      var day = 0.0
      var points: [TimeChart.Point] = []
      for row in quarters where row.policy == policy {
        let value = row.estimate.mean * scale.factor
        points.append(
          TimeChart.Point(
            day: day + row.days / 2, value: value,
            low: row.estimate.low.map { max(0, $0) * scale.factor },
            high: row.estimate.high.map { $0 * scale.factor }))
        day += row.days
      }
      return TimeChart.Line(series: place, label: policy, points: points)
    }
    let chart = TimeChart.chart(
      id: "discards-chart", title: title,
      description: words(
        "For each policy a line through the quarters' means and a band for their 95 % intervals, each in "
          + "the middle of its quarter. The table has the numbers.",
        "För varje policy en linje genom kvartalens medelvärden och ett band för deras 95 % "
          + "konfidensintervall, mitt i varje kvartal. Tabellen har siffrorna."),
      xTitle: words(
        "weeks from \(input.run.horizon.start)", "veckor från \(input.run.horizon.start)"),
      yTitle: words("discarded a quarter, \(scale.unit)", "kasserat per kvartal, \(scale.unit)"),
      lines: lines, spans: spans, words: words)
    let table = ReportTable(
      id: "discards-quarters", caption: title,
      columns: [.init(name: words("from", "från"), isNumber: false)]
        + policies.map { .init(name: $0, unit: scale.unit) },
      rows: all.map { quarter in
        [ReportTable.Cell(text: quarter.from)]
          + policies.map { policy in
            words.cell(
              quarters.first { $0.policy == policy && $0.number == quarter.number }?.estimate,
              factor: scale.factor)
          }
      }, isFolded: true)
    return .chart(chart, table)
  }
}
