extension ReportWriter {
  /// What each policy gives, in sentences with their intervals.
  var answer: [ReportBlock] {
    let run = input.run
    let days = words.count(run.horizon.days)
    var blocks: [ReportBlock] = [.points(policies.map(sentence))]
    if let partial = run.partial {
      let list = partial.lacking.joined(separator: ", ")
      let lacking = list.isEmpty ? "" : words(", and lacks: \(list)", ", och saknar: \(list)")
      blocks.insert(
        .paragraph(
          words(
            "Partial results: the run was interrupted after \(run.replications) of "
              + "\(partial.planned) replications\(lacking). With --resume it goes on.",
            "Ofullständiga resultat: körningen avbröts efter \(run.replications) av "
              + "\(partial.planned) upprepningar\(lacking). Med --resume går den vidare.")),
        at: 0)
    }
    if let reason = phaseCaution { blocks.append(.paragraph(reason)) }
    if !periodSentences.isEmpty { blocks.append(.points(periodSentences)) }
    blocks.append(
      .paragraph(
        words(
          "Simulated: \(run.products) products over \(days) days from \(run.horizon.start), "
            + "\(run.replications) replications. In brackets 95 % intervals of simulation error; "
            + "what the assumptions may change is more, and stands under Assumptions.",
          "Simulerat: \(run.products) produkter under \(days) dagar från \(run.horizon.start), "
            + "\(run.replications) upprepningar. Inom parentes 95 % konfidensintervall för "
            + "simuleringsfelet; vad antagandena kan ändra är mer, och står under Antaganden.")))
    return blocks
  }

  /// One policy's answer.
  private func sentence(_ policy: String) -> String {
    var parts: [String] = []
    if let unmet = input.estimate(policy, "unmetFraction") {
      let shown = words.text(unmet, percent: true)
      let range = shown.interval.map { " (\($0))" } ?? ""
      parts.append(
        words(
          "\(shown.mean) %\(range) of demand is unmet\(change(policy, "unmetFraction"))",
          "\(shown.mean) %\(range) av behovet tillgodoses inte\(change(policy, "unmetFraction"))"))
    }
    if input.hasPrices, let stock = input.estimate(policy, "averageStockSEK"),
      let discarded = input.estimate(policy, "discardedSEKPerYear")
    {
      let (worth, waste) = (money("averageStockSEK"), money("discardedSEKPerYear"))
      parts.append(
        words(
          "stock is worth \(words.text(stock, factor: worth.factor).mean) \(worth.unit)",
          "lagret är värt \(words.text(stock, factor: worth.factor).mean) \(worth.unit)"))
      parts.append(
        words(
          "\(words.text(discarded, factor: waste.factor).mean) \(waste.unit) a year is discarded",
          "\(words.text(discarded, factor: waste.factor).mean) \(waste.unit) per år kasseras"))
    }
    if let cost = costSentence(policy) { parts.append(cost) }
    return "\(name(policy)): " + parts.joined(separator: "; ") + "."
  }

  /// How unmet demand differs from the baseline's, in points of per cent.
  private func change(_ policy: String, _ measure: String) -> String {
    guard let baseline, policy != baseline, let change = input.difference(policy, measure) else {
      return ""
    }
    let isClear = isClear(change)
    guard isClear else {
      return words(
        ", which cannot be told from \(baseline)", ", vilket inte kan skiljas från \(baseline)")
    }
    let shown = words.text(change, percent: true, magnitude: true)
    let range = shown.interval.map { " (\($0))" } ?? ""
    let isLess = change.mean < 0
    let before = input.estimate(baseline, measure)?.mean ?? 0
    let share = before > 0 ? words.percent(abs(change.mean) / before) : nil
    return words(
      ", \(shown.mean) percentage points\(range)\(share.map { ", or \($0) %," } ?? "") "
        + "\(isLess ? "less" : "more") than under \(baseline)",
      ", \(shown.mean) procentenheter\(range)\(share.map { ", eller \($0) %," } ?? "") "
        + "\(isLess ? "mindre" : "mer") än under \(baseline)")
  }

  /// Whether a difference's interval excludes nothing at all.
  func isClear(_ change: ReportEstimate) -> Bool {
    guard let low = change.low, let high = change.high else { return true }
    return low > 0 || high < 0
  }

  private func costSentence(_ policy: String) -> String? {
    guard let measure = input.runningCost, let baseline, policy != baseline,
      let change = input.difference(policy, measure)
    else { return nil }
    let isPerInhabitant = measure == "runningSEKPerInhabitantYear"
    let scale = isPerInhabitant ? (1, words("SEK", "kr")) : words.money([change.mean])
    let shown = words.text(change, factor: scale.0, magnitude: true)
    let range = shown.interval.map { " (\($0))" } ?? ""
    let isLess = change.mean < 0
    return words(
      "it costs \(shown.mean) \(scale.1)\(range) \(isLess ? "less" : "more")"
        + (isPerInhabitant ? " per inhabitant and year" : " a year"),
      "den kostar \(shown.mean) \(scale.1)\(range) \(isLess ? "mindre" : "mer")"
        + (isPerInhabitant ? " per invånare och år" : " per år"))
  }

  /// Unmet demand in each period apart, where there are several.
  private var periodSentences: [String] {
    let figures = phaseFigures
    guard figures.periods.count > 1 else { return [] }
    return figures.periods.compactMap { period in
      let parts = policies.compactMap { policy -> String? in
        guard let unmet = figures.estimate(policy, period, "unmetFraction") else { return nil }
        let shown = words.text(unmet, percent: true)
        return "\(policy) \(shown.mean) %\(shown.interval.map { " (\($0))" } ?? "")"
      }
      guard !parts.isEmpty else { return nil }
      return words("Unmet demand in ", "Ej tillgodosett behov i perioden ")
        + "\(name(of: period)): \(parts.joined(separator: ", "))."
    }
  }

  /// That figures over peace and war together are neither's; `nil` where the scenario has no phases.
  private var phaseCaution: String? {
    let names = phases.map(\.name)
    guard !names.isEmpty else { return nil }
    let list = names.joined(separator: ", ")
    guard phaseFigures.periods.count > 1 else {
      return words(
        "The scenario has phases (\(list)): every figure is of the whole horizon with them, of this course "
          + "of events. None is a figure of peace; that is another run, and the two are not averaged.",
        "Scenariot har faser (\(list)): varje siffra gäller hela perioden med dem, just detta förlopp. "
          + "Ingen är en siffra för fred; det är en annan körning, och de två vägs inte samman.")
    }
    return words(
      "The scenario has phases (\(list)): the figures above are of the whole horizon with them, of this course "
        + "of events, and rates of neither peace nor any phase. Peace and each phase apart:",
      "Scenariot har faser (\(list)): siffrorna ovan gäller hela perioden med dem, just detta förlopp, och är "
        + "varken fredens eller någon fas. Fred och varje fas för sig:")
  }
}
