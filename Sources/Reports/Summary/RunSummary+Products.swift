import Estimators
import Studies
import SupplyModel

extension RunSummary {
  /// Unmet demand below this counts as enough. [share]
  private static let enough = 0.001
  /// Unmet demand above this under every policy counts as not helped. [share]
  private static let notHelped = 0.01
  /// How many products are named.
  private static let named = 5

  /// Which products decide the answer; nothing for a single product.
  static func productRemarks(_ findings: Findings) -> [String] {
    guard findings.products.count > 1 else { return [] }
    return [
      findings.hasPrices ? discards(findings) : nil,
      paysFor(findings), isEnoughFor(findings), helpsNowhere(findings),
    ].compactMap { $0 }.flatMap { PlainText.wrapped($0) }
  }

  private static func unmet(_ findings: Findings, _ policy: Int, _ product: String) -> Double? {
    findings.estimate(policy, "unmetFraction", .product, product)?.mean
  }

  /// The largest first, ties by the order of products.
  private static func largest(_ values: [(product: String, value: Double)])
    -> [(product: String, value: Double)]
  {
    values.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.prefix(named).map(\.element)
  }

  /// What the policy that discards most discards.
  private static func discards(_ findings: Findings) -> String? {
    let means = findings.policies.indices.map { findings.mean($0, "discardedSEKPerYear") ?? 0 }
    guard let total = means.max(), total > 0, let policy = means.firstIndex(of: total)
    else { return nil }
    let all = findings.products.compactMap { product -> (product: String, value: Double)? in
      let mean = findings.estimate(policy, "discardedSEKPerYear", .product, product)?.mean
      guard let mean, mean > 0 else { return nil }
      return (product, mean)
    }
    let movers = findings.content.products.reduce(into: [String: String]()) {
      $0[$1.id] = $1.mover.map { "\($0.rawValue) mover, " }
    }
    let top = largest(all)
    let list = top.map {
      "\($0.product) (\(movers[$0.product] ?? "")\(ReadableNumber.percent($0.value / total * 100)) %)"
    }
    let scale = MoneyScale(largestOf: [total])
    let share = top.reduce(0) { $0 + $1.value } / total * 100
    return "\(PlainText.capitalised(findings.policies[policy])) discards most of: "
      + list.joined(separator: ", ") + "; together \(ReadableNumber.percent(share)) % of "
      + "\(ReadableNumber.text(total / scale.factor)) \(scale.unit) per year."
  }

  /// The two policies with most stock: the second, then the first.
  private static func lastStep(_ findings: Findings) -> (from: Int, to: Int)? {
    let order = findings.policiesByStock
    return order.count > 1 ? (order[order.count - 2], order[order.count - 1]) : nil
  }

  /// Where the last step helps most, among products whose difference to the baseline is not chance.
  private static func paysFor(_ findings: Findings) -> String? {
    guard let step = lastStep(findings), let baseline = findings.baseline else { return nil }
    let judged = step.to == baseline ? step.from : step.to
    let gains = findings.products.compactMap { product -> (product: String, value: Double)? in
      guard let before = unmet(findings, step.from, product),
        let after = unmet(findings, step.to, product), before > after,
        let interval = findings.difference(judged, "unmetFraction", .product, product)?.interval,
        !interval.contains(0)
      else { return nil }
      return (product, before - after)
    }
    let name = PlainText.capitalised(findings.policies[step.to])
    let lower = findings.policies[step.from]
    guard !gains.isEmpty else {
      return "\(name) pays for: no product that can be told from chance, against \(lower)."
    }
    let list = largest(gains).map {
      "\($0.product) (\(ReadableNumber.percent($0.value * 100)))"
    }
    return "\(name) pays for: \(list.joined(separator: ", ")): percentage points of unmet demand "
      + "less than under \(lower) (difference of means)."
  }

  private static func isEnoughFor(_ findings: Findings) -> String? {
    guard let step = lastStep(findings) else { return nil }
    let count = findings.products.count { product in
      unmet(findings, step.from, product).map { $0 < enough } ?? false
    }
    return "\(PlainText.capitalised(findings.policies[step.from])) is enough for \(count) of "
      + "\(findings.products.count) products (unmet demand below "
      + "\(ReadableNumber.percent(enough * 100)) %)."
  }

  private static func helpsNowhere(_ findings: Findings) -> String? {
    guard findings.policies.count > 1 else { return nil }
    let stubborn = findings.products.compactMap { product -> (product: String, value: Double)? in
      let shares = findings.policies.indices.compactMap { unmet(findings, $0, product) }
      guard shares.count == findings.policies.count, let least = shares.min(), least > notHelped
      else { return nil }
      return (product, least)
    }
    guard !stubborn.isEmpty else { return nil }
    let list = largest(stubborn).map {
      "\($0.product) (\(ReadableNumber.percent($0.value * 100)) %)"
    }
    let more = stubborn.count > named ? " and \(stubborn.count - named) more" : ""
    return "No policy brings unmet demand below \(ReadableNumber.percent(notHelped * 100)) % for: "
      + list.joined(separator: ", ") + more + "; least under any policy in brackets."
  }
}
