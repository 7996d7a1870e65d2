import Costs
import Quantities
import SupplyModel

extension Decoding {
  private typealias Row = ReportedCatalogue.CostRow

  /// What groups of regions expect to pay: stated, or added up from what single regions answered.
  func reportedGroups(
    _ table: TableReader, _ object: ObjectReader, _ regions: [ReportedCosts.Region]
  ) -> (groups: [SizeGroup: ReportedCosts.GroupCosts], initial: AmountRange)? {
    var groups: [SizeGroup: ReportedCosts.GroupCosts] = [:]
    var initial: AmountRange?
    var seen: Set<String> = []
    let earlier = diagnostics.count
    for row in 0..<table.rowCount {
      guard let group = table.value(row, Row.row) else { continue }
      guard seen.insert(group?.rawValue ?? "total").inserted else {
        table.report(
          row, Row.row, "repeats \(group?.rawValue ?? "total")", allowed: "one row for each",
          remedy: "keep one of the two")
        continue
      }
      if let group {
        groups[group] = groupCosts(table, row)
      } else {
        initial = range(table, row, Row.initialLow, Row.initialHigh)
      }
    }
    if object.states(ReportedCatalogue.Root.regionCosts) {
      if !groups.isEmpty {
        report(
          object.member("regionCosts")?.range ?? object.node.range, "regionCosts",
          "is stated beside the groups of table 2",
          allowed: "what single regions answered, or what groups pay together",
          remedy:
            "leave the rows \(groups.keys.map(\.rawValue).sorted().joined(separator: ", ")) out")
      }
      guard let filled = regionAnswers(object, regions) else { return nil }
      groups = filled
    }
    guard diagnostics.count == earlier else { return nil }
    let wanted = SizeGroup.allCases.filter { group in regions.contains { $0.group == group } }
    let missing =
      wanted.filter { groups[$0] == nil }.map(\.rawValue) + (initial == nil ? ["total"] : [])
    guard missing.isEmpty, let initial else {
      let place = table.table.columnRanges[0]
      report(
        place, place.source.fileName, "has no row \(missing.joined(separator: ", "))",
        allowed: "a row for each", remedy: "add what is missing")
      return nil
    }
    return (groups, initial)
  }

  /// What groups pay if regions that have not answered cost as much as one of similar size.
  private func regionAnswers(
    _ object: ObjectReader, _ regions: [ReportedCosts.Region]
  ) -> [SizeGroup: ReportedCosts.GroupCosts]? {
    guard let path = object.value(ReportedCatalogue.Root.regionCosts),
      let node = object.member("regionCosts"),
      let source = file(path, namedBy: node, as: "regionCosts"),
      let table = TableReader(source, name: "regionCosts", Row.regionCosts, in: self)
    else { return nil }
    var answers: [String: ReportedCosts.GroupCosts] = [:]
    for row in 0..<table.rowCount {
      let costs = groupCosts(table, row)
      guard let code = table.value(row, Row.region) else { continue }
      guard regions.contains(where: { $0.code == code }) else {
        table.report(
          row, Row.region, "names the unknown region \(TerminalText.quoted(code))",
          allowed: "the code of a region")
        continue
      }
      guard answers[code] == nil else {
        table.report(
          row, Row.region, "repeats the region \(TerminalText.quoted(code))",
          allowed: "one row for each region", remedy: "keep one of the two")
        continue
      }
      answers[code] = costs
    }
    guard !diagnostics.hasErrors else { return nil }
    guard let filled = MissingRegions.filled(regions, answers) else {
      report(
        node.range, "regionCosts", "leaves a size group without any answer",
        allowed: "at least one region of each group",
        remedy: "state the group's rows in table 2 instead")
      return nil
    }
    return MissingRegions.totals(of: filled)
  }

  private func groupCosts(_ table: TableReader, _ row: Int) -> ReportedCosts.GroupCosts? {
    let oneOff = range(table, row, Row.oneOffLow, Row.oneOffHigh)
    let running = range(table, row, Row.runningLow, Row.runningHigh)
    guard let oneOff, let running else { return nil }
    return ReportedCosts.GroupCosts(oneOff: oneOff, running: running)
  }

  /// Two ends, both of which must be stated, in order.
  private func range(
    _ table: TableReader, _ row: Int, _ low: Field<Money>, _ high: Field<Money>
  ) -> AmountRange? {
    for field in [low, high] where !table.states(row, field) {
      table.report(
        row, field, "states no \(field.name)", allowed: "a low and a high estimate",
        remedy: "where there is one estimate only, write it twice")
    }
    guard table.states(row, low), table.states(row, high), let first = table.value(row, low),
      let last = table.value(row, high)
    else { return nil }
    guard first <= last else {
      table.report(
        row, low, "is above \(high.name)", allowed: "a low estimate up to the high one",
        remedy: "exchange the two")
      return nil
    }
    return AmountRange(low: first, high: last)
  }
}
