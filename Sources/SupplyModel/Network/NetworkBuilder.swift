import Quantities

/// Makes the networks of all products, one after another, in space that is used again and again.
///
/// A model may have a million rows of consumption: what is looked up for each of them stands in arrays by
/// location, and only what a product has touched is cleared for the next.
struct NetworkBuilder {
  private let content: SupplyModel.Content
  /// The rows of consumption in order of product.
  private let rows: [Int32]
  /// Where each product's rows begin in `rows`, and where the last one's end.
  private let starts: [Int32]
  private var orders: [ReviewOrder?]
  /// What is expected to be used at and below each location, of the product at hand. [10⁻⁹ units/day]
  private var flow: [Int64]
  /// Each location's own row of consumption; -1 where it has none.
  private var own: [Int32]
  /// Each location's place among the nodes of the product at hand; -1 where it is none of them.
  private var nodeOf: [Int32]
  /// The places, in the order of review, of the locations that handle the product at hand.
  private var touched: [Int32] = []

  /// A builder for a content that has no cycle and no dangling position.
  init(_ content: SupplyModel.Content) {
    self.content = content
    var starts = [Int32](repeating: 0, count: content.products.count + 1)
    for use in content.consumption { starts[use.product.index + 1] += 1 }
    for product in content.products.indices { starts[product + 1] += starts[product] }
    var next = starts
    var rows = [Int32](repeating: 0, count: content.consumption.count)
    for row in content.consumption.indices {
      let product = content.consumption[row].product.index
      rows[Int(next[product])] = Int32(row)
      next[product] += 1
    }
    self.rows = rows
    self.starts = starts
    orders = Category.allCases.map { _ in nil }
    flow = Array(repeating: 0, count: content.locations.count)
    own = Array(repeating: -1, count: content.locations.count)
    nodeOf = Array(repeating: -1, count: content.locations.count)
  }

  /// The network of a product.
  mutating func network(of product: Position<Product>) -> ProductNetwork {
    let category = content.products[product].category
    let order = orders[category.ordinal] ?? ReviewOrder(category, in: content)
    orders[category.ordinal] = order
    addUse(of: product, order)
    let reserves = addNationalReserves(of: product, order)
    touched.sort()
    for (node, place) in touched.enumerated() {
      nodeOf[order.locations[Int(place)].index] = Int32(node)
    }
    var nodes: [ProductNetwork.Node] = []
    nodes.reserveCapacity(touched.count)
    for place in touched {
      let location = order.locations[Int(place)]
      let source: ProductNetwork.Source
      switch order.sources[location.index] {
      case .location(let parent, let leadTime):
        source = .node(Int(max(0, nodeOf[parent.index])), leadTime: leadTime)
      case .supplier(let supplier): source = .supplier(supplier)
      case nil: continue
      }
      let row = own[location.index]
      nodes.append(
        ProductNetwork.Node(
          location: location, source: source,
          normalConsumption: DailyRate(nanoUnits: flow[location.index]),
          consumption: row < 0 ? nil : Position(Int(row)),
          nationalReserve: reserves[location]))
    }
    for place in touched {
      let location = order.locations[Int(place)].index
      (flow[location], own[location], nodeOf[location]) = (0, -1, -1)
    }
    touched.removeAll(keepingCapacity: true)
    return ProductNetwork(of: product, nodes: nodes, in: content)
  }

  /// Adds what care units use to themselves and to all that stand above them.
  private mutating func addUse(of product: Position<Product>, _ order: ReviewOrder) {
    for index in starts[product.index]..<starts[product.index + 1] {
      let row = rows[Int(index)]
      let location = content.consumption[Int(row)].location.index
      let use = content.consumption[Int(row)].normal.nanoUnits
      own[location] = row
      var next = Int32(location)
      while next >= 0 {
        let place = Int(next)
        if nodeOf[place] < 0 {
          nodeOf[place] = 0
          touched.append(order.places[place])
        }
        flow[place] += use
        next = order.parents[place]
      }
    }
  }

  /// Adds the national reserves of the product.
  private mutating func addNationalReserves(
    of product: Position<Product>, _ order: ReviewOrder
  ) -> [Position<Location>: Position<NationalReserve>] {
    guard !content.nationalReserves.isEmpty else { return [:] }
    var served: [Position<Location>: DailyRate] = [:]
    for place in touched {
      let location = order.locations[Int(place)]
      served[location] = DailyRate(nanoUnits: flow[location.index])
    }
    let reserves = ProductNetwork.nationalReserves(of: product, serving: served, in: content)
    for (location, found) in reserves {
      flow[location.index] = found.consumption.nanoUnits
      touched.append(order.places[location.index])
    }
    return reserves.mapValues(\.reserve)
  }
}
