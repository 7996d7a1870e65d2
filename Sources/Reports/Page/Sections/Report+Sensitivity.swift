extension ReportWriter {
  /// The figures where one assumption has another value, as `sensitivity.csv` has them.
  struct Variant {
    /// Its id; empty as stated.
    let assumption: String
    /// `stated`, `low` or `high`.
    let side: String
    let value: String
    fileprivate var figures: [String: ReportEstimate] = [:]
    fileprivate var differences: [String: ReportEstimate] = [:]

    fileprivate func figure(_ policy: String, _ measure: String) -> ReportEstimate? {
      figures["\(policy)\n\(measure)"]
    }

    fileprivate func difference(_ policy: String, _ measure: String) -> ReportEstimate? {
      differences["\(policy)\n\(measure)"]
    }
  }

  /// The variants in the order of the table, the one as stated first; empty where none were run.
  var variants: [Variant] {
    guard let table = input.table("sensitivity") else { return [] }
    let names = [
      "assumption", "side", "value", "policy", "measure", "unit", "mean", "ciLow", "ciHigh",
      "difference", "differenceLow", "differenceHigh",
    ]
    let columns = names.compactMap(table.column)
    guard columns.count == names.count else { return [] }
    var variants: [Variant] = []
    for row in table.rows {
      let cells = columns.map { row[$0] }
      if variants.last?.assumption != cells[0] || variants.last?.side != cells[1] {
        variants.append(Variant(assumption: cells[0], side: cells[1], value: cells[2]))
      }
      func estimate(_ first: Int) -> ReportEstimate? {
        Double(cells[first]).map {
          ReportEstimate(
            unit: cells[5], mean: $0, low: Double(cells[first + 1]), high: Double(cells[first + 2]),
            p05: nil, median: nil, p95: nil)
        }
      }
      let name = "\(cells[3])\n\(cells[4])"
      variants[variants.count - 1].figures[name] = estimate(6)
      variants[variants.count - 1].differences[name] = estimate(9)
    }
    return variants
  }

  /// What the assumptions that decide are worth at low and high, beside what chance is worth.
  var sensitivityBlocks: [ReportBlock] {
    let variants = self.variants
    guard variants.count > 1 else { return [] }
    var blocks: [ReportBlock] = [
      .heading(words("What they are worth", "Vad de är värda")),
      .paragraph(
        words(
          "Each was run at its low and its high value, all else as stated, with the same chance events. "
            + "Intervals in brackets are simulation error of each run; the difference between the rows is what "
            + "the assumption is worth. The two are not added.",
          "Vart och ett kördes med sitt låga och sitt höga värde, allt annat lika, med samma slumphändelser. "
            + "Intervallen inom parentes är varje körnings simuleringsfel; skillnaden mellan raderna är vad "
            + "antagandet är värt. De två läggs inte ihop.")),
    ]
    let points = worth(variants)
    if !points.isEmpty { blocks.append(.points(points)) }
    let table = sensitivityTable(variants)
    let compared = others.isEmpty ? policies : others
    let measure = others.isEmpty ? "unmetFraction" : "unmetRemoved"
    let rows = variants.map { variant in
      DotChart.Row(
        label: label(variant),
        dots: compared.compactMap { policy in
          guard let place = policies.firstIndex(of: policy),
            let estimate = variant.figure(policy, measure)
          else { return nil }
          return DotChart.Dot(place, estimate, factor: 100)
        })
    }
    let title =
      others.isEmpty
      ? words("Unmet demand at low and high", "Ej tillgodosett behov vid lågt och högt")
      : words(
        "Share of \(baseline ?? "")'s unmet demand that is removed, at low and high",
        "Andel av \(baseline ?? "")s otillgodosedda behov som försvinner, vid lågt och högt")
    let chart = DotChart.chart(
      id: "sensitivity-chart", title: title,
      description: words(
        "A row for the scenario as stated and one for each assumption at its low and high value, with a mark "
          + "for each policy and a line for its 95 % interval. The table has the numbers.",
        "En rad för scenariot som det är och en för varje antagande vid lågt och högt värde, med en markering "
          + "för varje policy och en linje för dess 95 % konfidensintervall. Tabellen har siffrorna."
      ),
      axis: others.isEmpty
        ? words("unmet demand, % of demand", "ej tillgodosett behov, % av behovet")
        : words("removed, % of unmet demand", "borttaget, % av otillgodosett behov"),
      rows: rows, series: policies, shown: compared.compactMap(policies.firstIndex), words: words)
    blocks.append(.chart(chart, table))
    return blocks
  }

  private func label(_ variant: Variant) -> String {
    switch variant.side {
    case "low": "\(words("low", "lågt")): \(variant.assumption)"
    case "high": "\(words("high", "högt")): \(variant.assumption)"
    default: words("as stated", "som det är")
    }
  }

  /// For each assumption how far it moves what the policy with most stock removes, beside the width of
  /// the interval as stated.
  private func worth(_ variants: [Variant]) -> [String] {
    guard let most = others.last,
      let stated = variants.first(where: { $0.side == "stated" })?.figure(most, "unmetRemoved")
    else { return [] }
    var names: [String] = []
    for variant in variants where variant.side != "stated" && !names.contains(variant.assumption) {
      names.append(variant.assumption)
    }
    let shown = words.text(stated, percent: true)
    let range = shown.interval.map { " (\($0))" } ?? ""
    return names.compactMap { name in
      let ends = variants.filter { $0.assumption == name }.compactMap { variant in
        variant.figure(most, "unmetRemoved").map { (variant, $0) }
      }
      guard !ends.isEmpty else { return nil }
      let values = ends.map { variant, figure in
        let text = words.text(figure, percent: true)
        let side = variant.side == "low" ? words("low", "lågt") : words("high", "högt")
        return "\(side) (\(variant.value)) \(text.mean) %\(text.interval.map { " (\($0))" } ?? "")"
      }
      let what = input.run.assumptions.first { $0.id == name }?.what ?? name
      return words(
        "\(what): \(most) removes \(shown.mean) %\(range) of \(baseline ?? "")'s unmet demand as stated; "
          + "\(values.joined(separator: "; ")).",
        "\(what): \(most) tar bort \(shown.mean) %\(range) av \(baseline ?? "")s otillgodosedda behov som det "
          + "är; \(values.joined(separator: "; ")).")
    }
  }

  private func sensitivityTable(_ variants: [Variant]) -> ReportTable {
    let percent = words("% of demand", "% av behovet")
    let cost = input.runningCost
    let costs = others.compactMap { policy in
      variants.first?.difference(policy, cost ?? "")
    }
    let isPerInhabitant = cost == "runningSEKPerInhabitantYear"
    let scale =
      isPerInhabitant
      ? (factor: 1, unit: words("SEK per inhabitant", "kr per invånare"))
      : words.money(costs.map(\.mean))
    var columns: [ReportTable.Column] = [
      .init(name: words("assumption", "antagande"), isNumber: false),
      .init(name: words("value", "värde"), isNumber: false),
    ]
    columns += policies.map { .init(name: words("unmet, ", "otillgodosett, ") + $0, unit: percent) }
    columns += others.map {
      .init(
        name: words("removed by ", "borttaget av ") + $0,
        unit: words("% of unmet", "% av otillgodosett"))
    }
    if !costs.isEmpty {
      columns += others.map {
        .init(
          name: words("cost of ", "kostnad för ") + "\($0) − \(baseline ?? "")",
          unit: scale.unit + words(" a year", " per år"))
      }
    }
    return ReportTable(
      id: "sensitivity-table",
      caption: words(
        "Low and high values of the assumptions that decide: mean (95 % interval)",
        "Låga och höga värden för antaganden som avgör: medelvärde (95 % konfidensintervall)"),
      columns: columns,
      rows: variants.map { variant in
        var row = [
          ReportTable.Cell(text: label(variant)),
          ReportTable.Cell(text: variant.value.isEmpty ? "–" : variant.value),
        ]
        row += policies.map { words.cell(variant.figure($0, "unmetFraction"), percent: true) }
        row += others.map { words.cell(variant.figure($0, "unmetRemoved"), percent: true) }
        if !costs.isEmpty, let cost {
          row += others.map { words.cell(variant.difference($0, cost), factor: scale.factor) }
        }
        return row
      })
  }
}
