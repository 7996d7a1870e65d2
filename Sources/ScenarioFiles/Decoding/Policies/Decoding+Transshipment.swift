import SupplyModel

extension Decoding {
  /// Whether regions send goods to one another; `phases` are the names of the timeline's phases,
  /// `nil` if they could not all be read.
  func transshipment(_ node: JSONNode, _ path: String, phases: [String]?) -> Transshipment? {
    switch form(node, path, Catalogue.Transship.forms) {
    case .word: return .notAllowed
    case .form("voluntary", let member, let path):
      typealias Part = Catalogue.VoluntaryTransship
      guard let object = ObjectReader(member, path, Part.section, in: self) else { return nil }
      let kept = object.value(Part.kept)
      let leadTime = object.value(Catalogue.Transship.leadTime)
      guard let kept, let leadTime else { return nil }
      return .voluntary(.init(kept: kept, leadTimeDays: leadTime))
    case .form(_, let member, let path):
      typealias Part = Catalogue.MandatedTransship
      guard let object = ObjectReader(member, path, Part.section, in: self) else { return nil }
      let decision = decision(object, phases: phases)
      let every = object.value(Part.every)
      let leadTime = object.value(Catalogue.Transship.leadTime)
      guard let decision, let every, let leadTime else { return nil }
      return .mandated(
        .init(decision: decision, everyDays: every, leadTimeDays: leadTime))
    case nil: return nil
    }
  }
}
