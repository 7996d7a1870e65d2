/// One event of a traced run, in plain numbers; `TraceEvent` says the same in terms of the model.
struct TraceRecord: BitwiseCopyable {
  /// What the event is about. [units; days where the kind says so]
  var quantity: Int64 = 0
  /// A second quantity, where the kind has one. [units]
  var second: Int64 = 0
  /// A third one. [units]
  var third: Int64 = 0
  /// Day from the start of the warm-up.
  var day: Int32 = 0
  /// Where it happens; −1 for everywhere.
  var node: Int32
  /// The other location, or −1 − k for the product's supplier k, or the other product in the model;
  /// where the kind has one.
  var other: Int32 = 0
  /// The day on which it takes effect or ends, from the start of the warm-up.
  var due: Int32 = 0
  /// First day on which the goods can no longer be used, from the start of the warm-up.
  var expiry: Int32 = 0
  var kind: Kind
  /// Which of the kind's cases: a reason, a rule.
  var detail: UInt8 = 0

  enum Kind: UInt8, BitwiseCopyable {
    case startingLot
    case received
    case sentBack
    case discarded
    /// quantity: asked for; second: there; third: missing, after substitutes; detail 1: it waits.
    case demand
    case waitingServed
    case patienceEnded
    /// quantity: missing; the product it is keyed to is out.
    case partnerMissing
    /// quantity: made up for; second: units of the other product.
    case substituted
    /// quantity: given to patients of the other product.
    case issuedAsSubstitute
    /// quantity: asked of the location above or the supplier.
    case asked
    case shipped
    /// quantity: asked for; second: granted; third: what could be issued to all; detail: the rule.
    case cut
    case owed
    case owedShipped
    /// quantity: accepted; second: asked for.
    case accepted
    /// quantity: refused; second: asked for; third: the shortage; detail: why.
    case refused
    /// quantity: what a supplier delivers; third: the shortage; due: the day on which it leaves.
    case held
    /// What a supplier owes from now on.
    case debt
    /// What a supplier owed and delivers.
    case debtPaid
    /// quantity: the shortage; due: its first day.
    case shortageAnnounced
    /// quantity: the shortage.
    case shortageBegan
    case shortageEnded
    /// quantity: so many days longer.
    case lifeExtended
    case releaseDecided
    case releaseEnded
    /// due: the day on which what came into the reserve expires.
    case exchanged
    case redistributed
    case given
    case transshipped
    /// quantity: the target from today on; second: the one before; detail: why.
    case targetChanged
    /// quantity: the phase.
    case phaseBegan
    case phaseEnded
    /// detail: why.
    case lost
    /// quantity: asked for by a location to which transport is cut.
    case transportCut
    case spilledOver
    /// quantity: owed to it; second: owed by it. Stands before `stock`, unless both are 0.
    case owing
    /// quantity: on hand; second: waiting; third: on order.
    case stock
  }
}
