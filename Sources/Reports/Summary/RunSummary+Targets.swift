import Studies

extension RunSummary {
  /// What rounding to units and packs at every location makes of targets stated in days.
  static func rounding(_ findings: Findings) -> [String] {
    let ratios = findings.policies.compactMap { policy -> String? in
      let rows = findings.targets.filter { $0.policy == policy }
      let exact = rows.reduce(0) { $0 + $1.exactSEK }
      guard exact > 0 else { return nil }
      let ratio = rows.reduce(0) { $0 + $1.roundedSEK } / exact
      return "\(policy) \(ReadableNumber.text(ratio))"
    }
    guard !ratios.isEmpty else { return [] }
    return PlainText.wrapped(
      "Rounding up to units and packs at every location multiplies targets stated in days by "
        + ratios.joined(separator: ", ") + " (by value; targets.csv has it by kind of location).")
  }
}
