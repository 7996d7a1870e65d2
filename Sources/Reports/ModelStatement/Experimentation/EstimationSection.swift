import SupplyModel

/// 4.3: how often, and how results are estimated.
enum EstimationSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let count = facts.experiment.replications
    var points: [Prose] = [
      "\(facts.words.count(count, "independent replication")) of each policy, with seed "
        + "\(facts.experiment.seed)."
    ]
    if count > 1 {
      points.append(
        "Means with 95 % intervals: Student's t over replications, for probabilities Wilson's. Quantiles "
          + "at 5, 25, 50, 75 and 95 % by definition 7 of Hyndman and Fan.")
    } else {
      points.append("One replication says nothing about chance: there are no intervals.")
    }
    if !facts.others.isEmpty {
      points.append(
        "Policies meet the same random numbers; each is compared with the baseline by the mean of the "
          + "paired differences"
          + (count > 1 ? ", with a 95 % interval of its own." : "."))
    }
    points.append(
      "Intervals are simulation error only: they say what more replications could change, not what other "
        + "assumptions would.")
    return [.points(points)]
  }
}
