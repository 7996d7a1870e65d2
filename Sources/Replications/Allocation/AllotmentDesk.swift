/// What one location asks of its parent, and what it is granted.
struct Claim: BitwiseCopyable {
  /// What it asks for. [units, 0 or more]
  var request: Int64
  /// Less than the request is granted only in multiples of this: the pack, where packs rule.
  /// [units, 1 or more]
  var multiple: Int64
  /// What the care units at and below it are expected to use. [10⁻⁹ units/day, 0 or more]
  var normalConsumption: Int64
  /// What it has on hand and in transit. [units, 0 or more]
  var held: Int64
  /// How urgent the care is that it serves. [1 or more, 1 first]
  var priority: Int32
  /// What it gets. [units]
  var granted: Int64 = 0

  /// What is still asked for. [units]
  var missing: Int64 { request - granted }

  /// The smallest quantity that could be granted next: a pack, or the last part of the request.
  /// [units]
  ///
  /// Requests of those who order in packs are whole packs, so the last part is a pack too. It is
  /// smaller only where a request is not.
  var nextPack: Int64 { min(multiple, missing) }

  /// Grants as many whole packs as there are in `room` units, or all that is missing.
  ///
  /// Returns what was granted. [units]
  mutating func grant(upTo room: Int64) -> Int64 {
    let quantity = missing <= room ? missing : room - room % multiple
    granted += quantity
    return quantity
  }

  /// Grants the next pack.
  ///
  /// Returns what was granted. [units]
  mutating func grantNextPack() -> Int64 {
    let quantity = nextPack
    granted += quantity
    return quantity
  }
}

/// Who gets what when several ask for more than there is.
///
/// What every rule keeps to, whichever it is:
///
/// - Claims stand in order of rank, then id. Where a rule leaves two of them equal, the one that
///   stands first is served first; nothing else depends on where a claim stands.
/// - Quantities and levels are compared as exact fractions; nothing is rounded on the way.
/// - Nobody gets more than it asks for, or a broken pack unless that completes its request.
/// - A pack that fits in what is left is not withheld from one that asks for it. (`priority`
///   withholds what lies below a critical level.)
///
/// Each rule writes `granted` of the claims at `places` anew and returns what is left. The desk
/// holds the scratch memory, so that no rule allocates once it has seen its longest queue.
///
/// Sums of requests, of normal consumption and of what is held must fit in 63 bits; else the run
/// stops.
struct AllotmentDesk: ~Copyable {
  /// Claims in the order of some level.
  var queue = AllotmentQueue()

  /// Takes back what was granted before, so that `available` can be shared anew.
  func clear(_ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64) {
    precondition(available >= 0, "there cannot be \(available) units to share")
    for place in places { claims[place].granted = 0 }
  }

  /// Grants what is left in the order in which the claims stand: all that is missing, or the whole
  /// packs that there are.
  ///
  /// Returns what is left then. [units]
  func grantInOrder(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64
  ) -> Int64 {
    var left = available
    for place in places where claims[place].missing > 0 {
      left -= claims[place].grant(upTo: left)
    }
    return left
  }
}
