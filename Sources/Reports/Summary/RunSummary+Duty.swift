import Quantities
import Studies
import SupplyModel

extension RunSummary {
  /// How many authorities and how many products of each are named.
  private static let (namedAuthorities, namedProducts) = (4, 3)

  /// What the two measures of the duty must differ by to be spoken of. [share]
  private static let visibleGap = 0.01

  /// How the duty is kept and what exemptions risk; nothing where the scenario has no duty.
  static func duty(_ result: StudyResult, _ content: SupplyModel.Content) -> [String] {
    guard let duty = content.duty else { return [] }
    let days = content.experiment.tick.text(ofTicks: duty.days)
    let heading =
      "Duty to hold \(days) of normal consumption: share of days within it, mean over products "
      + "(the products with the lowest in brackets); duty.csv has them all."
    let policies = result.policyNames.enumerated().flatMap { policy, name in
      PlainText.wrapped(
        "\(name): " + authorities(result.dutyFindings(policy: policy), content), indent: 2)
    }
    return PlainText.wrapped(heading) + policies + tooOld(result, content)
      + exemptions(result, content)
  }

  /// The authorities that keep the duty least first.
  private static func authorities(
    _ findings: [DutyFinding], _ content: SupplyModel.Content
  ) -> String {
    let counted = findings.filter { $0.daysWithin.mean != nil }
    let holders = Set(counted.map(\.requirement.holder)).sorted()
    func share(_ finding: DutyFinding) -> Double { finding.daysWithin.mean ?? 0 }
    let rows = holders.map { holder -> (mean: Double, text: String) in
      let own = counted.filter { $0.requirement.holder == holder }
      let mean = own.reduce(0) { $0 + share($1) } / Double(own.count)
      let worst = own.filter { share($0) < 1 }
        .sorted { (share($0), $0.product) < (share($1), $1.product) }
        .prefix(namedProducts)
        .map {
          "\(content.products[$0.product].id) \(ReadableNumber.percent(share($0) * 100)) %"
        }
      let list = worst.isEmpty ? "" : " (\(worst.joined(separator: ", ")))"
      return (
        mean, "\(content.authorities[holder].id) \(ReadableNumber.percent(mean * 100)) %\(list)"
      )
    }
    let order = rows.indices.sorted { (rows[$0].mean, $0) < (rows[$1].mean, $1) }
    let named = order.prefix(namedAuthorities).map { rows[$0].text }
    let more = rows.count - named.count
    guard !named.isEmpty else { return "nobody has to hold anything." }
    return named.joined(separator: "; ") + (more > 0 ? "; and \(more) more." : ".")
  }

  /// Stock that is there but expires before it can be used: where cover is measured, the widest gap
  /// between the two measures under each policy, if it is visible.
  private static func tooOld(_ result: StudyResult, _ content: SupplyModel.Content) -> [String] {
    let gaps = result.policyNames.enumerated().compactMap { policy, name -> String? in
      let known = result.dutyFindings(policy: policy).compactMap { finding in
        finding.daysWithin.mean.flatMap { units in
          finding.daysWithinByCover.mean.map { (finding: finding, units: units, cover: $0) }
        }
      }
      guard let widest = known.max(by: { $0.units - $0.cover < $1.units - $1.cover }),
        widest.units - widest.cover >= visibleGap
      else { return nil }
      return "\(content.products[widest.finding.product].id) at "
        + "\(content.authorities[widest.finding.requirement.holder].id) "
        + "\(ReadableNumber.percent(widest.cover * 100)) % instead of "
        + "\(ReadableNumber.percent(widest.units * 100)) % under \(name)"
    }
    guard !gaps.isEmpty else { return [] }
    return PlainText.wrapped(
      "Counting only what can be used before it expires, most is lost by: "
        + gaps.joined(separator: ", ") + ".")
  }

  /// How many exemptions there are, and the one with the highest risk under each policy.
  private static func exemptions(
    _ result: StudyResult, _ content: SupplyModel.Content
  ) -> [String] {
    guard let all = content.duty?.exemptions else { return [] }
    let simulated = result.exemptionFindings(policy: 0).count
    guard simulated > 0 else { return ["No exemptions from it."] }
    let risks = result.policyNames.enumerated().compactMap { policy, name -> String? in
      let known = result.exemptionFindings(policy: policy).compactMap { finding in
        finding.anyStockout.mean.map { (finding: finding, risk: $0) }
      }
      guard let highest = known.max(by: { $0.risk < $1.risk }) else { return nil }
      let exemption = all[highest.finding.exemption]
      return "\(content.products[exemption.product].id) at "
        + "\(content.authorities[exemption.authority].id) "
        + "\(ReadableNumber.percent(highest.risk * 100)) % under \(name)"
    }
    return PlainText.wrapped(
      "\(simulated) exemption\(simulated == 1 ? "" : "s") from it; highest probability of a "
        + "stock-out: \(risks.joined(separator: ", ")); exemptions.csv has mitigation and review.")
  }
}
