import Quantities

extension ReportWriter {
  /// A measure over time, as `timeline.csv` has it.
  private struct Followed {
    let id: String
    let measure: String
    let title: String
    let axis: String
    let unit: String
    var factor = 1.0
  }

  /// Stock and how long it lasts over time, with phases and shortages.
  var timelineSection: ReportSection? {
    guard let table = input.table("timeline"), let measures = table.column("measure") else {
      return nil
    }
    let present = Set(table.rows.map { $0[measures] })
    let shown = followed(table).filter { present.contains($0.measure) }
    guard !shown.isEmpty else { return nil }
    var blocks: [ReportBlock] = []
    if !phases.isEmpty {
      blocks.append(
        .points(
          phases.map {
            "\($0.name): \($0.when.isEmpty ? words("drawn by chance", "slumpas") : $0.when)"
          }))
    }
    if present.contains("coverDays") {
      blocks.append(
        .paragraph(
          words(
            "Cover is how many days of normal consumption all stock is, at stores and care units "
              + "together: of the product in the middle, half of them having less; and of the tenth that "
              + "has least. In a crisis consumption is another, and stock lasts accordingly.",
            "Räckvidd är hur många dagars normal förbrukning allt lager motsvarar, förråd och vårdenheter "
              + "tillsammans: för produkten i mitten, så att hälften har mindre, och för den tiondel som har "
              + "minst. I kris är förbrukningen en annan, och lagret räcker därefter.")))
    }
    blocks += shown.compactMap { followedBlock($0, table) }
    return ReportSection(
      id: "timeline", title: words("Stock and cover over time", "Lager och räckvidd över tid"),
      blocks: blocks)
  }

  private func followed(_ table: ReadTable) -> [Followed] {
    let (measure, mean) = (table.column("measure") ?? 0, table.column("mean") ?? 0)
    let worth = words.money(
      table.rows.filter { $0[measure] == "stockSEK" }.compactMap { Double($0[mean]) })
    let isWorth = table.rows.contains { $0[measure] == "stockSEK" }
    let stock =
      isWorth
      ? Followed(
        id: "timeline", measure: "stockSEK",
        title: words("Stock value over time", "Lagervärde över tid"),
        axis: words("stock value, \(worth.unit)", "lagervärde, \(worth.unit)"), unit: worth.unit,
        factor: worth.factor)
      : Followed(
        id: "timeline", measure: "stock", title: words("Stock over time", "Lager över tid"),
        axis: words("stock, units", "lager, enheter"), unit: words("units", "enheter"))
    let days = words("days", "dagar")
    return [
      stock,
      Followed(
        id: "cover", measure: "coverDays",
        title: words(
          "Cover over time, product in the middle", "Räckvidd över tid, mittersta produkten"),
        axis: words("cover, days of normal use", "räckvidd, dagars normal förbrukning"), unit: days),
      Followed(
        id: "cover-low", measure: "coverDaysLowestTenth",
        title: words(
          "Cover over time, the tenth with least", "Räckvidd över tid, tiondelen med minst"),
        axis: words("cover, days of normal use", "räckvidd, dagars normal förbrukning"), unit: days),
    ]
  }

  /// A line and a band for each policy, with what goes on meanwhile, and the numbers.
  private func followedBlock(_ shown: Followed, _ table: ReadTable) -> ReportBlock? {
    guard let policy = table.column("policy"), let day = table.column("day"),
      let date = table.column("date"), let measure = table.column("measure")
    else { return nil }
    let rows = table.rows.filter { $0[measure] == shown.measure }
    let columns = ["mean", "p05", "p95"].compactMap(table.column)
    guard columns.count == 3, !rows.isEmpty else { return nil }
    func number(_ row: [String], _ place: Int) -> Double {
      (Double(row[columns[place]]) ?? 0) * shown.factor
    }
    let lines = policies.enumerated().map { place, name in
      TimeChart.Line(
        series: place, label: name,
        points: rows.filter { $0[policy] == name }.map { row in
          TimeChart.Point(
            day: Double(row[day]) ?? 0, value: number(row, 0), low: number(row, 1),
            high: number(row, 2))
        })
    }
    let days = rows.filter { $0[policy] == input.run.policies.first }.map { ($0[day], $0[date]) }
    var byPlace: [String: [String]] = [:]
    for row in rows { byPlace["\(row[policy])\n\(row[day])"] = row }
    let strips = self.strips
    let numbers = ReportTable(
      id: shown.id + "-table",
      caption: shown.title + words(": mean (5–95 %)", ": medelvärde (5–95 %)"),
      columns: [.init(name: words("date", "datum"), isNumber: false)]
        + policies.map { .init(name: $0, unit: shown.unit) }
        + strips.map { .init(name: $0.strip.label, unit: "%") },
      rows: days.map { day, date in
        [ReportTable.Cell(text: date)]
          + policies.map { policy in
            guard let row = byPlace["\(policy)\n\(day)"] else { return .none }
            return ReportTable.Cell(
              text: "\(words.number(number(row, 0))) (\(words.number(number(row, 1)))–"
                + "\(words.number(number(row, 2))))", value: Double(row[columns[0]]))
          }
          + strips.map { strip in
            strip.shares[day].map { ReportTable.Cell(text: words.percent($0), value: $0) } ?? .none
          }
      }, isFolded: true)
    let chart = TimeChart.chart(
      id: shown.id + "-chart", title: shown.title,
      description: words(
        "A line for each policy's mean and a band in which nine of ten replications lie"
          + (strips.isEmpty ? "." : "; below, on the same time, what goes on meanwhile.")
          + " The table has the numbers.",
        "En linje för varje policys medelvärde och ett band där nio av tio upprepningar ligger"
          + (strips.isEmpty ? "." : "; nedanför, över samma tid, vad som pågår.")
          + " Tabellen har siffrorna."),
      xTitle: words(
        "weeks from \(input.run.horizon.start)", "veckor från \(input.run.horizon.start)"),
      yTitle: shown.axis, lines: lines, spans: spans, strips: strips.map(\.strip), words: words)
    return .chart(chart, numbers)
  }
}
