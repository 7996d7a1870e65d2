import SupplyModel

/// What happens in a step of time, in order, as far as it can happen in a scenario.
enum DayStages {
  static func all(_ facts: StatementFacts) -> [Prose] {
    [
      regime(facts), receipt(facts), discard(facts), demand(facts), review(facts), supply(facts),
      measurement(facts),
    ].compactMap { $0 }
  }

  private static func regime(_ facts: StatementFacts) -> Prose? {
    var what: [Prose] = []
    if facts.hasShortages { what.append("shortages") }
    if !facts.content.timeline.isEmpty { what.append("phases of the timeline") }
    guard !what.isEmpty else { return nil }
    return "Regime: \(what.listed) that begin or end take effect."
  }

  private static func receipt(_ facts: StatementFacts) -> Prose {
    let tooShort: Prose =
      facts.anyRule { ($0.minimumLifeAtReceiptDays ?? 0) > 0 }
      ? " What is too short-dated for its receiver is sent back." : ""
    return "Receipt: shipments that are due enter stock as lots.\(tooShort)"
  }

  private static func discard(_ facts: StatementFacts) -> Prose? {
    guard facts.expiry != .never else { return nil }
    return "Discard: lots whose expiry day has come leave and are booked."
  }

  private static func demand(_ facts: StatementFacts) -> Prose {
    var parts: [Prose] = []
    if facts.hasWaitingDemand {
      parts.append("Demand: demand that waits is served first, oldest first, then today's.")
    } else {
      parts.append("Demand: patients are served from the care unit's stock, in part if need be.")
    }
    parts.append(ShortfallWords.sentence(facts))
    if facts.hasKeyedProducts {
      let pairs = facts.content.products.compactMap { product -> Prose? in
        product.keyedTo.map { "\(id: product.id) without \(facts.words.name($0))" }
      }
      parts.append(
        "Useless, and so unmet where the other is out of stock: \(pairs.listed(atMost: 12)).")
    }
    if facts.hasSubstitution {
      parts.append(
        "What is missing is then made up from substitutes at the care unit, after their own patients."
      )
    }
    return parts.joined(" ")
  }

  private static func review(_ facts: StatementFacts) -> Prose {
    let rule: Prose =
      facts.anyRule { ($0.redistributeBeforeDays ?? 0) > 0 }
      ? " Short-dated lots are offered to locations with a higher turnover." : ""
    var position: Prose = "stock on hand + everything ordered and still to come"
    if facts.owes { position = position + " − what it owes" }
    if facts.hasWaitingDemand { position = position + " − demand that waits" }
    return """
      Review, from care units upwards: a location ships what those below it ask for, as far as stock goes, \
      then orders itself if its review is due. Its position is \(position).\(rule)
      """
  }

  private static func supply(_ facts: StatementFacts) -> Prose {
    var parts: [Prose] = [
      "Supply: suppliers take or refuse the orders of all regions together; with a lead time of 0 they are "
        + "received at once."
    ]
    if facts.content.policies.contains(where: { $0.transshipment != .notAllowed }) {
      parts.append("At its end goods are sent between regions, as the policy says.")
    }
    if !facts.content.nationalReserves.isEmpty {
      parts.append("At its end national reserves that are released give what was refused.")
    }
    return parts.joined(" ")
  }

  private static func measurement(_ facts: StatementFacts) -> Prose {
    let patience: Prose =
      facts.content.products.contains {
        if case .deferrable = $0.shortfall { return true }
        return false
      } ? " Demand whose patience has ended becomes unmet." : ""
    return "Measurement: averages are taken of stock at the end of the step.\(patience)"
  }
}

/// What becomes of demand that finds no stock.
enum ShortfallWords {
  static func sentence(_ facts: StatementFacts) -> Prose {
    var kinds: [(Shortfall, Int)] = []
    for product in facts.content.products {
      if let place = kinds.firstIndex(where: { $0.0 == product.shortfall }) {
        kinds[place].1 += 1
      } else {
        kinds.append((product.shortfall, 1))
      }
    }
    let list = kinds.map { kind, count -> Prose in
      let of: Prose =
        count == facts.content.products.count
        ? "" : " (\(facts.words.count(count, "product")))"
      switch kind {
      case .lost: return "is lost\(of)"
      case .deferrable(let ticks): return "waits up to \(facts.words.length(ticks))\(of)"
      case .backlogged: return "waits until it is served\(of)"
      }
    }
    return "Demand that finds no stock \(list.listed)."
  }
}
