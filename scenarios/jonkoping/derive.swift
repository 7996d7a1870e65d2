// Writes the tables of this scenario from the facts and assumptions in inputs/.
//
//   swiftc -O scenarios/jonkoping/derive.swift -o /tmp/derive && /tmp/derive scenarios/jonkoping
//
// The rule is in README.md. All arithmetic is in integers, nothing is random: the same inputs
// give the same bytes. check.swift says whether the tables keep their promises.

import Foundation

// MARK: Reading and writing

typealias Row = [String: String]

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."

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
  guard let text = try? String(contentsOfFile: "\(folder)/inputs/\(name)", encoding: .utf8) else {
    stop("cannot read inputs/\(name)")
  }
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  let header = cells(lines[0])
  return lines.dropFirst().map { line in
    let values = cells(line)
    if values.count != header.count { stop("inputs/\(name): wrong number of cells: \(line)") }
    return Row(uniqueKeysWithValues: zip(header, values))
  }
}

/// Writes the columns that the header names, of each row.
func write(_ name: String, _ comments: [String], header: String, rows: [Row]) {
  let columns = header.split(separator: ",").map(String.init)
  let lines = rows.map { row in
    columns.map { row.text($0).contains(",") ? "\"\(row.text($0))\"" : row.text($0) }
      .joined(separator: ",")
  }
  let text = (comments.map { "# \($0)" } + [header] + lines).joined(separator: "\n") + "\n"
  do {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  } catch { stop("cannot write \(name)") }
}

func first(_ rows: [Row], _ sought: String, where fits: (Row) -> Bool) -> Row {
  guard let row = rows.first(where: fits) else { stop("no \(sought)") }
  return row
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
    let digits =
      parts[0] + fraction + String(repeating: "0", count: Swift.max(0, places - fraction.count))
    guard fraction.count <= places, let value = Int(digits) else {
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

struct CareUnit {
  var id, kind: String
  /// Tenths of what the kind counts: beds, rooms, thousand visits, thousand inhabitants.
  var size: Int
}

let region = read("regions.csv")[0]
let hospitals = read("hospitals.csv")
let municipalities = read("municipalities.csv")
let kinds = Dictionary(uniqueKeysWithValues: read("kinds.csv").map { ($0.text("kind"), $0) })
let regionPopulation = region.number("population")
let populations = split(regionPopulation, by: municipalities.map { $0.number("roundedPopulation") })

var locations: [Row] = []
var careUnits: [CareUnit] = []

func add(
  _ id: String, _ name: String, tier: String = "careUnit", kind: String, order: Int,
  authority: String = "region-jonkoping", parent: String, others: String = "",
  leadTime: String? = nil, size: Int = 0
) {
  guard let row = kinds[kind] else { stop("unknown kind \(kind)") }
  locations.append([
    "id": id, "name": name, "kind": tier, "authority": authority, "parent": parent,
    "parent.device": others, "parent.ppe": others, "parent.fsmp": others,
    "leadTime": leadTime ?? row.text("leadTime"),
    "rank": "\(row.number("priority") * 100 + order)",
  ])
  if tier == "careUnit" { careUnits.append(CareUnit(id: id, kind: kind, size: size)) }
}

add(
  "central-store", "Regionens centrallager", tier: "centralStore", kind: "centralStore", order: 1,
  parent: "wholesaler", others: "medtech-supplier")
for (index, hospital) in hospitals.enumerated() {
  add(
    "pharmacy-\(hospital.text("id"))", "Sjukhusapoteket, \(hospital.text("name"))",
    tier: "hospitalPharmacy", kind: "hospitalPharmacy", order: index + 1, parent: "central-store",
    leadTime: hospital.text("leadTime"))
}
for ward in read("care-units.csv") {
  let hospital = ward.text("hospital")
  guard let index = hospitals.firstIndex(where: { $0.text("id") == hospital }) else {
    stop("unknown hospital \(hospital)")
  }
  let inhabitants = zip(municipalities, populations)
    .filter { $0.0.text("hospital") == hospital }.map(\.1).reduce(0, +)
  add(
    "\(hospital)-\(ward.text("suffix"))",
    "\(ward.text("name")), \(hospitals[index].text("shortName"))",
    kind: ward.text("kind"), order: index + 1, parent: "pharmacy-\(hospital)",
    others: "central-store",
    size: ward.text("size").isEmpty
      ? roundedHalfUp(Int128(inhabitants), 100) : ward.number("size", places: 1))
}
for (index, municipality) in municipalities.enumerated() {
  let (id, name) = (municipality.text("id"), municipality.text("name"))
  let pharmacy = "pharmacy-\(municipality.text("hospital"))"
  let (authority, store) = ("municipality-\(id)", "store-\(id)")
  let (order, size) = (index + 1, roundedHalfUp(Int128(populations[index]), 100))
  add(
    "primary-care-\(id)", "Vårdcentraler, \(name)", kind: "primaryCare", order: order,
    parent: pharmacy, others: "central-store", size: size)
  add(
    store, "Kommunalt förråd, \(name)", tier: "municipalStore", kind: "municipalStore",
    order: order, authority: authority, parent: pharmacy, others: "medtech-supplier")
  func addMunicipal(_ idStart: String, _ title: String, kind: String) {
    add(
      "\(idStart)-\(id)", "\(title), \(name)", kind: kind, order: order, authority: authority,
      parent: store, size: size)
  }
  if municipality.number("careUnits") == 2 {
    addMunicipal("care-homes", "Särskilda boenden", kind: "careHome")
    addMunicipal("home-care", "Hemsjukvård", kind: "homeCare")
  } else {
    addMunicipal("municipal-care", "Kommunal vård och omsorg", kind: "municipalCare")
  }
}

// MARK: Products

let classMap = read("class-map.csv")

func kronor(_ hundredths: Int) -> String {
  "\(hundredths / 100).\(String(hundredths % 100 + 100).dropFirst()) SEK"
}

let volumeRules = read("volume-rules.csv")

func medicine(_ row: Row) -> Row {
  let covers = row.text("priceCovers")
  // "10-20x100 ml", "12-36 vials": the number at the start, if units are being counted.
  let counted = covers.contains("x") || covers.contains("vials")
  let leading = counted ? Int(covers.prefix { $0.isNumber }) : nil
  let stated = Int(row.text("packSize"))
  let packSize = stated ?? leading ?? (covers.hasPrefix("per bag") ? 10 : 1)
  let priced = covers.isEmpty ? packSize : leading ?? 1
  let volume = first(volumeRules, "volume for \(row.text("id"))") {
    row.text($0.text("column")).contains($0.text("contains"))
  }
  let bulky =
    row.text("form").hasPrefix("inf bag")
    || row.text("note").split(separator: " ").contains("bulky")
  let storage: String
  switch row.text("storage") {
  case "gas": storage = "gas"
  case "cold2_8": storage = "cold"
  default: storage = row.text("narcotic") == "Y" ? "narcotic" : bulky ? "bulkyFluid" : "room"
  }
  let own = classMap.first { $0.text("kind") == "substance" && $0.text("key") == row.text("id") }
  let mapped =
    own
    ?? first(classMap, "demand class for \(row.text("class"))") {
      $0.text("kind") == "substanceClass" && $0.text("key") == row.text("class")
    }
  let price = roundedHalfUp(Int128(row.number("indicativePrice") * 100), Int128(priced))
  return row.merging([
    "category": "medicine", "demandClass": mapped.text("demandClass"), "weight": "1",
    "demandClass.status": mapped.text("demandClass.status"), "storageClass": storage,
    "packSize": "\(packSize)", "packSize.status": "assumption", "unitPrice": kronor(price),
    "shelfLife": "\(row.text("shelfLifeMonths")) months",
    "unitVolume": "\(volume.text("unitVolume")) ml", "unitVolume.status": "assumption",
    "unitVolume.source": "by form: see README.md",
    "storageClass.status": row.text("narcotic.status"),
  ]) { _, new in new }
}

func article(_ row: Row) -> Row {
  let mapped = first(classMap, "demand class for \(row.text("id"))") {
    $0.text("kind") == "article" && $0.text("key") == row.text("id")
  }
  return row.merging([
    "demandClass": mapped.text("demandClass"), "weight": "1",
    "demandClass.status": mapped.text("demandClass.status"), "storageClass.status": "judgement",
    "unitPrice": kronor(row.number("pricePerUnit", places: 2)),
    "shelfLife": "\(row.text("shelfLifeMonths")) months",
    "unitVolume": "\(row.number("litresPer100Units") * 10) ml",
  ]) { _, new in new }
}

let products = read("substances.csv").map(medicine) + read("articles.csv").map(article)

// MARK: Consumption

let rates = read("consumption-rates.csv")
let factors = Dictionary(
  uniqueKeysWithValues: read("consumption-factors.csv").map { ($0.text("product"), $0) })
let settings = Dictionary(grouping: read("settings.csv")) { $0.text("setting") }

/// The smallest use for which a unit keeps the product, in millionths of a unit per day.
let leastUse = 2_000

/// What the region uses of a product, in millionths of a unit per day, and its lumpiness in tenths.
func regional(_ product: Row) -> (perDay: Int, dispersion: Int) {
  let rate = first(rates, "rate for \(product.text("id"))") {
    $0.text("category") == product.text("category") && $0.text("mover") == product.text("mover")
  }
  let row = factors[product.text("id")]
  let factor = row?.number("factor", places: 2) ?? 100
  let perYear = Int128(rate.number("unitsPer100000PerYear")) * Int128(factor)
  let perDay = roundedHalfUp(perYear * Int128(regionPopulation) * 1_000_000, 100 * 100_000 * 365)
  let lumpiness = row.flatMap { $0.text("dispersion").isEmpty ? nil : $0 } ?? rate
  return (perDay, lumpiness.number("dispersion", places: 1))
}

/// Points of each setting: "ICU+OR:30" is ICU with its default and OR with 30.
func points(_ text: String) -> [(setting: String, points: Int)] {
  let everything = "ICU+OR+ward+ED+pre+primary care"
  let parts = text.split(separator: "+").map { $0 == "all" ? everything : String($0) }
  return parts.joined(separator: "+").split(separator: "+").map { part in
    let pieces = part.split(separator: ":")
    let setting = String(pieces[0])
    guard let rows = settings[setting] else { stop("unknown setting \(setting)") }
    return (setting, pieces.count > 1 ? Int(pieces[1]) ?? 0 : rows[0].number("points"))
  }
}

func consumption(of product: Row) -> [Row] {
  let (total, lumpiness) = regional(product)
  let shares = points(product.text("careSettings"))
  var first = [Int](repeating: 0, count: careUnits.count)
  for (share, amount) in zip(shares, split(total, by: shares.map(\.points))) {
    let weights = careUnits.map { unit in
      settings[share.setting]!.first { $0.text("kind") == unit.kind }
        .map { $0.number("weight") * unit.size } ?? 0
    }
    for (index, part) in split(amount, by: weights).enumerated() { first[index] += part }
  }
  // A unit that would use almost none does not hold it; its use goes to the others.
  var kept = careUnits.indices.filter { first[$0] > 0 }
  while kept.count > 1 {
    let smallest = kept.min { (first[$0], careUnits[$1].id) < (first[$1], careUnits[$0].id) }!
    let sum = kept.map { Int128(first[$0]) }.reduce(0, +)
    if Int128(total) * Int128(first[smallest]) >= Int128(leastUse) * sum { break }
    kept.removeAll { $0 == smallest }
  }
  return zip(kept, split(total, by: kept.map { first[$0] })).map { index, perDay in
    // A day's use varies by at least 20 % of its mean: index >= 0.04 x mean, up to a tenth.
    let atLeast = (perDay * 4 + 9_999_999) / 10_000_000
    return [
      "location": careUnits[index].id, "product": product.text("id"),
      "perDay": decimal(perDay, places: 6),
      "dispersion": decimal(max(lumpiness, atLeast), places: 1),
    ]
  }
}

let consumptions = products.flatMap(consumption)

// MARK: The tables

let made = "Made by derive.swift from inputs/; the rule is in README.md."

write(
  "products.csv",
  [
    "What is held: 82 medicines and 39 articles. \(made)",
    "Prices, pack sizes and volumes are assumptions; shelf lives mostly from memory.",
  ],
  header: "id,name,nameEnglish,category,demandClass,mover,unitPrice,packSize,shelfLife,unitVolume,"
    + "storageClass,weight,unitPrice.status,unitPrice.source,packSize.status,shelfLife.status,"
    + "shelfLife.source,unitVolume.status,unitVolume.source,storageClass.status,mover.status,"
    + "demandClass.status,note",
  rows: products)

write(
  "locations.csv",
  [
    "Where stock is held. \(made) Which wards there are, lead times and ranks are assumptions.",
    "parent supplies medicines, and what no parent.<category> names. No lead time: the supplier's.",
  ],
  header: "id,name,kind,authority,rank,parent,parent.device,parent.ppe,parent.fsmp,leadTime",
  rows: locations)

write(
  "consumption.csv",
  [
    "Normal consumption: expected units a day and index of dispersion. \(made)",
    "All assumptions: derived from rates per inhabitant, not measured.",
  ],
  header: "location,product,perDay,dispersion", rows: consumptions)

write(
  "regions.csv", ["The region. \(made)"],
  header: "id,name,population,population.status,population.source", rows: [region])

let authorities = zip(municipalities, populations).map { row, population -> Row in
  [
    "id": "municipality-\(row.text("id"))", "region": region.text("id"), "kind": "municipality",
    "name": row.text("authorityName"),
    "population": "\(population)", "population.status": row.text("population.status"),
  ]
}
write(
  "authorities.csv",
  ["Who has the duty to hold stock. \(made) Municipal populations from memory, scaled."],
  header: "id,name,kind,region,population,population.status",
  rows: [
    region.merging(["id": "region-jonkoping", "kind": "region", "region": region.text("id")]) {
      _, new in new
    }
  ] + authorities)

let demandClasses = read("demand-classes.csv")
write(
  "demand-classes.csv", ["Why products are used; the multipliers are in classes.csv. \(made)"],
  header: "id,name,nameSwedish,note", rows: demandClasses)

let uniform = read("uniform-multiplier.csv")[0]
write(
  "classes.csv",
  [
    "Substance class, substance or article, its demand class, and how many times normal in war.",
    "\(made) low, mid, high: class-resolved. uniform: the same for all. All are assumptions,",
    "but the low and high figure of oxygen.",
  ],
  header: "kind,key,demandClass,demandClass.status,multiplierScenario,multiplierClass,low,mid,high,"
    + "multiplier.status,multiplier.source,uniform.low,uniform.mid,uniform.high,uniform.status,"
    + "uniform.source,note",
  rows: classMap.map { row in
    let multiplier = first(demandClasses, "demand class \(row.text("demandClass"))") {
      $0.text("id") == row.text("demandClass")
    }
    let renamed = Row(uniqueKeysWithValues: uniform.map { ("uniform.\($0)", $1) })
    return multiplier.merging(renamed) { $1 }.merging(row) { $1 }
  })
