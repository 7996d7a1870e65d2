import Quantities
import SupplyModel

/// 4.2: how long is simulated.
enum RunLengthSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let experiment = facts.experiment
    let words = facts.words
    let horizon = words.length(experiment.horizonDays)
    let last = experiment.date(ofTick: experiment.horizonDays - 1)
    var paragraphs: [Prose] = [
      "The reported horizon is \(horizon), from \(experiment.startDate.description) to "
        + "\(last.description), in steps of \(words.length(1)). The run ends with it, whatever is under way."
    ]
    let longer = facts.content.products.positions.count {
      facts.model.longestRemainingLifeDays(of: $0) > experiment.horizonDays
    }
    if longer > 0, facts.expiry != .never {
      paragraphs.append(
        "The horizon is shorter than the longest remaining life at receipt of "
          + "\(longer) of \(words.count(facts.content.products.count, "product")), so that it does not "
          + "resolve their waves of expiry.")
    }
    return paragraphs.map { .paragraph($0) }
  }
}
