import SupplyModel

extension StatementWords {
  /// What a rule of a policy sets, and where.
  func rule(_ rule: PolicyRule) -> Prose {
    var place = locations(rule.locations)
    if rule.products != ProductSelection() { place = "\(place), \(products(rule.products))" }
    let set = settings(of: rule)
    return "\(place): " + (set.isEmpty ? "nothing is set" : set.joined("; "))
  }

  /// What holds where no rule says otherwise; of reserves only where there are any.
  func defaults(withReserves hasReserves: Bool) -> [Prose] {
    let standard = PolicySettings(operating: .units(0))
    var rule = PolicyRule()
    rule.ordering = standard.ordering
    rule.review = standard.review
    rule.position = standard.position
    rule.orderIn = standard.orderIn
    rule.rounding = standard.rounding
    rule.requests = standard.requests
    rule.issue = standard.issue
    if hasReserves {
      rule.rotation = standard.rotation
      rule.release = standard.release
    }
    return settings(of: rule)
  }

  private func settings(of rule: PolicyRule) -> [Prose] {
    levels(of: rule) + orders(of: rule) + lives(of: rule) + reserve(of: rule)
  }

  private func levels(_ words: Prose, _ level: StockLevel?) -> [Prose] {
    level.map { [$0.isNothing ? "no \(words)" : "\(words) of \(self.level($0))"] } ?? []
  }

  private func levels(of rule: PolicyRule) -> [Prose] {
    levels("operating stock", rule.operating) + levels("reserve", rule.reserve)
  }

  private func orders(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let ordering = rule.ordering { parts.append(self.ordering(ordering)) }
    if let most = rule.orderMaximum { parts.append("an order is for at most \(level(most))") }
    if let review = rule.review { parts.append(self.review(review)) }
    switch rule.position {
    case .usableTomorrow: parts.append("of stock on hand what is usable tomorrow counts")
    case .onHand: parts.append("all stock on hand counts")
    case nil: break
    }
    switch rule.orderIn {
    case .packs: parts.append("orders are for whole packs")
    case .units: parts.append("orders are for single units")
    case nil: break
    }
    switch rule.rounding {
    case .up: parts.append("levels are rounded up to whole packs")
    case .nearest: parts.append("levels are rounded to the nearest pack")
    case .downButAtLeastOne:
      parts.append("levels are rounded down to whole packs, but at least one")
    case .some(.none): parts.append("levels stay in units")
    case nil: break
    }
    switch rule.requests {
    case .dropped:
      parts.append("what the location above cannot ship is dropped and asked for again")
    case .backlogged: parts.append("what the location above cannot ship it owes")
    case nil: break
    }
    return parts
  }

  private func lives(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let issue = rule.issue { parts.append(self.issue(issue)) }
    if let least = rule.minimumLifeAtReceiptDays {
      parts.append(
        least == 0
          ? "no minimum of remaining life at receipt"
          : "what has less than \(length(least)) to live at receipt is sent back")
    }
    if let least = rule.minimumLifeAtIssueDays {
      parts.append(
        least == 0
          ? "no minimum of remaining life at issue"
          : "what has less than \(length(least)) to live is not issued to locations below")
    }
    if let before = rule.redistributeBeforeDays {
      parts.append(
        before == 0
          ? "short-dated goods stay where they are"
          : "\(length(before)) before it expires a lot is offered to a location with a higher turnover"
      )
    }
    return parts
  }

  private func reserve(of rule: PolicyRule) -> [Prose] {
    var parts: [Prose] = []
    if let rotation = rule.rotation { parts.append(self.rotation(rotation)) }
    if let release = rule.release { parts.append(self.release(release)) }
    if let most = rule.refillPerDay {
      parts.append("at most \(level(most)) of the reserve are ordered per day")
    }
    if let hoarding = rule.hoardingBasisPoints {
      parts.append(
        hoarding == 10_000
          ? "no hoarding" : "while a shortage is known of, targets are \(share(hoarding)) of normal"
      )
    }
    return parts
  }

  /// What a policy chooses as a whole.
  func choices(of policy: Policy) -> [Prose] {
    var parts: [Prose] = ["scarce stock goes \(allocation(policy.allocation))"]
    switch policy.buildUp {
    case .immediate: break
    case .gradual(let days):
      parts.append(
        "targets grow in a straight line from the baseline's over \(length(days)) from the first day on"
      )
    case .stepwise(let steps):
      let list = steps.map { step -> Prose in
        "\(share(step.shareBasisPoints)) of products by \(date(step.day))"
      }
      parts.append("targets are raised in steps, the most critical products first: \(list.listed)")
    }
    switch policy.transshipment {
    case .notAllowed: break
    case .voluntary(let terms):
      parts.append(
        "a region's store that was refused something and holds less than \(level(terms.kept)) is given up "
          + "to that by regions that hold more, in \(length(terms.leadTimeDays))")
    case .mandated(let terms):
      parts.append(
        "stock is levelled between regions every \(length(terms.everyDays)), in "
          + "\(length(terms.leadTimeDays)), \(decision(terms.decision))")
    }
    if !content.substitutions.isEmpty {
      parts.append(
        policy.allowsSubstitution ? "substitutes may be given" : "substitutes may not be given")
    }
    return parts
  }
}
