import SupplyModel

extension ScenarioDigest {
  /// A policy and its rules, which stand as they were written: two ways of saying the same thing
  /// have two digests.
  ///
  /// Settings that came later into the format stand behind the others, under their names and only
  /// where a rule states them, so that older scenarios keep their digests.
  static func append(
    _ policy: Policy, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("policy")
    text.name(policy.name)
    append(policy.allocation, to: &text)
    appendLaterChoices(of: policy, content, to: &text)
    text.endLine()
    for rule in policy.rules {
      text.word("rule")
      append(rule.locations, content, to: &text)
      append(rule.products, content, to: &text)
      append("operating", rule.operating, to: &text)
      append("reserve", rule.reserve, to: &text)
      append(rule.rotation, to: &text)
      append(rule.review, to: &text)
      text.word(rule.position?.rawValue ?? "unset")
      text.word(rule.orderIn?.rawValue ?? "unset")
      text.word(rule.rounding?.rawValue ?? "unset")
      appendLaterSettings(of: rule, content, to: &text)
      text.endLine()
    }
  }

  private static func appendLaterSettings(
    of rule: PolicyRule, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    if let ordering = rule.ordering { append(ordering, to: &text) }
    if let level = rule.orderMaximum { append("orderMaximum", level, to: &text) }
    if let requests = rule.requests {
      text.word("requests")
      text.word(requests.rawValue)
    }
    if let issue = rule.issue { append(issue, to: &text) }
    append("minimumLifeAtReceipt", rule.minimumLifeAtReceiptDays, to: &text)
    append("minimumLifeAtIssue", rule.minimumLifeAtIssueDays, to: &text)
    if let release = rule.release { append(release, content, to: &text) }
    if let level = rule.refillPerDay { append("refillPerDay", level, to: &text) }
    append("redistribute", rule.redistributeBeforeDays, to: &text)
    if let hoarding = rule.hoardingBasisPoints {
      text.word("hoarding")
      text.whole(hoarding)
    }
  }

  private static func append(_ part: String, _ days: Int?, to text: inout CanonicalText) {
    guard let days else { return }
    text.word(part)
    text.whole(days)
  }

  static func append(
    _ part: String, _ level: StockLevel?, to text: inout CanonicalText
  ) {
    text.word(part)
    switch level {
    case .days(let days):
      text.word("days")
      text.whole(days)
    case .units(let units):
      text.word("units")
      text.whole(units)
    case .packs(let packs):
      text.word("packs")
      text.whole(packs)
    case nil: text.word("unset")
    }
  }

  static func append(_ allocation: AllocationRule, to text: inout CanonicalText) {
    switch allocation {
    case .firstCome: text.word("firstCome")
    case .proportionalToRequest: text.word("proportionalToRequest")
    case .proportionalToConsumption: text.word("proportionalToConsumption")
    case .equalCover: text.word("equalCover")
    case .priority(let criticalLevels):
      text.word("priority")
      for critical in criticalLevels {
        text.whole(critical.carePriority)
        append("level", critical.level, to: &text)
      }
    }
  }

  private static func append(_ ordering: OrderingRule, to text: inout CanonicalText) {
    text.word("ordering")
    switch ordering {
    case .orderUpTo: text.word("orderUpTo")
    case .minMax(let reorderAt):
      text.word("minMax")
      append("reorderAt", reorderAt, to: &text)
    case .reorderPoint(let reorderAt, let quantity):
      text.word("reorderPoint")
      append("reorderAt", reorderAt, to: &text)
      append("quantity", quantity, to: &text)
    case .forwardCover: text.word("forwardCover")
    case .scheduled(let quantity):
      text.word("scheduled")
      text.parameters(of: quantity)
    case .table(let table):
      text.word("table")
      text.whole(table.daysPerColumn)
      for count in table.counts { text.whole(count) }
      text.word("orders")
      for order in table.orders { text.whole(order) }
    }
  }

  private static func append(_ review: ReviewRule?, to text: inout CanonicalText) {
    switch review {
    case .every(let days): text.whole(days)
    case .onDemand: text.word("onDemand")
    case .weekdays(let days):
      text.word("weekdays")
      for day in days { text.whole(day) }
    case nil: text.word("none")
    }
  }

  private static func append(_ issue: IssueOrder, to text: inout CanonicalText) {
    text.word("issue")
    switch issue {
    case .fefo: text.word("fefo")
    case .fifo: text.word("fifo")
    case .lifo: text.word("lifo")
    case .mixed(let ignoringExpiry):
      text.word("mixed")
      text.whole(ignoringExpiry)
    }
  }

  private static func append(_ rotation: Rotation?, to text: inout CanonicalText) {
    switch rotation {
    case .flowing: text.word("flowing")
    case .separate(let fillFirst):
      text.word("separate")
      text.word(fillFirst.rawValue)
    case .swap(let beforeExpiryDays):
      text.word("swap")
      text.whole(beforeExpiryDays)
    case nil: text.word("unset")
    }
  }

  /// When the reserve may be used; phases are written by their places in the timeline, because
  /// their names are for people.
  private static func append(
    _ release: ReleaseRule, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("release")
    switch release {
    case .always: text.word("always")
    case .onStockout(let delayDays):
      text.word("onStockout")
      text.whole(delayDays)
    case .inPhase(let names, let delayDays):
      text.word("inPhase")
      for (index, phase) in content.timeline.enumerated() where names.contains(phase.name) {
        text.whole(index)
      }
      text.word("delay")
      text.whole(delayDays)
    }
  }
}
