extension ReportWriter {
  /// The figures of the cost file as a report in its language reads them. The columns that a folder lacks are left
  /// out: an older program knew no Swedish units.
  func costFigures(_ table: ReadTable, _ caption: String) -> ReportTable {
    let unit = words("unit", table.column("unitSwedish") == nil ? "unit" : "unitSwedish")
    let shown = [
      ("parameter", words("figure", "tal")), ("value", words("value", "värde")),
      (unit, words("unit", "enhet")), ("low", words("low", "lågt")),
      ("high", words("high", "högt")), ("status", words("status", "status")),
      ("source", words("source", "källa")), ("priceYear", words("prices of", "prisnivå")),
    ].compactMap { column, name in table.column(column).map { (column, $0, name) } }
    return ReportTable(
      id: CostParametersTable.declaration.name + "-table", caption: caption,
      columns: shown.map { .init(name: $2, isNumber: false) },
      rows: table.rows.map { row in
        shown.map { column, place, _ in
          let text = column == "status" ? words.status(row[place]) : row[place]
          return text.isEmpty ? .none : ReportTable.Cell(text: text)
        }
      }, isSortable: true)
  }
}
