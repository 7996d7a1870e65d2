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
      .init(
        name: words("shortages at suppliers", "restsituationer hos leverantörer"),
        isUsed: hasShortages),
      .init(
        name: words("limited capacity of suppliers", "begränsad kapacitet hos leverantörer"),
        isUsed: content.suppliers.contains { $0.capacity != nil }),
      .init(
        name: words("ceilings of framework agreements", "takvolymer i ramavtal"),
        isUsed: content.suppliers.contains { $0.ceiling != nil }),
      .init(
        name: words("manufacturing readiness", "tillverkningsberedskap"),
        isUsed: content.suppliers.contains { $0.readiness != nil }),
      .init(
        name: words("several suppliers of a product", "flera leverantörer av en produkt"),
        isUsed: hasSeveralSuppliers),
      .init(
        name: words("national reserves", "nationella säkerhetslager"),
        isUsed: !content.nationalReserves.isEmpty),
      .init(
        name: words("a timeline of crisis or war", "en tidslinje med kris eller krig"),
        isUsed: !content.timeline.isEmpty),
      .init(
        name: words("expiry", "utgången hållbarhet"),
        isUsed: expiry != .never),
      .init(
        name: words("demand that waits", "behov som väntar"),
        isUsed: hasWaitingDemand),
      .init(
        name: words("demand that follows the calendar", "behov som följer kalendern"),
        isUsed: hasProfiles),
      .init(
        name: words("substitution of products", "utbyte av produkter"),
        isUsed: hasSubstitution),
      .init(
        name: words(
          "products that are useless without another", "produkter som är obrukbara utan en annan"),
        isUsed: hasKeyedProducts),
      .init(
        name: words("a reserve besides operating stock", "beredskapslager utöver driftlager"),
        isUsed: hasReserves),
      .init(
        name: words(
          "hoarding while a shortage is known of", "hamstring när en restsituation är känd"),
        isUsed: hoards),
      .init(
        name: words("goods sent between regions", "varor som skickas mellan regioner"),
        isUsed: content.policies.contains { $0.transshipment != .notAllowed }),
      .init(
        name: words(
          "short-dated goods sent to where they turn over",
          "varor med kort hållbarhet som skickas dit de omsätts"),
        isUsed: anyRule { ($0.redistributeBeforeDays ?? 0) > 0 }),
      .init(
        name: words("the duty to hold stock", "lagerhållningsskyldigheten"),
        isUsed: content.duty != nil),
      .init(
        name: words("costs", "kostnader"),
        isUsed: content.costs != nil),
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
