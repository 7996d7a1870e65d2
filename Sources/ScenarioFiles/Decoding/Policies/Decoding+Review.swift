import Quantities
import SupplyModel

extension Decoding {
  /// When a location looks at its stock: a word, a duration or a list of weekdays.
  func review(_ node: JSONNode, _ path: String) -> ReviewRule? {
    typealias Part = Catalogue.Review
    if let elements = node.elements { return weekdays(elements, node, path) }
    if let day = node.string, Part.weekdays.contains(day) {
      report(
        node.range, path, "is \(TerminalText.quoted(day))", allowed: Part.forms.allowed,
        remedy: "write [\(TerminalText.quoted(day))]")
      return nil
    }
    guard let text = node.string, text.utf8.first.map({ Ascii.digits.contains($0) }) == true
    else {
      switch form(node, path, Part.forms) {
      case .word("onDemand"): return .onDemand
      case .word: return .every(days: context.tick.perDay)
      case .form, nil: return nil
      }
    }
    return read(node, path, Part.interval).map { .every(days: $0) }
  }

  /// Weekdays in the order of the week, whatever the order in which they are written.
  private func weekdays(
    _ elements: [JSONNode], _ node: JSONNode, _ path: String
  ) -> ReviewRule? {
    if elements.isEmpty {
      report(node.range, path, "is an empty list", allowed: "at least one weekday")
      return nil
    }
    var days: [Int] = []
    var isSound = true
    for (index, element) in elements.enumerated() {
      let inner = "\(path)[\(index)]"
      guard let day = read(element, inner, Catalogue.Review.weekday) else {
        isSound = false
        continue
      }
      if days.contains(day) {
        report(
          element.range, inner, "repeats \(Catalogue.Review.weekdays[day])",
          allowed: "each weekday once")
        isSound = false
      }
      days.append(day)
    }
    return isSound ? .weekdays(days.sorted()) : nil
  }

  /// Which lot is issued first.
  func issue(_ node: JSONNode, _ path: String) -> IssueOrder? {
    typealias Part = Catalogue.Mixed
    switch form(node, path, Catalogue.Issue.forms) {
    case .word("fefo"): return .fefo
    case .word("fifo"): return .fifo
    case .word: return .lifo
    case .form(_, let member, let path):
      guard let object = ObjectReader(member, path, Part.section, in: self),
        let share = object.value(Part.ignoringExpiry),
        let parts = basisPoints(
          share, member[Part.ignoringExpiry.name], object.path(Part.ignoringExpiry.name))
      else { return nil }
      return .mixed(ignoringExpiryBasisPoints: parts)
    case nil: return nil
    }
  }

  /// How long before expiry lots are offered elsewhere; 0 for never. [days]
  func redistribution(_ node: JSONNode, _ path: String) -> Int? {
    typealias Part = Catalogue.Redistribution
    if node.members != nil {
      return ObjectReader(node, path, Part.section, in: self)?.value(Part.beforeExpiry)
    }
    return form(node, path, Part.forms).map { _ in 0 }
  }
}
