import SupplyModel

/// 1.3: what is compared with what.
enum AimsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    var paragraphs: [Prose] = []
    let baseline = Prose(id: facts.baseline.name)
    if facts.others.isEmpty {
      paragraphs.append("One policy is simulated, \(baseline); nothing is compared.")
    } else {
      paragraphs.append(
        "Every policy is compared with the baseline \(baseline), replication by replication under the same "
          + "random numbers: \(facts.others.map { Prose(id: $0.name) }.listed).")
    }
    if let duty = facts.content.duty {
      paragraphs.append(
        "Asked as well: on which share of days each authority holds "
          + "\(facts.words.length(duty.days)) of its normal consumption.")
    }
    if !facts.content.timeline.isEmpty {
      paragraphs.append(
        "The results are conditional on the phases of the timeline; peace and crisis are not averaged "
          + "with each other beyond the horizon that the scenario states.")
    }
    return paragraphs.map { .paragraph($0) }
  }
}
