// Writes authorities.csv, locations.csv and consumption.csv of this scenario from inputs/.
//
//   swiftc -O scenarios/halland/derive.swift -o /tmp/derive && /tmp/derive scenarios/halland
//
// The rule is in README.md. All arithmetic is in integers, nothing is random: the same inputs
// give the same bytes.

import Foundation

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."

func stop(_ reason: String) -> Never {
  FileHandle.standardError.write(Data("derive: \(reason)\n".utf8))
  exit(1)
}

/// The rows of an input, by column. No cell of these inputs has a comma or a quote.
func read(_ name: String) -> [[String: String]] {
  guard let text = try? String(contentsOfFile: "\(folder)/inputs/\(name)", encoding: .utf8) else {
    stop("cannot read inputs/\(name)")
  }
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  return lines.dropFirst().map { cells in
    guard cells.count == lines[0].count else { stop("inputs/\(name): wrong number of cells") }
    return Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
  }
}

func write(_ name: String, _ lines: [String]) {
  let text = lines.joined(separator: "\n") + "\n"
  do {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  } catch { stop("cannot write \(name)") }
}

extension [String: String] {
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

/// A total in equal parts; what is left over goes, one each, to the first.
///
/// Largest remainder with equal weights: all remainders are equal, so order decides.
func equalParts(_ total: Int, _ count: Int) -> [Int] {
  (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
}

// MARK: Places

/// All who are served from one store.
struct CareUnit {
  let id: String
  /// Places, and persons enrolled in home care, by column of inputs/use.csv.
  let places: [String: Int]
}

let kinds = ["specialHousing", "shortStay", "homeCare"]
let municipalities = read("municipalities.csv")
var authorities: [String] = []
var stores: [String] = []
var rows: [String] = []
var careUnits: [CareUnit] = []

for (position, municipality) in municipalities.enumerated() {
  let id = municipality.text("id")
  let name = municipality.text("name")
  let authority = "municipality-\(id)"
  authorities.append("\(authority),\(municipality.text("authorityName")),municipality,halland,region-halland,,,")

  let ordinary = municipality.number("stores")
  let homes = municipality.number("careHomeStores")
  let specialHousing = equalParts(municipality.number("specialHousing"), ordinary + homes)
  let shortStay = equalParts(municipality.number("shortStay"), ordinary)
  let homeCare = equalParts(municipality.number("homeCare"), ordinary)

  for store in 0..<(ordinary + homes) {
    let isHome = store >= ordinary
    let number = isHome ? store - ordinary + 1 : store + 1
    let storeID = isHome ? "\(id)-home-\(number)" : "\(id)-\(number)"
    let title = isHome ? "Boendeförråd \(number)" : "Kommunalt läkemedelsförråd \(number)"
    let rank = (position + 1) * 100 + store + 1
    stores.append(
      "\(storeID),\"\(title), \(name)\",\(isHome ? "careHomeStore" : "municipalStore"),"
        + "\(authority),\(rank),central-store,2 days,assumption,")

    let places = [
      "specialHousing": specialHousing[store],
      "shortStay": isHome ? 0 : shortStay[store],
      "homeCare": isHome ? 0 : homeCare[store],
    ]
    careUnits.append(CareUnit(id: "\(storeID)-care", places: places))
    let care =
      isHome
      ? "Särskilt boende, boendeförråd \(number)" : "Boenden och hemsjukvård, förråd \(number)"
    let note =
      isHome
      ? "\(specialHousing[store]) places"
      : "\(specialHousing[store]) places and \(shortStay[store]) of short stay; "
        + "\(homeCare[store]) in home care"
    rows.append(
      "\(storeID)-care,\"\(care), \(name)\",careUnit,\(authority),\(rank + 1000),\(storeID),"
        + "1 day,assumption,\(note)")
  }
  let sum = kinds.reduce(0) { $0 + municipality.number($1) }
  if sum != municipality.number("total") { stop("\(id): the places do not add up") }
}
for kind in kinds {
  let placed = careUnits.reduce(0) { $0 + ($1.places[kind] ?? 0) }
  if placed != municipalities.reduce(0, { $0 + $1.number(kind) }) { stop("\(kind) lost places") }
}

write(
  "authorities.csv",
  [
    "# Who runs what. Made by derive.swift from inputs/; the rule is in README.md.",
    "# The region has the duty for, and pays, the medicines in municipal stores (proposed § 3; HSL 12:4).",
    "# Populations of the municipalities: no source at hand. Their stores and places: inputs/municipalities.csv.",
    "id,name,kind,region,dutyHeldBy,population,population.status,population.source",
    "region-halland,Region Halland,region,halland,,343746,derived,"
      + "\"31 December 2023: sum of the six municipalities, regionfakta.com\"",
  ] + authorities)
write(
  "locations.csv",
  [
    "# Where stock is held. Made by derive.swift from inputs/; the rule is in README.md. How many stores and places each municipality",
    "# has is sourced; how places are spread over its stores, the regional store and lead times are assumptions.",
    "# authority is who runs it. The duty for these medicines is the region's, wherever they lie (proposed § 3).",
    "id,name,kind,authority,rank,parent,leadTime,leadTime.status,note",
    "central-store,Regionens förråd,centralStore,region-halland,1,wholesaler,,,",
  ] + stores + rows)

// MARK: Consumption

/// Millionths of a unit per day: patient-days per 100 places and year × places × units.
func perDay(_ use: [String: String], _ unit: CareUnit) -> Int {
  let patientDays = kinds.reduce(0) {
    $0 + use.number($1, places: 2) * (unit.places[$1] ?? 0)
  }
  let numerator = patientDays * use.number("unitsPerPatientDay") * 1_000_000
  return (2 * numerator + 100 * 100 * 365) / (2 * 100 * 100 * 365)
}

/// Millionths as a decimal without needless zeros.
func decimal(_ value: Int) -> String {
  var fraction = String(String(value % 1_000_000 + 1_000_000).dropFirst())
  while fraction.hasSuffix("0") { fraction.removeLast() }
  return fraction.isEmpty ? "\(value / 1_000_000)" : "\(value / 1_000_000).\(fraction)"
}

let uses = read("use.csv")
write(
  "consumption.csv",
  [
    "# Normal consumption: expected units a day and index of dispersion. Made by derive.swift from inputs/; the rule is in README.md.",
    "# All assumptions: rates per place times real places, not measured.",
    "location,product,perDay,dispersion,perDay.status,dispersion.status",
  ]
    + careUnits.flatMap { unit in
      uses.map { use in
        "\(unit.id),\(use.text("product")),\(decimal(perDay(use, unit))),"
          + "\(use.text("unitsPerPatientDay")),assumption,assumption"
      }
    })

// MARK: What it comes to

print("product,unitsPerYear,perStore")
for use in uses {
  let yearly = careUnits.reduce(0) { $0 + perDay(use, $1) } * 365 / 10_000
  print("\(use.text("product")),\(Double(yearly) / 100),\(Double(yearly / 34) / 100)")
}
