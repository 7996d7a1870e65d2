/// The account of every unit of a product: where it came from and where it went.
///
/// Over the network, at the end of each run:
/// start + purchased = issued to patients + discarded + lost + returned + on hand + in transit,
/// with what is on hand and in transit counted anew, lot by lot. Debug builds keep the same
/// account for every location too, and compare it with the lots on its shelf on every day on which
/// something happened there.
struct Balance: ~Copyable {
  /// On the shelves on the first day. [units]
  private(set) var start: Int64 = 0
  /// Received from suppliers. [units]
  private(set) var purchased: Int64 = 0
  /// Issued to patients. [units]
  private(set) var issued: Int64 = 0
  /// Discarded. [units]
  private(set) var discarded: Int64 = 0
  /// What of that on which day, in the order of days; days without are left out.
  private(set) var discards = Column<Discard>()
  /// Destroyed, spoiled or withdrawn. [units]
  private(set) var lost: Int64 = 0
  /// Sent back by a location to the one above it: too short-dated. [units]
  private(set) var returned: Int64 = 0
  #if DEBUG
    private var held = Column<Int64>()
    private(set) var touched = Bitset()
  #endif

  /// What has expired on a day, counted from the start of the warm-up.
  struct Discard: BitwiseCopyable {
    var day: Int32
    /// [units]
    var quantity: Int64
  }

  /// Forgets everything.
  mutating func reset(nodes: Int) {
    discards.removeAll()
    (start, purchased, issued, discarded, lost, returned) = (0, 0, 0, 0, 0, 0)
    #if DEBUG
      held.reset(to: 0, count: nodes)
      touched.reset(count: nodes)
    #endif
  }

  @inline(__always)
  mutating func addStart(_ node: Int, _ quantity: Int64) {
    start += quantity
    note(node, quantity)
  }

  @inline(__always)
  mutating func addPurchase(_ node: Int, _ quantity: Int64) {
    purchased += quantity
    note(node, quantity)
  }

  @inline(__always)
  mutating func addArrival(_ node: Int, _ quantity: Int64) {
    note(node, quantity)
  }

  @inline(__always)
  mutating func addDeparture(_ node: Int, _ quantity: Int64) {
    note(node, -quantity)
  }

  @inline(__always)
  mutating func addIssue(_ node: Int, _ quantity: Int64) {
    issued += quantity
    note(node, -quantity)
  }

  /// Issues that are noted place by place with `noteIssue`. [units]
  @inline(__always)
  mutating func issue(_ quantity: Int64) { issued += quantity }

  /// Issues at one place that are added up with `issue`. [units]
  @inline(__always)
  mutating func noteIssue(_ node: Int, _ quantity: Int64) { note(node, -quantity) }

  @inline(__always)
  mutating func addDiscard(_ node: Int, _ quantity: Int64, on day: Int) {
    discarded += quantity
    let day = Int32(truncatingIfNeeded: day)
    let last = discards.count - 1
    if last >= 0, discards[last].day == day {
      discards[last].quantity += quantity
    } else {
      discards.append(Discard(day: day, quantity: quantity))
    }
    note(node, -quantity)
  }

  mutating func addLoss(_ node: Int, _ quantity: Int64) {
    lost += quantity
    note(node, -quantity)
  }

  /// Goods under way inside the chain that their receiver sends back never reach a shelf.
  mutating func addReturn(_ quantity: Int64) {
    returned += quantity
  }

  /// Has the account of a location checked today, though no goods have moved.
  @inline(__always)
  mutating func touch(_ node: Int) { note(node, 0) }

  @inline(__always)
  private mutating func note(_ node: Int, _ change: Int64) {
    #if DEBUG
      held[node] += change
      touched.insert(node)
    #endif
  }

  #if DEBUG
    /// What the account says that a location holds. [units]
    func held(_ node: Int) -> Int64 { held[node] }

    /// A location at which something has happened since it was last asked about; `nil` if none.
    mutating func nextTouched() -> Int? {
      for word in 0..<touched.wordCount where touched[word: word] != 0 {
        let node = word << 6 + touched[word: word].trailingZeroBitCount
        touched.remove(node)
        return node
      }
      return nil
    }
  #endif
}
