extension ReportWriter {
  /// A table of the folder with all its columns.
  func shown(
    _ table: ReadTable, _ declaration: TableDeclaration, _ caption: String
  ) -> ReportTable {
    ReportTable(
      id: declaration.name + "-table", caption: caption,
      columns: table.columns.map {
        .init(
          name: $0.name, unit: $0.unit ?? "", isNumber: $0.kind == .number || $0.kind == .integer)
      },
      rows: table.rows.map { row in
        zip(row, table.columns).map { text, column in
          guard column.kind == .number, let value = Double(text) else {
            return text.isEmpty ? .none : ReportTable.Cell(text: text)
          }
          return ReportTable.Cell(text: words.number(value), value: value)
        }
      }, isSortable: true)
  }

  /// How the duty is kept by each authority, and the register of exemptions.
  var dutySection: ReportSection? {
    var blocks: [ReportBlock] = []
    if let table = input.table("duty"), let duty = dutyTable(table) {
      blocks.append(.table(duty))
    }
    if let table = input.table("exemptions"), !table.rows.isEmpty {
      blocks.append(.heading(words("Register of exemptions", "Register över avsteg")))
      blocks.append(
        .table(
          shown(
            table, ExemptionsTable.declaration,
            words("Exemptions, with what each one risks", "Avsteg, med vad vart och ett riskerar"))
        ))
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "duty", title: words("The duty to hold stock", "Skyldigheten att hålla lager"),
      blocks: blocks)
  }

  /// One row for each policy and authority: its products, and the worst of them.
  private func dutyTable(_ table: ReadTable) -> ReportTable? {
    guard let policy = table.column("policy"), let holder = table.column("authority"),
      let product = table.column("product"), let within = table.column("daysWithinDuty")
    else { return nil }
    struct Group {
      let policy: String
      let holder: String
      var shares: [(product: String, share: Double)] = []
    }
    var groups: [Group] = []
    for row in table.rows {
      guard let share = Double(row[within]) else { continue }
      if groups.last?.policy != row[policy] || groups.last?.holder != row[holder] {
        groups.append(Group(policy: row[policy], holder: row[holder]))
      }
      groups[groups.count - 1].shares.append((row[product], share))
    }
    guard !groups.isEmpty else { return nil }
    return ReportTable(
      id: "duty-table",
      caption: words(
        "Share of days with what the duty asks for on hand",
        "Andel dagar med det som skyldigheten kräver i lager"),
      columns: [
        .init(name: words("policy", "policy"), isNumber: false),
        .init(name: words("authority", "huvudman"), isNumber: false),
        .init(name: words("products under duty", "produkter med skyldighet")),
        .init(name: words("always within it", "alltid inom den")),
        .init(name: words("worst product", "sämsta produkt"), isNumber: false),
        .init(name: words("its days within the duty", "dess dagar inom skyldigheten"), unit: "%"),
      ],
      rows: groups.map { group in
        let worst = group.shares.min { $0.share < $1.share }
        let always = group.shares.count { $0.share >= 1 }
        return [
          ReportTable.Cell(text: group.policy), ReportTable.Cell(text: group.holder),
          words.plain(Double(group.shares.count)), words.plain(Double(always)),
          ReportTable.Cell(text: worst?.product ?? "–"),
          worst.map { ReportTable.Cell(text: words.percent($0.share), value: $0.share) } ?? .none,
        ]
      }, isSortable: true)
  }

  /// What is due to single obstacles.
  var counterfactualsSection: ReportSection? {
    guard let table = input.table("counterfactuals"), let level = table.column("level"),
      let measure = table.column("measure"), let policy = table.column("policy"),
      let without = table.column("without"), let mean = table.column("mean"),
      let change = table.column("meanDifference"), let low = table.column("ciLow"),
      let high = table.column("ciHigh")
    else { return nil }
    let rows = table.rows.filter { $0[level] == "all" && $0[measure] == "unmetFraction" }
    guard !rows.isEmpty else { return nil }
    let percent = words("% of demand", "% av behovet")
    func estimate(_ row: [String], _ column: Int, withInterval: Bool) -> ReportEstimate? {
      Double(row[column]).map {
        ReportEstimate(
          unit: "1", mean: $0, low: withInterval ? Double(row[low]) : nil,
          high: withInterval ? Double(row[high]) : nil, p05: nil, median: nil, p95: nil)
      }
    }
    return ReportSection(
      id: "counterfactuals", title: words("What it is due to", "Vad det beror på"),
      blocks: [
        .table(
          ReportTable(
            id: "counterfactuals-table",
            caption: words(
              "Unmet demand with one obstacle gone", "Ej tillgodosett behov med ett hinder borta"),
            columns: [
              .init(name: words("policy", "policy"), isNumber: false),
              .init(name: words("without", "utan"), isNumber: false),
              .init(name: words("as things are", "som det är"), unit: percent),
              .init(name: words("without it", "utan det"), unit: percent),
              .init(
                name: words("difference (95 % interval)", "skillnad (95 % intervall)"),
                unit: words("percentage points", "procentenheter")),
            ],
            rows: rows.map { row in
              [
                ReportTable.Cell(text: row[policy]), ReportTable.Cell(text: row[without]),
                words.cell(input.estimate(row[policy], "unmetFraction"), percent: true),
                words.cell(estimate(row, mean, withInterval: false), percent: true),
                words.cell(estimate(row, change, withInterval: true), percent: true),
              ]
            }))
      ])
  }
}
