import Studies

/// 1.2: what is measured.
enum OutputsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let rows = facts.measures.map { measure -> [Prose] in
      let meaning = words.language(measure.meaning, measure.swedishMeaning)
      return [Prose(id: measure.name), words.unit(measure.unit), Prose(text: meaning)]
    }
    let levels = words(
      """
      Each is given in every replication for all together and by kind of location, region, authority and \
      the other groups of `summary.csv`, as far as it applies there. Units of different products are never \
      added.
      """,
      """
      Varje mått anges för varje upprepning, för allt tillsammans och per slag av plats, region, huvudman \
      och de andra grupperna i `summary.csv`, där det är tillämpligt. Enheter av olika produkter läggs \
      aldrig ihop.
      """)
    let columns = [
      words("measure", "mått"), words("unit", "enhet"), words("what it is", "vad det är"),
    ]
    return [.table(columns: columns, rows: rows), .paragraph(levels)]
  }
}

extension StatementWords {
  /// A unit of measures, as the tables call it.
  func unit(_ unit: String) -> Prose {
    switch unit {
    case "1": self("share", "andel")
    case "units": self("units", "enheter")
    case "units/year": self("units/year", "enheter/år")
    case "days": self("days", "dagar")
    case "days/year": self("days/year", "dagar/år")
    case "SEK": self("SEK", "kr")
    case "SEK/year": self("SEK/year", "kr/år")
    case "SEK/inhabitant/year": self("SEK/inhabitant/year", "kr/invånare/år")
    case "order lines": self("order lines", "orderrader")
    case "deliveries": self("deliveries", "leveranser")
    case "m3": self("m3", "m³")
    case "pallet places": self("pallet places", "pallplatser")
    default: Prose(text: unit)
    }
  }
}
