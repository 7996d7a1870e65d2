import SupplyModel

/// 4.3: how often, and how results are estimated.
enum EstimationSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let count = facts.experiment.replications
    let replications = words.count(count, .replication)
    var points = [
      words(
        "\(replications) of each policy, with seed \(facts.experiment.seed).",
        "\(replications) av varje policy, med fröet \(facts.experiment.seed)."),
      count > 1
        ? words(
          "Means with 95 % intervals: Student's t over replications, for probabilities Wilson's. Quantiles "
            + "at 5, 25, 50, 75 and 95 % by definition 7 of Hyndman and Fan.",
          "Medelvärden med 95 % konfidensintervall: Students t över upprepningarna, för sannolikheter "
            + "Wilsons. Kvantiler vid 5, 25, 50, 75 och 95 % enligt definition 7 hos Hyndman och Fan."
        )
        : words(
          "One replication says nothing about chance: there are no intervals.",
          "En enda upprepning säger inget om slumpen: det finns inga konfidensintervall."),
    ]
    if !facts.others.isEmpty {
      let end =
        count > 1
        ? words(", with a 95 % interval of its own.", ", med ett eget 95 % konfidensintervall.")
        : Prose(sign: ".")
      points.append(
        words(
          "Policies meet the same random numbers; each is compared with the baseline by the mean of the "
            + "paired differences\(end)",
          "Policyerna möter samma slumptal; var och en jämförs med jämförelsepolicyn genom medelvärdet av de "
            + "parade skillnaderna\(end)"))
    }
    points.append(
      words(
        "Intervals are simulation error only: they say what more replications could change, not what other "
          + "assumptions would.",
        "Konfidensintervallen är bara simuleringsfel: de säger vad fler upprepningar kan ändra, inte vad "
          + "andra antaganden skulle ändra."))
    return [.points(points)]
  }
}
