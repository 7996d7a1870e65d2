/// What shares are in proportion to.
enum AllotmentBasis {
  /// What each asks for: all get the same part of it.
  case request
  /// What each is expected to use: all get the same number of days, as far as they ask for them.
  case normalConsumption

  /// A claim's weight on this basis. [units or 10⁻⁹ units/day]
  func weight(of claim: Claim) -> Int64 {
    switch self {
    case .request: claim.request
    case .normalConsumption: claim.normalConsumption
    }
  }
}

extension AllotmentDesk {
  /// In proportion to a weight: those whose next pack fits in what is left share it, in rounds,
  /// until nobody's does. In a round,
  ///
  /// - the exact share of each is k × weight, at most what it still misses, with the same k for
  ///   all; what one cannot use is shared among the others, so that all is shared, or all get
  ///   everything;
  /// - each gets the whole packs in its share, or all that it misses if that is its share;
  /// - what remains goes a pack at a time, to the largest fraction of a next pack in a share
  ///   first, then to the one that stands first; each gets at most one such pack, and one whose
  ///   pack no longer fits is passed over.
  ///
  /// When all packs are of one size and requests are whole packs, there is a single round, and it
  /// is the method of largest remainders (Hamilton). When sizes differ, the pack that counts is
  /// each claim's own. A large one that does not fit in the end leaves something over, which the
  /// next round shares by the same rule among those with smaller packs. So nobody gets less than
  /// the whole packs in its share of the first round; and nobody gets more than one pack above
  /// that share, unless another could not take its own.
  ///
  /// Claims of weight zero come last, in the order they stand.
  ///
  /// Returns what is left. [units]
  mutating func proportional(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64,
    to basis: AllotmentBasis
  ) -> Int64 {
    clear(&claims, places, available: available)
    var left = available
    // Every round that leaves something leaves it because a pack did not fit; that claim is out
    // from then on, so there are no more rounds than claims.
    while true {
      let weights = gather(claims, places, left: left, basis)
      guard queue.count > 0 else { break }
      shareRound(&claims, left: &left, weights: weights, basis)
    }
    return grantInOrder(&claims, places, available: left)
  }

  /// Queues those who can take part in a round, lowest (missing ÷ weight) first.
  ///
  /// Returns the sum of their weights.
  private mutating func gather(
    _ claims: borrowing Column<Claim>, _ places: Range<Int>, left: Int64, _ basis: AllotmentBasis
  ) -> Int64 {
    queue.removeAll()
    var weights: Int64 = 0
    for place in places {
      let claim = claims[place]
      let weight = basis.weight(of: claim)
      guard weight > 0, claim.missing > 0, claim.nextPack <= left else { continue }
      weights += weight
      queue.append(numerator: UInt128(claim.missing), denominator: weight, place: place)
    }
    queue.order()
    return weights
  }

  /// One round among those in the queue, whose weights have the sum `weights`.
  private mutating func shareRound(
    _ claims: inout Column<Claim>, left: inout Int64, weights: Int64, _ basis: AllotmentBasis
  ) {
    var weights = weights
    // Those whose share covers all that they miss, in the order in which a rising k gets there.
    while queue.count > 0 {
      let place = queue.first.place
      let missing = claims[place].missing
      let weight = basis.weight(of: claims[place])
      guard Int128(missing) * Int128(weights) <= Int128(left) * Int128(weight) else { break }
      left -= claims[place].grant(upTo: missing)
      weights -= weight
      queue.removeFirst()
    }
    // The others: the share of each is `shared` × weight ÷ weights.
    let shared = left
    for index in 0..<queue.count {
      let place = queue[index].place
      let share = UInt128(shared) * UInt128(basis.weight(of: claims[place]))
      let quantity = claims[place].grant(upTo: Int64(share / UInt128(weights)))
      left -= quantity
      // How much of the next pack the share does not cover. The denominator leaves out `weights`,
      // which all have in common.
      let nextPack = claims[place].nextPack
      queue[index].numerator = UInt128(quantity + nextPack) * UInt128(weights) - share
      queue[index].denominator = UInt64(nextPack)
    }
    queue.order()
    while queue.count > 0 {
      let next = queue.first
      queue.removeFirst()
      // Shares that are whole packs have no claim on what remains.
      let covers = next.numerator < UInt128(next.denominator) * UInt128(weights)
      guard covers, claims[next.place].nextPack <= left else { continue }
      left -= claims[next.place].grantNextPack()
    }
  }
}
