import Costs
import Quantities
import SupplyModel

/// Every field of the files that `buffert costs --from-reported` reads.
enum ReportedCatalogue {
  /// The file that names the others.
  enum Root {
    static let version = Field<Int>.required(
      "reported", .integer(1...1, example: "1"), "version of the format")
    static let title = Field<String>.required("title", .words, "what report it is")
    static let regions = path("regions", "all regions with their inhabitants")
    static let table1 = path("table1", "who answered about other products than medicines")
    static let table2 = path("table2", "what groups of regions expect to pay")
    static let table3 = path("table3", "who answered about medicines")
    static let table4 = path("table4", "kronor per inhabitant for medicines")
    static let printed = Field<String>.optional(
      "printed", .path(example: "table2-printed.csv"), absent: "nothing to compare with",
      "the cells of table 2 as they are printed")
    static let regionCosts = Field<String>.optional(
      "regionCosts", .path(example: "region-costs.csv"), absent: "the rows of table 2",
      "what single regions have answered; the others count with a region of similar size")
    static let section = Section(
      path: "", meaning: "what a report on costs starts from",
      fields: [
        version.description, title.description, regions.description,
        Section.part(
          "privateShare", "object", allowed: "an object with value, status and source",
          example: "{ value: \"12 %\", status: \"sourced\", source: \"…\" }",
          "private providers' share of care"),
        table1.description, table2.description, printed.description, table3.description,
        table4.description, regionCosts.description,
      ])

    private static func path(_ name: String, _ meaning: String) -> Field<String> {
      .required(name, .path(example: "\(name).csv"), meaning)
    }
  }

  /// Rows of regions.
  enum RegionRow {
    static let code = Field<String>.required(
      "code", .identifier(example: "06"), "the county's code")
    static let name = Field<String>.required("name", .words, "the region's name")
    static let group = Field<SizeGroup>.required(
      "group", .choice(SizeGroup.self), "the size group that it is counted in")
    static let inhabitants = Field<Int>.required(
      "inhabitants", .integer(1...100_000_000, example: "368912"), "how many live there")
    static let section = Section(
      path: "regions (table)", meaning: "regions",
      fields: [code.description, name.description, group.description, inhabitants.description])
  }

  /// Rows of table 1 and table 3.
  enum AnswerRow {
    static let group = Field<SizeGroup>.required(
      "group", .choice(SizeGroup.self), "the size group")
    static let submitted = count("submitted", "with figures")
    static let notSubmitted = count("notSubmitted", "without")
    static let furtherAlong = count("furtherAlong", "which have come further in building up")
    static let couldNotJudgeAll = count("couldNotJudgeAll", "which could not judge the whole")
    static let takingOverStock = count("takingOverStock", "which take over stock")
    static let included = count("included", "whose figures could be used")
    static let table1 = Section(
      path: "table1 (table)", meaning: "answers",
      fields: [
        group.description, submitted.description, notSubmitted.description,
        furtherAlong.description, couldNotJudgeAll.description, takingOverStock.description,
      ])
    static let table3 = Section(
      path: "table3 (table)", meaning: "answers about medicines",
      fields: [
        group.description, submitted.description, notSubmitted.description, included.description,
      ])

    private static func count(_ name: String, _ meaning: String) -> Field<Int> {
      .required(name, .integer(0...1000, example: "3"), "regions \(meaning)")
    }
  }

  /// Rows of table 2, and of what single regions have answered.
  enum CostRow {
    static let row = Field<SizeGroup?>.required(
      "row",
      .choice(SizeGroup.allCases.map { ($0.rawValue, Optional($0)) } + [("total", nil)]),
      "the size group, or all regions")
    static let region = Field<String>.required(
      "region", .identifier(example: "06"), "the code of the region")
    static let initialLow = millions("initialLow", "initial expenditure, low")
    static let initialHigh = millions("initialHigh", "initial expenditure, high")
    static let oneOffLow = millions("oneOffLow", "once for building up, low")
    static let oneOffHigh = millions("oneOffHigh", "once for building up, high")
    static let runningLow = millions("runningLow", "more per year than today, low")
    static let runningHigh = millions("runningHigh", "more per year than today, high")
    static let table2 = Section(
      path: "table2 (table)", meaning: "what regions expect to pay",
      fields: [
        row.description, initialLow.description, initialHigh.description, oneOffLow.description,
        oneOffHigh.description, runningLow.description, runningHigh.description,
      ])
    static let regionCosts = Section(
      path: "regionCosts (table)", meaning: "what single regions expect to pay",
      fields: [
        region.description, oneOffLow.description, oneOffHigh.description,
        runningLow.description, runningHigh.description,
      ])

    private static func millions(_ name: String, _ meaning: String) -> Field<Money> {
      .optional(name, .amount(places: 8, "millions of kronor"), absent: "no figure", meaning)
    }
  }

  /// Rows of what is printed.
  enum PrintedRow {
    static let row = Field<RegionalCostTable.RowName>.required(
      "row", .choice(RegionalCostTable.RowName.self), "the row")
    static let column = Field<RegionalCostTable.ColumnName>.required(
      "column", .choice(RegionalCostTable.ColumnName.self), "the column")
    static let low = Field<Int>.required(
      "low", .integer(0...1_000_000_000, example: "14"), "the lower end as printed")
    static let high = Field<Int>.required(
      "high", .integer(0...1_000_000_000, example: "132"), "the upper end as printed")
    static let section = Section(
      path: "printed (table)", meaning: "table 2 as it is printed",
      fields: [row.description, column.description, low.description, high.description])
  }

  /// Rows of table 4.
  enum StatisticRow {
    static let statistic = Field<ReportedCosts.Statistic>.required(
      "statistic", .choice(ReportedCosts.Statistic.self), "which figure for all that answered")
    static let initial = Field<Money>.required(
      "initial", .amount(places: 2, "kronor"), "initial cost and investment per inhabitant")
    static let running = Field<Money>.required(
      "running", .amount(places: 2, "kronor"), "running cost per inhabitant and year")
    static let section = Section(
      path: "table4 (table)", meaning: "kronor per inhabitant for medicines",
      fields: [statistic.description, initial.description, running.description])
  }
}

extension Format where Value == Money {
  /// An amount as a plain number, of a unit that is so many powers of ten above the öre.
  static func amount(places: Int, _ unit: String) -> Format {
    let allowed = "\(unit) as a number from 0 up, with at most \(min(places, 4)) decimals"
    return .number("amount", allowed: allowed, example: "110") { number in
      guard let decimal = number.decimal, !decimal.isNegative, decimal.exponent >= -min(places, 4),
        let ore = decimal.scaled(places: places), ore <= 100_000_000_000_000
      else { return .failure(.wrongKind("is \(number.text)", allowed, "110")) }
      return .success(Money(ore: ore))
    }
  }
}
