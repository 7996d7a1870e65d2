import SupplyModel

extension StatementWords {
  /// How many names a sentence lists. [1]
  static let listedNames = 12

  /// Which products something applies to: `all products`, ``products of category `medicine` ``.
  func products(_ selection: ProductSelection) -> Prose {
    var conditions: [Prose] = []
    if let categories = selection.categories {
      conditions.append("of category " + either(categories.map { Prose(id: $0.rawValue) }))
    }
    if let classes = selection.demandClasses {
      conditions.append("of demand class " + either(classes.map(name)))
    }
    if let movers = selection.movers {
      conditions.append(
        "that are movers of the kind " + either(movers.map { Prose(id: $0.rawValue) }))
    }
    if let rooms = selection.storageClasses {
      conditions.append("stored as " + either(rooms.map { Prose(id: $0.rawValue) }))
    }
    if let groups = selection.groups {
      conditions.append("of group " + either(groups.map { Prose(id: $0) }))
    }
    guard let products = selection.products else {
      return conditions.isEmpty ? "all products" : "products " + conditions.joined(" ")
    }
    let named = all(products.map(name))
    return conditions.isEmpty ? named : "\(named) as far as " + conditions.joined(" and ")
  }

  /// Which locations something applies to: `all locations`, `` `careUnit` ``.
  func locations(_ selection: LocationSelection) -> Prose {
    var conditions: [Prose] = []
    if let tiers = selection.tiers {
      conditions.append("locations of kind " + either(tiers.map(name)))
    }
    if let authorities = selection.authorities {
      let kind: Prose = conditions.isEmpty ? "locations" : "those"
      conditions.append("\(kind) of authority " + either(authorities.map(name)))
    }
    if let locations = selection.locations { conditions.append(all(locations.map(name))) }
    return conditions.isEmpty ? "all locations" : conditions.joined(", of these ")
  }

  /// Suppliers that something applies to; `nil` stands for all.
  func suppliers(_ selection: [Position<Supplier>]?) -> Prose {
    guard let selection else { return "all suppliers" }
    return selection.isEmpty ? "no supplier" : selection.map(name).listed(atMost: Self.listedNames)
  }

  private func either(_ names: [Prose]) -> Prose {
    guard let last = names.last else { return "none" }
    guard (2...Self.listedNames).contains(names.count) else {
      return names.listed(atMost: Self.listedNames)
    }
    return Array(names.dropLast()).joined() + " or " + last
  }

  private func all(_ names: [Prose]) -> Prose {
    names.isEmpty ? "none" : names.listed(atMost: Self.listedNames)
  }
}
