import Quantities

extension ProductRun {
  /// From now on scarce stock is shared as a policy says.
  mutating func adopt(_ plan: AllocationPlan) {
    allocationRule = plan.rule
    levelsPerNode = plan.levelsPerNode
    nodeLevels.removeAll()
    for level in plan.criticalLevels { nodeLevels.append(level) }
  }

  /// Notes which locations stand below which: those below one location stand together.
  mutating func findChildren() {
    childRanges.reset(to: ChildRange(), count: plans.count)
    for node in 0..<plans.count where plans[node].source >= 0 {
      let parent = Int(plans[node].source)
      if childRanges[parent].count == 0 { childRanges[parent].first = Int32(node) }
      childRanges[parent].count += 1
    }
  }

  /// Every rule but first come, first served: what a child is owed and what it asks for today are
  /// one claim; the rule shares what there is among the claims of those to whom transport is open, and each child
  ///
  /// - gets what it is granted in one shipment, which first settles what it is owed;
  /// - is owed what is left of today's request, or must ask again at its next review.
  mutating func allocateByRule(
    _ parent: Int, _ places: Range<Int>, _ product: CompiledProduct
  ) {
    let available = issuable(parent)
    let wanted = gatherClaims(parent, places, product)
    if product.hasSeveralAuthorities, wanted > available || allocationRule == .priority {
      queueClaims(product)
    }
    share(available, parent)
    for place in 0..<claims.count { settleClaim(place, parent, product) }
  }

  private mutating func settleClaim(_ place: Int, _ parent: Int, _ product: CompiledProduct) {
    let child = Int(claimants[place].child)
    let asked = claimants[place].asked
    let granted = claims[place].granted
    let paid = min(granted, states[child].owed)
    if granted > 0 { ship(granted, from: parent, to: child, product) }
    if paid > 0 { payOff(paid, to: child, by: parent) }
    guard asked > 0 else { return }
    let missing = asked - (granted - paid)
    if isTracing { recordCut(asked, granted: granted - paid, parent, child) }
    if missing == 0 {
      settle(child)
    } else if plans[child].ordering.requestsAreOwed {
      owe(missing, to: child, by: parent)
      settle(child)
    }
  }

  /// A child to which transport is cut gets nothing of what it asks for: it is owed, or asked for
  /// again at its next review.
  private mutating func refuse(_ asked: Int64, to child: Int, by parent: Int) {
    if isTracing { recordCut(asked, granted: 0, parent, child) }
    guard plans[child].ordering.requestsAreOwed else { return }
    owe(asked, to: child, by: parent)
    settle(child)
  }

  mutating func share(_ available: Int64, _ parent: Int) {
    if allocationRule == .priority {
      criticalLevels.removeAll()
      for place in 0..<levelsPerNode {
        criticalLevels.append(nodeLevels[parent * levelsPerNode + place])
      }
    }
    shareClaims(available, by: allocationRule)
  }

  /// Grants the claims what there is, as a rule says; by priority with `criticalLevels`.
  mutating func shareClaims(_ available: Int64, by rule: AllocationPlan.Rule) {
    let all = 0..<claims.count
    switch rule {
    case .firstCome: _ = desk.firstCome(&claims, all, available: available)
    case .proportionalToRequest:
      _ = desk.proportional(&claims, all, available: available, to: .request)
    case .proportionalToConsumption:
      _ = desk.proportional(&claims, all, available: available, to: .normalConsumption)
    case .equalCover: _ = desk.equalCover(&claims, all, available: available)
    case .priority:
      _ = desk.priority(&claims, all, available: available, criticalLevels: criticalLevels)
    }
  }

  /// Puts together what each child wants, in order of rank; the sum is returned. [units]
  private mutating func gatherClaims(
    _ parent: Int, _ places: Range<Int>, _ product: CompiledProduct
  ) -> Int64 {
    claims.removeAll()
    claimants.removeAll()
    var sum: Int64 = 0
    var place = places.lowerBound
    let children = childRanges[parent]
    for child in Int(children.first)..<Int(children.first + children.count) {
      var asked: Int64 = 0
      if place < places.upperBound, Int(requests[place].child) == child {
        asked = requests[place].quantity
        place += 1
      }
      let wanted = asked + states[child].owed
      guard wanted > 0 else { continue }
      if isCutOff(from: parent, to: child) {
        if asked > 0 { refuse(asked, to: child, by: parent) }
        continue
      }
      sum += wanted
      claimants.append(Claimant(child: Int32(child), queueing: 0, asked: asked))
      claims.append(
        Claim(
          request: wanted, multiple: plans[child].orderMultiple,
          normalConsumption: product.places[child].normalConsumption.nanoUnits,
          held: states[child].onHand + states[child].onOrder,
          priority: product.places[child].carePriority))
    }
    return sum
  }

  /// Puts the claims of several authorities into the order that decides between equals: authorities
  /// in an order drawn anew each day, an authority's locations by rank.
  mutating func queueClaims(_ product: CompiledProduct) {
    for place in 0..<claims.count {
      let authorityID = product.places[Int(claimants[place].child)].authorityID
      claimants[place].queueing = queueNumber(ofAuthority: authorityID)
    }
    // Insertion sort: stable, so that rank decides within an authority.
    for end in 1..<max(1, claims.count) {
      let (claim, claimant) = (claims[end], claimants[end])
      var place = end
      while place > 0, claimants[place - 1].queueing > claimant.queueing {
        claims[place] = claims[place - 1]
        claimants[place] = claimants[place - 1]
        place -= 1
      }
      claims[place] = claim
      claimants[place] = claimant
    }
  }

  /// Who stands behind a claim.
  struct Claimant: BitwiseCopyable {
    var child: Int32
    /// Its authority's place in today's queue; lowest first.
    var queueing: UInt64
    /// What it asks for today, without what it is owed. [units]
    var asked: Int64
    /// What it is owed by the supplier who shares. [units]
    var owed: Int64 = 0
    /// What it gets of that. [units]
    var paid: Int64 = 0
    /// Where its order of today stands in `orders`; −1 if it has none with this supplier.
    var order: Int32 = -1
  }

  /// The locations below one location.
  struct ChildRange: BitwiseCopyable {
    var first: Int32 = 0
    var count: Int32 = 0
  }
}
