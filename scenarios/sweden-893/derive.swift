// Writes the tables of this scenario: regions, authorities, locations, a synthetic catalogue of 893
// substances, and what every care unit uses of them.
//
//   swiftc -O scenarios/sweden-893/derive.swift -o /tmp/derive-893 && /tmp/derive-893 scenarios
//
// No substance of the catalogue exists. What is drawn follows from the seed below and from nothing else:
// all arithmetic of the tables is in integers, so that the same inputs and the same seed give the same bytes
// on every machine. The rule is in README.md. What is printed at the end is for the reader only.

import Foundation

// MARK: What decides the catalogue

/// What everything drawn depends on.
let seed: UInt64 = 893

/// How many substances there are.
let substanceCount = 893

/// What the whole country uses of all substances together, in units a day.
let unitsPerDay = 58_000

/// The smallest use for which a care unit keeps a substance, in millionths of a unit a day: one a year.
let leastUse = 2_740

// MARK: Drawing

/// What a random word is for; each is drawn independently of the others.
enum Purpose: UInt64 {
  case popularity = 1
  case relevance, size, taste, price, pack, life, volume, storage, demandClass
}

/// A random word for a purpose and up to two positions: the steps of SplitMix64 over all of them.
func word(_ purpose: Purpose, _ first: Int, _ second: Int = 0) -> UInt64 {
  var state = seed
  for part in [purpose.rawValue, UInt64(first), UInt64(second)] {
    state = mixed(state &+ part &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15)
  }
  return state
}

func mixed(_ value: UInt64) -> UInt64 {
  var word = value
  word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
  word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
  return word ^ (word >> 31)
}

/// A number from 0 and below `count`.
func uniform(_ word: UInt64, below count: Int) -> Int {
  Int(word.multipliedFullWidth(by: UInt64(count)).high)
}

/// A factor that is distributed almost as a log-normal one, in 1/65,536.
///
/// The number of ones among 64 random bits has the standard deviation 4 and nearly the form of a
/// bell; the factor is 2 to a quarter of its deviation from 32, times `octaves`.
func factor(_ word: UInt64, halfOctaves: Int) -> Int {
  let eighths = (word.nonzeroBitCount - 32) * halfOctaves
  // 2^(0/8) … 2^(7/8) in 1/65,536.
  let roots = [65_536, 71_468, 77_936, 84_990, 92_682, 101_070, 110_218, 120_194]
  let (octave, eighth) = (eighths >> 3, eighths & 7)
  return octave >= 0 ? roots[eighth] << octave : max(1, roots[eighth] >> -octave)
}

/// The entry that a word falls on, where each takes its share of 100.
func choice<Value>(_ word: UInt64, _ entries: [(share: Int, value: Value)]) -> Value {
  var left = uniform(word, below: 100)
  for entry in entries {
    if left < entry.share { return entry.value }
    left -= entry.share
  }
  return entries[entries.count - 1].value
}

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

func write(_ name: String, _ text: String) {
  do {
    try text.write(toFile: "\(folder)/sweden-893/\(name)", atomically: true, encoding: .utf8)
  } catch { stop("cannot write \(name)") }
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
  write(name, (comments.map { "# \($0)" } + [header] + lines).joined(separator: "\n") + "\n")
}

extension Row {
  func text(_ column: String) -> String {
    guard let value = self[column] else { stop("no column \(column)") }
    return value
  }

  func number(_ column: String) -> Int {
    guard let value = Int(text(column)) else { stop("not a number: \(column) \(text(column))") }
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

func padded(_ value: Int, to places: Int) -> String {
  let text = "\(value)"
  return String(repeating: "0", count: max(0, places - text.count)) + text
}

/// Splits a total in proportion to weights; what rounding down leaves goes to the largest
/// remainders, the earlier one of two equal.
func split(_ total: Int, by weights: [Int]) -> [Int] {
  let sum = Int128(weights.reduce(0, +))
  var parts: [Int] = []
  var remainders: [Int128] = []
  for weight in weights {
    let (part, remainder) = (Int128(total) * Int128(weight)).quotientAndRemainder(dividingBy: sum)
    parts.append(Int(part))
    remainders.append(remainder)
  }
  let order = weights.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
  for index in order.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
  return parts
}

// MARK: Places

let regions = read("sweden/inputs/regions.csv")
let kinds = read("sweden-893/inputs/kinds.csv")

/// A care unit.
struct CareUnit {
  let id: String
  let kind: Int
  /// What it uses of a substance that all kinds need alike, against other units.
  let weight: Int
}

var authorities: [Row] = [
  [
    "id": "distributors", "name": "Distributörerna", "kind": "private", "region": "national",
    "population.status": "",
  ]
]
var locations: [Row] = [
  [
    "id": "distributors", "name": "Läkemedelsdistributörerna", "kind": "distributor",
    "authority": "distributors", "rank": "1", "carePriority": "1", "parent": "makers",
  ]
]
var careUnits: [[CareUnit]] = []
for (index, region) in regions.enumerated() {
  let (id, short) = (region.text("id"), region.text("shortName"))
  let (authority, pharmacy) = ("region-\(id)", "pharmacy-\(id)")
  let inhabitants = region.number("population")
  authorities.append([
    "id": authority, "name": region.text("name"), "kind": "region", "region": id,
    "population": "\(inhabitants)", "population.status": region.text("population.status"),
  ])
  locations.append([
    "id": pharmacy, "name": "Sjukhusapoteken, \(short)", "kind": "hospitalPharmacy",
    "authority": authority, "rank": "\(100 + index)", "carePriority": "1",
    "parent": "distributors", "leadTime": "wholesale",
  ])
  var units: [CareUnit] = []
  for position in kinds.indices.sorted(by: { kinds[$0].text("kind") < kinds[$1].text("kind") }) {
    let kind = kinds[position]
    let count = max(
      kind.number("atLeast"), (inhabitants * kind.number("perMillion") + 500_000) / 1_000_000)
    for number in 1...count {
      let unit = "\(id)-\(kind.text("kind"))-\(padded(number, to: 3))"
      // Half an octave: two thirds of the units are between 0.7 and 1.4 times the middle one.
      let size = factor(word(.size, index * 100 + position, number), halfOctaves: 1)
      units.append(
        CareUnit(id: unit, kind: position, weight: kind.number("points") * size))
      locations.append([
        "id": unit, "name": "\(kind.text("name")) \(number), \(short)", "kind": "careUnit",
        "authority": authority, "rank": "\(10_000 * (1 + position) + 30 * number + index)",
        "carePriority": kind.text("priority"), "parent": pharmacy,
        "leadTime": kind.text("leadTime"),
      ])
    }
  }
  careUnits.append(units)
}

// MARK: The catalogue

/// A substance of the catalogue.
struct Substance {
  let id: String
  let mover: String
  /// What the country uses, in millionths of a unit a day.
  let use: Int
  /// Variance ÷ mean of a day's use at a care unit, in tenths.
  let dispersion: Int
  /// What one kind of care unit needs of it, against others of equal points, in 1/65,536.
  let relevance: [Int]
}

func squareRoot(_ value: Int) -> Int {
  var root = Int(Double(value).squareRoot())
  while root * root > value { root -= 1 }
  while (root + 1) * (root + 1) <= value { root += 1 }
  return root
}

// Zipf's law with Mandelbrot's shift, to the power 3/2, times a factor with a standard deviation of
// one octave; then numbered by use, so that substance-001 is used most.
let popularity = (1...substanceCount).map { rank -> Int in
  let shifted = rank + 8
  let share = 1_000_000_000_000 / squareRoot(shifted * shifted * shifted * 10_000)
  return share * factor(word(.popularity, rank), halfOctaves: 2) / 65_536
}
.sorted(by: >)

let substances = split(unitsPerDay * 1_000_000, by: popularity).enumerated().map {
  index, use -> Substance in
  let mover = index < 150 ? "fast" : index < 450 ? "medium" : "slow"
  return Substance(
    id: "substance-\(padded(index + 1, to: 3))", mover: mover, use: use,
    dispersion: ["fast": 15, "medium": 14, "slow": 13][mover]!,
    relevance: kinds.indices.map { factor(word(.relevance, index, $0), halfOctaves: 4) })
}

let classes = [
  (4, "trauma"), (8, "anaesthesia"), (8, "analgesia"), (8, "intensive"), (16, "infection"),
  (10, "fluids"), (4, "thrombosis"), (42, "chronic"),
]

func product(_ index: Int) -> Row {
  let substance = substances[index]
  // The rarer, the dearer: the middle price is 12 SEK among fast movers, 48 and 190 among the others.
  let middle = ["fast": 1_200, "medium": 4_800, "slow": 19_000][substance.mover]!
  let price = max(50, middle * factor(word(.price, index), halfOctaves: 4) / 65_536)
  // Two figures of a price are enough for something that does not exist.
  var step = 1
  while price / step >= 100 { step *= 10 }
  let rounded = (price + step / 2) / step * step
  let packs =
    rounded > 100_000
    ? [(100, 1)]
    : rounded > 10_000 ? [(60, 1), (40, 5)] : [(10, 1), (25, 5), (40, 10), (15, 20), (10, 50)]
  let narcoticRoomOrCold = [
    (70, "room"), (rounded > 20_000 ? 25 : 15, "cold"), (rounded > 20_000 ? 3 : 13, "narcotic"),
    (2, "flammable"),
  ]
  return [
    "id": substance.id, "name": "Påhittad substans \(index + 1)",
    "nameEnglish": "Synthetic substance \(index + 1)", "category": "medicine",
    "demandClass": choice(
      word(.demandClass, index), classes.map { (share: $0.0, value: $0.1) }),
    "mover": substance.mover,
    "unitPrice": "\(rounded / 100).\(padded(rounded % 100, to: 2)) SEK",
    "packSize": "\(choice(word(.pack, index), packs.map { (share: $0.0, value: $0.1) }))",
    "shelfLife": choice(
      word(.life, index),
      [
        (3, "12 months"), (8, "18 months"), (29, "24 months"), (10, "30 months"),
        (36, "36 months"), (6, "48 months"), (8, "60 months"),
      ].map { (share: $0.0, value: $0.1) }),
    "unitVolume": "\(max(2, 15 * factor(word(.volume, index), halfOctaves: 3) / 65_536)) ml",
    "storageClass": choice(
      word(.storage, index), narcoticRoomOrCold.map { (share: $0.0, value: $0.1) }),
    "unitPrice.status": "assumption", "packSize.status": "assumption",
    "shelfLife.status": "assumption", "unitVolume.status": "assumption",
    "storageClass.status": "assumption", "mover.status": "assumption",
    "demandClass.status": "assumption",
  ]
}

// MARK: Consumption

/// What one care unit uses of one substance.
struct Use {
  let unit: CareUnit
  /// In millionths of a unit a day.
  let perDay: Int
  /// Variance ÷ mean of a day's use, in tenths.
  let dispersion: Int
}

func uses(of index: Int, in region: Int, _ total: Int) -> [Use] {
  let substance = substances[index]
  let units = careUnits[region]
  let weights = units.indices.map { position -> Int in
    let unit = units[position]
    let taste = factor(word(.taste, index, region * 10_000 + position), halfOctaves: 2)
    return max(1, unit.weight * substance.relevance[unit.kind] / 65_536 * taste / 65_536)
  }
  // A unit that would use almost none does not hold it; its use goes to the others. The last one keeps all.
  let order = units.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
  var count = order.count
  var sum = weights.reduce(0, +)
  while count > 1 {
    let weight = weights[order[count - 1]]
    if Int128(total) * Int128(weight) >= Int128(leastUse) * Int128(sum) { break }
    sum -= weight
    count -= 1
  }
  let kept = order.prefix(count).sorted()
  return zip(kept, split(total, by: kept.map { weights[$0] })).map { position, perDay in
    // A day's use varies by at least 20 % of its mean: index >= 0.04 x mean, up to a tenth.
    let atLeast = (perDay + 2_499_999) / 2_500_000
    return Use(
      unit: units[position], perDay: perDay, dispersion: max(substance.dispersion, atLeast))
  }
}

// MARK: The tables

let made = "Made by derive.swift; the rule is in README.md."

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
  ["Who has the duty to hold stock, and the distributors, who have none. \(made)"],
  header: "id,name,kind,region,population,population.status", rows: authorities)

write(
  "locations.csv",
  [
    "Where stock is held. \(made) Every care unit is synthetic: their number follows from the inhabitants.",
    "wholesale: see leadTimes in sweden-893.json5.",
  ],
  header: "id,name,kind,authority,rank,carePriority,parent,leadTime", rows: locations)

write(
  "products.csv",
  [
    "A SYNTHETIC catalogue: no substance in it exists. \(made)",
    "Everything is drawn from a seed; 893 is the number of substances on the list of the authorities of 2023.",
  ],
  header: "id,name,nameEnglish,category,demandClass,mover,unitPrice,packSize,shelfLife,unitVolume,"
    + "storageClass,unitPrice.status,packSize.status,shelfLife.status,unitVolume.status,"
    + "storageClass.status,mover.status,demandClass.status",
  rows: substances.indices.map(product))

var table =
  "# SYNTHETIC consumption: expected units a day and index of dispersion. \(made)\n"
  + "# All assumptions: nothing in this table has been measured.\n"
  + "location,product,perDay,dispersion\n"
var rows: [Int] = []
var demandDays = 0.0
for (index, substance) in substances.enumerated() {
  let parts = split(substance.use, by: regions.map { $0.number("population") })
  for region in regions.indices.sorted(by: { regions[$0].text("id") < regions[$1].text("id") }) {
    for use in uses(of: index, in: region, parts[region]) {
      table += use.unit.id
      table += ","
      table += substance.id
      table += ","
      table += decimal(use.perDay, places: 6)
      table += ","
      table += decimal(use.dispersion, places: 1)
      table += "\n"
      rows.append(use.perDay)
      let (mean, spread) = (Double(use.perDay) / 1e6, Double(use.dispersion) / 10)
      demandDays += 1 - pow(spread, -mean / (spread - 1))
    }
  }
}
write("consumption.csv", table)

// MARK: What it comes to

rows.sort()
let units = careUnits.reduce(0) { $0 + $1.count }
print("\(regions.count) regions, \(units) care units, \(substances.count) substances")
print("\(rows.count) rows of consumption, \(rows.reduce(0, +) / 1_000_000) units a day")
print("\(Int(demandDays)) rows with demand on an average day")
print("units a day, smallest, deciles and largest row:")
print((0...10).map { decimal(rows[$0 * (rows.count - 1) / 10], places: 6) }.joined(separator: " "))
for (words, limit) in [("a year", 2_740), ("a month", 32_877), ("a week", 142_857), ("a day", 1_000_000)] {
  let below = rows.count { $0 < limit }
  print("below one unit \(words): \(below * 1_000 / rows.count) thousandths of the rows")
}
let national = substances.map { decimal($0.use, places: 6) }
print("units a day in the country, of the 1st, 10th, 100th, 450th and last substance:")
print([0, 9, 99, 449, substanceCount - 1].map { national[$0] }.joined(separator: " "))
