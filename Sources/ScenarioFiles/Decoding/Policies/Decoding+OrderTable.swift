import SupplyModel

extension Decoding {
  /// An order for every age profile of the stock: the path of a table, or an object with it.
  func orderTable(_ node: JSONNode, _ path: String) -> OrderTable? {
    typealias Part = Catalogue.OrderTableFile
    var file: (node: JSONNode, path: String)? = (node, path)
    var days: Int? = Part.daysPerColumn.fallback(in: context)
    if node.members != nil {
      guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
      file = object.requiredMember("file", example: "\"orders.csv\"")
        .map { ($0, object.path("file")) }
      days = object.value(Part.daysPerColumn)
    } else {
      explain(path + ".daysPerColumn", Part.daysPerColumn.description.fallback ?? "", at: nil)
    }
    guard let file, let table = table(file.node, file.path, Catalogue.OrderRow.section),
      let grid = OrderGrid(table), let days
    else { return nil }
    return OrderTable(daysPerColumn: days, counts: grid.sizes, orders: grid.orders)
  }
}

/// The rows of a table of orders, put into their places.
private struct OrderGrid {
  /// How many values each column takes.
  let sizes: [Int]
  /// Orders, the last column's count varying fastest. [units]
  let orders: [Int64]

  /// The grid; reports columns, combinations and rows that are missing or there twice.
  init?(_ table: TableReader) {
    typealias Row = Catalogue.OrderRow
    let ages = Row.ages.prefix { table.has($0) }
    guard table.hasAllRows, Self.checkColumns(table, after: ages.count) else { return nil }
    var counts: [[Int]] = []
    var stated: [Int] = []
    for row in 0..<table.rowCount {
      let cells = ages.map { table.value(row, $0) ?? Self.missing(table, row, $0) }
      let order = table.value(row, Row.order)
      let known = cells.compactMap { $0 }
      guard known.count == ages.count, let order else { continue }
      counts.append(known)
      stated.append(order)
    }
    guard counts.count == table.rowCount else { return nil }
    let sizes = ages.indices.map { column in (counts.map { $0[column] }.max() ?? 0) + 1 }
    var rowOf: [[Int]: Int] = [:]
    var isSound = true
    for (row, combination) in counts.enumerated() {
      if let first = rowOf[combination] {
        table.report(
          row, Row.ages[0], "repeats the combination " + Self.text(combination),
          allowed: "every combination once", remedy: "the first is \(table.table.path(first))")
        isSound = false
      } else {
        rowOf[combination] = row
      }
    }
    // Fewer rows than combinations: the first that is missing is found before the grid is full.
    var orders: [Int64] = []
    var combination = sizes.map { _ in 0 }
    while true {
      guard let row = rowOf[combination] else {
        table.decoding.report(
          table.table.columnRanges[0], table.table.source.fileName,
          "has no row for " + Self.text(combination),
          allowed: "a row for every combination of counts from 0 to the largest of each column",
          remedy: "add it with the units to order")
        return nil
      }
      orders.append(Int64(stated[row]))
      guard let place = combination.indices.last(where: { combination[$0] + 1 < sizes[$0] })
      else { break }
      combination[place] += 1
      for later in combination.indices where later > place { combination[later] = 0 }
    }
    guard isSound else { return nil }
    self.sizes = sizes
    self.orders = orders
  }

  /// Reports columns of ages that stand behind one that is not there.
  private static func checkColumns(_ table: TableReader, after count: Int) -> Bool {
    guard let stray = Catalogue.OrderRow.ages.dropFirst(count).first(where: { table.has($0) })
    else { return count > 0 }
    table.decoding.report(
      table.table.columnRanges[0], table.table.source.fileName,
      "has a column \(stray.name) but no column age\(count + 1)",
      allowed: "columns age1, age2 and so on without a gap")
    return false
  }

  /// Reports an empty cell; only the first column is one that must be there.
  private static func missing(_ table: TableReader, _ row: Int, _ field: Field<Int>) -> Int? {
    if !table.states(row, field), field.description.fallback != nil {
      table.report(row, field, "is empty", allowed: field.description.allowed)
    }
    return nil
  }

  private static func text(_ combination: [Int]) -> String {
    combination.enumerated().map { "age\($0.offset + 1) = \($0.element)" }.joined(separator: ", ")
  }
}
