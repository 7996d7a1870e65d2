import SupplyModel

extension StatementWords {
  /// How many names a sentence lists. [1]
  static let listedNames = 12

  /// Which products something applies to: `all products`, ``products of category `medicine` ``.
  func products(_ selection: ProductSelection) -> Prose {
    let conditions = conditions(of: selection)
    guard let products = selection.products else {
      let joined = conditions.joined(.space)
      return conditions.isEmpty
        ? self("all products", "alla produkter") : self("products \(joined)", "produkter \(joined)")
    }
    let named = all(products.map(name))
    guard !conditions.isEmpty else { return named }
    return self(
      "\(named) as far as \(conditions.joined(self(" and ", " och ")))",
      "\(named) (bara \(list(conditions)))")
  }

  private func conditions(of selection: ProductSelection) -> [Prose] {
    var conditions: [Prose] = []
    if let categories = selection.categories {
      let names = either(categories.map { Prose(id: $0.rawValue) })
      conditions.append(self("of category \(names)", "i kategorin \(names)"))
    }
    if let classes = selection.demandClasses {
      let names = either(classes.map(name))
      conditions.append(self("of demand class \(names)", "i behovsklassen \(names)"))
    }
    if let movers = selection.movers {
      let names = either(movers.map { Prose(id: $0.rawValue) })
      conditions.append(
        self("that are movers of the kind \(names)", "med omsättning av slaget \(names)"))
    }
    if let rooms = selection.storageClasses {
      let names = either(rooms.map { Prose(id: $0.rawValue) })
      conditions.append(self("stored as \(names)", "i förvaringsklassen \(names)"))
    }
    if let groups = selection.groups {
      let names = either(groups.map { Prose(id: $0) })
      conditions.append(self("of group \(names)", "i gruppen \(names)"))
    }
    return conditions
  }

  /// Which locations something applies to: `all locations`, `` `careUnit` ``.
  func locations(_ selection: LocationSelection) -> Prose {
    var conditions: [Prose] = []
    if let tiers = selection.tiers {
      let names = either(tiers.map(name))
      conditions.append(self("locations of kind \(names)", "platser av slaget \(names)"))
    }
    if let authorities = selection.authorities {
      let names = either(authorities.map(name))
      let kind = conditions.isEmpty ? self("locations", "platser") : self("those", "de")
      conditions.append(self("\(kind) of authority \(names)", "\(kind) hos huvudmannen \(names)"))
    }
    if let locations = selection.locations { conditions.append(all(locations.map(name))) }
    return conditions.isEmpty
      ? self("all locations", "alla platser")
      : conditions.joined(self(", of these ", ", av dessa "))
  }

  /// Suppliers that something applies to; `nil` stands for all.
  func suppliers(_ selection: [Position<Supplier>]?) -> Prose {
    guard let selection else { return self("all suppliers", "alla leverantörer") }
    return selection.isEmpty
      ? self("no supplier", "ingen leverantör")
      : list(selection.map(name), atMost: Self.listedNames)
  }

  private func either(_ names: [Prose]) -> Prose {
    names.count > Self.listedNames ? all(names) : names.isEmpty ? none : choice(names)
  }

  private func all(_ names: [Prose]) -> Prose {
    names.isEmpty ? none : list(names, atMost: Self.listedNames)
  }

  private var none: Prose { self("none", "ingen") }
}
