import RandomStreams
import SupplyModel

extension Decoding {
  /// When orders are made and for how much.
  func ordering(_ node: JSONNode, _ path: String) -> OrderingRule? {
    switch form(node, path, Catalogue.Ordering.forms) {
    case .word("orderUpTo"): .orderUpTo
    case .word: .forwardCover
    case .form("minMax", let member, let path): minMax(member, path)
    case .form("reorderPoint", let member, let path): reorderPoint(member, path)
    case .form("scheduled", let member, let path): scheduled(member, path)
    case .form(_, let member, let path): orderTable(member, path).map { .table($0) }
    case nil: nil
    }
  }

  private func minMax(_ node: JSONNode, _ path: String) -> OrderingRule? {
    typealias Part = Catalogue.MinMax
    return ObjectReader(node, path, Part.section, in: self)?.value(Part.reorderAt)
      .map { .minMax(reorderAt: $0) }
  }

  private func reorderPoint(_ node: JSONNode, _ path: String) -> OrderingRule? {
    typealias Part = Catalogue.ReorderPoint
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let reorderAt = object.value(Part.reorderAt)
    let quantity = object.value(Part.quantity)
    guard let reorderAt, let quantity else { return nil }
    return .reorderPoint(reorderAt: reorderAt, quantity: quantity)
  }

  private func scheduled(_ node: JSONNode, _ path: String) -> OrderingRule? {
    guard let object = ObjectReader(node, path, Catalogue.Scheduled.section, in: self),
      let quantity = object.requiredMember("quantity", example: "50"),
      let distribution = counts(quantity, object.path("quantity"))
    else { return nil }
    if case .stated(let counts) = distribution, counts.allSatisfy({ $0.count == 0 }) {
      report(
        quantity.range, object.path("quantity"), "never orders anything",
        allowed: "a quantity above 0")
      return nil
    }
    return .scheduled(quantity: distribution)
  }
}
