import Quantities
import SupplyModel

/// What came into the format with several suppliers: said behind the rest and only where it differs
/// from what holds by default, so that older scenarios keep their digests.
extension ScenarioDigest {
  /// What a supplier's limits and agreements say.
  static func appendTerms(
    of supplier: Supplier, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    if supplier.allocation != .firstCome {
      text.word("allocation")
      append(supplier.allocation, to: &text)
    }
    if supplier.unfilled != .refused {
      text.word("unfilled")
      text.word(supplier.unfilled.rawValue)
    }
    if let ceiling = supplier.ceiling {
      text.word("ceiling")
      text.whole(ceiling.shareBasisPoints)
      text.whole(ceiling.periodDays)
    }
    if let readiness = supplier.readiness {
      text.word("readiness")
      append(readiness.decision, content, to: &text)
      text.whole(readiness.startUpDays)
    }
  }

  /// An authority's decision; phases are written by their places in the timeline, because their
  /// names are for people.
  static func append(
    _ decision: Decision, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("decision")
    switch decision.occasion {
    case .shortage: text.word("shortage")
    case .phases(let names):
      text.word("phases")
      for (index, phase) in content.timeline.enumerated() where names.contains(phase.name) {
        text.whole(index)
      }
      text.word("delay")
    }
    text.whole(decision.delayDays)
  }

  /// What a shortage process befalls and does, besides refusing orders of a product.
  static func appendEffects(
    of shortage: ShortageProcess, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    if shortage.scope != .product {
      text.word("scope")
      text.word(shortage.scope.rawValue)
    }
    if let suppliers = shortage.suppliers {
      text.names("suppliers", suppliers.map { content.suppliers[$0].id })
    }
    switch shortage.orders {
    case .refused: break
    case .held: text.word("shipmentsHeld")
    case .fraction(let basisPoints):
      text.word("fraction")
      text.whole(basisPoints)
    case .accepted: text.word("ordersAccepted")
    }
    if shortage.holdsTransit { text.word("inTransitHeld") }
    if let life = shortage.remainingLife {
      text.word("remainingLife")
      text.parameters(of: life)
    }
    if let announcement = shortage.announcement {
      text.word("announced")
      text.whole(announcement.shareBasisPoints)
      text.parameters(of: announcement.notice)
    }
  }

  /// Products with several suppliers.
  static func append(
    _ sourcing: Sourcing, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("sourcing")
    append(sourcing.products, content, to: &text)
    text.word("from")
    if let replacing = sourcing.replacing {
      text.name(content.suppliers[replacing].id)
    } else {
      text.word("any")
    }
    text.word("suppliers")
    for supplier in sourcing.suppliers { text.name(content.suppliers[supplier].id) }
    text.word("switchAfter")
    text.whole(sourcing.switchAfterDays)
    text.endLine()
  }

  /// A reserve of the state.
  static func append(
    _ reserve: NationalReserve, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("nationalReserve")
    text.name(content.locations[reserve.location].id)
    append(reserve.products, content, to: &text)
    append(reserve.serves, content, to: &text)
    append(reserve.release, content, to: &text)
    text.whole(reserve.leadTimeDays)
    text.endLine()
  }

  /// What may be given instead of a product.
  static func append(
    _ substitution: Substitution, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("substitution")
    text.name(content.products[substitution.original].id)
    for substitute in substitution.substitutes {
      text.name(content.products[substitute.product].id)
      text.whole(substitute.unitsEach)
    }
    switch substitution.permission {
    case .always: text.word("always")
    case .duringShortage(let delayDays):
      text.word("duringShortage")
      text.whole(delayDays)
    }
    text.whole(substitution.extraCost.ore)
    text.endLine()
  }
}
