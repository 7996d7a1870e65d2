import Studies

extension ReportWriter {
  /// How long stock lasts when all supply stops: of everything, of regions and of demand classes.
  var enduranceSection: ReportSection? {
    guard let table = input.table("endurance"), let policy = table.column("policy"),
      let condition = table.column("condition"), let level = table.column("level"),
      let key = table.column("key"), let measure = table.column("measure"),
      let mean = table.column("mean"), let low = table.column("p05"),
      let high = table.column("p95")
    else { return nil }
    struct Place: Hashable {
      let condition: String
      let level: String
      let key: String
    }
    var places: [Place] = []
    var cells: [Place: [String: ReportTable.Cell]] = [:]
    for row in table.rows
    where row[measure] == EnduranceMeasure.enduranceDays.rawValue
      && ["all", "region", "demandClass"].contains(row[level])
    {
      let place = Place(condition: row[condition], level: row[level], key: row[key])
      if cells[place] == nil { places.append(place) }
      cells[place, default: [:]][row[policy]] = weeks(
        Double(row[mean]), Double(row[low]), Double(row[high]))
    }
    guard !places.isEmpty else { return nil }
    let names = [
      words("which", "vilken"), words("part", "del"),
      words("supply stops in", "tillförseln upphör i"),
    ]
    let shown = ReportTable(
      id: "endurance-table",
      caption: words(
        "Weeks until stock is not enough: mean (5–95 % of replications)",
        "Veckor tills lagret inte räcker: medelvärde (5–95 % av upprepningarna)"),
      columns: names.map { .init(name: $0, isNumber: false) }
        + policies.map { .init(name: $0, unit: words("weeks", "veckor")) },
      rows: places.map { place in
        [
          ReportTable.Cell(text: place.key), ReportTable.Cell(text: words.level(place.level)),
          ReportTable.Cell(text: place.condition),
        ] + policies.map { cells[place]?[$0] ?? .none }
      }, isSortable: true)
    return ReportSection(
      id: "endurance", title: words("If all supply stops", "Om all tillförsel upphör"),
      blocks: [
        .paragraph(
          words(
            "Of several products the lowest number counts: how long until the first of them is not enough "
              + "in its region. What had not run out at the end of the horizon counts with the days to it.",
            "Av flera produkter räknas den lägsta siffran: hur länge tills den första av dem inte räcker i "
              + "sin region. Det som inte tagit slut vid periodens slut räknas med dagarna dit.")),
        .table(shown),
      ])
  }

  /// Days as weeks; the number kept is in days, as the table has it.
  private func weeks(_ mean: Double?, _ low: Double?, _ high: Double?) -> ReportTable.Cell {
    guard let mean else { return .none }
    func text(_ days: Double) -> String {
      words.language.number(ReadableNumber.text(days / 7, decimals: 1))
    }
    guard let low, let high else { return ReportTable.Cell(text: text(mean), value: mean) }
    return ReportTable.Cell(text: "\(text(mean)) (\(text(low))–\(text(high)))", value: mean)
  }
}
