import SupplyModel

/// The network of a scenario as a flowchart, by kind of location.
struct NetworkDiagram {
  /// The lines of a Mermaid flowchart.
  let lines: [String]

  /// More suppliers than this are one box. [1]
  private static let namedSuppliers = 8

  private struct Edge: Hashable {
    let from: String
    let to: String
  }

  init(_ facts: StatementFacts) {
    let content = facts.content
    let words = facts.words
    let suppliers = content.suppliers.positions.filter { supplier in
      facts.model.networks.contains { $0.suppliers.contains(supplier) }
    }
    let areNamed = suppliers.count <= Self.namedSuppliers
    func box(_ supplier: Position<Supplier>) -> String {
      areNamed ? "supplier\(supplier.index)" : "suppliers"
    }
    var boxes = suppliers.map {
      let name = Markdown.label(content.suppliers[$0].id)
      return "\(box($0))[\"\(words.language("supplier", "leverantör")) \(name)\"]"
    }
    if !areNamed {
      boxes = ["suppliers[\"\(words.count(suppliers.count, .supplier).markdown)\"]"]
    }
    boxes += facts.tiersInUse.map { tier in
      let locations = words.count(facts.locationCount(of: tier), .location).markdown
      return "tier\(tier.index)[\"\(Markdown.label(content.tiers[tier].id)), \(locations)\"]"
    }

    var categories: [Edge: Set<Category>] = [:]
    var order: [Edge] = []
    func add(_ edge: Edge, _ category: Category) {
      if categories[edge] == nil { order.append(edge) }
      categories[edge, default: []].insert(category)
    }
    var served = Set<Position<Tier>>()
    for (product, network) in zip(content.products, facts.model.networks) {
      for node in network.nodes.reversed() {
        let tier = content.locations[node.location].tier
        if node.consumption != nil { served.insert(tier) }
        switch node.source {
        case .node(let parent, _):
          let above = content.locations[network.nodes[parent].location].tier
          add(Edge(from: "tier\(above.index)", to: "tier\(tier.index)"), product.category)
        case .supplier(let named):
          let chain = network.chain(naming: named).map { network.chains[$0].suppliers } ?? [named]
          for supplier in chain {
            add(Edge(from: box(supplier), to: "tier\(tier.index)"), product.category)
          }
        }
      }
    }
    let all = Set(content.products.map(\.category))
    let arrows = order.map { edge -> String in
      let carried = categories[edge] ?? []
      let names = Category.allCases.filter(carried.contains).map(\.rawValue)
      return carried == all
        ? "\(edge.from) --> \(edge.to)"
        : "\(edge.from) -->|\(names.joined(separator: ", "))| \(edge.to)"
    }
    let reserves = Self.reserves(facts)
    let patients = served.sorted().map { "tier\($0.index) --> patients" }
    let end = "patients([\"\(words.language("patients", "patienter"))\"])"
    lines = boxes + [end] + arrows + reserves + patients
  }

  /// Whom national reserves give to when they are released.
  private static func reserves(_ facts: StatementFacts) -> [String] {
    let content = facts.content
    let when = facts.words.language("when released", "när det frisläpps")
    var found: [String] = []
    for (product, network) in zip(content.products.positions, facts.model.networks) {
      let category = content.products[product].category
      for node in network.nodes {
        guard let reserve = node.nationalReserve else { continue }
        let from = content.locations[node.location].tier
        for other in network.nodes where other.nationalReserve == nil {
          let place = content.locations[other.location]
          guard case .supplier = other.source,
            content.nationalReserves[reserve].serves.selects(
              place, at: other.location, for: category)
          else { continue }
          let line = "tier\(from.index) -. \(when) .-> tier\(place.tier.index)"
          if !found.contains(line) { found.append(line) }
        }
      }
    }
    return found
  }
}
