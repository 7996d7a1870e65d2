import Estimators
import Studies

extension RunSummary {
  /// A sentence or two for each policy other than the baseline, from paired differences.
  static func comparison(_ findings: Findings) -> [String] {
    guard findings.policies.count > 1 else { return [] }
    guard let baseline = findings.baseline else {
      return ["The baseline was not run, so no policy is compared with it."]
    }
    return findings.policies.indices.filter { $0 != baseline }.flatMap { policy -> [String] in
      let extras = [
        Change(findings.difference(policy, "discardedSEKPerYear"), .discard),
        Change(findings.difference(policy, "averageStockSEK"), .stock),
        Change(findings.difference(policy, "averagePallets"), .pallets),
        findings.runningCost.flatMap {
          Change(findings.difference(policy, $0.measure), .cost($0.isPerInhabitant))
        },
      ].compactMap { $0 }.filter { findings.hasPrices || !$0.kind.isMoney }
      let sentence = unmetSentence(findings, policy, baseline)
      let rest = Change.sentence(extras)
      let bought = findings.hasPrices ? oneOff(findings, policy, baseline) : nil
      return PlainText.wrapped([sentence, rest, bought].compactMap { $0 }.joined(separator: " "))
    }
  }

  /// What the stock that a policy aims at costs beyond the baseline's: a purchase, made once.
  ///
  /// From the targets, not from average stock: what is there on average also depends on how much
  /// of it shortages and war have used up.
  private static func oneOff(_ findings: Findings, _ policy: Int, _ baseline: Int) -> String? {
    func total(_ policy: Int) -> Double {
      findings.targets.filter { $0.policy == findings.policies[policy] }
        .reduce(0) { $0 + $1.targetSEK }
    }
    let extra = total(policy) - total(baseline)
    guard extra > 0 else { return nil }
    let scale = MoneyScale(largestOf: [extra])
    return "Its targets are worth \(ReadableNumber.text(extra / scale.factor)) \(scale.unit) more, "
      + "which has to be bought once."
  }

  /// The share of the baseline's unmet demand that a policy removes.
  ///
  /// Difference and interval are divided by the baseline's mean as if that were certain.
  private static func unmetSentence(
    _ findings: Findings, _ policy: Int, _ baseline: Int
  ) -> String? {
    guard let difference = findings.difference(policy, "unmetFraction"),
      let mean = difference.mean, let reference = findings.mean(baseline, "unmetFraction")
    else { return nil }
    let name = PlainText.capitalised(findings.policies[policy])
    let base = "\(findings.policies[baseline])'s unmet demand"
    guard reference > 0 else {
      let own = (findings.mean(policy, "unmetFraction") ?? 0) * 100
      return own > 0
        ? "\(name) leaves \(ReadableNumber.percent(own)) % of units unmet; "
          + "\(findings.policies[baseline]) leaves none."
        : "\(name): no unmet demand, as under \(findings.policies[baseline])."
    }
    let removed = -mean / reference * 100
    let interval = difference.interval?.scaled(by: -100 / reference)
    let largest = max(
      removed.magnitude, max(interval?.low.magnitude ?? 0, interval?.high.magnitude ?? 0))
    let parts = ReadableNumber.parts(
      removed, interval, decimals: ReadableNumber.percentDecimals(largest))
    let range = parts.interval.map { " (\($0) %)" } ?? ""
    if let interval, interval.contains(0) {
      if mean == 0, interval.halfWidth == 0 {
        return "\(name): the same unmet demand as \(findings.policies[baseline])."
      }
      return "\(name): no difference in unmet demand can be seen against "
        + "\(findings.policies[baseline]) (it removes \(parts.interval ?? "") % of it)."
    }
    if mean > 0 {
      let added = ReadableNumber.parts(
        -removed, interval?.scaled(by: -1), decimals: ReadableNumber.percentDecimals(largest))
      let range = added.interval.map { " (\($0) %)" } ?? ""
      return "\(name) adds \(added.mean) %\(range) to \(base)."
    }
    return "\(name) removes \(parts.mean) %\(range) of \(base)."
  }

  /// What each step to the next larger stock changes, where that step is not from or to the
  /// baseline and so has not been told yet.
  static func steps(_ findings: Findings) -> [String] {
    let order = findings.policiesByStock
    return zip(order, order.dropFirst()).filter {
      $0 != findings.baseline && $1 != findings.baseline
    }.flatMap { lower, higher -> [String] in
      var changes: [Change] = []
      func add(_ measure: String, parts: Double, _ kind: Change.Kind) {
        guard let step = findings.step(from: lower, to: higher, measure, parts: parts),
          findings.hasPrices || !kind.isMoney
        else { return }
        changes.append(Change(mean: step.mean, interval: step.interval, kind: kind))
      }
      add("unmetFraction", parts: 1e12, .unmet)
      add("discardedSEKPerYear", parts: 1000, .discard)
      add("averageStockSEK", parts: 1000, .stock)
      add("averagePallets", parts: 1_000_000, .pallets)
      if let cost = findings.runningCost {
        add(cost.measure, parts: 1_000_000, .cost(cost.isPerInhabitant))
      }
      guard let sentence = Change.sentence(changes) else { return [] }
      return PlainText.wrapped(
        "From \(findings.policies[lower]) to \(findings.policies[higher]): "
          + sentence.prefix(1).lowercased() + sentence.dropFirst())
    }
  }
}
