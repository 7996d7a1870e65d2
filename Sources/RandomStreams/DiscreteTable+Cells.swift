extension DiscreteTable {
  /// Divides the weights among as few cells as a power of two allows, at most two values to a cell.
  ///
  /// Values with a weight of 0 take no cell, so that demand that comes in boxes of a hundred has a
  /// small table.
  ///
  /// Cells that hold less than their share are filled up from a value that has more. Cells and
  /// values are taken in a fixed order, so the same weights always give the same cells.
  static func aliasCells(
    first: Int, weights: [UInt128]
  ) -> (cells: [AliasCell], cellBits: Int) {
    let possible = weights.indices.filter { weights[$0] > 0 }
    let values = possible.map { UInt32(first + $0) }
    var cellBits = 0
    while 1 << cellBits < values.count { cellBits += 1 }
    let count = 1 << cellBits
    let share = allDraws >> UInt128(cellBits)

    var left = possible.map { weights[$0] }
    left.append(contentsOf: repeatElement(0, count: count - values.count))
    var poor: [Int] = []
    var rich: [Int] = []
    for index in (0..<count).reversed() {
      if left[index] < share { poor.append(index) } else { rich.append(index) }
    }

    var cells = [AliasCell](repeating: AliasCell(threshold: 0, value: 0, alias: 0), count: count)
    while let receiver = poor.popLast() {
      // There is a donor: what is left sums to one share for each cell not yet made.
      let donor = rich[rich.count - 1]
      let alias = values[donor]
      cells[receiver] = AliasCell(
        threshold: UInt64(left[receiver]) << UInt64(cellBits),
        value: receiver < values.count ? values[receiver] : alias,
        alias: alias)
      left[donor] -= share - left[receiver]
      if left[donor] < share {
        rich.removeLast()
        poor.append(donor)
      }
    }
    for index in rich {
      // Exactly one share is left, the whole cell.
      cells[index] = AliasCell(
        threshold: 0, value: values[index], alias: values[index])
    }
    return (cells, cellBits)
  }
}
