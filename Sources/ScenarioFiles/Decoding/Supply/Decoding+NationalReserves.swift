import SupplyModel

extension Decoding {
  /// Reserves of the state, in order of their locations, then of what they hold.
  ///
  /// `phases` are the names of the timeline's phases; `nil` if they could not all be read.
  func nationalReserves(
    _ node: JSONNode?, phases: [String]?, _ names: Names
  ) -> [Placed<NationalReserve>] {
    guard let elements = list(node, "nationalReserves", fallback: "none") else { return [] }
    let found = elements.enumerated().compactMap { index, element in
      let path = "nationalReserves[\(index)]"
      return nationalReserve(element, path, phases, names).map {
        Placed(element: $0, range: element.range, path: path)
      }
    }
    return found.sorted {
      ($0.element.location, firstProduct(of: $0.element, names))
        < ($1.element.location, firstProduct(of: $1.element, names))
    }
  }

  private func nationalReserve(
    _ node: JSONNode, _ path: String, _ phases: [String]?, _ names: Names
  ) -> NationalReserve? {
    typealias Part = Catalogue.NationalReserve
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let location = object.value(Part.location).flatMap { id in
      object.member(Part.location.name).flatMap {
        names.locations.resolve(id, at: $0.range, object.path(Part.location.name), in: self)
      }
    }
    let products = productSelection(node["products"], object.path("products"), names)
    let serves = locationSelection(node["serves"], object.path("serves"), names)
    let release = object.requiredMember(
      "release", example: "{ when: { phases: [\"war\"] }, delay: \"3 days\" }"
    ).flatMap {
      ObjectReader($0, object.path("release"), Catalogue.ReserveRelease.section, in: self)
    }.flatMap { decision($0, phases: phases) }
    let leadTime = object.value(Part.leadTime)
    guard let location, let products, let serves, let release, let leadTime else { return nil }
    return NationalReserve(
      location: location, products: products, serves: serves, release: release,
      leadTimeDays: leadTime)
  }

  /// The first product that a reserve holds: two at one location hold different ones.
  private func firstProduct(of reserve: NationalReserve, _ names: Names) -> Int {
    let products = names.products.elements
    return products.positions.first { reserve.products.selects(products[$0], at: $0) }?.index
      ?? products.count
  }
}
