import Quantities
import SupplyModel

/// The rows of a table of daily use, by what they are about.
struct HistoryTable {
  /// A product at a care unit.
  struct Pair: Hashable {
    let product: Position<Product>
    let location: Position<Location>

    init(_ product: Position<Product>, _ location: Position<Location>) {
      self.product = product
      self.location = location
    }
  }

  /// What was used on one day.
  struct Day {
    let date: CalendarDate
    let units: Int64
    let row: Int
  }

  /// The table; `nil` if it could not be read, which has been reported.
  let table: TableReader?
  /// Days in order of date.
  let days: [Pair: [Day]]
  /// Whether all rows could be read; if not, a day that is missing may be one of the unread.
  let isComplete: Bool
}

extension Decoding {
  /// Reads the table of daily use.
  func history(
    _ path: String, _ node: JSONNode, _ products: Directory<Product>,
    _ locations: Directory<Location>
  ) -> HistoryTable {
    typealias Row = Catalogue.HistoryRow
    let unread = HistoryTable(table: nil, days: [:], isComplete: false)
    guard let source = file(path, namedBy: node, as: "consumption.history"),
      let table = TableReader(source, name: "consumption.history", Row.section, in: self)
    else { return unread }
    let errors = diagnostics.count
    var days: [HistoryTable.Pair: [HistoryTable.Day]] = [:]
    for row in 0..<table.rowCount {
      let location = table.value(row, Row.location).flatMap {
        locations.resolve($0, at: table.range(row, Row.location), table.table.path(row), in: self)
      }
      let product = table.value(row, Row.product).flatMap {
        products.resolve($0, at: table.range(row, Row.product), table.table.path(row), in: self)
      }
      let date = table.value(row, Row.date)
      let units = table.value(row, Row.units)
      guard let location, let product, let date, let units else { continue }
      days[HistoryTable.Pair(product, location), default: []].append(
        HistoryTable.Day(date: date, units: Int64(units), row: row))
    }
    return HistoryTable(
      table: table, days: days.mapValues { $0.sorted { ($0.date, $0.row) < ($1.date, $1.row) } },
      isComplete: table.hasAllRows && diagnostics.count == errors)
  }

  /// The history of one product at one care unit; reports days that are missing or there twice,
  /// and weeks that are not whole.
  func history(
    of pair: HistoryTable.Pair, in history: HistoryTable, usedAt range: SourceRange, _ path: String
  ) -> ConsumptionHistory? {
    typealias Row = Catalogue.HistoryRow
    guard let table = history.table, history.isComplete else { return nil }
    guard let days = history.days[pair], let first = days.first, let last = days.last else {
      report(
        range, path, "has the family empirical and no day in \(table.table.source.fileName)",
        allowed: "at least one week of daily use",
        remedy: "add its history, or choose another family")
      return nil
    }
    var isSound = true
    for (day, next) in zip(days, days.dropFirst()) where next.date != day.date.adding(days: 1) {
      let isRepeated = next.date == day.date
      table.report(
        next.row, Row.date,
        isRepeated
          ? "repeats \(next.date)" : "leaves out \(day.date.adding(days: 1))",
        allowed: "one row for every day from \(first.date) to \(last.date)",
        remedy: isRepeated
          ? "add the two rows into one" : "add the missing days, with 0 where nothing was used")
      isSound = false
    }
    guard isSound else { return nil }
    guard days.count.isMultiple(of: 7) else {
      table.report(
        last.row, Row.date, "ends a history of \(days.count) days", allowed: "whole weeks",
        remedy: "add days up to the end of a week, or leave out the days after the last whole week")
      return nil
    }
    return ConsumptionHistory(
      unitsPerDay: days.map(\.units), firstWeekday: first.date.weekday - 1)
  }
}
