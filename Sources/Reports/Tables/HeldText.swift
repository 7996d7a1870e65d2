import Quantities
import SupplyModel

extension Exemption.Held {
  /// What is held, as a planner says it: `50 %` of the requirement, `10 days`.
  func text(tick: Tick) -> String {
    switch self {
    case .share(let basisPoints):
      return FixedPointText.text(Double(basisPoints) / 100, significantDigits: 5) + " %"
    case .days(let days): return tick.text(ofTicks: days)
    }
  }
}

extension DutyRequirement {
  /// The exemptions in a requirement, each with whose it is where that is not the holder; `nil`
  /// where all must be held.
  func heldText(in content: SupplyModel.Content) -> String? {
    guard let duty = content.duty else { return nil }
    let texts = parts.compactMap { part -> String? in
      guard let exemption = part.exemption.map({ duty.exemptions[$0] }) else { return nil }
      let held = exemption.held.text(tick: content.experiment.tick)
      return exemption.authority == holder
        ? held : "\(held) for \(content.authorities[exemption.authority].id)"
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
