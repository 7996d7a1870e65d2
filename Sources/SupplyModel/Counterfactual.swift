import RandomStreams

/// What stands between patients and supply, and can be thought away: a counterfactual.
///
/// The model without it is run with the same random numbers, so that the difference, replication by
/// replication, is what is due to it. It is a counterfactual of each policy as it is: targets, rules
/// and orders are made as if the obstacle were there, by people who do not know that it is gone. A
/// policy made for a world without it could do better, so it bounds nothing.
///
/// Whatever is thought away, the warm-up is as long as it was, so that each day keeps its random
/// numbers.
public enum Obstacle: String, Sendable, Hashable, CaseIterable {
  /// Shortages of suppliers: none ever begins. Limited capacity and the timeline stay as they are.
  case shortages
  /// Expiry: whatever is delivered, or there at the start, lives far beyond the end of the horizon.
  /// Nothing is discarded for its age, and no minimum of remaining life can reject anything. What is
  /// destroyed or spoilt in a phase still is.
  case expiry
  /// Uncertainty of everyday life: each day's demand is its mean (fractions add up to whole units;
  /// phases, profiles and the planner's error stay), and lead times, transfer times and remaining
  /// life are theirs, rounded as drawn ones are. The mean of a consumption history is that of all its
  /// days. Shortages and phases stay as drawn; so do quantities that a policy draws itself, and picks.
  case uncertainty
}

extension SupplyModel {
  /// This model with an obstacle gone.
  ///
  /// - Throws: `ModelProblems` where a rule is broken without it: a minimum of remaining life at
  ///   receipt that some deliveries reach, but not one with the mean.
  public func without(_ obstacle: Obstacle) throws(ModelProblems) -> SupplyModel {
    var changed = content
    switch obstacle {
    case .shortages: changed.endShortages()
    case .expiry: changed.replaceLives { _ in .days(.constant(Double(endlessLifeDays))) }
    case .uncertainty:
      changed.replaceLives(\.mean)
      changed.replaceTimes()
    }
    var model = try SupplyModel(changed)
    model.warmUpDays = warmUpDays
    model.hasSteadyDemand = hasSteadyDemand || obstacle == .uncertainty
    return model
  }

  /// So long a life that no lot reaches its end, nor comes near enough to it for any rule to see:
  /// a hundred times all that is simulated, at least 685 years; what is a thirtieth of it off, as some
  /// of the starting stock is, lasts too. [days]
  private var endlessLifeDays: Int {
    let experiment = content.experiment
    let simulated = (warmUpDays.max() ?? 0) + experiment.horizonDays
    return min(1_000_000_000, max(100 * simulated, 250_000 * experiment.ticksPerDay))
  }
}

extension SupplyModel.Content {
  /// No shortage process ever begins; all are still there, for what refers to them.
  fileprivate mutating func endShortages() {
    for place in shortages.indices {
      shortages[place].frequency = .onsetsPerYear(0)
      shortages[place].startsUp = true
    }
  }

  /// Replaces the remaining life of whatever is delivered or there at the start.
  fileprivate mutating func replaceLives(_ life: (RemainingLife) -> RemainingLife) {
    for place in suppliers.indices {
      suppliers[place].remainingLife = life(suppliers[place].remainingLife)
    }
    for place in shortages.indices {
      shortages[place].remainingLife = shortages[place].remainingLife.map(life)
    }
    func days(_ stated: Int) -> Int {
      life(.days(.constant(Double(stated)))).wholeDays(at: 0.5, shelfLifeDays: 1)
    }
    switch experiment.start {
    case .rotated, .buildUp: break
    case .given(let quantity, .oneLot(let stated)):
      experiment.start = .given(quantity: quantity, ages: .oneLot(life(stated)))
    case .given(let quantity, .profile(let shares)):
      let changed = shares.map {
        AgeShare(basisPoints: $0.basisPoints, remainingDays: days($0.remainingDays))
      }
      experiment.start = .given(quantity: quantity, ages: .profile(changed))
    case .lots(var lots):
      for place in lots.indices { lots[place].expiryDay = days(lots[place].expiryDay) }
      experiment.start = .lots(lots)
    }
  }

  /// Replaces every lead time by its mean, not yet rounded: the model rounds it where it is used.
  fileprivate mutating func replaceTimes() {
    for place in suppliers.indices {
      suppliers[place].leadTime = .constant(suppliers[place].leadTime.mean)
    }
    for place in locations.indices {
      locations[place].sources = locations[place].sources.map { source in
        guard case .location(let parent, .drawn(let time))? = source else { return source }
        return .location(parent, leadTime: .drawn(.constant(time.mean)))
      }
    }
  }
}

extension RemainingLife {
  /// The same with its mean instead of what is drawn.
  fileprivate var mean: RemainingLife {
    switch self {
    case .shareOfShelfLife(let share): .shareOfShelfLife(.constant(share.mean))
    case .days(let days): .days(.constant(days.mean))
    }
  }
}
