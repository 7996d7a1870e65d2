// Writes the tables of this scenario: regions, authorities, locations and consumption.
//
//   swiftc -O scenarios/sweden/derive.swift -o /tmp/derive && /tmp/derive scenarios
//
// What a region is comes from sweden/inputs/. What an inhabitant uses comes from jonkoping/inputs/, so
// that both scenarios rest on the same figures. The rule is in README.md. All arithmetic is in integers,
// nothing is random: the same inputs give the same bytes.

import Foundation

// MARK: Reading and writing

typealias Row = [String: String]

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "scenarios"

func stop(_ reason: String) -> Never {
  FileHandle.standardError.write(Data("derive: \(reason)\n".utf8))
  exit(1)
}

/// The cells of one line; a cell in double quotes may hold commas.
func cells(_ line: Substring) -> [String] {
  var cells: [String] = []
  var cell = ""
  var quoted = false
  for character in line {
    switch character {
    case "\"": quoted.toggle()
    case "," where !quoted:
      cells.append(cell)
      cell = ""
    default: cell.append(character)
    }
  }
  return cells + [cell]
}

func read(_ name: String) -> [Row] {
  guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
    stop("cannot read \(name)")
  }
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  let header = cells(lines[0])
  return lines.dropFirst().map { line in
    let values = cells(line)
    if values.count != header.count { stop("\(name): wrong number of cells: \(line)") }
    return Row(uniqueKeysWithValues: zip(header, values))
  }
}

/// Writes the columns that the header names, of each row.
func write(_ name: String, _ comments: [String], header: String, rows: [Row]) {
  let columns = header.split(separator: ",").map(String.init)
  let lines = rows.map { row in
    columns.map { column in
      let cell = row[column] ?? ""
      return cell.contains(",") ? "\"\(cell)\"" : cell
    }
    .joined(separator: ",")
  }
  let text = (comments.map { "# \($0)" } + [header] + lines).joined(separator: "\n") + "\n"
  do {
    try text.write(toFile: "\(folder)/sweden/\(name)", atomically: true, encoding: .utf8)
  } catch { stop("cannot write \(name)") }
}

extension Row {
  func text(_ column: String) -> String {
    guard let value = self[column] else { stop("no column \(column)") }
    return value
  }

  /// A decimal number, in units of 10^-places.
  func number(_ column: String, places: Int = 0) -> Int {
    let parts = text(column).split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padding = String(repeating: "0", count: Swift.max(0, places - fraction.count))
    guard fraction.count <= places, let value = Int(parts[0] + fraction + padding) else {
      stop("not a number with \(places) decimals: \(column) \(text(column))")
    }
    return value
  }
}

/// A number of units of 10^-places, as a decimal without needless zeros.
func decimal(_ value: Int, places: Int) -> String {
  let scale = (0..<places).reduce(1) { product, _ in product * 10 }
  var fraction = String(String(value % scale + scale).dropFirst())
  while fraction.hasSuffix("0") { fraction.removeLast() }
  return fraction.isEmpty ? "\(value / scale)" : "\(value / scale).\(fraction)"
}

func roundedHalfUp(_ numerator: Int128, _ denominator: Int128) -> Int {
  Int((2 * numerator + denominator) / (2 * denominator))
}

/// Splits a total in proportion to weights; what rounding down leaves goes to the largest
/// remainders, the earlier one of two equal.
func split(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = Int128(weights.reduce(0, +))
  if sum == 0 { return weights }
  var parts = weights.map { Int(Int128(total) * Int128($0) / sum) }
  let remainders = weights.map { Int128(total) * Int128($0) % sum }
  let order = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
  for index in order.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
  return parts
}

// MARK: Places

let regions = read("sweden/inputs/regions.csv")
let kinds = read("sweden/inputs/care-units.csv")

var authorities: [Row] = [
  [
    "id": "distributors", "name": "Distributörerna", "kind": "private", "region": "national",
    "population.status": "",
  ]
]
var locations: [Row] = [
  [
    "id": "distributor-medicines", "name": "Läkemedelsdistributörerna", "kind": "distributor",
    "authority": "distributors", "rank": "1", "carePriority": "1", "parent": "medicine-makers",
  ],
  [
    "id": "distributor-articles", "name": "Leverantörerna av övriga sjukvårdsprodukter",
    "kind": "distributor", "authority": "distributors", "rank": "2", "carePriority": "1",
    "parent": "article-makers",
  ],
]
for (index, region) in regions.enumerated() {
  let (id, short) = (region.text("id"), region.text("shortName"))
  let authority = "region-\(id)"
  authorities.append([
    "id": authority, "name": region.text("name"), "kind": "region", "region": id,
    "population": region.text("population"), "population.status": region.text("population.status"),
  ])
  func add(_ location: Row) {
    locations.append(location.merging(["authority": authority]) { own, _ in own })
  }
  add([
    "id": "pharmacy-\(id)", "name": "Sjukhusapoteken, \(short)", "kind": "hospitalPharmacy",
    "rank": "\(100 + index)", "carePriority": "1", "parent": "distributor-medicines",
    "leadTime": "wholesale",
  ])
  add([
    "id": "central-store-\(id)", "name": "Regionens centrallager, \(short)", "kind": "centralStore",
    "rank": "\(200 + index)", "carePriority": "1", "parent": "distributor-articles",
    "leadTime": "freight",
  ])
  for kind in kinds {
    add([
      "id": "\(id)-\(kind.text("kind"))", "name": "\(kind.text("name")), \(short)",
      "kind": "careUnit", "rank": "\(kind.number("rank") * 100 + index)",
      "carePriority": kind.text("priority"), "parent": "central-store-\(id)",
      "parent.medicine": "pharmacy-\(id)", "leadTime": kind.text("leadTime"),
    ])
  }
}

// MARK: Consumption

let products =
  read("jonkoping/inputs/substances.csv").map { $0.merging(["category": "medicine"]) { $1 } }
  + read("jonkoping/inputs/articles.csv")
let rates = read("jonkoping/inputs/consumption-rates.csv")
let factors = Dictionary(
  uniqueKeysWithValues: read("jonkoping/inputs/consumption-factors.csv").map {
    ($0.text("product"), $0)
  })
let settings = Dictionary(
  uniqueKeysWithValues: read("sweden/inputs/settings.csv").map { ($0.text("setting"), $0) })

/// The smallest use for which a unit keeps the product, in millionths of a unit per day.
let leastUse = 2_000

func rate(of product: Row) -> Row {
  guard
    let row = rates.first(where: {
      $0.text("category") == product.text("category") && $0.text("mover") == product.text("mover")
    })
  else { stop("no rate for \(product.text("id"))") }
  return row
}

/// What a number of inhabitants use of a product, in millionths of a unit per day.
func use(of product: Row, inhabitants: Int) -> Int {
  let factor = factors[product.text("id")]?.number("factor", places: 2) ?? 100
  let perYear = Int128(rate(of: product).number("unitsPer100000PerYear")) * Int128(factor)
  return roundedHalfUp(perYear * Int128(inhabitants) * 1_000_000, 100 * 100_000 * 365)
}

/// Points of each setting: "ICU+OR:30" is ICU with its default and OR with 30.
func points(_ text: String) -> [(setting: Row, points: Int)] {
  let everything = "ICU+OR+ward+ED+pre+primary care"
  let parts = text.split(separator: "+").map { $0 == "all" ? everything : String($0) }
  return parts.joined(separator: "+").split(separator: "+").map { part in
    let pieces = part.split(separator: ":")
    guard let row = settings[String(pieces[0])] else { stop("unknown setting \(part)") }
    return (row, pieces.count > 1 ? Int(pieces[1]) ?? 0 : row.number("points"))
  }
}

func consumption(of product: Row, in region: Row) -> [Row] {
  let total = use(of: product, inhabitants: region.number("population"))
  let shares = points(product.text("careSettings"))
  var first = [Int](repeating: 0, count: kinds.count)
  for (share, amount) in zip(shares, split(total, by: shares.map(\.points))) {
    let weights = kinds.map { share.setting.number($0.text("kind")) }
    for (index, part) in split(amount, by: weights).enumerated() { first[index] += part }
  }
  // A unit that would use almost none does not hold it; its use goes to the others.
  var kept = kinds.indices.filter { first[$0] > 0 }
  while kept.count > 1 {
    let smallest = kept.min { (first[$0], $1) < (first[$1], $0) }!
    let sum = kept.map { Int128(first[$0]) }.reduce(0, +)
    if Int128(total) * Int128(first[smallest]) >= Int128(leastUse) * sum { break }
    kept.removeAll { $0 == smallest }
  }
  let stated = factors[product.text("id")].flatMap { $0.text("dispersion").isEmpty ? nil : $0 }
  let lumpiness = (stated ?? rate(of: product)).number("dispersion", places: 1)
  return zip(kept, split(total, by: kept.map { first[$0] })).map { index, perDay in
    // A day's use varies by at least 5 % of its mean: index >= 0.0025 x mean, up to a tenth.
    let atLeast = (perDay + 39_999_999) / 40_000_000
    return [
      "location": "\(region.text("id"))-\(kinds[index].text("kind"))",
      "product": product.text("id"), "perDay": decimal(perDay, places: 6),
      "dispersion": decimal(max(lumpiness, atLeast), places: 1),
    ]
  }
}

let consumptions = products.flatMap { product in
  regions.flatMap { consumption(of: product, in: $0) }
}

// MARK: The tables

let productHeader =
  "id,name,nameEnglish,category,demandClass,mover,unitPrice,packSize,shelfLife,unitVolume,"
  + "storageClass,weight,unitPrice.status,packSize.status,shelfLife.status,unitVolume.status,"
  + "storageClass.status,mover.status,demandClass.status"
let made = "Made by derive.swift from inputs/; the rule is in README.md."

write(
  "regions.csv",
  [
    "The 21 regions and their inhabitants on 31 December 2024. \(made)",
    "national: where the distributors are; nobody lives there.",
  ],
  header: "id,name,population,population.status,population.source",
  rows: regions + [["id": "national", "name": "Riket (distributörerna)"]])

write(
  "authorities.csv",
  [
    "Who has the duty to hold stock, and the distributors, who have none. \(made)",
    "What a region's 290 municipalities together use counts with the region.",
  ],
  header: "id,name,kind,region,population,population.status", rows: authorities)

write(
  "locations.csv",
  [
    "Where stock is held. \(made) Care units stand for all of their kind in a region.",
    "parent supplies all but what parent.medicine names. wholesale and freight: see leadTimes in sweden.json5.",
  ],
  header: "id,name,kind,authority,rank,carePriority,parent,parent.medicine,leadTime",
  rows: locations)

write(
  "consumption.csv",
  [
    "Normal consumption: expected units a day and index of dispersion. \(made)",
    "All assumptions: derived from rates per inhabitant, not measured.",
  ],
  header: "location,product,perDay,dispersion", rows: consumptions)

// The studies take a few products of each kind, so that one runs in seconds.
let studied = read("sweden/inputs/study-products.csv").map { $0.text("product") }
let described = read("jonkoping/products.csv")
let studyProducts = studied.map { id -> Row in
  guard let row = described.first(where: { $0.text("id") == id }) else { stop("no product \(id)") }
  return row
}
write(
  "study-products.csv", ["Rows of jonkoping/products.csv, those of inputs/study-products.csv. \(made)"],
  header: productHeader, rows: studyProducts)
write(
  "study-consumption.csv", ["Rows of consumption.csv, those of inputs/study-products.csv. \(made)"],
  header: "location,product,perDay,dispersion",
  rows: consumptions.filter { studied.contains($0.text("product")) })

// MARK: What it comes to

let inhabitants = regions.reduce(0) { $0 + $1.number("population") }
print("\(regions.count) regions with \(inhabitants) inhabitants, \(locations.count) locations")
print("\(products.count) products, \(consumptions.count) rows of consumption")
