import RandomStreams
import SupplyModel

extension ProductRun {
  /// Stage 1, regime: stock that is lost today, before anything is received or discarded
  ///
  /// - whether the common cause occurs and which locations are hit is drawn by the phase's name and
  ///   the loss, and by location: the same for all products and policies;
  /// - a location that is hit loses the share of every lot, in the flow and in a reserve of its own;
  ///   what is under way is not hit;
  /// - losses of one day follow one another in the order of the timeline, each from what is left;
  /// - the location is due for review.
  ///
  /// The timeline begins with the horizon: a phase that began before it hits nothing.
  mutating func loseStock(_ product: CompiledProduct) {
    guard reportDay >= 0 else { return }
    for loss in product.timeline.losses where begins(loss.phase) {
      guard happens(loss, at: 0, basisPoints: loss.rule.clusterBasisPoints) else { continue }
      for node in loss.nodes
      where happens(
        loss, at: product.places[node].locationID, basisPoints: loss.rule.eachBasisPoints)
      {
        lose(loss.rule, at: node)
      }
    }
  }

  /// Whether a loss happens at a location, or at all for location 0.
  private mutating func happens(
    _ loss: TimelinePlan.Loss, at location: UInt64, basisPoints: Int64
  ) -> Bool {
    var lossKey = key
    lossKey.source = loss.streamID
    lossKey.product = 0
    lossKey.location = location
    lossKey.purpose = StreamPurpose.stockLoss.word(ordinal: loss.ordinal)
    var stream = lossKey.stream()
    return Int64(stream.nextBelow(10_000)) < basisPoints
  }

  /// A location loses the share of what it has, rounded to the nearest unit, half up; of every lot
  /// the whole units of its share, and what is left by largest remainder, the lot that expires first
  /// first among equals, the flow before a reserve of its own.
  private mutating func lose(_ loss: StockLoss, at node: Int) {
    partLots.removeAll()
    gather(shelf: node, loss.shareBasisPoints)
    if plans[node].reserving.hasPool { gather(shelf: reserveShelf(node), loss.shareBasisPoints) }
    var held: Int64 = 0
    var lost: Int64 = 0
    for index in 0..<partLots.count {
      held += partLots[index].held
      lost += partLots[index].lost
    }
    let all = (held * loss.shareBasisPoints + 5_000) / 10_000
    while lost < all {
      var next = 0
      for index in 1..<max(1, partLots.count) where partLots[index].comesBefore(partLots[next]) {
        next = index
      }
      partLots[next].lost += 1
      partLots[next].remainder = -1
      lost += 1
    }
    guard all > 0 else { return }
    // From the last lot on, so that the places of those before stay as they are.
    for index in stride(from: partLots.count - 1, through: 0, by: -1)
    where partLots[index].lost > 0 {
      let part = partLots[index]
      let lot = shelves.take(Int(part.shelf), Int(part.place), atMost: part.lost)
      if Int(part.shelf) != node { reserves[node].onHand -= lot.quantity }
      if isTracing { recordLoss(lot, node, loss.reason) }
    }
    changeStock(node, by: -all)
    switch loss.reason {
    case .destroyed: tallies[node].destroyed += all
    case .coldChain: tallies[node].spoiled += all
    case .withdrawn: tallies[node].withdrawn += all
    }
    balance.addLoss(node, all)
    pending.insert(node)
  }

  private mutating func gather(shelf: Int, _ shareBasisPoints: Int64) {
    for place in 0..<shelves.lotCount(shelf) {
      let lot = shelves.lot(shelf, place)
      let (whole, rest) = (lot.quantity * shareBasisPoints).quotientAndRemainder(
        dividingBy: 10_000)
      partLots.append(
        PartLot(
          shelf: Int32(shelf), place: Int32(place), expiry: lot.expiry, held: lot.quantity,
          lost: whole, remainder: rest))
    }
  }

  /// A lot of which a part is lost.
  struct PartLot: BitwiseCopyable {
    var shelf: Int32
    var place: Int32
    var expiry: Int32
    /// All of it. [units]
    var held: Int64
    /// What is lost. [units]
    var lost: Int64
    /// What is missing to one more unit's being lost comes from this; −1 once that is. [10⁻⁴ units]
    var remainder: Int64

    /// Whether one more unit of it is lost before one of another lot; ties go to the other.
    func comesBefore(_ other: PartLot) -> Bool {
      remainder > other.remainder || remainder == other.remainder && expiry < other.expiry
    }
  }
}
