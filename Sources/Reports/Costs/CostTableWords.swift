import Costs
import SupplyModel

/// The words of the cost tables. The Swedish ones are Socialstyrelsen's.
struct CostTableWords {
  let language: ReportLanguage

  /// A size group.
  func group(_ group: SizeGroup) -> String {
    switch group {
    case .large: language("Large region", "Större region")
    case .mid: language("Middle-sized region", "Mellanstor region")
    case .small: language("Small region", "Mindre region")
    }
  }

  /// A row of table 2.
  func row(_ name: RegionalCostTable.RowName) -> String {
    switch name {
    case .large: group(.large)
    case .mid: group(.mid)
    case .small: group(.small)
    case .publicCare: language("Total, public care", "Totalt offentlig vård")
    case .includingPrivate:
      language("Total, private care included**", "Totalt inklusive privat vård**")
    }
  }

  /// Millions of kronor.
  var millions: String { language("MSEK", "mkr") }

  /// The headings of table 2.
  var regionalHeadings: [String] {
    [
      "Region",
      language(
        "Initial expenditure, MSEK (average per region)",
        "Initiala utgifter, mkr (genomsnitt per region)"),
      language(
        "One-off cost of building up stock, MSEK (average per region)",
        "Engångskostnad för uppbyggnad av lager, mkr (genomsnitt per region)"),
      language(
        "One-off cost of building up stock per inhabitant, SEK",
        "Engångskostnad för uppbyggnad av lager per invånare, kr"),
      language(
        "Increased running cost per year, MSEK (average per region)",
        "Ökade driftskostnader per år, mkr (genomsnitt per region)"),
      language(
        "Increased running cost per year and inhabitant*, SEK",
        "Ökade driftskostnader per år och invånare*, kr"),
    ]
  }

  /// The title of table 2.
  var regionalTitle: String {
    language(
      "Table 2. The regions' costs of building up stock, and increased running costs of it.",
      "Tabell 2. Regionernas kostnader för uppbyggnad av och ökade driftskostnader för lager.")
  }

  /// What stands below table 2.
  var regionalNotes: [String] {
    [
      language(
        "*Based on Statistics Sweden's population of the country, counties and municipalities, 31 December 2024.",
        "*Baserat på SCB befolkningsstatistik Folkmängd i riket, län och kommuner 31 december 2024."
      ),
      language(
        "**Based on private providers giving about 12 per cent of Swedish care (2024). Privat vårdfakta.",
        "**Baserat på att cirka 12 procent av den svenska vården utförs av privata vårdgivare (2024). Privat vårdfakta."
      ),
    ]
  }

  /// A statistic of table 4.
  func statistic(_ statistic: ReportedCosts.Statistic) -> String {
    switch statistic {
    case .min: "Min"
    case .median: "Median"
    case .max: "Max"
    case .mean: language("Mean", "Medel")
    }
  }
}
