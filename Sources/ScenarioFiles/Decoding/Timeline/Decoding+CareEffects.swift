import SupplyModel

extension Decoding {
  /// An authority's decision that lots may be used beyond their expiry; `nil` if there is none.
  func lifeExtension(_ object: ObjectReader, _ names: Names) -> LifeExtension? {
    typealias Part = Catalogue.LifeExtension
    guard let extended = optionalPart(object, "extendShelfLife", Part.section) else { return nil }
    let products = productSelection(
      extended.member("products"), extended.path("products"), names)
    let days = extended.value(Part.by)
    guard let products, let days else { return nil }
    return LifeExtension(products: products, days: days)
  }

  /// Patients with prescriptions who turn to public care; `nil` if they do not.
  func spillOver(_ object: ObjectReader, _ names: Names) -> SpillOver? {
    typealias Part = Catalogue.SpillOver
    guard let spilled = optionalPart(object, "spillOver", Part.section) else { return nil }
    let products = productSelection(spilled.member("products"), spilled.path("products"), names)
    let share = basisPoints(spilled, Part.share)
    let dose = basisPoints(spilled, Part.dosePatients)
    let homeStock = spilled.value(Part.homeStock)
    guard let products, let share, let dose, let homeStock else { return nil }
    return SpillOver(
      products: products, shareBasisPoints: share, doseShareBasisPoints: dose,
      homeStockDays: homeStock)
  }

  /// Care that is put off while a phase lasts.
  func postponements(_ object: ObjectReader, _ names: Names) -> [Postponement]? {
    typealias Part = Catalogue.Postponement
    return effects(object, "postpone", Part.section) { entry in
      let products = productSelection(entry.member("products"), entry.path("products"), names)
      let locations = locationSelection(entry.member("locations"), entry.path("locations"), names)
      let share = basisPoints(entry, Part.share)
      let returns = basisPoints(entry, Part.returns)
      let over = entry.states(Part.over) ? entry.value(Part.over) : 1
      guard let products, let locations, let share, let returns, let over else { return nil }
      if !entry.states(Part.over), returns > 0 {
        _ = entry.requiredMember(Part.over.name, example: Part.over.description.example)
        return nil
      }
      return Postponement(
        products: products, locations: locations, shareBasisPoints: share,
        returnsBasisPoints: returns, returnDays: over)
    }
  }

  /// The object of an effect that may be left out.
  private func optionalPart(
    _ object: ObjectReader, _ key: String, _ section: Section
  ) -> ObjectReader? {
    guard let node = object.member(key) else {
      let field = Catalogue.Phase.section.fields.first { $0.name == key }
      explain(object.path(key), field?.fallback ?? "none", at: nil)
      return nil
    }
    return ObjectReader(node, object.path(key), section, in: self)
  }
}
