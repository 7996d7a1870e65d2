import SupplyModel

/// The names that the rest of the scenario refers to.
struct Names {
  let regions: Directory<Region>
  let demandClasses: Directory<DemandClass>
  let products: Directory<Product>
  let authorities: Directory<Authority>
  let locations: Directory<Location>
  let tiers: [Tier]
  let suppliers: Directory<Supplier>
}

extension Decoding {
  /// Which products something applies to; all if nothing is stated.
  func productSelection(_ node: JSONNode?, _ path: String, _ names: Names) -> ProductSelection? {
    guard let node else {
      explain(path, "all products", at: nil)
      return ProductSelection()
    }
    guard let object = ObjectReader(node, path, Catalogue.ProductChoice.section, in: self)
    else { return nil }
    let errors = diagnostics.count
    var selection = ProductSelection(
      products: words(object, "product") { names.products.resolve($0, at: $1, $2, in: self) },
      categories: words(object, "category") { self.choice($0, $1, $2, Category.self) },
      demandClasses: words(object, "demandClass") {
        names.demandClasses.resolve($0, at: $1, $2, in: self)
      },
      movers: words(object, "mover") { self.choice($0, $1, $2, Mover.self) })
    selection.storageClasses = words(object, "storageClass") {
      self.choice($0, $1, $2, StorageClass.self)
    }
    selection.groups = words(object, "group") { self.group($0, $1, $2, names.products) }
    return diagnostics.count == errors ? selection : nil
  }

  /// Which locations something applies to; all if nothing is stated.
  func locationSelection(_ node: JSONNode?, _ path: String, _ names: Names) -> LocationSelection? {
    guard let node else {
      explain(path, "all locations", at: nil)
      return LocationSelection()
    }
    guard let object = ObjectReader(node, path, Catalogue.LocationChoice.section, in: self)
    else { return nil }
    let errors = diagnostics.count
    var selection = LocationSelection(
      locations: words(object, "location") { names.locations.resolve($0, at: $1, $2, in: self) },
      tiers: words(object, "kind") { self.tier($0, $1, $2, names.tiers) },
      authorities: words(object, "authority") {
        names.authorities.resolve($0, at: $1, $2, in: self)
      })
    narrowToRegions(&selection, object, names)
    return diagnostics.count == errors ? selection : nil
  }

  /// Leaves of the authorities those that lie in the regions that a selection states.
  private func narrowToRegions(
    _ selection: inout LocationSelection, _ object: ObjectReader, _ names: Names
  ) {
    let regions = words(object, "region") {
      names.regions.resolve($0, at: $1, $2, in: self)
    }
    guard let regions, !regions.isEmpty, names.authorities.isComplete else { return }
    let all = names.authorities.elements
    let stated = selection.authorities ?? Array(all.positions)
    let inside = stated.filter { regions.contains(all[$0].region) }
    selection.authorities = inside
    guard inside.isEmpty, let node = object.member("region") else { return }
    report(
      node.range, object.path("region"),
      object.member("authority") == nil
        ? "has no authority" : "has none of the authorities that are selected",
      allowed: "a region in which an authority lies",
      remedy: "authorities name their regions in their table")
  }

  /// A substitution group that some product states.
  private func group(
    _ name: String, _ range: SourceRange, _ path: String, _ products: Directory<Product>
  ) -> String? {
    let groups = Set(products.elements.compactMap(\.group)).sorted()
    guard products.isComplete, !groups.contains(name) else { return name }
    report(
      range, path, "names the unknown group \(TerminalText.quoted(name))",
      allowed: groups.isEmpty
        ? "a group that products state, but none does"
        : groups.count <= 12 ? TerminalText.oneOf(groups) : "a group of products",
      remedy: didYouMean(name, among: groups))
    return nil
  }

  /// The kind of location with a name.
  func tier(
    _ name: String, _ range: SourceRange, _ path: String, _ tiers: [Tier]
  ) -> Position<Tier>? {
    if let index = tiers.firstIndex(where: { $0.id == name }) { return Position(index) }
    let kinds = tiers.map(\.id)
    report(
      range, path, "names the unknown kind \(TerminalText.quoted(name))",
      allowed: TerminalText.oneOf(kinds),
      remedy: didYouMean(name, among: kinds))
    return nil
  }

  /// A word, or a list of words, each looked up; `nil` if nothing is stated.
  func words<Found>(
    _ object: ObjectReader, _ key: String,
    _ look: (String, SourceRange, String) -> Found?
  ) -> [Found]? {
    guard let member = object.member(key) else { return nil }
    let path = object.path(key)
    let nodes = member.elements ?? [member]
    if nodes.isEmpty {
      report(member.range, path, "is an empty list", allowed: "a word or a list of words")
    }
    return nodes.enumerated().compactMap { index, node in
      let inner = member.elements == nil ? path : "\(path)[\(index)]"
      return read(node, inner, Format<String>.identifier).flatMap { look($0, node.range, inner) }
    }
  }

  private func choice<Value>(
    _ word: String, _ range: SourceRange, _ path: String, _ type: Value.Type
  ) -> Value? where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    switch Format<Value>.choice(type).read(.text(word), context) {
    case .success(let value): return value
    case .failure(let problem):
      diagnostics.add(Diagnostic(place: .source(range), path: path, problem))
      return nil
    }
  }
}
