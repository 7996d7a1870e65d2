import Quantities
import SupplyModel

/// The rows of consumption with the places where they are written.
///
/// A million rows with a range and a path each would fill hundreds of megabytes: kept is the number of the
/// row in its table, from which both are made when something has to be said about it.
struct PlacedConsumption {
  /// What care units use, after `sort` in order of product and location.
  private(set) var uses: [Consumption] = []
  /// For each of them the row of the table that states it.
  private var rows: [Int32] = []
  private let table: CSVTable?

  /// No rows.
  init() {
    table = nil
  }

  /// No rows yet of a table.
  init(of table: CSVTable) {
    self.table = table
    uses.reserveCapacity(table.rowCount)
    rows.reserveCapacity(table.rowCount)
  }

  /// Adds what a row of the table states.
  mutating func append(_ use: Consumption, row: Int) {
    uses.append(use)
    rows.append(Int32(row))
  }

  /// Where a row is written, and what it is called; `nil` without a table.
  func place(of position: Position<Consumption>) -> (range: SourceRange, path: String)? {
    guard let table else { return nil }
    let row = Int(rows[position.index])
    return (table.rowRange(row), table.path(row))
  }

  /// Puts the rows in order of product and location; rows of the same pair stay as they are in the file.
  mutating func sort(products: Int, locations: Int) {
    let isAscending = uses.indices.dropFirst().allSatisfy { row in
      let (last, use) = (uses[row - 1], uses[row])
      return (last.product, last.location) <= (use.product, use.location)
    }
    if isAscending { return }
    // Two stable passes that only count: by location, then by product.
    let byLocation = Self.order(Array(uses.indices), keys: locations) {
      uses[$0].location.index
    }
    let order = Self.order(byLocation, keys: products) { uses[$0].product.index }
    uses = order.map { uses[$0] }
    rows = order.map { rows[$0] }
  }

  /// Indices in ascending order of their keys, those of equal keys in the order given.
  private static func order(_ indices: [Int], keys: Int, _ key: (Int) -> Int) -> [Int] {
    var next = [Int](repeating: 0, count: keys + 1)
    for index in indices { next[key(index) + 1] += 1 }
    for value in 0..<keys { next[value + 1] += next[value] }
    var ordered = indices
    for index in indices {
      ordered[next[key(index)]] = index
      next[key(index)] += 1
    }
    return ordered
  }
}
