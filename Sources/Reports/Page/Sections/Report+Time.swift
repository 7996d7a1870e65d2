import Quantities

extension ReportWriter {
  /// A phase of the scenario with its time where that is stated as a date and a length.
  struct Phase {
    let name: String
    /// Days from the first of the horizon; `nil` where it is drawn by chance. [days]
    let days: (from: Double, to: Double)?
    let when: String
  }

  /// The phases of the scenario's timeline.
  var phases: [Phase] {
    var phases: [Phase] = []
    var place = 0
    func value(_ name: String) -> String? {
      input.run.effectiveScenario.first { $0.path == "timeline[\(place)].\(name)" }
        .map { $0.value.replacing("\"", with: "") }
    }
    while let name = value("phase") {
      let (from, length) = (value("from"), value("length"))
      var days: (from: Double, to: Double)?
      if let start = CalendarDate(input.run.horizon.start),
        let date = from.flatMap(CalendarDate.init),
        let count = length.flatMap(Self.days)
      {
        let first = Double(date.dayNumber - start.dayNumber)
        days = (max(0, first), first + count)
      }
      let when = [from, length].compactMap { $0 }.joined(separator: ", ")
      phases.append(Phase(name: name, days: days, when: when))
      place += 1
    }
    return phases
  }

  /// A length such as `90 days` or `3 months`; `nil` for what is no such thing. [days]
  private static func days(_ text: String) -> Double? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Double(parts[0]) else { return nil }
    let units = [
      ("hour", 1.0 / 24), ("day", 1), ("week", 7), ("month", 30), ("year", 365),
    ]
    return units.first { parts[1].hasPrefix($0.0) }.map { number * $0.1 }
  }

  /// Stock over time, with the phases of the scenario.
  var timelineSection: ReportSection? {
    guard let table = input.table("timeline"), let policy = table.column("policy"),
      let day = table.column("day"), let date = table.column("date"),
      let measure = table.column("measure")
    else { return nil }
    let name = table.rows.contains { $0[measure] == "stockSEK" } ? "stockSEK" : "stock"
    let rows = table.rows.filter { $0[measure] == name }
    let columns = ["mean", "p05", "p95"].compactMap(table.column)
    guard columns.count == 3, !rows.isEmpty else { return nil }
    let isMoney = name == "stockSEK"
    let scale: (factor: Double, unit: String) =
      isMoney
      ? words.money(rows.compactMap { Double($0[columns[0]]) }) : (1, words("units", "enheter"))
    func number(_ row: [String], _ place: Int) -> Double {
      (Double(row[columns[place]]) ?? 0) * scale.factor
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
    let title =
      isMoney
      ? words("Stock value over time", "Lagervärde över tid")
      : words("Stock over time", "Lager över tid")
    let shown = ReportTable(
      id: "timeline-table", caption: title + words(": mean (5–95 %)", ": medelvärde (5–95 %)"),
      columns: [.init(name: words("date", "datum"), isNumber: false)]
        + policies.map { .init(name: $0, unit: scale.unit) },
      rows: days.map { day, date in
        [ReportTable.Cell(text: date)]
          + policies.map { policy in
            guard let row = byPlace["\(policy)\n\(day)"] else { return .none }
            return ReportTable.Cell(
              text: "\(words.number(number(row, 0))) (\(words.number(number(row, 1)))–"
                + "\(words.number(number(row, 2))))", value: Double(row[columns[0]]))
          }
      }, isFolded: true)
    let chart = TimeChart.chart(
      id: "timeline-chart", title: title,
      description: words(
        "A line for each policy's mean and a band in which nine of ten replications lie. The table "
          + "has the numbers.",
        "En linje för varje policys medelvärde och ett band där nio av tio upprepningar ligger. Tabellen "
          + "har siffrorna."),
      xTitle: words(
        "weeks from \(input.run.horizon.start)", "veckor från \(input.run.horizon.start)"),
      yTitle: isMoney
        ? words("stock value, \(scale.unit)", "lagervärde, \(scale.unit)")
        : words("stock, units", "lager, enheter"),
      lines: lines,
      spans: phases.compactMap { phase in
        phase.days.map { TimeChart.Span(label: phase.name, from: $0.from, to: $0.to) }
      }, words: words)
    var blocks: [ReportBlock] = []
    if !phases.isEmpty {
      blocks.append(
        .points(
          phases.map {
            "\($0.name): \($0.when.isEmpty ? words("drawn by chance", "slumpas") : $0.when)"
          }))
    }
    blocks.append(.chart(chart, shown))
    return ReportSection(id: "timeline", title: title, blocks: blocks)
  }
}
