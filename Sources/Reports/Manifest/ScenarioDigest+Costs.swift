import Quantities
import SupplyModel

extension ScenarioDigest {
  /// What a cost file states. How well it is known, and what it might be instead, are in the tables of
  /// costs: they too are results.
  static func append(_ plan: CostPlan, to text: inout CanonicalText) {
    text.word("costPlan")
    text.whole(plan.discountBasisPoints)
    text.whole(plan.periodYears)
    text.whole(plan.privateShareBasisPoints)
    for part in CostPart.allCases {
      guard let range = plan.ranges[part] else { continue }
      text.word(part.rawValue)
      append(range.low, to: &text)
      append(range.high, to: &text)
    }
    if let sizes = plan.sizes {
      text.word("sizes")
      text.whole(sizes.referenceInhabitants)
      for (from, factor) in zip(sizes.from, sizes.factors) {
        text.whole(from)
        text.whole(factor)
      }
    }
    text.endLine()
    for parameter in plan.parameters {
      text.word("costParameter")
      for name in [
        parameter.name, parameter.value, parameter.unit, parameter.low, parameter.high,
        parameter.source,
      ] { text.name(name) }
      text.word(parameter.status.rawValue)
      text.endLine()
    }
    for item in plan.items { append(item, to: &text) }
  }

  private static func append(_ quotient: CostRange.Quotient, to text: inout CanonicalText) {
    text.whole(quotient.dividend)
    text.whole(quotient.divisor)
  }

  private static func append(_ item: CostItem, to text: inout CanonicalText) {
    text.word("costItem")
    for name in [item.id, item.name, item.unit, item.source] { text.name(name) }
    text.word(item.part.rawValue)
    text.word(item.status.rawValue)
    for amount in [item.amounts.low, item.amounts.value, item.amounts.high] {
      text.whole(amount.ore)
    }
    switch item.payment {
    case .yearly: text.word("yearly")
    case .once: text.word("once")
    case .investment(let days):
      text.word("lasts")
      text.whole(days)
    case .during(let days):
      text.word("during")
      text.whole(days)
    }
    switch item.quantity {
    case .byPolicy(let counts):
      text.word("byPolicy")
      for count in counts {
        text.name(count.policy)
        text.whole(count.parts)
      }
    case .fixed(let parts):
      text.word("fixed")
      text.whole(parts)
    case .eachPalletPlace(let parts):
      text.word("eachPalletPlace")
      text.whole(parts)
    }
    text.word(item.followsSize ? "followsSize" : "sameForAll")
    text.endLine()
  }
}
