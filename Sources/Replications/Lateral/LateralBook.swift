/// What a run needs to know to move goods besides the way from suppliers down to care units, as
/// `LateralPlan` says. Empty where nothing can move so.
struct LateralBook: ~Copyable {
  private(set) var reserves = Column<LateralPlan.Giver>()
  private(set) var served = Column<Int32>()
  private(set) var stores = Column<LateralPlan.Store>()
  private(set) var rule = LateralPlan.Rule.notAllowed
  private(set) var leadTimeDays = 1
  private(set) var everyDays = 1
  private(set) var decision = 0
  /// Locations that may be helped when they are refused something.
  private(set) var helped = Column<Int32>()
  /// Whether some of them order from another location.
  private(set) var asksLocations = false
  /// By location that may be helped, of today: what it had been granted before it ordered, then what
  /// it ordered and neither got nor is owed; of others it means nothing. [units]
  var refused = Column<Int64>()
  /// First day of the decision to level stock that holds; −1 while none does.
  var levelledFrom = -1
  /// Who gives and who gets, while goods are shared out.
  var givers = Column<Party>()
  var receivers = Column<Party>()

  /// A store that gives or gets.
  struct Party: BitwiseCopyable {
    var store: LateralPlan.Store
    /// What its cover is computed from. [units]
    var held: Int64
    /// Normal consumption, at least one. [10⁻⁹ units/day]
    var nanoUnitsPerDay: Int64
    /// Its authority, as stream keys name it.
    var authorityID: UInt64
    /// That authority's place in today's queue; lowest first.
    var queueing: UInt64
    /// What it may still give, or should still get. [units]
    var quantity: Int64

    /// Whether it has less cover than another; both are below 2⁶³.
    func hasLessCover(than other: Party) -> Bool {
      Int128(held) * Int128(other.nanoUnitsPerDay) < Int128(other.held) * Int128(nanoUnitsPerDay)
    }
  }

  /// Whether anything can ever move.
  var isKept: Bool { refused.count > 0 }

  /// Whether what is ordered and refused must be known.
  var looksAtRefusals: Bool { helped.count > 0 }

  /// Takes over a plan; a decision that holds goes on.
  mutating func follow(_ plan: LateralPlan, _ plans: [NodePlan]) {
    reserves.removeAll()
    served.removeAll()
    stores.removeAll()
    for reserve in plan.reserves { reserves.append(reserve) }
    for node in plan.served { served.append(node) }
    for store in plan.stores { stores.append(store) }
    rule = plan.rule
    leadTimeDays = Int(plan.leadTimeDays)
    everyDays = Int(plan.everyDays)
    decision = Int(plan.decision)
    levelledFrom = -1
    refused.reset(to: 0, count: plan.isIdle ? 0 : plans.count)
    helped.removeAll()
    asksLocations = false
    for node in plan.helped {
      helped.append(node)
      if plans[Int(node)].source >= 0 { asksLocations = true }
    }
  }

  /// Whether a location is a national reserve.
  func isReserve(_ node: Int) -> Bool {
    for index in 0..<reserves.count where Int(reserves[index].node) == node { return true }
    return false
  }

  /// Puts those who give in order, longest cover first, and those who get, shortest cover first;
  /// between equals by the queue of their authorities, then by rank.
  mutating func sort() {
    Self.sort(&givers) { $1.hasLessCover(than: $0) }
    Self.sort(&receivers) { $0.hasLessCover(than: $1) }
  }

  /// Insertion sort: stable, and there are as many as there are regions' stores.
  private static func sort(
    _ parties: inout Column<Party>, _ isBefore: (Party, Party) -> Bool
  ) {
    for end in 1..<max(1, parties.count) {
      let party = parties[end]
      var place = end
      while place > 0 {
        let other = parties[place - 1]
        let goesFirst =
          isBefore(party, other)
          || !isBefore(other, party) && party.queueing < other.queueing
        guard goesFirst else { break }
        parties[place] = other
        place -= 1
      }
      parties[place] = party
    }
  }
}
