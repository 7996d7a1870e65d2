import Quantities
import RandomStreams
import SupplyModel

extension StatementWords {
  /// What a supplier delivers, and when.
  func supplier(_ supplier: Supplier) -> Prose {
    var parts: [Prose] = [
      "lead time \(duration(supplier.leadTime))",
      "remaining life at receipt \(life(supplier.remainingLife))",
    ]
    if let capacity = supplier.capacity {
      parts.append(
        "delivers of each product at most \(share(10_000 + capacity.slackBasisPoints)) of the normal "
          + "consumption of all care units; unused capacity is kept for \(length(capacity.windowDays))"
      )
    } else {
      parts.append("no limit to what it delivers")
    }
    if supplier.capacity != nil || supplier.allocation != .firstCome {
      parts.append("what is scarce goes \(allocation(supplier.allocation))")
    }
    switch supplier.unfilled {
    case .refused: parts.append("what it cannot deliver is refused and ordered again")
    case .owed: parts.append("what it cannot deliver for lack of capacity it owes")
    }
    if let ceiling = supplier.ceiling {
      parts.append(
        "a location buys at most \(share(ceiling.shareBasisPoints)) of its normal consumption in each "
          + "\(length(ceiling.periodDays)); the rest is refused")
    }
    if let readiness = supplier.readiness {
      parts.append(
        "delivers only after a decision (\(decision(readiness.decision))) and "
          + "\(length(readiness.startUpDays)) of start-up")
    }
    return "Supplier \(id: supplier.id): " + parts.joined("; ")
  }

  /// A shortage process: how often, how long, what it does.
  func shortage(_ shortage: ShortageProcess) -> Prose {
    var parts = [scope(of: shortage)]
    switch shortage.frequency {
    case .onsetsPerYear(let rate): parts.append("\(number(rate)) onsets per year of 365 days")
    case .meanUpTime(let ticks):
      parts.append("time from an end to the next onset exponential with mean \(length(ticks))")
    }
    parts.append("duration \(duration(shortage.duration))")
    parts.append(
      shortage.startsUp ? "supply is up at the start" : "in its long-run state at the start")
    switch shortage.orders {
    case .refused: parts.append("while it lasts orders are refused; what was accepted arrives")
    case .held: parts.append("while it lasts orders are accepted and leave when it is over")
    case .fraction(let left): parts.append("while it lasts \(share(left)) of the capacity is left")
    case .accepted: parts.append("orders are accepted as always")
    }
    if shortage.holdsTransit { parts.append("what is under way stands still while it lasts") }
    if let life = shortage.remainingLife {
      parts.append("remaining life at receipt of what is ordered meanwhile \(self.life(life))")
    }
    if let known = shortage.announcement {
      parts.append(
        "\(share(known.shareBasisPoints)) are announced before the onset, by \(duration(known.notice))"
      )
    } else {
      parts.append("known only as a fact")
    }
    return "Shortage \(id: shortage.id): " + parts.joined("; ")
  }

  private func scope(of shortage: ShortageProcess) -> Prose {
    let unit: Prose =
      switch shortage.scope {
      case .product: "each product on its own"
      case .package: "each product of each supplier on its own"
      case .supplier: "all selected products of a supplier together"
      case .group: "all selected products of a substitution group together"
      case .category: "all selected products of a category together"
      }
    return "\(products(shortage.products)) from \(suppliers(shortage.suppliers)), \(unit)"
  }

  /// Products that are bought from one supplier after the other.
  func sourcing(_ sourcing: Sourcing) -> Prose {
    let instead: Prose = sourcing.replacing.map { "in place of \(name($0)) " } ?? ""
    return
      "\(products(sourcing.products)) \(instead)from \(sourcing.suppliers.map(name).joined(", then "))"
      + (sourcing.suppliers.count > 1
        ? "; the next stands in when those before it have been in shortage for "
          + "\(length(sourcing.switchAfterDays))" : "")
  }

  /// A reserve of the state.
  func nationalReserve(_ reserve: NationalReserve) -> Prose {
    "\(name(reserve.location)) holds \(products(reserve.products)) for \(locations(reserve.serves)); "
      + "released \(decision(reserve.release)); \(length(reserve.leadTimeDays)) to those it serves"
  }

  /// What may be given instead of a product.
  func substitution(_ substitution: Substitution) -> Prose {
    let list = substitution.substitutes.map { substitute -> Prose in
      "\(name(substitute.product)) (\(count(substitute.unitsEach, "unit")) for one)"
    }
    let permission: Prose
    switch substitution.permission {
    case .always: permission = "whenever it is missing"
    case .duringShortage(let delay):
      permission = "while it is in shortage, from \(length(delay)) after the onset"
    }
    return "for \(name(substitution.original)): \(list.joined(", then ")), \(permission), at "
      + "\(substitution.extraCost.description) for each unit replaced besides the goods"
  }
}
