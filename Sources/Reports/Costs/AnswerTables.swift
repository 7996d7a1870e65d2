import Costs
import Quantities
import SupplyModel

/// Tables 1, 3 and 4: who answered, and what medicines cost per inhabitant.
enum AnswerTables {
  /// Table 1.
  static func answers(_ reported: ReportedCosts, _ words: CostTableWords) -> PrintedTable {
    let language = words.language
    return PrintedTable(
      name: "costs-table1",
      title: language(
        "Table 1. What participating regions based their estimates on: costs and investments of one month's rotating stock of health-care products except medicines.",
        "Tabell 1. Informationsunderlag avseende deltagande regioner i uppskattning av kostnader och investeringar för en månads omsättningslager av sjukvårdsprodukter exklusive läkemedel."
      ),
      headings: [
        language("Type of region", "Typ av region"),
        language(
          "Regions that submitted figures", "Antal regioner som lämnat in underlag"),
        language(
          "Regions that did not submit figures", "Antal regioner som inte lämnat in underlag"),
        language(
          "Regions that have come further in building up",
          "Antal regioner som kommit längre i uppbyggnad"),
        language(
          "Regions that could not judge the whole",
          "Antal regioner som inte kunnat bedöma helheten"),
        language(
          "Regions that now take over stock themselves",
          "Antal regioner som i detta skede tar över lager i egen regi"),
      ],
      rows: rows(words) { group in
        reported.answers[group].map(counts) ?? []
      })
  }

  /// Table 3.
  static func medicineAnswers(_ reported: ReportedCosts, _ words: CostTableWords) -> PrintedTable {
    let language = words.language
    return PrintedTable(
      name: "costs-table3",
      title: language(
        "Table 3. What regions in the survey based their answers on: costs and investments of building up one month's rotating stock of medicines.",
        "Tabell 3. Informationsunderlag avseende deltagande regioner i enkätundersökning av kostnader och investeringar att bygga upp en månads omsättningslager av läkemedel."
      ),
      headings: [
        language("Type of region", "Typ av region"),
        language(
          "Regions that submitted figures", "Antal regioner som lämnat in underlag"),
        language(
          "Regions that did not submit figures", "Antal regioner som inte lämnat in underlag"),
        language("Answers that were included", "Antal enkätsvar som har inkluderats"),
      ],
      rows: rows(words) { group in
        reported.medicineAnswers[group].map(counts) ?? []
      })
  }

  /// Table 4; the mean, which stands in the running text, is a note.
  static func medicineCosts(_ reported: ReportedCosts, _ words: CostTableWords) -> PrintedTable {
    let language = words.language
    func cells(_ statistic: ReportedCosts.Statistic) -> [String]? {
      reported.medicineCosts[statistic].map {
        [
          words.statistic(statistic), PrintedNumber.kronor($0.initial, language),
          PrintedNumber.kronor($0.running, language),
        ]
      }
    }
    let mean = reported.medicineCosts[.mean].map {
      let (initial, running) = (
        PrintedNumber.kronor($0.initial, language), PrintedNumber.kronor($0.running, language)
      )
      return language(
        "In the running text: mean \(initial) and \(running).",
        "I löpande text: medelvärde \(initial) och \(running).")
    }
    return PrintedTable(
      name: "costs-table4",
      title: language(
        "Table 4. Initial expenditure and running costs of regions for building up one month's rotating stock of medicines, SEK per inhabitant.",
        "Tabell 4. Initiala utgifter och löpande driftskostnader för regioner att bygga upp en månads omsättningslager i kronor per invånare."
      ),
      headings: [
        language("Measure", "Mått"),
        language(
          "Initial costs and investments, SEK per inhabitant",
          "Initiala kostnader och investeringar, kr per invånare"),
        language(
          "Running costs, SEK per inhabitant and year",
          "Löpande driftskostnader, kr per invånare och år"),
      ],
      rows: [.min, .median, .max].compactMap(cells), notes: mean.map { [$0] } ?? [])
  }

  /// The three groups, and their sum.
  private static func rows(
    _ words: CostTableWords, _ counts: (SizeGroup) -> [Int64]
  ) -> [[String]] {
    let groups = SizeGroup.allCases.map(counts)
    let names = SizeGroup.allCases.map(words.group) + ["Total"]
    return zip(names, groups + [total(groups)]).map { name, counts in
      [name] + counts.map { PrintedNumber.text($0) }
    }
  }

  /// The sum of each column.
  private static func total(_ groups: [[Int64]]) -> [Int64] {
    var total = [Int64](repeating: 0, count: groups.first?.count ?? 0)
    for counts in groups {
      for (column, count) in counts.enumerated() { total[column] += count }
    }
    return total
  }

  private static func counts(_ answers: ReportedCosts.Answers) -> [Int64] {
    [
      answers.submitted, answers.notSubmitted, answers.furtherAlong, answers.couldNotJudgeAll,
      answers.takingOverStock,
    ]
  }

  private static func counts(_ answers: ReportedCosts.MedicineAnswers) -> [Int64] {
    [answers.submitted, answers.notSubmitted, answers.included]
  }

  // MARK: For programs

  /// Tables 1, 3 and 4 for programs.
  static func machine(_ reported: ReportedCosts) -> [Table] {
    [
      count(answersDeclaration) { reported.answers[$0].map(counts) ?? [] },
      count(medicineAnswersDeclaration) { reported.medicineAnswers[$0].map(counts) ?? [] },
      medicineTable(reported),
    ]
  }

  /// What table 1 is for programs.
  static let answersDeclaration = TableDeclaration(
    name: "costs-table1",
    meaning:
      "What regions based their estimates on, all products but medicines: regions by size group.",
    columns: columns([
      "submitted", "notSubmitted", "furtherAlong", "couldNotJudgeAll", "takingOverStock",
    ]), key: ["row"])

  /// What table 3 is for programs.
  static let medicineAnswersDeclaration = TableDeclaration(
    name: "costs-table3",
    meaning: "What regions based their answers on, medicines: regions by size group.",
    columns: columns(["submitted", "notSubmitted", "included"]), key: ["row"])

  /// What table 4 is for programs, reported or simulated.
  static let medicineCostsDeclaration = TableDeclaration(
    name: "costs-table4",
    meaning:
      "Costs per inhabitant as figures of all regions, in the layout of Socialstyrelsen's Table 4.",
    columns: medicineColumns, key: ["policy", "row"])

  private static func columns(_ names: [String]) -> [Table.Column] {
    [Table.Column(name: "row", kind: .text, meaning: "size group, or total")]
      + names.map {
        Table.Column(
          name: $0, kind: .integer, unit: "regions", meaning: "how many of its regions")
      }
  }

  private static func count(
    _ declaration: TableDeclaration, _ counts: (SizeGroup) -> [Int64]
  ) -> Table {
    var table = Table(declaration)
    let groups = SizeGroup.allCases.map(counts)
    for (group, counts) in zip(SizeGroup.allCases, groups) {
      table.append([.text(group.rawValue)] + counts.map { .integer($0) })
    }
    table.append([.text("total")] + total(groups).map { .integer($0) })
    return table
  }

  private static func medicineTable(_ reported: ReportedCosts) -> Table {
    var table = Table(medicineCostsDeclaration)
    for statistic in ReportedCosts.Statistic.allCases {
      guard let costs = reported.medicineCosts[statistic] else { continue }
      table.append([
        .text(RegionalCostRows.reported), .text(statistic.rawValue), .number(costs.initial.sek),
        .number(costs.running.sek),
      ])
    }
    return table
  }

  private static let medicineColumns: [Table.Column] = [
    Table.Column(
      name: "policy", kind: .text, meaning: "name of the policy, or reported for medicines"),
    Table.Column(name: "row", kind: .text, meaning: "which figure of all regions"),
    Table.Column(
      name: "initialSEKPerInhabitant", kind: .number, unit: "SEK/inhabitant",
      meaning: "initial costs and investments; of a policy, the purchase of the stock included"),
    Table.Column(
      name: "runningSEKPerInhabitantYear", kind: .number, unit: "SEK/inhabitant/year",
      meaning: "running costs; of a policy, more than the baseline's"),
  ]
}
