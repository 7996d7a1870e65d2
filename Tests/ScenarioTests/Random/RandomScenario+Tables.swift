extension RandomScenario {
  /// Regions and authorities, or the ones that stand in where none are stated.
  mutating func drawAuthorities() -> [(String, Written?)] {
    var members: [(String, Written?)] = []
    regions = ["region"]
    if draws.chance(60) {
      regions = (1...draws.between(1, 2)).map { "region-\($0)" }
      tables["regions.csv"] = WrittenTable(
        "regions (table)", ["id", "name", "population"],
        regions.map { id in
          [
            "id": id, "name": "Region “\(id)”",
            "population": maybe(60) { "\($0.draws.between(1_000, 400_000))" } ?? "",
          ]
        })
      members.append(("regions", .text("regions.csv")))
    }
    authorities = []
    guard draws.chance(75) else { return members }
    authorities = (1...draws.between(1, 3)).map { "\(prefix)authority-\($0)" }
    // Only the first may hold for the others, so that nobody holds for a holder.
    tables["authorities.csv"] = WrittenTable(
      "authorities (table)", ["id", "name", "kind", "region", "population", "dutyHeldBy"],
      authorities.map { id in
        [
          "id": id, "name": "Authority, \"\(id)\"", "kind": word("authorities (table)", "kind"),
          "region": draws.pick(regions),
          "population": maybe(50) { "\($0.draws.between(1_000, 400_000))" } ?? "",
          "dutyHeldBy": id == authorities[0] ? "" : maybe(30) { $0.authorities[0] } ?? "",
        ]
      })
    members.append(("authorities", .text("authorities.csv")))
    return members
  }

  /// Demand classes and products.
  mutating func drawProducts() -> [(String, Written?)] {
    demandClasses = Array(["trauma", "chronic", "elective"].prefix(draws.between(1, 3)))
    tables["demand-classes.csv"] = WrittenTable(
      "demandClasses (table)", ["id", "name", "nameSwedish"],
      demandClasses.map { id in
        ["id": id, "name": id, "nameSwedish": maybe(40) { _ in "\(id) på svenska" } ?? ""]
      })
    let section = "products (table)"
    let needsDuty = draws.chance(90)
    var rows: [[String: String]] = []
    for number in 1...draws.between(1, 3) {
      let product = DrawnProduct(
        id: "\(prefix)product-\(number)", category: word(section, "category"),
        demandClass: draws.pick(demandClasses),
        mover: maybe(60) { $0.word(section, "mover") } ?? "",
        packSize: draws.chance(40) ? 1 : draws.between(2, 12),
        isUnderDuty: (number == 1 && needsDuty) || draws.chance(60))
      products.append(product)
      let shortfall = maybe(60) { $0.word(section, "shortfall") } ?? ""
      rows.append([
        "id": product.id, "name": "Product \(number)",
        "nameEnglish": maybe(30) { _ in "Product \(number)" } ?? "",
        "category": product.category, "demandClass": product.demandClass, "mover": product.mover,
        "unitPrice": "\(hundredths(1, 90_000)) SEK", "packSize": "\(product.packSize)",
        "shelfLife": time(max(20, ticksPerDay), 90), "unitVolume": "\(draws.between(1, 900)) ml",
        "storageClass": word(section, "storageClass"),
        "weight": maybe(30) { "\($0.draws.between(1, 9))" } ?? "", "shortfall": shortfall,
        "patience": shortfall == "deferrable" ? time(1, 12) : "",
        "duty": product.isUnderDuty ? maybe(30) { _ in "yes" } ?? "yes" : "no",
      ])
      products[number - 1].storageClass = rows[number - 1]["storageClass"] ?? ""
      let group = beside(11) { $0.maybe(40) { "\($0.prefix)group-\($0.draws.between(1, 2))" } }
      products[number - 1].group = group ?? ""
      rows[number - 1]["group"] = group
    }
    tables["products.csv"] = WrittenTable(
      section,
      [
        "id", "name", "nameEnglish", "category", "demandClass", "mover", "unitPrice", "packSize",
        "shelfLife", "unitVolume", "storageClass", "weight", "shortfall", "patience", "duty",
        "group",
      ], rows)
    return [("demandClasses", .text("demand-classes.csv")), ("products", .text("products.csv"))]
  }

  /// Stores and care units: a parent always stands above its children.
  mutating func drawLocations() -> [(String, Written?)] {
    let names = ["van", "boat", "post"].prefix(draws.chance(40) ? draws.between(1, 3) : 0)
    leadTimes = Array(names)
    let drawn: [(String, Written?)] = leadTimes.map { name in
      (name, duration(low: 0, high: 5))
    }
    let section = "locations (table)"
    let categories = FormatCoverage.words("products (table)", "category")
    let stores = draws.between(0, 3)
    let count = min(8, stores + draws.between(1, 5))
    var rows: [[String: String]] = []
    for index in 0..<count {
      let isUnit = index >= stores
      let kinds = ["centralStore", "hospitalPharmacy", "municipalStore"]
      let kind = isUnit ? "careUnit" : index == 0 ? kinds[0] : draws.pick(kinds)
      // Care units seldom stand below care units.
      let above = locations.indices.filter {
        locations[$0].kind != "careUnit" || (isUnit && draws.chance(8))
      }.map { locations[$0].id }
      func anyParent(_ draws: inout Draws) -> String {
        above.isEmpty || draws.chance(15)
          ? draws.pick(suppliers).id : draws.pick(above)
      }
      var location = DrawnLocation(
        id: "\(prefix)\(isUnit ? "ward" : "store")-\(index)", kind: kind,
        authority: authorities.isEmpty ? "" : draws.pick(authorities),
        carePriority: draws.chance(40) ? draws.between(1, 4) : 1, parents: [:],
        parent: anyParent(&draws))
      if draws.chance(25) {
        for category in draws.some(categories) { location.parents[category] = anyParent(&draws) }
      }
      location.authorities = authoritiesByCategory(categories)
      let parents = categories.map { location.parent(of: $0) }
      let hasParentLocation = parents.contains(where: above.contains)
      var row = [
        "id": location.id, "name": "\(kind) \(index)", "kind": kind,
        "authority": authorities.count == 1 && draws.chance(30) ? "" : location.authority,
        "rank": maybe(30) { "\($0.draws.between(0, 3))" } ?? "",
        "carePriority": location.carePriority == 1 ? "" : "\(location.carePriority)",
        // Where every category has a parent of its own, none is needed for all.
        "parent": location.parents.count == categories.count ? "" : location.parent,
        "leadTime": hasParentLocation || draws.chance(10) ? transferTime() : "",
      ]
      for (category, parent) in location.parents { row["parent.\(category)"] = parent }
      for (category, authority) in location.authorities { row["authority.\(category)"] = authority }
      rows.append(row)
      locations.append(location)
    }
    rows += reserveRows()
    tables["locations.csv"] = WrittenTable(
      section,
      ["id", "name", "kind", "authority"] + categories.map { "authority.\($0)" }
        + ["rank", "carePriority", "parent"] + categories.map { "parent.\($0)" } + ["leadTime"],
      rows)
    return [
      ("locations", .text("locations.csv")),
      ("leadTimes", leadTimes.isEmpty ? nil : object("leadTimes", drawn)),
    ]
  }

  /// Who answers for some categories at a location, other than who does for the rest.
  ///
  /// Drawn beside the other draws, which stay as they are.
  private func authoritiesByCategory(_ categories: [String]) -> [String: String] {
    var here = draws
    var own = Draws(seed: ~here.next())
    guard !authorities.isEmpty, own.chance(25) else { return [:] }
    var drawn: [String: String] = [:]
    for category in own.some(categories).prefix(categories.count - 1) {
      drawn[category] = own.pick(authorities)
    }
    return drawn
  }

  private mutating func transferTime() -> String {
    leadTimes.isEmpty || draws.chance(50)
      ? time(1, draws.chance(80) ? 3 : 9) : draws.pick(leadTimes)
  }

  /// Where products are used or pass on their way.
  mutating func findNodes() {
    var found: [[Int: DrawnNode]] = products.map { _ in [:] }
    for use in uses {
      var place = use.location
      var isChild = false
      while true {
        let parent = locations[place].parent(of: products[use.product].category)
        let above = locations.firstIndex { $0.id == parent }
        var node =
          found[use.product][place] ?? DrawnNode(product: use.product, location: place)
        node.hasParentLocation = above != nil
        node.hasChildren = node.hasChildren || isChild
        found[use.product][place] = node
        guard let above else { break }
        isChild = true
        place = above
      }
    }
    nodes = found.flatMap { $0.values.sorted { $0.location < $1.location } }
  }

  /// The register of assumptions.
  mutating func drawAssumptions() -> [(String, Written?)] {
    guard draws.chance(25) else { return [] }
    let section = "assumptions (table)"
    tables["assumptions.csv"] = WrittenTable(
      section,
      [
        "id", "what", "value", "status", "source", "decides", "low", "high", "lowScenario",
        "highScenario",
      ],
      (1...draws.between(1, 3)).map { number in
        let status = word(section, "status")
        let decides = maybe(60) { $0.draws.chance(50) ? "yes" : "no" } ?? ""
        let (low, high) = (maybe(50) { _ in "3 days" } ?? "", maybe(50) { _ in "30 days" } ?? "")
        return [
          "id": "assumption-\(number)", "what": "levels", "value": "7 days",
          "status": status, "source": "drawn", "decides": decides,
          "low": low, "high": high, "lowScenario": low.isEmpty ? "" : "low.json5",
          "highScenario": high.isEmpty ? "" : "high.json5",
        ]
      })
    return [("assumptions", .text("assumptions.csv"))]
  }

  /// What holding, moving and discarding costs.
  mutating func drawCosts() -> Written {
    let storage = FormatCoverage.words("products (table)", "storageClass")
    return object(
      "costs",
      [
        ("priceYear", .plain("2026")), ("capitalRate", share(0, 9)),
        (
          "storage",
          object("costs.storage", storage.map { ($0, .text("\(draws.between(1, 9_000)) SEK")) })
        ),
        ("palletVolume", .text("0.96 m3")),
        ("handlingPerOrderLine", .text("\(hundredths(0, 9_000)) SEK")),
        ("transportPerDelivery", .text("\(draws.between(0, 900)) SEK")),
        ("disposalPerLitre", .text("\(draws.between(0, 90)) SEK")),
      ])
  }

  /// The duty to hold stock, with exemptions.
  mutating func drawDuty() -> Written? {
    guard draws.chance(35), products.contains(where: \.isUnderDuty) else { return nil }
    let days = draws.between(2, 20) * ticksPerDay
    var rows: [[String: String]] = []
    var exempt: Set<String> = []
    for use in uses where products[use.product].isUnderDuty && draws.chance(40) {
      let product = products[use.product].id
      let authority = locations[use.location].authority(of: products[use.product].category)
      guard exempt.insert("\(product) \(authority)").inserted else { continue }
      rows.append([
        "authority": authorities.count == 1 && draws.chance(30) ? "" : authority,
        "product": product, "reason": "shortShelfLife",
        "held": draws.chance(50) ? time(0, days) : "\(draws.between(0, 100)) %",
        "mitigation": "borrowed from “the neighbour”", "reviewDate": date(draws.between(0, 400)),
      ])
    }
    if !rows.isEmpty {
      tables["exemptions.csv"] = WrittenTable(
        "duty.exemptions (table)",
        ["authority", "product", "reason", "held", "mitigation", "reviewDate"], rows)
    }
    return object(
      "duty",
      [
        ("days", .text(text(days))), ("locations", maybe(40) { $0.locationSelection().value }),
        ("exemptions", rows.isEmpty ? nil : .text("exemptions.csv")),
      ])
  }
}
