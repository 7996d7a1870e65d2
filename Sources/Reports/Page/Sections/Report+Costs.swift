import SupplyModel

extension ReportWriter {
  /// What policies cost by the cost file, line by line, and how well its figures are known.
  var costsSection: ReportSection? {
    var blocks: [ReportBlock] = []
    if let table = input.table("costs"), let lines = costLines(table) {
      blocks.append(.table(lines))
    }
    if let table = input.table("costs-parameters"), let status = table.column("status"),
      !table.rows.isEmpty
    {
      let assumed = table.rows.count { $0[status] == "assumption" }
      blocks.insert(
        .paragraph(
          words(
            "\(assumed) of the \(table.rows.count) figures of the cost file are assumptions; what each might "
              + "be else stands with it. An increase is the paired difference to the baseline.",
            "\(assumed) av kostnadsfilens \(table.rows.count) tal är antaganden; vad vart och ett annars kan "
              + "vara står intill. En ökning är den parade skillnaden mot jämförelsepolicyn.")),
        at: 0)
    }
    for declaration in TableDeclaration.all
    where declaration.name.hasPrefix("costs-") {
      guard let table = input.table(declaration.name), !table.rows.isEmpty else { continue }
      if declaration.name == CostParametersTable.declaration.name {
        let title = words("The figures of the cost file", "Kostnadsfilens tal")
        blocks.append(.details(title, [.table(costFigures(table, title))]))
      } else {
        let title = words("By region: ", "Per region: ") + declaration.name + ".csv"
        blocks.append(.details(title, [.table(shown(table, declaration, title))]))
      }
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(id: "costs", title: words("Costs", "Kostnader"), blocks: blocks)
  }

  /// Each line of everything together, with a column for each policy's cost and for its increase.
  private func costLines(_ table: ReadTable) -> ReportTable? {
    guard let policy = table.column("policy"), let level = table.column("level"),
      let kind = table.column("kind"), let part = table.column("part"),
      let item = table.column("item"), let unit = table.column("unit"),
      let mean = table.column("mean"), let increase = table.column("increase"),
      let status = table.column("status")
    else { return nil }
    let intervals = ["ciLow", "ciHigh", "increaseCiLow", "increaseCiHigh"].compactMap(table.column)
    guard intervals.count == 4 else { return nil }
    struct Line: Hashable {
      let kind: String
      let part: String
      let item: String
      let unit: String
    }
    var lines: [Line] = []
    var rows: [Line: [String: [String]]] = [:]
    for row in table.rows where row[level] == "all" {
      let line = Line(kind: row[kind], part: row[part], item: row[item], unit: row[unit])
      if rows[line] == nil { lines.append(line) }
      rows[line, default: [:]][row[policy]] = row
    }
    guard !lines.isEmpty else { return nil }
    func estimate(_ row: [String]?, _ mean: Int, _ low: Int, _ high: Int) -> ReportEstimate? {
      guard let row, let value = Double(row[mean]) else { return nil }
      return ReportEstimate(
        unit: row[unit], mean: value, low: Double(row[low]), high: Double(row[high]), p05: nil,
        median: nil, p95: nil)
    }
    let names = [
      words("for what", "för vad"), words("kind", "slag"), words("unit", "enhet"),
    ]
    return ReportTable(
      id: "costs-table",
      caption: words(
        "What policies cost, and how much more than the baseline: mean (95 % interval)",
        "Vad policyer kostar, och hur mycket mer än jämförelsepolicyn: medelvärde (95 % intervall)"),
      columns: names.map { .init(name: $0, isNumber: false) }
        + policies.map { .init(name: name($0)) }
        + others.map { .init(name: words("increase, ", "ökning, ") + $0) }
        + [.init(name: words("price known by", "priset är"), isNumber: false)],
      rows: lines.map { line in
        let own = rows[line] ?? [:]
        let part = costPart(line.part)
        // Sums of whole systems are read in thousands, what each inhabitant pays is not.
        let isLarge = line.unit == "SEK" || line.unit == "SEK/year"
        let factor = isLarge ? 1e-3 : 1
        var cells = [
          ReportTable.Cell(text: line.item.isEmpty ? part : "\(part): \(line.item)"),
          ReportTable.Cell(text: costKind(line.kind)),
          ReportTable.Cell(text: costUnit(line.unit)),
        ]
        cells += policies.map {
          words.cell(estimate(own[$0], mean, intervals[0], intervals[1]), factor: factor)
        }
        cells += others.map {
          words.cell(estimate(own[$0], increase, intervals[2], intervals[3]), factor: factor)
        }
        let known = policies.lazy.compactMap { own[$0]?[status] }.first ?? ""
        return cells + [ReportTable.Cell(text: known.isEmpty ? "–" : words.status(known))]
      })
  }

  /// What money is spent on, as the tables call it.
  private func costPart(_ name: String) -> String {
    if let part = CostPart(rawValue: name) {
      return CostPartWords(language: words.language).part(part)
    }
    return switch name {
    case "total": words("Total", "Summa")
    case "totalPerInhabitant": words("Total per inhabitant", "Summa per invånare")
    case "totalIncludingPrivate":
      words("Total, private care included", "Summa, inklusive privat vård")
    default: name
    }
  }

  /// When it is paid, as the tables call it.
  private func costKind(_ name: String) -> String {
    switch name {
    case "running": words("running", "drift")
    case "investment": words("investment", "investering")
    case "oneOff": words("one-off", "engång")
    case "cash": words("cash before it holds", "utbetalt innan det gäller")
    case "presentValue":
      words("present value, nothing sold at the end", "nuvärde, inget säljs vid slutet")
    default: name
    }
  }

  /// The unit that a line is shown in.
  private func costUnit(_ unit: String) -> String {
    switch unit {
    case "SEK": words("kSEK", "tkr")
    case "SEK/year": words("kSEK a year", "tkr per år")
    case "SEK/inhabitant": words("SEK per inhabitant", "kr per invånare")
    case "SEK/inhabitant/year": words("SEK per inhabitant and year", "kr per invånare och år")
    default: unit
    }
  }
}
