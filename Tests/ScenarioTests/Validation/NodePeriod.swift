import Foundation
import Testing

/// What one location did in one period, and how it stands at its end, in the columns of stockpyl's
/// traces; other locations go by their number, who is outside by "EXT".
struct NodePeriod {
  /// Whole numbers, those of a neighbour as "column neighbour"; what is not here is 0. [units]
  var units: [String: Int64] = [:]
  /// Costs of the period, and the share of all orders so far that were filled at once.
  var amounts: [String: Double] = [:]

  /// Where and when.
  struct Place: Hashable, Comparable {
    var day: Int
    var node: String

    static func < (one: Self, other: Self) -> Bool {
      (one.day, one.node) < (other.day, other.node)
    }
  }

  /// Adds to a column; `neighbour` is whom it is about, where the column has several.
  mutating func add(_ quantity: Int64, to column: String, _ neighbour: String? = nil) {
    units[Self.key(column, neighbour), default: 0] += quantity
  }

  private static func key(_ column: String, _ neighbour: String?) -> String {
    neighbour.map { "\(column) \($0)" } ?? column
  }

  /// How it differs from another, cell by cell.
  func differences(from other: NodePeriod) -> [String] {
    let columns = Set(units.keys).union(other.units.keys).sorted()
    let amountColumns = Set(amounts.keys).union(other.amounts.keys).sorted()
    return columns.compactMap { column in
      let (mine, others) = (units[column] ?? 0, other.units[column] ?? 0)
      return mine == others ? nil : "\(column) is \(mine), not \(others)"
    }
      + amountColumns.compactMap { column in
        let (mine, others) = (amounts[column] ?? .nan, other.amounts[column] ?? .nan)
        return abs(mine - others) <= 1e-9 ? nil : "\(column) is \(mine), not \(others)"
      }
  }

  /// Reads a trace of stockpyl by its path in the repository.
  static func reference(_ path: String) throws -> [Place: NodePeriod] {
    let text = try String(contentsOf: Shipped.root.appending(path: path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map(cells)
    let header = try #require(lines.first)
    var found: [Place: NodePeriod] = [:]
    for line in lines.dropFirst() {
      try #require(line.count == header.count)
      let row = Dictionary(uniqueKeysWithValues: zip(header, line))
      let day = try #require(row["t"].flatMap { Int($0) })
      var period = NodePeriod()
      for (column, cell) in row where column != "t" && column != "node" {
        if ["fill_rate_cum", "HC", "SC", "ITHC", "TC"].contains(column) {
          let amount: Double = try #require(Double(cell))
          period.amounts[column] = amount
        } else {
          try period.read(cell, column)
        }
      }
      found[Place(day: day, node: try #require(row["node"]))] = period
    }
    return found
  }

  /// Reads a cell: a number, or {"neighbour": number, …}.
  private mutating func read(_ cell: String, _ column: String) throws {
    guard cell.hasPrefix("{") else {
      let number: Int64 = try #require(Double(cell).flatMap { Int64(exactly: $0) })
      units[column] = number
      return
    }
    for pair in cell.dropFirst().dropLast().split(separator: ", ") {
      let parts = pair.split(separator: ": ")
      try #require(parts.count == 2)
      let neighbour = String(parts[0].dropFirst().dropLast())
      let number: Int64 = try #require(Double(parts[1]).flatMap { Int64(exactly: $0) })
      units[Self.key(column, neighbour)] = number
    }
  }

  /// The cells of a line; a comma between quotes does not end one.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    var previous: Character = ","
    for character in line {
      switch character {
      case "\"":
        // The second of two quotes within quotes stands for one.
        if !isQuoted, previous == "\"" { cells[cells.count - 1].append(character) }
        isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
      previous = character
    }
    return cells
  }
}
