/// Where nothing is sent today: for each location one bit for each cut that concerns it.
struct TransportCuts: ~Copyable {
  /// Whether any transport is cut today.
  private(set) var isOn = false
  private var words = 0
  /// Locations from which nothing is sent, `words` each.
  private var senders = Column<UInt64>()
  /// Locations to which nothing is sent, `words` each.
  private var receivers = Column<UInt64>()
  /// Cuts that concern suppliers too.
  private var suppliers = Column<UInt64>()

  /// Begins a day on which nothing is cut.
  mutating func reset(nodes: Int, cuts: Int) {
    isOn = false
    words = (cuts + 63) / 64
    senders.reset(to: 0, count: nodes * words)
    receivers.reset(to: 0, count: nodes * words)
    suppliers.reset(to: 0, count: words)
  }

  /// Notes a cut that is on today.
  mutating func add(_ cut: TimelinePlan.Cut, number: Int, nodes: Int) {
    isOn = true
    let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
    for node in cut.to { receivers[node * words + word] |= bit }
    guard let from = cut.from else {
      suppliers[word] |= bit
      for node in 0..<nodes { senders[node * words + word] |= bit }
      return
    }
    for node in from { senders[node * words + word] |= bit }
  }

  /// Whether nothing is sent from one location to another.
  func cuts(from sender: Int, to receiver: Int) -> Bool {
    for word in 0..<words
    where senders[sender * words + word] & receivers[receiver * words + word] != 0 {
      return true
    }
    return false
  }

  /// Whether nothing is sent to a location by suppliers.
  func cutsSupply(to receiver: Int) -> Bool {
    for word in 0..<words where suppliers[word] & receivers[receiver * words + word] != 0 {
      return true
    }
    return false
  }
}

extension ProductRun {
  /// Whether transport from one location to another is cut today.
  @inline(__always)
  mutating func isCutOff(from sender: Int, to receiver: Int) -> Bool {
    transport.isOn && transport.cuts(from: sender, to: receiver)
  }

  /// Whether transport from suppliers to a location is cut today: what it orders is not accepted.
  @inline(__always)
  mutating func isCutOffFromSuppliers(_ receiver: Int) -> Bool {
    transport.isOn && transport.cutsSupply(to: receiver)
  }

  /// Stage 1, regime: transport that is cut from today on, or open again
  ///
  /// - what was owed while it was cut is shipped today, as far as there is stock.
  mutating func cutTransport(_ product: CompiledProduct) {
    let cuts = product.timeline.cuts
    guard !cuts.isEmpty else { return }
    let wasOn = transport.isOn
    transport.reset(nodes: plans.count, cuts: cuts.count)
    for (number, cut) in cuts.enumerated() where isOn(cut.phase) {
      transport.add(cut, number: number, nodes: plans.count)
    }
    guard wasOn else { return }
    for node in 0..<plans.count where states[node].owes > 0 { asked.insert(node) }
  }
}
