import SupplyModel

extension JobRun {
  /// Stage 4, demand, after the own patients of all products have been served: at each care unit,
  /// what is missing today of a product that has substitutes
  ///
  /// - is made up from them in the order listed, so many units each, in whole units of the original,
  ///   as far as what is on hand at the care unit goes, in its issue order;
  /// - is served for the original, the day it was asked for, and has left the substitute's stock,
  ///   whose care unit is then due for review;
  /// - as far as it is still missing, is lost or waits, as the original's demand does.
  ///
  /// Where several products lack the same substitute, the most critical takes first, then by id.
  /// Patients who have waited since an earlier day go on waiting for the product itself. A
  /// substitute that is itself keyed cannot be given where its partner is out.
  mutating func substitute(
    _ plan: JobPlan, _ products: [CompiledProduct], reportDay: Int
  ) {
    for substitution in plan.substitutions {
      let original = members[substitution.original]
      guard original.run.lackCount > 0,
        original.hasBeenInShortage(for: substitution.delayDays)
      else { continue }
      for substitute in substitution.substitutes
      where reportDay + products[substitute.member].warmUpDays >= 0 {
        let donor = members[substitute.member]
        for place in 0..<original.run.lackCount {
          let lack = original.run.lack(place)
          let node = Int(substitute.nodes[Int(lack.node)])
          guard lack.missing > 0, node >= 0 else { continue }
          let given = min(lack.missing, donor.run.usable(node) / substitute.unitsEach)
          guard given > 0 else { continue }
          let quantity = given * substitute.unitsEach
          donor.run.issueAsSubstitute(
            node, quantity, for: products[substitution.original].position)
          original.run.noteSubstituted(
            place, given, by: quantity, of: products[substitute.member].position,
            extraCostOre: substitution.extraCostOre)
        }
      }
    }
  }

  /// Stage 4, demand, before any patients: the care units at which a keyed product is useless today,
  /// since its partner has no usable stock there.
  ///
  /// Both products have received and discarded by then, and neither has served anyone: where the
  /// partner is used up by today's patients, these have had it together with the keyed product.
  mutating func findKeyless(_ plan: JobPlan, _ products: [CompiledProduct], reportDay: Int) {
    for key in plan.keys where reportDay + products[key.member].warmUpDays >= 0 {
      let keyed = members[key.member]
      let partner = members[key.partner]
      let hasBegun = reportDay + products[key.partner].warmUpDays >= 0
      for (node, partnerNode) in key.nodes.enumerated() {
        let isThere =
          !hasBegun || partnerNode >= 0 && partner.run.states[Int(partnerNode)].onHand > 0
        keyed.run.setKeyless(node, !isThere)
      }
    }
  }
}
