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
    let selection = ProductSelection(
      products: words(object, "product") { names.products.resolve($0, at: $1, $2, in: self) },
      categories: words(object, "category") { self.choice($0, $1, $2, Category.self) },
      demandClasses: words(object, "demandClass") {
        names.demandClasses.resolve($0, at: $1, $2, in: self)
      },
      movers: words(object, "mover") { self.choice($0, $1, $2, Mover.self) })
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
    let selection = LocationSelection(
      locations: words(object, "location") { names.locations.resolve($0, at: $1, $2, in: self) },
      tiers: words(object, "kind") { self.tier($0, $1, $2, names.tiers) },
      authorities: words(object, "authority") {
        names.authorities.resolve($0, at: $1, $2, in: self)
      })
    return diagnostics.count == errors ? selection : nil
  }

  /// The kind of location with a name.
  func tier(
    _ name: String, _ range: SourceRange, _ path: String, _ tiers: [Tier]
  ) -> Position<Tier>? {
    if let index = tiers.firstIndex(where: { $0.id == name }) { return Position(index) }
    let kinds = tiers.map(\.id)
    report(
      range, path, "names the unknown kind \(TerminalText.quoted(name))",
      allowed: "one of " + kinds.joined(separator: ", "),
      remedy: Suggestion.nearest(to: name, among: kinds).map { "did you mean \($0)?" })
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
