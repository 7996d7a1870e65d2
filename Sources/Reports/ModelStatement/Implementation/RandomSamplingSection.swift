import RandomStreams
import SupplyModel

/// 5.2: where random numbers come from, and what is drawn.
enum RandomSamplingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let drawn = words.list(drawn(facts))
    return [
      .paragraph(
        words(
          "Generator xoshiro256++ (Blackman and Vigna 2021). Each stream begins at a state that "
            + "Philox4x64-10 (Salmon and others 2011) makes of its key: seed, what asks, replication, "
            + "product, location, purpose. A stream depends on its key only, so that all policies meet the "
            + "same demand and the same shortages. Samplers are the program's own.",
          "Generator xoshiro256++ (Blackman och Vigna 2021). Varje ström börjar i ett tillstånd som "
            + "Philox4x64-10 (Salmon med flera 2011) gör av dess nyckel: frö, vad som frågar, upprepning, "
            + "produkt, plats, ändamål. En ström beror bara på sin nyckel, så att alla policyer möter samma "
            + "behov och samma restsituationer. Dragningen ur fördelningarna är programmets egen.")),
      .paragraph(
        words("Drawn in this scenario: \(drawn).", "Slumpas i det här scenariot: \(drawn).")),
    ]
  }

  private static func drawn(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    let words = facts.words
    let all: [(name: Prose, isDrawn: Bool)] = [
      (words("demand", "behov"), content.consumption.contains { $0.family != .constant }),
      (
        words("onsets and ends of shortages", "restsituationers början och slut"),
        facts.hasShortages
      ),
      (
        words("announcements of shortages", "aviseringar av restsituationer"),
        facts.possibleShortages.contains { $0.announcement != nil }
      ),
      (
        words("lead times of orders", "beställningars ledtider"),
        content.suppliers.contains { $0.leadTime.variance > 0 }
      ),
      (words("transfer times", "transporttider"), facts.drawsTransferTimes),
      (
        words("remaining life at receipt", "återstående hållbarhet vid leverans"),
        content.suppliers.contains { $0.remainingLife.distribution.variance > 0 }
      ),
      (
        words("remaining life of the starting stock", "återstående hållbarhet i lagret vid början"),
        facts.drawsStartingLife
      ),
      (
        words("when phases take place", "när faser inträffar"),
        content.timeline.contains { $0.timing != nil }
      ),
      (
        words("whether stock is lost in a phase", "om lager förloras i en fas"),
        content.timeline.contains {
          $0.losses.contains { $0.clusterBasisPoints < 10_000 || $0.eachBasisPoints < 10_000 }
        }
      ),
      (
        words(
          "which prescriptions turn to public care",
          "vilka patienter med recept som vänder sig till den offentliga vården"), facts.spillsOver
      ),
      (
        words("picks that ignore expiry", "plock som inte ser till utgångsdatum"),
        facts.anyRule { if case .mixed = $0.issue { true } else { false } }
      ),
      (
        words("scheduled orders", "schemalagda beställningar"),
        facts.anyRule { if case .scheduled = $0.ordering { true } else { false } }
      ),
      (words("the queue of authorities", "huvudmännens kö"), facts.hasSeveralAuthorities),
    ]
    let drawn = all.filter(\.isDrawn).map(\.name)
    return drawn.isEmpty ? [words("nothing", "ingenting")] : drawn
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
