public import Costs
import Quantities
import SupplyModel

/// Socialstyrelsen's four tables on costs, made from what they follow from, and whether they are as printed.
public struct ReportedTables: Sendable {
  /// Tables 1 to 4 in the layout of the report.
  public let printed: [PrintedTable]
  /// The same for programs, with the figures that follow from them.
  public let machine: [Table]
  private let comparison: PrintedComparison
  private let derived: DerivedFigures
  private let language: ReportLanguage
  private let title: String

  /// The tables of a report.
  public init(_ reported: ReportedCosts, language: ReportLanguage) {
    let words = CostTableWords(language: language)
    let table = RegionalCostTable(reported)
    comparison = PrintedComparison(table, with: reported.printed)
    derived = DerivedFigures(reported)
    self.language = language
    title = reported.title
    printed = [
      AnswerTables.answers(reported, words),
      Self.regional(table, comparison, words),
      AnswerTables.medicineAnswers(reported, words),
      AnswerTables.medicineCosts(reported, words),
    ]
    machine =
      [RegionalCostRows.table(table, comparison)]
      + AnswerTables.machine(reported) + [DerivedFigureRows.table(derived)]
  }

  /// What is printed on standard output.
  public var text: String {
    let sections =
      [PlainText.wrapped(title, indent: 0)] + printed.map(\.lines) + [derivedLines, verdict]
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Whether as many cells as can be compared are as printed.
  private var verdict: [String] {
    guard comparison.derivedCount + comparison.otherCount > 0 else { return [] }
    let derived = "\(comparison.derivedAgreeing) \(language("of", "av")) \(comparison.derivedCount)"
    let others = "\(comparison.otherAgreeing) \(language("of", "av")) \(comparison.otherCount)"
    return PlainText.wrapped(
      language(
        "\(derived) averages and costs per inhabitant of table 2 are as printed, and \(others) totals.",
        "\(derived) genomsnitt och belopp per invånare i tabell 2 blir som de är tryckta, och \(others) totaler."
      ), indent: 0)
  }

  /// Table 2 with a mark at every cell that is not as printed.
  private static func regional(
    _ table: RegionalCostTable, _ comparison: PrintedComparison, _ words: CostTableWords
  ) -> PrintedTable {
    let marks = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    func mark(_ cell: RegionalCostTable.CellName) -> String {
      guard let place = comparison.differences.firstIndex(where: { $0.cell == cell })
      else { return "" }
      return place < marks.count ? marks[place] : "⁺"
    }
    func cell(_ row: RegionalCostTable.Row, _ column: RegionalCostTable.ColumnName) -> String {
      row.printed(column).map {
        PrintedNumber.text($0, words.language) + mark(.init(row.name, column))
      } ?? ""
    }
    func pair(
      _ row: RegionalCostTable.Row, _ total: RegionalCostTable.ColumnName,
      _ average: RegionalCostTable.ColumnName
    ) -> String {
      row.amount(total) == nil ? "" : "\(cell(row, total)) (\(cell(row, average)))"
    }
    let rows = table.rows.map { row in
      [
        words.row(row.name), pair(row, .initial, .initialPerRegion),
        pair(row, .oneOff, .oneOffPerRegion), cell(row, .oneOffPerInhabitant),
        pair(row, .running, .runningPerRegion), cell(row, .runningPerInhabitant),
      ]
    }
    let remarks = comparison.differences.map { difference in
      let (stated, computed) = (
        PrintedNumber.text(difference.printed, words.language),
        PrintedNumber.text(difference.computed, words.language)
      )
      return mark(difference.cell)
        + words.language(
          " The report prints \(stated); from its own figures follows \(computed).",
          " Rapporten trycker \(stated); av dess egna tal följer \(computed).")
    }
    return PrintedTable(
      name: "costs-table2", title: words.regionalTitle, headings: words.regionalHeadings,
      rows: rows, notes: words.regionalNotes + remarks)
  }

  /// What the running text of the report has, and what follows from its tables.
  private var derivedLines: [String] {
    let words = CostTableWords(language: language)
    let rows = derived.figures.map { figure in
      [
        DerivedFigureRows.text(figure.name, language),
        PrintedNumber.text(figure.rounded, language),
        figure.printed.map { printed in
          printed == figure.rounded
            ? language("as printed", "som tryckt")
            : language("printed ", "tryckt ") + PrintedNumber.text(printed, language)
        } ?? language("not in the report", "finns inte i rapporten"),
      ]
    }
    return PrintedTable(
      name: "costs-derived",
      title: language("Figures that follow from the tables", "Tal som följer av tabellerna"),
      headings: [
        language("Figure", "Uppgift"), words.millions, language("Status", "Status"),
      ], rows: rows
    ).lines
  }
}
