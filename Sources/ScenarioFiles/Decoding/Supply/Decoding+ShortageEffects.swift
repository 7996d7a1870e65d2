import Quantities
import SupplyModel

/// What a shortage does, as its `effect` says it.
struct StatedShortageEffect {
  var orders = ShortageProcess.OrderEffect.accepted
  var holdsTransit = false

  /// Whether it does nothing to orders and to what is under way.
  var isNothing: Bool { orders == .accepted && !holdsTransit }
}

extension Decoding {
  /// What a shortage does to orders and to what is under way: a form, or a list of forms that fit
  /// together.
  func shortageEffect(_ node: JSONNode?, _ path: String) -> StatedShortageEffect? {
    guard let node else {
      explain(path, "ordersRefused", at: nil)
      return StatedShortageEffect(orders: .refused)
    }
    guard let elements = node.elements else {
      return part(node, path).map { combined([$0]) }
    }
    let parts = elements.enumerated().compactMap { part($1, "\(path)[\($0)]") }
    guard parts.count == elements.count else { return nil }
    guard !parts.isEmpty else {
      report(
        node.range, path, "is an empty list", allowed: Catalogue.ShortageEffect.forms.allowed)
      return nil
    }
    if let problem = problem(of: parts) {
      report(
        node.range, path, problem,
        allowed: "one of ordersRefused, shipmentsHeld and { fraction: … }, alone or with"
          + " inTransitHeld",
        remedy: "leave out what does not fit, or state two shortages")
      return nil
    }
    return combined(parts)
  }

  /// One form of an effect: its name, and what it means for orders; `nil` for what is under way.
  private typealias EffectPart = (name: String, orders: ShortageProcess.OrderEffect?)

  private func part(_ node: JSONNode, _ path: String) -> EffectPart? {
    switch form(node, path, Catalogue.ShortageEffect.forms) {
    case .word("ordersRefused"): return ("ordersRefused", .refused)
    case .word("shipmentsHeld"): return ("shipmentsHeld", .held)
    case .word("none"): return ("none", .accepted)
    case .word: return ("inTransitHeld", nil)
    case .form(let name, let member, let path):
      guard let share = read(member, path, Catalogue.ShortageEffect.fraction.format),
        let parts = basisPoints(share, member, path)
      else { return nil }
      return (name, .fraction(basisPoints: parts))
    case nil: return nil
    }
  }

  /// Why forms cannot stand together; `nil` if they can.
  private func problem(of parts: [EffectPart]) -> String? {
    for (index, part) in parts.enumerated()
    where parts[..<index].contains(where: { $0.name == part.name }) {
      return "states \(part.name) twice"
    }
    if parts.count > 1, parts.contains(where: { $0.name == "none" }) {
      return "states none and something else"
    }
    let orders = parts.filter { $0.orders != nil }
    return orders.count > 1 ? "states both \(orders[0].name) and \(orders[1].name)" : nil
  }

  private func combined(_ parts: [EffectPart]) -> StatedShortageEffect {
    StatedShortageEffect(
      orders: parts.lazy.compactMap(\.orders).first ?? .accepted,
      holdsTransit: parts.contains { $0.orders == nil })
  }
}
