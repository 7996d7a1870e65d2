extension Rules {
  /// What a phase loses is held somewhere, and what fails for want of cold needs it.
  static func checkLossesMeetStock(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    content.timeline.positions.flatMap { position -> [ModelProblem] in
      let phase = content.timeline[position]
      var problems: [ModelProblem] = []
      for (index, loss) in phase.losses.enumerated() {
        let products = content.products.positions.filter {
          loss.products.selects(content.products[$0], at: $0)
        }
        let isIdle = !products.contains { product in
          networks[product.index].nodes.contains {
            loss.locations.selects(
              content.locations[$0.location], at: $0.location,
              for: content.products[product].category)
          }
        }
        if loss.reason == .coldChain, products.isEmpty {
          problems.append(
            ModelProblem(
              subject: .phase(position),
              problem: "lose[\(index)] of “\(phase.name)” breaks the cold chain of no product",
              allowed: "coldChain where the storageClass of some product is cold",
              remedy: "state storageClass in the table of products, or take the entry out"))
        } else if isIdle {
          problems.append(
            ModelProblem(
              subject: .phase(position),
              problem: "lose[\(index)] of “\(phase.name)” meets no stock",
              allowed: "products that the selected locations hold",
              remedy: "correct the selections, or take the entry out"))
        }
        let warm = products.first { content.products[$0].storageClass != .cold }
        if loss.reason == .coldChain, let warm {
          let product = content.products[warm]
          problems.append(
            ModelProblem(
              subject: .phase(position),
              problem: "lose[\(index)] of “\(phase.name)” breaks the cold chain of "
                + "“\(product.id)”, whose storageClass is \(product.storageClass.rawValue)",
              allowed: "coldChain of products whose storageClass is cold",
              remedy: "leave products out to lose those, or write because: \"destroyed\""))
        }
      }
      return problems
    }
  }

  /// Transport is cut where something is sent.
  static func checkTransportCutsMeetTransport(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    let transships = content.policies.contains { $0.transshipment != .notAllowed }
    func cuts(
      _ cut: TransportCut, _ product: Position<Product>, _ network: ProductNetwork
    ) -> Bool {
      let category = content.products[product].category
      func selects(_ selection: LocationSelection, _ node: ProductNetwork.Node) -> Bool {
        selection.selects(content.locations[node.location], at: node.location, for: category)
      }
      return network.nodes.contains { node in
        guard selects(cut.to, node) else { return false }
        guard let from = cut.from else { return true }
        if transships, network.nodes.contains(where: { selects(from, $0) }) { return true }
        if content.nationalReserves.contains(where: { reserve in
          reserve.products.selects(content.products[product], at: product)
            && from.selects(
              content.locations[reserve.location], at: reserve.location, for: category)
            && selects(reserve.serves, node)
        }) {
          return true
        }
        guard case .node(let parent, _) = node.source else { return false }
        return selects(from, network.nodes[parent])
      }
    }
    return content.timeline.positions.flatMap { position -> [ModelProblem] in
      let phase = content.timeline[position]
      return phase.transportCuts.enumerated().compactMap { index, cut in
        let isIdle = !content.products.positions.contains { cuts(cut, $0, networks[$0.index]) }
        guard isIdle else { return nil }
        return ModelProblem(
          subject: .phase(position),
          problem: "cutTransport[\(index)] of “\(phase.name)” cuts nothing: "
            + (cut.from == nil
              ? "nothing is sent to the locations in to"
              : "no location in from sends anything to one in to"),
          allowed: "locations between which something is sent",
          remedy: cut.from == nil
            ? "correct the selection, or take the entry out"
            : "from is the location above, to the one below; correct them, or take the entry out")
      }
    }
  }

  /// Stock that a phase keeps for more urgent care is kept from somebody.
  static func checkCriticalLevelsOfPhasesMeetCare(
    _ content: SupplyModel.Content
  ) -> [ModelProblem] {
    let last = content.locations.map(\.carePriority).max() ?? 1
    return content.timeline.positions.compactMap { position in
      let phase = content.timeline[position]
      guard case .priority(let levels) = phase.allocation,
        let idle = levels.first(where: { $0.carePriority > last })
      else { return nil }
      return ModelProblem(
        subject: .phase(position),
        problem: "“\(phase.name)” keeps stock from care priority \(idle.carePriority) and less "
          + "urgent care, but no location has a carePriority above \(last)",
        allowed: "critical levels of care priorities that locations have",
        remedy: "state carePriority in the table of locations, or leave the level out")
    }
  }
}
