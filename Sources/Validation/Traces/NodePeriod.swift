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

  /// How many cells there are. [1]
  var cellCount: Int { units.count + amounts.count }

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

  /// Reads a trace of stockpyl; `nil` if it is none.
  static func reference(_ bytes: [UInt8]) -> [Place: NodePeriod]? {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(cells)
    guard let header = lines.first else { return nil }
    var found: [Place: NodePeriod] = [:]
    for line in lines.dropFirst() {
      let row = Dictionary(zip(header, line)) { first, _ in first }
      guard line.count == header.count, let day = row["t"].flatMap({ Int($0) }),
        let node = row["node"], let period = NodePeriod(row)
      else { return nil }
      found[Place(day: day, node: node)] = period
    }
    return found
  }

  init() {}

  /// The period that a row states; `nil` if a cell cannot be read.
  private init?(_ row: [String: String]) {
    for (column, cell) in row where column != "t" && column != "node" {
      if ["fill_rate_cum", "HC", "SC", "ITHC", "TC"].contains(column) {
        guard let amount = Double(cell) else { return nil }
        amounts[column] = amount
      } else {
        guard read(cell, column) else { return nil }
      }
    }
  }

  /// Reads a cell: a number, or {"neighbour": number, …}; `false` if it is neither.
  private mutating func read(_ cell: String, _ column: String) -> Bool {
    guard cell.hasPrefix("{") else {
      units[column] = Self.whole(cell)
      return units[column] != nil
    }
    for pair in cell.dropFirst().dropLast().split(separator: ", ") {
      let parts = pair.split(separator: ": ")
      guard parts.count == 2, let number = Self.whole(parts[1]) else { return false }
      units[Self.key(column, String(parts[0].dropFirst().dropLast()))] = number
    }
    return true
  }

  private static func whole(_ text: some StringProtocol) -> Int64? {
    Double(text).flatMap { Int64(exactly: $0) }
  }

  /// The cells of a line; a comma between quotes does not end one.
  static func cells(_ line: Substring) -> [String] {
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
