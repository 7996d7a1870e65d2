/// Claims waiting in order of an exact fraction, lowest first; equal ones in the order they stand.
///
/// A binary heap: filled without order, ordered once, then emptied from the front.
struct AllotmentQueue: ~Copyable {
  /// One claim and the fraction that decides when its turn comes.
  struct Entry: BitwiseCopyable {
    /// Below 2¹²⁷.
    var numerator: UInt128
    /// 1 or more, below 2⁶³.
    var denominator: UInt64
    /// Where the claim stands.
    var place: Int

    /// Whether its turn comes before another's.
    func precedes(_ other: Entry) -> Bool {
      if denominator == other.denominator {
        return (numerator, place) < (other.numerator, other.place)
      }
      // Cross products can need 190 bits.
      let own = numerator.multipliedFullWidth(by: UInt128(other.denominator))
      let others = other.numerator.multipliedFullWidth(by: UInt128(denominator))
      return (own.high, own.low, place) < (others.high, others.low, other.place)
    }
  }

  private var entries = Column<Entry>()

  /// How many wait. [1]
  var count: Int { entries.count }

  /// The one whose turn is next, once the queue is in order.
  var first: Entry { entries[0] }

  /// An entry by its number, in no particular order. Changing one needs a new `order()`.
  subscript(index: Int) -> Entry {
    get { entries[index] }
    set { entries[index] = newValue }
  }

  /// Sends all away.
  mutating func removeAll() {
    entries.removeAll()
  }

  /// Adds one at the end; `order()` must follow before the first is taken.
  mutating func append(numerator: UInt128, denominator: Int64, place: Int) {
    entries.append(
      .init(numerator: numerator, denominator: UInt64(denominator), place: place))
  }

  /// Puts all in order.
  mutating func order() {
    var root = entries.count / 2
    while root > 0 {
      root -= 1
      sink(entries[root], from: root)
    }
  }

  /// Takes out the one whose turn is next.
  mutating func removeFirst() {
    let last = entries[entries.count - 1]
    entries.removeLast()
    if entries.count > 0 { sink(last, from: 0) }
  }

  /// Finds the place for an entry at or below `root`, whose own entry is overwritten.
  private mutating func sink(_ entry: Entry, from root: Int) {
    var hole = root
    while true {
      var child = 2 * hole + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(entry) else { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = entry
  }
}
