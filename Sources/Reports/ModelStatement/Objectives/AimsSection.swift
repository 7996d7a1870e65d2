import SupplyModel

/// 1.3: what is compared with what.
enum AimsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var paragraphs: [Prose] = []
    let baseline = facts.baseline.name
    if facts.others.isEmpty {
      paragraphs.append(
        words(
          "One policy is simulated, \(id: baseline); nothing is compared.",
          "En enda policy simuleras, \(id: baseline); inget jämförs."))
    } else {
      let others = words.list(facts.others.map { Prose(id: $0.name) })
      paragraphs.append(
        words(
          "Every policy is compared with the baseline \(id: baseline), replication by replication under the "
            + "same random numbers: \(others).",
          "Varje policy jämförs med jämförelsepolicyn \(id: baseline), upprepning för upprepning med samma "
            + "slumptal: \(others)."))
    }
    if let duty = facts.content.duty {
      let days = words.length(duty.days)
      paragraphs.append(
        words(
          "Asked as well: on which share of days each authority holds \(days) of its normal consumption.",
          "Dessutom undersöks under hur stor andel av dagarna varje huvudman håller \(days)s "
            + "normalförbrukning i lager."))
    }
    if !facts.content.timeline.isEmpty {
      paragraphs.append(
        words(
          "The results are conditional on the phases of the timeline; peace and crisis are not averaged "
            + "with each other beyond the horizon that the scenario states.",
          "Resultaten gäller givet tidslinjens faser; fred och kris vägs inte samman utöver den "
            + "simuleringsperiod som scenariot anger."))
    }
    return paragraphs.map { .paragraph($0) }
  }
}
