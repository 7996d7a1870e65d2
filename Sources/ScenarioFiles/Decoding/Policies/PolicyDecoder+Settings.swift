import SupplyModel

extension PolicyDecoder {
  /// The rule that some settings make for the locations and products that they apply to.
  func rule(
    _ reader: ObjectReader, locations: LocationSelection, products: ProductSelection
  ) -> PolicyRule {
    typealias Part = Catalogue.Settings
    var rule = PolicyRule(locations: locations, products: products)
    rule.operating = stated(reader, Part.operating)
    rule.reserve = stated(reader, Part.reserve)
    rule.ordering = stated(reader, "ordering", decoding.ordering)
    rule.orderMaximum = stated(reader, Part.orderMaximum)
    rule.review = stated(reader, "review", decoding.review)
    rule.position = stated(reader, Part.position)
    rule.orderIn = stated(reader, Part.orderIn)
    rule.rounding = stated(reader, Part.rounding)
    rule.requests = stated(reader, Part.requests)
    rule.issue = stated(reader, "issue", decoding.issue)
    rule.minimumLifeAtReceiptDays = stated(reader, Part.lifeAtReceipt)
    rule.minimumLifeAtIssueDays = stated(reader, Part.lifeAtIssue)
    rule.rotation = stated(reader, "rotation", decoding.rotation)
    rule.release = stated(reader, "release") {
      decoding.release($0, $1, phases: phases)
    }
    rule.refillPerDay = stated(reader, Part.refillPerDay)
    rule.redistributeBeforeDays = stated(reader, "redistribute", decoding.redistribution)
    if reader.states(Part.hoarding) {
      rule.hoardingBasisPoints = decoding.basisPoints(reader, Part.hoarding)
    }
    return rule
  }

  /// A setting that a rule states; defaults belong to the policy as a whole, not to a rule.
  private func stated<Value>(_ reader: ObjectReader, _ field: Field<Value>) -> Value? {
    reader.states(field) ? reader.value(field) : nil
  }

  /// A setting of several forms that a rule states.
  private func stated<Value>(
    _ reader: ObjectReader, _ name: String, _ read: (JSONNode, String) -> Value?
  ) -> Value? {
    reader.member(name).flatMap { read($0, reader.path(name)) }
  }
}
