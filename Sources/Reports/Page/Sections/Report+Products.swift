extension ReportWriter {
  /// The products that decide, in words, then all of them in a table.
  var productsSection: ReportSection? {
    let products = input.groups("product")
    guard products.count > 1 else { return nil }
    let most = policies.last ?? ""
    var points: [String] = []
    let waste = largest(products) {
      input.estimate(most, "discardedSEKPerYear", "product", $0)?.mean
    }
    if input.hasPrices, let total = input.estimate(most, "discardedSEKPerYear")?.mean, total > 0,
      !waste.isEmpty
    {
      let list = waste.map {
        "\(input.name("product", $0.key)) (\(words.percent($0.value / total)) %)"
      }
      .joined(separator: ", ")
      points.append(
        words(
          "Of what is discarded under \(most), by value, most is: \(list).",
          "Av det som kasseras under \(most) är efter värde mest: \(list)."))
    }
    let missing = largest(products) { input.estimate(most, "unmetFraction", "product", $0)?.mean }
    if !missing.isEmpty {
      let list = missing.map { "\(input.name("product", $0.key)) (\(words.percent($0.value)) %)" }
        .joined(separator: ", ")
      points.append(
        words(
          "Even under \(most), the largest shares of demand are unmet of: \(list).",
          "Även under \(most) är störst andel av behovet otillgodosett av: \(list)."))
    }
    if let baseline, baseline != most {
      let gains = largest(products) { key -> Double? in
        guard let change = input.difference(most, "unmetFraction", "product", key),
          change.mean < 0, isClear(change)
        else { return nil }
        return -change.mean
      }
      if !gains.isEmpty {
        let list = gains.map { "\(input.name("product", $0.key)) (\(words.percent($0.value)))" }
          .joined(separator: ", ")
        points.append(
          words(
            "\(most) helps most, in percentage points against \(baseline), with: \(list).",
            "\(most) hjälper mest, i procentenheter mot \(baseline), för: \(list)."))
      }
    }
    return ReportSection(
      id: "products", title: words("The products that decide", "Produkterna som avgör"),
      blocks: [.points(points), .table(table(products))])
  }

  /// The five largest values above nothing, ties by order.
  private func largest(_ keys: [String], _ value: (String) -> Double?) -> [(
    key: String, value: Double
  )] {
    let found = keys.enumerated().compactMap { place, key in
      value(key).map { (place: place, key: key, value: $0) }
    }
    return found.filter { $0.value > 0 }
      .sorted { ($1.value, $0.place) < ($0.value, $1.place) }
      .prefix(5).map { ($0.key, $0.value) }
  }

  private func table(_ products: [String]) -> ReportTable {
    let most = policies.last ?? ""
    let percent = words("% of demand", "% av behovet")
    let areNamed = products.contains { input.name("product", $0) != $0 }
    var columns = [ReportTable.Column(name: words("product", "produkt"), isNumber: false)]
    if areNamed { columns.append(.init(name: "id", isNumber: false)) }
    columns += policies.map { .init(name: words("unmet, ", "otillgodosett, ") + $0, unit: percent) }
    let isCompared = others.contains(most)
    if isCompared {
      columns.append(
        .init(
          name: words("unmet, ", "otillgodosett, ") + "\(most) − \(baseline ?? "")",
          unit: words("percentage points", "procentenheter")))
    }
    if input.hasPrices {
      columns += policies.map {
        .init(name: words("discarded, ", "kasserat, ") + $0, unit: words("SEK a year", "kr per år"))
      }
      columns += policies.map {
        .init(name: words("stock, ", "lager, ") + $0, unit: words("SEK", "kr"))
      }
    }
    return ReportTable(
      id: "products-table", caption: words("Every product", "Alla produkter"), columns: columns,
      rows: products.map { product in
        var row = [ReportTable.Cell(text: input.name("product", product))]
        if areNamed { row.append(ReportTable.Cell(text: product)) }
        row += policies.map {
          amount(input.estimate($0, "unmetFraction", "product", product), percent: true)
        }
        if isCompared {
          row.append(
            words.cell(input.difference(most, "unmetFraction", "product", product), percent: true))
        }
        if input.hasPrices {
          for measure in ["discardedSEKPerYear", "averageStockSEK"] {
            row += policies.map { amount(input.estimate($0, measure, "product", product)) }
          }
        }
        return row
      }, isSortable: true)
  }
}
