import Quantities
import SupplyModel

/// What a row of consumption says besides who uses what and how much.
struct DemandCharacter {
  /// How a day's demand varies about its mean.
  let family: DemandFamily
  /// Actual demand ÷ what is expected. [above 0]
  let actualFactor: Double
  /// How demand follows the calendar.
  let profile: Position<DemandProfile>?
  /// What patients with prescriptions use. [units/day]
  let prescribed: DailyRate
}

/// Rows of consumption that are written as most are: known ids and a plain number.
///
/// A table may have a million rows, of which nearly all are of this kind: they are read straight from the
/// bytes of the file. What it does not take, for whatever reason, is read cell by cell, which knows what
/// to report.
struct PlainConsumptionRows {
  private let table: CSVTable
  private let bytes: [UInt8]
  private let location: Int
  private let product: Int
  private let perDay: Int
  /// The columns of what `DemandCharacter` holds, those that the table has.
  private let others: [Int]
  private let locations: IdentifierIndex
  private let products: IdentifierIndex

  /// The rows of a table; `nil` if it lacks a column that every row needs.
  init?(_ reader: TableReader, _ products: Directory<Product>, _ locations: Directory<Location>) {
    typealias Row = Catalogue.ConsumptionRow
    guard let location = reader.column(Row.location), let product = reader.column(Row.product),
      let perDay = reader.column(Row.perDay)
    else { return nil }
    table = reader.table
    bytes = reader.table.source.bytes
    (self.location, self.product, self.perDay) = (location, product, perDay)
    others = [
      reader.column(Row.family), reader.column(Row.dispersion), reader.column(Row.sizes),
      reader.column(Row.actual), reader.column(Row.profile), reader.column(Row.prescribed),
    ].compactMap { $0 }
    self.locations = IdentifierIndex(locations.ids)
    self.products = IdentifierIndex(products.ids)
  }

  /// Who uses what and how much in a row that says the rest in the same words as another; `nil` if it
  /// does not, or is not plain.
  func row(
    _ row: Int, following other: Int
  ) -> (location: Position<Location>, product: Position<Product>, perDay: DailyRate)? {
    for column in others where !isSame(table.bounds(row, column), table.bounds(other, column)) {
      return nil
    }
    guard let location = place(of: table.bounds(row, self.location), among: locations),
      let product = place(of: table.bounds(row, self.product), among: products),
      let rate = rate(table.bounds(row, perDay))
    else { return nil }
    return (Position(location), Position(product), rate)
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for offset in 0..<first.count
    where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
      return false
    }
    return true
  }

  private func place(of cell: Range<Int>, among ids: IdentifierIndex) -> Int? {
    // What is quoted stands for another text than its bytes.
    guard let first = cell.first, bytes[first] != Ascii.quotationMark else { return nil }
    return ids.place(of: cell, in: bytes)
  }

  /// A rate that is written as digits, with or without a point, and is inside the allowed range.
  private func rate(_ cell: Range<Int>) -> DailyRate? {
    // 15 digits in all need no thought about what fits.
    guard cell.count <= 16 else { return nil }
    var digits: Int64 = 0
    var decimals = -1
    var digitCount = 0
    for index in cell {
      let byte = bytes[index]
      if Ascii.digits.contains(byte) {
        digits = digits * 10 + Int64(byte - Ascii.digits.lowerBound)
        digitCount += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == Ascii.point, decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    let places = max(0, decimals)
    guard digitCount > 0, digitCount <= 15, places <= 9 else { return nil }
    let (parts, overflows) = digits.multipliedReportingOverflow(by: Self.powers[9 - places])
    guard !overflows, parts > 0, parts <= 1_000_000 * DailyRate.partsPerUnit else { return nil }
    return DailyRate(nanoUnits: parts)
  }

  /// 10⁰ … 10⁹.
  private static let powers: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
