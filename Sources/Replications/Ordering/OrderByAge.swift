extension ProductRun {
  /// `table`: what the table says for the ages of the stock. [units]
  ///
  /// - Column k = 0, 1, … counts what has from k × d + 1 to (k + 1) × d days left after today, d days
  ///   to a column: with d the time between reviews, what expires after k + 1 reviews.
  /// - The last column counts all that lives longer too, and what is on order or owed to the
  ///   location; what it owes, and demand that waits, is taken off, down to 0.
  /// - What the position leaves out since it is not usable tomorrow is left out here; else it is in
  ///   the first column.
  /// - A count beyond the table is taken as the highest that the table has.
  mutating func orderByAge(_ node: Int, _ product: CompiledProduct) -> Int64 {
    let table = product.orderTables.ageTables[Int(plans[node].ordering.table)]
    let earliest = today + Int(plans[node].usableMarginDays) + 1
    var place = 0
    while place < shelves.lotCount(node), Int(shelves.lot(node, place).expiry) < earliest {
      place += 1
    }
    var row = 0
    for column in 0..<table.columns {
      let isLast = column == table.columns - 1
      let end = today + 1 + (column + 1) * table.daysPerColumn
      var count: Int64 = 0
      while place < shelves.lotCount(node) {
        let lot = shelves.lot(node, place)
        guard isLast || Int(lot.expiry) <= end else { break }
        count += lot.quantity
        place += 1
      }
      if isLast { count = max(0, count + commitments(node)) }
      let values = product.orderTables.ageNumbers[table.firstCount + column]
      row = row * Int(values) + Int(min(count, values - 1))
    }
    return product.orderTables.ageNumbers[table.firstOrder + row]
  }
}
