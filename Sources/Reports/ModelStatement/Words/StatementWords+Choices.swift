import SupplyModel

extension StatementWords {
  /// An authority's decision: what brings it about, and when it takes effect.
  func decision(_ decision: Decision) -> Prose {
    let delay: Prose = decision.delayDays == 0 ? "from" : "\(length(decision.delayDays)) after"
    switch decision.occasion {
    case .phases(let names):
      let phases = names.map { Prose(id: $0) }.listed(atMost: Self.listedNames)
      return "\(delay) the first day of \(phases), until it ends"
    case .shortage:
      return "\(delay) the day on which a shortage of the product is known of, until it is over"
    }
  }

  /// How scarce stock is shared.
  func allocation(_ rule: AllocationRule) -> Prose {
    switch rule {
    case .firstCome: return "first come, first served"
    case .proportionalToRequest: return "in proportion to what each asks for"
    case .proportionalToConsumption:
      return "in proportion to normal consumption, up to what each asks for"
    case .equalCover:
      return "to the lowest cover (on hand and under way ÷ normal consumption) first"
    case .priority(let levels):
      let kept = levels.map { critical -> Prose in
        "care of priority \(critical.carePriority) and less urgent gets nothing that would bring the store "
          + "below \(level(critical.level))"
      }
      return ([("by care priority, 1 first" as Prose)] + kept).joined("; ")
    }
  }

  /// When a location orders and for how much.
  func ordering(_ rule: OrderingRule) -> Prose {
    switch rule {
    case .orderUpTo: return "order up to the target as soon as the position is below it"
    case .minMax(let reorderAt):
      return "order up to the target when the position is at \(level(reorderAt)) or below"
    case .reorderPoint(let reorderAt, let quantity):
      return
        "when the position is at \(level(reorderAt)) or below, order the fewest multiples of "
        + "\(level(quantity)) that bring it above"
    case .forwardCover:
      return "order what is missing of the target, counting only what can be used before it expires"
    case .scheduled(let quantity):
      return
        "order a fixed or drawn quantity at every review, whatever the stock: \(units(quantity))"
    case .table(let table):
      return
        "order by a table of the stock's ages (columns of \(length(table.daysPerColumn)) with "
        + "\(table.counts.map { "\($0)" as Prose }.joined(" × ")) counts; orders "
        + "\(table.orders.map { "\($0)" as Prose }.listed(atMost: Self.listedNames)))"
    }
  }

  /// When a location looks at its stock.
  func review(_ rule: ReviewRule) -> Prose {
    switch rule {
    case .onDemand: return "reviewed whenever anything changes"
    case .every(content.experiment.ticksPerDay): return "reviewed daily"
    case .every(let ticks): return "reviewed every \(length(ticks))"
    case .weekdays(let days):
      let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      return "reviewed on " + days.map { "\(names[$0])" as Prose }.listed
    }
  }

  /// Which lot is issued first.
  func issue(_ order: IssueOrder) -> Prose {
    switch order {
    case .fefo: "issued first expired, first out"
    case .fifo: "issued first in, first out"
    case .lifo: "issued last in, first out"
    case .mixed(let share):
      "issued first expired, first out, but for \(self.share(share)) of picks that ignore expiry"
    }
  }

  /// How the reserve is part of the flow.
  func rotation(_ rotation: Rotation) -> Prose {
    switch rotation {
    case .flowing: "the reserve is one pool with the operating stock and turns over with it"
    case .separate(.flow):
      "the reserve is a pool of its own, filled after the operating stock; a lot of it is ordered anew "
        + "one lead time before it expires"
    case .separate(.reserve):
      "the reserve is a pool of its own, filled before the operating stock; a lot of it is ordered anew "
        + "one lead time before it expires"
    case .swap(let ticks):
      "the reserve is a pool of its own; \(length(ticks)) before a lot of it expires it changes places "
        + "with units of the flow that expire later"
    }
  }

  /// When the reserve may be issued to locations below.
  func release(_ rule: ReleaseRule) -> Prose {
    switch rule {
    case .always: return "the reserve may always be issued"
    case .onStockout(let delay):
      return
        "the reserve may be issued \(length(delay)) after demand below is unmet or a request is "
        + "cut for lack of flow, until the flow is back at its operating target"
    case .inPhase(let names, let delay):
      let phases = names.map { Prose(id: $0) }.listed(atMost: Self.listedNames)
      return
        "the reserve may be issued during \(phases), from \(length(delay)) after the first day on"
    }
  }
}
