import Costs
import Quantities
import SupplyModel

extension Decoding {
  /// What a report on costs starts from; `nil` if something cannot be read, which has been reported.
  func reportedCosts(_ node: JSONNode) -> ReportedCosts? {
    typealias Part = ReportedCatalogue.Root
    guard let object = ObjectReader(node, "", Part.section, in: self) else { return nil }
    _ = object.value(Part.version)
    let title = object.value(Part.title)
    let regions = reportedTable(object, Part.regions, ReportedCatalogue.RegionRow.section)
      .map { reportedRegions($0) }
    let share = object.requiredMember(
      "privateShare", example: "{ value: \"12 %\", status: \"sourced\", source: \"…\" }"
    ).flatMap { statedShare($0, "privateShare") }
    let answers = reportedTable(object, Part.table1, ReportedCatalogue.AnswerRow.table1)
      .flatMap { reportedAnswers($0) }
    let costs = reportedTable(object, Part.table2, ReportedCatalogue.CostRow.table2)
      .flatMap { table in
        regions.flatMap { reportedGroups(table, object, $0) }
      }
    let printed =
      object.states(Part.printed)
      ? reportedTable(object, Part.printed, ReportedCatalogue.PrintedRow.section)
        .map { printedCells($0) } : [:]
    let medicineAnswers = reportedTable(object, Part.table3, ReportedCatalogue.AnswerRow.table3)
      .flatMap { reportedMedicineAnswers($0) }
    let medicines = reportedTable(object, Part.table4, ReportedCatalogue.StatisticRow.section)
      .flatMap { reportedStatistics($0) }
    guard let title, let regions, let share, let answers, let costs, let printed,
      let medicineAnswers, let medicines
    else { return nil }
    return ReportedCosts(
      title: title, regions: regions, groups: costs.groups, initialInvestment: costs.initial,
      privateShare: share.share, privateShareSource: share.source, answers: answers,
      medicineAnswers: medicineAnswers, medicineCosts: medicines, printed: printed)
  }

  private func reportedTable(
    _ object: ObjectReader, _ field: Field<String>, _ section: Section
  ) -> TableReader? {
    guard let path = object.value(field), let node = object.member(field.name),
      let source = file(path, namedBy: node, as: field.name)
    else { return nil }
    return TableReader(source, name: field.name, section, in: self)
  }

  /// A share of care with where it is from.
  private func statedShare(
    _ node: JSONNode, _ path: String
  ) -> (share: PrivateShare, source: String)? {
    typealias Part = Catalogue.StatedShare
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let value = object.value(Part.value).flatMap {
      basisPoints($0, object.member(Part.value.name), object.path(Part.value.name))
    }.flatMap { PrivateShare(basisPoints: $0) }
    let known = knowledge(object)
    guard let value, let known else { return nil }
    return (value, known.1)
  }

  private func reportedRegions(_ table: TableReader) -> [ReportedCosts.Region] {
    typealias Row = ReportedCatalogue.RegionRow
    var found: [ReportedCosts.Region] = []
    for row in 0..<table.rowCount {
      let code = table.value(row, Row.code)
      let name = table.value(row, Row.name)
      let group = table.value(row, Row.group)
      let inhabitants = table.value(row, Row.inhabitants)
      guard let code, let name, let group, let inhabitants else { continue }
      guard !found.contains(where: { $0.code == code }) else {
        table.report(
          row, Row.code, "repeats the code \(TerminalText.quoted(code))",
          allowed: "one row for each region", remedy: "keep one of the two")
        continue
      }
      found.append(
        ReportedCosts.Region(
          code: code, name: name, group: group, inhabitants: Int64(inhabitants)))
    }
    return found.sorted { $0.code < $1.code }
  }

  /// The rows of a table by size group; reports groups that occur twice or not at all.
  private func byGroup<Value>(
    _ table: TableReader, _ key: Field<SizeGroup>, _ value: (_ row: Int) -> Value?
  ) -> [SizeGroup: Value]? {
    var found: [SizeGroup: Value] = [:]
    var seen: Set<SizeGroup> = []
    for row in 0..<table.rowCount {
      guard let group = table.value(row, key) else { continue }
      guard seen.insert(group).inserted else {
        table.report(
          row, key, "repeats the group \(group.rawValue)", allowed: "one row for each group",
          remedy: "keep one of the two")
        continue
      }
      found[group] = value(row)
    }
    reportMissing(SizeGroup.allCases.filter { !seen.contains($0) }.map(\.rawValue), in: table)
    return found.count == SizeGroup.allCases.count ? found : nil
  }

  private func reportMissing(_ rows: [String], in table: TableReader) {
    guard !rows.isEmpty, table.hasAllRows, !diagnostics.hasErrors else { return }
    let place = table.table.columnRanges[0]
    report(
      place, place.source.fileName, "has no row \(rows.joined(separator: ", "))",
      allowed: "a row for each", remedy: "add what is missing")
  }

  private func reportedAnswers(_ table: TableReader) -> [SizeGroup: ReportedCosts.Answers]? {
    typealias Row = ReportedCatalogue.AnswerRow
    return byGroup(table, Row.group) { row in
      let counts = [
        Row.submitted, Row.notSubmitted, Row.furtherAlong, Row.couldNotJudgeAll,
        Row.takingOverStock,
      ].map { table.value(row, $0).map(Int64.init) }
      let known = counts.compactMap { $0 }
      guard known.count == counts.count else { return nil }
      return ReportedCosts.Answers(
        submitted: known[0], notSubmitted: known[1], furtherAlong: known[2],
        couldNotJudgeAll: known[3], takingOverStock: known[4])
    }
  }

  private func reportedMedicineAnswers(
    _ table: TableReader
  ) -> [SizeGroup: ReportedCosts.MedicineAnswers]? {
    typealias Row = ReportedCatalogue.AnswerRow
    return byGroup(table, Row.group) { row in
      guard let submitted = table.value(row, Row.submitted),
        let notSubmitted = table.value(row, Row.notSubmitted),
        let included = table.value(row, Row.included)
      else { return nil }
      guard included <= submitted else {
        table.report(
          row, Row.included, "is \(included), more than the \(submitted) that answered",
          allowed: "at most submitted")
        return nil
      }
      return ReportedCosts.MedicineAnswers(
        submitted: Int64(submitted), notSubmitted: Int64(notSubmitted), included: Int64(included))
    }
  }

  private func reportedStatistics(
    _ table: TableReader
  ) -> [ReportedCosts.Statistic: ReportedCosts.MedicineCosts]? {
    typealias Row = ReportedCatalogue.StatisticRow
    var found: [ReportedCosts.Statistic: ReportedCosts.MedicineCosts] = [:]
    for row in 0..<table.rowCount {
      let statistic = table.value(row, Row.statistic)
      let initial = table.value(row, Row.initial)
      let running = table.value(row, Row.running)
      guard let statistic, let initial, let running else { continue }
      guard found[statistic] == nil else {
        table.report(
          row, Row.statistic, "repeats \(statistic.rawValue)", allowed: "one row for each",
          remedy: "keep one of the two")
        continue
      }
      found[statistic] = ReportedCosts.MedicineCosts(initial: initial, running: running)
    }
    let missing = ReportedCosts.Statistic.allCases.filter { found[$0] == nil }
    reportMissing(missing.map(\.rawValue), in: table)
    return missing.isEmpty ? found : nil
  }

  private func printedCells(
    _ table: TableReader
  ) -> [RegionalCostTable.CellName: ReportedCosts.PrintedRange] {
    typealias Row = ReportedCatalogue.PrintedRow
    var found: [RegionalCostTable.CellName: ReportedCosts.PrintedRange] = [:]
    for row in 0..<table.rowCount {
      let name = table.value(row, Row.row)
      let column = table.value(row, Row.column)
      let low = table.value(row, Row.low)
      let high = table.value(row, Row.high)
      guard let name, let column, let low, let high else { continue }
      let cell = RegionalCostTable.CellName(name, column)
      guard found[cell] == nil else {
        table.report(
          row, Row.column, "repeats a cell", allowed: "one row for each cell",
          remedy: "keep one of the two")
        continue
      }
      found[cell] = ReportedCosts.PrintedRange(low: Int64(low), high: Int64(high))
    }
    return found
  }
}
