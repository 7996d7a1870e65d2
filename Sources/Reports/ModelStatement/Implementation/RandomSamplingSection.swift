import RandomStreams
import SupplyModel

/// 5.2: where random numbers come from, and what is drawn.
enum RandomSamplingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .paragraph(
        "Generator xoshiro256++ (Blackman and Vigna 2021). Each stream begins at a state that "
          + "Philox4x64-10 (Salmon and others 2011) makes of its key: seed, what asks, replication, "
          + "product, location, purpose. A stream depends on its key only, so that all policies meet the "
          + "same demand and the same shortages. Samplers are the program's own."),
      .paragraph("Drawn in this scenario: \(drawn(facts).listed)."),
    ]
  }

  private static func drawn(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    var list: [Prose] = []
    func add(_ name: Prose, _ isDrawn: Bool) { if isDrawn { list.append(name) } }
    add("demand", content.consumption.contains { $0.family != .constant })
    add("onsets and ends of shortages", facts.hasShortages)
    add(
      "announcements of shortages",
      facts.possibleShortages.contains { $0.announcement != nil })
    add("lead times of orders", content.suppliers.contains { $0.leadTime.variance > 0 })
    add("transfer times", facts.drawsTransferTimes)
    add(
      "remaining life at receipt",
      content.suppliers.contains { $0.remainingLife.distribution.variance > 0 })
    add("remaining life of the starting stock", facts.drawsStartingLife)
    add("when phases take place", content.timeline.contains { $0.timing != nil })
    add(
      "whether stock is lost in a phase",
      content.timeline.contains {
        $0.losses.contains { $0.clusterBasisPoints < 10_000 || $0.eachBasisPoints < 10_000 }
      })
    add("which prescriptions turn to public care", facts.spillsOver)
    add(
      "picks that ignore expiry",
      facts.anyRule {
        if case .mixed = $0.issue { return true }
        return false
      })
    add(
      "scheduled orders",
      facts.anyRule {
        if case .scheduled = $0.ordering { return true }
        return false
      })
    add("the queue of authorities", facts.hasSeveralAuthorities)
    return list.isEmpty ? ["nothing"] : list
  }
}

extension StatementFacts {
  /// Whether goods take a drawn time from some location to the next.
  fileprivate var drawsTransferTimes: Bool {
    model.networks.contains { network in
      network.nodes.contains {
        if case .node(_, .drawn) = $0.source { return true }
        return false
      }
    }
  }

  /// Whether the first day's stock has a drawn remaining life.
  fileprivate var drawsStartingLife: Bool {
    guard case .given(_, .oneLot(let life)) = experiment.start else { return false }
    return life.distribution.variance > 0
  }
}
