import SupplyModel

extension Decoding {
  /// Who gets what when several ask for more than there is.
  func allocation(
    _ node: JSONNode, _ path: String, _ forms: Forms = Catalogue.Allocation.forms
  ) -> AllocationRule? {
    let proportional = Catalogue.Allocation.proportional
    switch form(node, path, forms) {
    case .word("firstCome"): return .firstCome
    case .word("equalCover"): return .equalCover
    case .word("priority"):
      if forms.section.names.contains("priority") {
        explain(path + ".priority.criticalLevels", "none", at: nil)
      }
      return .priority(criticalLevels: [])
    case .word:
      explain(
        "\(path).\(proportional.name)", proportional.description.fallback ?? "", at: nil)
      return .proportionalToRequest
    case .form("proportional", let member, let path):
      return read(member, path, proportional.format)
    case .form(_, let member, let path):
      guard let object = ObjectReader(member, path, Catalogue.Priority.section, in: self)
      else { return nil }
      guard let levels = object.member("criticalLevels") else {
        explain(object.path("criticalLevels"), "none", at: nil)
        return .priority(criticalLevels: [])
      }
      return criticalLevels(levels, object.path("criticalLevels"))
        .map { .priority(criticalLevels: $0) }
    case nil: return nil
    }
  }

  /// Stock kept for more urgent care, from the most urgent on.
  private func criticalLevels(_ node: JSONNode, _ path: String) -> [CriticalLevel]? {
    typealias Part = Catalogue.CriticalLevels
    guard
      let object = ObjectReader(
        node, path, freeKeys: "a stock level for each care priority", in: self)
    else { return nil }
    let format = Format<Int>.integer(2...Part.lastPriority, example: "2")
    var levels: [CriticalLevel] = []
    var isSound = true
    for member in object.node.members ?? [] {
      let inner = object.path(member.key)
      guard case .success(let priority) = format.read(.cell(member.key), context) else {
        report(
          member.keyRange, inner, "is no care priority", allowed: format.allowed,
          remedy: member.key == "1" ? "the most urgent care has no stock kept from it" : nil)
        isSound = false
        continue
      }
      if levels.contains(where: { $0.carePriority == priority }) {
        report(member.keyRange, inner, "repeats a priority", allowed: "each priority once")
        isSound = false
      }
      guard let level = read(member.value, inner, Catalogue.Priority.level) else {
        isSound = false
        continue
      }
      levels.append(CriticalLevel(carePriority: priority, level: level))
    }
    guard isSound else { return nil }
    levels.sort { $0.carePriority < $1.carePriority }
    for (urgent, other) in zip(levels, levels.dropFirst())
    where Self.isLower(other.level, than: urgent.level) {
      report(
        node.range, path,
        "keeps less from priority \(other.carePriority) than from \(urgent.carePriority)",
        allowed: "levels that rise, as care becomes less urgent",
        remedy: "what is kept from priority \(urgent.carePriority) is kept from all that follow")
      return nil
    }
    return levels
  }

  /// Whether a level is lower than another of the same kind.
  private static func isLower(_ level: StockLevel, than other: StockLevel) -> Bool {
    switch (level, other) {
    case (.days(let a), .days(let b)): a < b
    case (.units(let a), .units(let b)), (.packs(let a), .packs(let b)): a < b
    default: false
    }
  }
}
