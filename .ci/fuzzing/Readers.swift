@testable import Quantities
@testable import ScenarioFiles

extension FuzzTarget {
  /// A JSON5 file: a tree whose places lie in the file, or an error, which can be shown.
  static let json5 = FuzzTarget(name: "json5") { bytes in
    let source = SourceText(name: "x.json5", bytes: bytes)
    var diagnostics = Diagnostics()
    let tree = JSON5Reader.read(source, into: &diagnostics)
    precondition(tree != nil || diagnostics.hasErrors, "neither a tree nor an error")
    if let tree { check(tree) }
    if bytes.isOneOfEight { _ = diagnostics.rendered() }
  }

  private static func check(_ node: JSONNode) {
    let range = node.range
    precondition(range.start < range.end && range.end <= range.source.bytes.count)
    _ = node.number?.decimal?.doubleValue
    for element in node.elements ?? [] { check(element) }
    for member in node.members ?? [] {
      precondition(member.keyRange.start < member.keyRange.end)
      check(member.value)
    }
  }

  /// A table: every cell can be read, or there is an error, which can be shown.
  static let csv = FuzzTarget(name: "csv") { bytes in
    let source = SourceText(name: "x.csv", bytes: bytes)
    var diagnostics = Diagnostics()
    let table = CSVReader.read(source, into: &diagnostics)
    precondition(table != nil || diagnostics.hasErrors, "neither a table nor an error")
    if let table {
      precondition(Set(table.columnNames).count == table.columnNames.count)
      for row in 0..<table.rowCount {
        for column in 0..<table.columnNames.count {
          let bounds = table.bounds(row, column)
          precondition(bounds.upperBound <= bytes.count)
          _ = table.cell(row, column)
        }
        _ = table.path(row)
        _ = table.rowRange(row)
      }
    }
    if bytes.isOneOfEight { _ = diagnostics.rendered() }
  }

  /// A quantity of any kind, a date, a number, a formula, a path.
  static let quantities = FuzzTarget(name: "quantities") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    // One tick for each text: with all of them most of the time would go into the same message four times.
    let tick = Tick(minutes: [1, 60, 480, 1440][bytes.count % 4]) ?? .day
    _ = QuantityText.duration(text, tick: tick)
    _ = QuantityText.drawnDuration(text, tick: tick)
    _ = QuantityText.stockLevel(text, tick: tick)
    if case .success(let ore) = QuantityText.money(text) { precondition(ore >= 0) }
    _ = QuantityText.share(text)
    _ = QuantityText.volume(text)
    if let date = CalendarDate(text) { precondition(date.description == text) }
    if let decimal = Decimal(text) {
      precondition(Decimal(decimal.description) == decimal, "reads back as another number")
      _ = decimal < Decimal(significand: 1, exponent: -9)
      _ = decimal.multiplied(by: decimal)
    }
    _ = FormulaReader.read(text)
    precondition(FilePath.normal(FilePath.normal(text)) == FilePath.normal(text))
    _ = Suggestion.nearest(to: text, among: ["days", "weeks", "reorderPoint", ""])
  }
}
