import SupplyModel

extension Decoding {
  /// An authority's decision, from the members `when` and `delay` of an object.
  ///
  /// `phases` are the names of the timeline's phases; `nil` if they could not all be read.
  func decision(_ object: ObjectReader, phases: [String]?) -> Decision? {
    let when = object.requiredMember("when", example: "{ phases: [\"war\"] }").flatMap {
      occasion($0, object.path("when"), phases)
    }
    let delay = object.value(Catalogue.Decision.delay)
    guard let when, let delay else { return nil }
    return Decision(occasion: when, delayDays: delay)
  }

  private func occasion(
    _ node: JSONNode, _ path: String, _ phases: [String]?
  ) -> Decision.Occasion? {
    if let word = node.string, let phases, phases.contains(word) {
      report(
        node.range, path, "is \(TerminalText.quoted(word)), which is a phase",
        allowed: Catalogue.Occasion.forms.allowed, remedy: "write { phases: [\"\(word)\"] }")
      return nil
    }
    return switch form(node, path, Catalogue.Occasion.forms) {
    case .word: .shortage
    case .form(_, let member, let path):
      phaseNames(member, path, among: phases).map { .phases($0) }
    case nil: nil
    }
  }

  /// The names of the phases that a timeline states, before it is read; `nil` if not all of its
  /// entries state one.
  static func statedPhases(_ timeline: JSONNode?) -> [String]? {
    guard let timeline else { return [] }
    guard let elements = timeline.elements else { return nil }
    let names = elements.compactMap { $0[Catalogue.Phase.name.name]?.string }
    return names.count == elements.count ? names : nil
  }
}
