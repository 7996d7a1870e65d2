// Checks the tables that derive.swift wrote and prints what a supply planner would look at first.
//
//   swiftc -O scenarios/jonkoping/check.swift -o /tmp/check && /tmp/check scenarios/jonkoping
//
// It reads the tables alone, not the inputs. A broken promise ends the program with status 1.
// The arithmetic is in binary floating point: nothing here is written to a table.

import Foundation

typealias Row = [String: String]

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
let suppliers: Set<String> = ["wholesaler", "medtech-supplier"]
let categories = ["medicine", "device", "ppe", "fsmp"]
var problems: [String] = []

func expect(_ holds: Bool, _ problem: @autoclosure () -> String) {
  if !holds { problems.append(problem()) }
}

/// The cells of one line; a cell in double quotes may hold commas.
func cells(_ line: Substring) -> [String] {
  var cells: [String] = [""]
  var quoted = false
  for character in line {
    if character == "\"" {
      quoted.toggle()
    } else if character == ",", !quoted {
      cells.append("")
    } else {
      cells[cells.count - 1].append(character)
    }
  }
  return cells
}

func read(_ name: String) -> [Row] {
  guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
    fatalError("cannot read \(name)")
  }
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  let header = cells(lines[0])
  return lines.dropFirst().map { line in
    let values = cells(line)
    expect(values.count == header.count, "\(name): wrong number of cells: \(line)")
    return Row(zip(header, values)) { first, _ in first }
  }
}

extension Row {
  func text(_ column: String) -> String { self[column] ?? "" }

  /// The number at the start of a cell: "12.50 SEK" is 12.5.
  func number(_ column: String) -> Double {
    guard let value = Double(text(column).prefix { $0.isNumber || $0 == "." }) else {
      problems.append("not a number: \(column) of \(self)")
      return 0
    }
    return value
  }
}

func indexed(_ rows: [Row], _ name: String) -> [String: Row] {
  Dictionary(rows.map { ($0.text("id"), $0) }) { first, _ in
    problems.append("\(name): \(first.text("id")) twice")
    return first
  }
}

let productRows = read("products.csv")
let products = indexed(productRows, "products.csv")
let locations = indexed(read("locations.csv"), "locations.csv")
let authorities = indexed(read("authorities.csv"), "authorities.csv")
let regions = indexed(read("regions.csv"), "regions.csv")
let demandClasses = indexed(read("demand-classes.csv"), "demand-classes.csv")
let consumption = read("consumption.csv")
let assumptions = read("assumptions.csv")
let population = regions.values.reduce(0) { $0 + $1.number("population") }

// MARK: Promises

let lawfulId = #/[a-z0-9]+(-[a-z0-9]+)*/#
for id in Array(products.keys) + locations.keys + authorities.keys {
  expect(id.wholeMatch(of: lawfulId) != nil, "id \(id)")
}
expect(productRows.filter { $0.text("category") == "medicine" }.count == 82, "not 82 medicines")
expect(products.count == 121, "not 121 products")
for product in productRows {
  let id = product.text("id")
  expect(categories.contains(product.text("category")), "\(id): category")
  expect(demandClasses[product.text("demandClass")] != nil, "\(id): demand class")
  expect(["fast", "medium", "slow"].contains(product.text("mover")), "\(id): mover")
  for column in ["unitPrice", "packSize", "shelfLife", "unitVolume"] {
    expect(product.number(column) > 0, "\(id): \(column)")
  }
  for column in ["unitPrice.status", "shelfLife.status", "unitVolume.status"] {
    expect(!product.text(column).isEmpty, "\(id): \(column) is empty")
  }
}

func parent(of location: Row, _ category: String) -> String {
  let own = location.text("parent.\(category)")
  return own.isEmpty ? location.text("parent") : own
}

for (id, location) in locations {
  expect(authorities[location.text("authority")] != nil, "\(id): authority")
  for category in categories {
    var place = location
    var steps = 0
    while true {
      let above = parent(of: place, category)
      if suppliers.contains(above) {
        expect((category == "medicine") == (above == "wholesaler"), "\(id): \(category) supplier")
        break
      }
      steps += 1
      guard let next = locations[above], steps <= locations.count else {
        problems.append("\(id): no way to a supplier for \(category): \(above)")
        break
      }
      expect(!place.text("leadTime").isEmpty, "\(place.text("id")): no lead time")
      expect(next.text("kind") != "careUnit", "\(above): a care unit with children")
      place = next
    }
  }
}
for category in categories {
  let siblings = Dictionary(grouping: locations.values) { parent(of: $0, category) }
  for (above, children) in siblings where !suppliers.contains(above) {
    expect(
      Set(children.map { $0.text("rank") }).count == children.count, "\(above): equal ranks")
  }
}
let municipal = authorities.values.filter { $0.text("kind") == "municipality" }
expect(
  municipal.reduce(0) { $0 + $1.number("population") } == population, "populations do not sum")
for authority in authorities.values {
  expect(regions[authority.text("region")] != nil, "\(authority.text("id")): region")
}
for row in consumption {
  let place = locations[row.text("location")]
  expect(place?.text("kind") == "careUnit", "\(row): no such care unit")
  expect(products[row.text("product")] != nil, "\(row): no such product")
  expect(row.number("perDay") > 0 && row.number("dispersion") >= 1, "\(row): figures")
}
let pairs = Set(consumption.map { "\($0.text("location"))/\($0.text("product"))" })
expect(pairs.count == consumption.count, "a pair twice")
let rowsOfProduct = Dictionary(grouping: consumption) { $0.text("product") }
for id in products.keys { expect(rowsOfProduct[id] != nil, "\(id): used nowhere") }
let unitsUsed = Set(consumption.map { $0.text("location") })
for (id, location) in locations where location.text("kind") == "careUnit" {
  expect(unitsUsed.contains(id), "\(id): uses nothing")
}
expect(assumptions.filter { $0.text("decides") == "yes" }.count == 3, "three assumptions decide")

// MARK: What a planner looks at

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

func figure(_ value: Double, _ places: Int = 2) -> String {
  String(format: "%.\(places)f", value)
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

let perDay = rowsOfProduct.mapValues { rows in rows.reduce(0) { $0 + $1.number("perDay") } }

func valuePerYear(_ id: String) -> Double {
  (perDay[id] ?? 0) * 365 * (products[id]?.number("unitPrice") ?? 0)
}

let careUnitCount = locations.values.filter { $0.text("kind") == "careUnit" }.count
print(
  "products \(products.count), locations \(locations.count), of them care units \(careUnitCount)")
print("consumption rows \(consumption.count), problems \(problems.count)")

print("\nmover   products  rows  units/day and product  units/day and row  care units/product")
for mover in ["fast", "medium", "slow"] {
  let ids = productRows.filter { $0.text("mover") == mover }.map { $0.text("id") }
  let rows = ids.flatMap { rowsOfProduct[$0] ?? [] }
  print(
    padded(mover, 8) + padded("\(ids.count)", 10) + padded("\(rows.count)", 6)
      + padded(figure(median(ids.map { perDay[$0] ?? 0 })), 23)
      + padded(figure(median(rows.map { $0.number("perDay") }), 4), 19)
      + figure(median(ids.map { Double(rowsOfProduct[$0]?.count ?? 0) }), 1))
}

print("\ncategory  MSEK/year  SEK/inhabitant and year  m3 a month of use")
for category in categories {
  let rows = productRows.filter { $0.text("category") == category }
  let value = rows.reduce(0) { $0 + valuePerYear($1.text("id")) }
  let volume = rows.reduce(0) {
    $0 + (perDay[$1.text("id")] ?? 0) * 30 * $1.number("unitVolume") / 1e6
  }
  print(
    padded(category, 10) + padded(figure(value / 1e6), 11)
      + padded(figure(value / population, 1), 25) + figure(volume, 1))
}

print("\nten largest by value (MSEK/year, units/day)")
for id in products.keys.sorted(by: { (valuePerYear($0), $1) > (valuePerYear($1), $0) }).prefix(10) {
  print(
    padded("  " + id, 28) + padded(figure(valuePerYear(id) / 1e6), 8) + figure(perDay[id] ?? 0, 1))
}

print("\nshare of (care unit, product) pairs that use less than one pack in")
for (words, days) in [("a month", 30.0), ("three months", 90), ("a shelf life", 0)] {
  var shares: [String] = []
  for mover in ["fast", "medium", "slow", ""] {
    let rows = consumption.filter {
      mover.isEmpty || products[$0.text("product")]?.text("mover") == mover
    }
    let less = rows.filter { row in
      guard let product = products[row.text("product")] else { return false }
      let span = days > 0 ? days : product.number("shelfLife") * 30
      return row.number("perDay") * span < product.number("packSize")
    }
    let share = Double(less.count) / Double(max(1, rows.count))
    shares.append("\(mover.isEmpty ? "all" : mover) \(figure(100 * share, 1)) %")
  }
  print(padded("  " + words, 16) + shares.joined(separator: ", "))
}

print("\nunits of a target, in value: rounded up to whole packs in every care unit / needed")
for mover in ["fast", "medium", "slow"] {
  let ratios = [30.0, 90].map { days in
    var (needed, held) = (0.0, 0.0)
    for row in consumption {
      guard let product = products[row.text("product")], product.text("mover") == mover else {
        continue
      }
      let (need, pack) = (days * row.number("perDay"), product.number("packSize"))
      needed += need * product.number("unitPrice")
      held += (need / pack).rounded(.up) * pack * product.number("unitPrice")
    }
    return "\(Int(days)) days \(figure(held / needed)) (\(figure(held / 1e6, 1)) MSEK)"
  }
  print(padded("  " + mover, 16) + ratios.joined(separator: ", "))
}

if !problems.isEmpty {
  for problem in problems.sorted() { print("PROBLEM: \(problem)") }
  exit(1)
}
