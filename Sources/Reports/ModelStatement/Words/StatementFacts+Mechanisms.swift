import SupplyModel

/// Which mechanisms a scenario uses: what is simulated in it, and what is not.
extension StatementFacts {
  /// A mechanism by the words for it, and whether the scenario has it.
  struct Mechanism {
    let name: Prose
    let isUsed: Bool
  }

  /// Every mechanism that a scenario can have or lack, in the order of the chain.
  var mechanisms: [Mechanism] {
    [
      .init(name: "shortages at suppliers", isUsed: hasShortages),
      .init(
        name: "limited capacity of suppliers",
        isUsed: content.suppliers.contains { $0.capacity != nil }),
      .init(
        name: "ceilings of framework agreements",
        isUsed: content.suppliers.contains { $0.ceiling != nil }),
      .init(
        name: "manufacturing readiness",
        isUsed: content.suppliers.contains { $0.readiness != nil }),
      .init(name: "several suppliers of a product", isUsed: hasSeveralSuppliers),
      .init(name: "national reserves", isUsed: !content.nationalReserves.isEmpty),
      .init(name: "a timeline of crisis or war", isUsed: !content.timeline.isEmpty),
      .init(name: "expiry", isUsed: expiry != .never),
      .init(name: "demand that waits", isUsed: hasWaitingDemand),
      .init(name: "demand that follows the calendar", isUsed: hasProfiles),
      .init(name: "substitution of products", isUsed: hasSubstitution),
      .init(name: "products that are useless without another", isUsed: hasKeyedProducts),
      .init(name: "a reserve besides operating stock", isUsed: hasReserves),
      .init(name: "hoarding while a shortage is known of", isUsed: hoards),
      .init(
        name: "goods sent between regions",
        isUsed: content.policies.contains { $0.transshipment != .notAllowed }),
      .init(
        name: "short-dated goods sent to where they turn over",
        isUsed: anyRule { ($0.redistributeBeforeDays ?? 0) > 0 }),
      .init(name: "the duty to hold stock", isUsed: content.duty != nil),
      .init(name: "costs", isUsed: content.costs != nil),
    ]
  }

  /// Whether a shortage can ever begin.
  var hasShortages: Bool { !possibleShortages.isEmpty }

  /// The shortage processes of which one can ever begin.
  var possibleShortages: [ShortageProcess] {
    content.shortages.filter { shortage in
      if case .onsetsPerYear(let rate) = shortage.frequency { return rate > 0 }
      return true
    }
  }

  /// Whether any location can buy a product from more than one supplier.
  var hasSeveralSuppliers: Bool {
    model.networks.contains { $0.chains.contains { $0.suppliers.count > 1 } }
  }

  var hasWaitingDemand: Bool { content.products.contains { $0.shortfall != .lost } }

  var hasProfiles: Bool { content.consumption.contains { $0.profile != nil } }

  /// Whether a substitute may be given under any policy.
  var hasSubstitution: Bool {
    !content.substitutions.isEmpty && content.policies.contains(where: \.allowsSubstitution)
  }

  var hasKeyedProducts: Bool { content.products.contains { $0.keyedTo != nil } }

  var hasReserves: Bool { anyRule { $0.reserve.map { !$0.isNothing } ?? false } }

  var hoards: Bool { hasShortages && anyRule { ($0.hoardingBasisPoints ?? 10_000) > 10_000 } }

  /// Whether a location may owe what it cannot ship to those below it.
  var owes: Bool { anyRule { $0.requests == .backlogged } }

  /// Whether patients with prescriptions may turn to public care.
  var spillsOver: Bool { content.timeline.contains { $0.spillOver != nil } }

  /// Whether some tick is shorter than a day.
  var hasShortTicks: Bool { experiment.ticksPerDay > 1 }

  /// What can expire in the time that is simulated.
  enum Expiry {
    /// Nothing: everything lives longer than is simulated.
    case never
    /// At most what stands on the shelves at the start.
    case startingStockOnly
    /// What is delivered, too.
    case possible
  }

  /// What can expire; a product whose deliveries may live no longer than is simulated can.
  var expiry: Expiry {
    let lasts = content.products.positions.allSatisfy { product in
      model.networks[product.index].suppliers.isEmpty
        || model.shortestRemainingLifeDays(of: product) > simulatedTicks(of: product)
    }
    guard lasts else { return .possible }
    let horizon = experiment.horizonDays
    let startLasts: Bool
    switch experiment.start {
    // Rotation leaves lots of many ages.
    case .rotated, .buildUp: startLasts = false
    case .given(_, .oneLot(let life)):
      startLasts = content.products.allSatisfy {
        life.shortestDays(shelfLifeDays: $0.shelfLifeDays).rounded(.down) > Double(horizon)
      }
    case .given(_, .profile(let shares)):
      startLasts = shares.allSatisfy { $0.remainingDays > horizon }
    case .lots(let lots): startLasts = lots.allSatisfy { $0.expiryDay > horizon }
    }
    return startLasts ? .never : .startingStockOnly
  }

  /// Warm-up and horizon. [ticks]
  private func simulatedTicks(of product: Position<Product>) -> Int {
    model.warmUpDays[product.index] + experiment.horizonDays
  }
}
