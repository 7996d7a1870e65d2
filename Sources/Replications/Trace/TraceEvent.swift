public import SupplyModel

/// Something that happened to one product in a replayed replication.
///
/// Events stand in the order in which they happened.
public struct TraceEvent: Sendable, Equatable {
  /// When: from the start of the horizon; negative in the warm-up. [days]
  public let day: Int
  /// Where; `nil` for what happens to the product everywhere.
  public let location: Position<Location>?
  /// What.
  public let what: What

  /// What can happen.
  ///
  /// Quantities are units. Every day is counted from the start of the horizon; an expiry is the
  /// first day on which goods can no longer be used.
  public enum What: Sendable, Equatable {
    /// A lot that stands there when the simulation begins.
    case startingLot(quantity: Int64, expiry: Int)
    /// A lot enters stock.
    case received(quantity: Int64, from: Source, expiry: Int)
    /// A lot is too short-dated for its receiver.
    case sentBack(quantity: Int64, from: Source, expiry: Int)
    /// A lot has expired.
    case discarded(quantity: Int64, expiry: Int)
    /// Patients ask; `served` is there, what is `missing` is lost, or waits, and for what lies between
    /// the two they got something else.
    case demand(asked: Int64, served: Int64, missing: Int64, waits: Bool)
    /// Patients who have waited are served.
    case waitingServed(quantity: Int64)
    /// What is there is useless to patients, since the product it is keyed to is out; `missing` is
    /// what they cannot get for that.
    case partnerMissing(missing: Int64, partner: Position<Product>)
    /// Patients got something else for so many units that were missing.
    case substituted(quantity: Int64, by: Position<Product>, units: Int64)
    /// Patients of another product got this one.
    case issuedAsSubstitute(quantity: Int64, insteadOf: Position<Product>)
    /// Patients have waited in vain.
    case patienceEnded(quantity: Int64)
    /// The location asks the one above it, or its supplier.
    case asked(quantity: Int64, of: Source)
    /// A lot leaves for a location below.
    case shipped(quantity: Int64, to: Position<Location>, due: Int, expiry: Int)
    /// A location below is granted less than it has asked for today; `available` is what could be
    /// issued to all who asked, before anyone was.
    case cut(
      asked: Int64, granted: Int64, to: Position<Location>, available: Int64, rule: RuleKind)
    /// What was cut is owed to a location below from now on.
    case owed(quantity: Int64, to: Position<Location>)
    /// Something owed to a location below has been shipped.
    case owedShipped(quantity: Int64, to: Position<Location>)
    /// The supplier accepts an order, in full or in part.
    case accepted(
      quantity: Int64, asked: Int64, by: Position<Supplier>, due: Int, expiry: Int)
    /// The supplier does not accept the rest of an order.
    case refused(quantity: Int64, asked: Int64, by: Position<Supplier>, reason: Refusal)
    /// What a supplier delivers today stays where it is, or stands still on its way; `leaves` is the
    /// day on which it sets out.
    case held(
      quantity: Int64, by: Position<Supplier>, shortage: Position<ShortageProcess>?, leaves: Int)
    /// A supplier owes the rest of an order from now on.
    case owedBySupplier(quantity: Int64, by: Position<Supplier>)
    /// A supplier delivers what it owed.
    case owedDelivered(quantity: Int64, by: Position<Supplier>, due: Int, expiry: Int)
    /// A shortage is announced that begins on a day.
    case shortageAnnounced(Position<ShortageProcess>, begins: Int)
    /// A shortage begins; `until` is the first day on which this shortage is
    /// over, `nil` if it lasts to the end of the simulation.
    case shortageBegan(Position<ShortageProcess>, until: Int?)
    /// A shortage is over.
    case shortageEnded(Position<ShortageProcess>)
    /// What has not expired may be used longer.
    case lifeExtended(days: Int)
    /// A phase whose window is drawn begins; `until` is the first day after it, `nil` if it lasts to
    /// the end of the simulation.
    case phaseBegan(Position<Phase>, until: Int?)
    /// A phase whose window is drawn is over.
    case phaseEnded(Position<Phase>)
    /// A lot, or a part of it, is lost in a phase.
    case lost(quantity: Int64, expiry: Int, reason: StockLoss.Reason)
    /// A location below is granted nothing of what it has asked for today: transport to it is cut.
    case transportCut(asked: Int64, to: Position<Location>)
    /// Patients with prescriptions ask; part of the demand that follows.
    case spilledOver(quantity: Int64)
    /// The reserve may be used from a day on.
    case releaseDecided(from: Int)
    /// The reserve may no longer be used.
    case releaseEnded
    /// A lot of the reserve changes places with one of the flow.
    case exchanged(quantity: Int64, oldExpiry: Int, newExpiry: Int)
    /// A short-dated lot leaves for a location that turns it over faster.
    case redistributed(quantity: Int64, to: Position<Location>, due: Int, expiry: Int)
    /// A lot of a national reserve leaves for one that was refused what it ordered.
    case given(quantity: Int64, to: Position<Location>, due: Int, expiry: Int)
    /// A lot leaves for a store of another region.
    case transshipped(quantity: Int64, to: Position<Location>, due: Int, expiry: Int)
    /// What a location aims to hold changes.
    case targetChanged(to: Int64, from: Int64, TargetChange)
    /// How a location stands at the end of a day on which something happened there.
    case endOfDay(Standing)
  }

  /// How a location stands.
  public struct Standing: Sendable, Equatable {
    /// All lots that have not expired. [units]
    public var onHand: Int64
    /// Demand that waits. [units]
    public var waiting: Int64
    /// Accepted or shipped, and not yet received. [units]
    public var onOrder: Int64
    /// Asked for, not shipped, and still to come from the location above or a supplier. [units]
    public var owedToIt: Int64
    /// The same, to locations below. [units]
    public var owedByIt: Int64
  }

  /// Why a target changes.
  public enum TargetChange: UInt8, Sendable, Equatable {
    /// The policy buys up.
    case buildUp
    /// A shortage has become known.
    case hoarding
    /// No shortage is known of any more.
    case hoardingEnded
  }

  /// Where goods come from.
  public enum Source: Sendable, Equatable {
    case location(Position<Location>)
    case supplier(Position<Supplier>)
  }

  /// How scarce stock was shared.
  public enum RuleKind: UInt8, Sendable, Equatable {
    case firstCome
    case proportionalToRequest
    case proportionalToConsumption
    case equalCover
    case priority

    init(_ rule: AllocationPlan.Rule) {
      self =
        switch rule {
        case .firstCome: .firstCome
        case .proportionalToRequest: .proportionalToRequest
        case .proportionalToConsumption: .proportionalToConsumption
        case .equalCover: .equalCover
        case .priority: .priority
        }
    }
  }

  /// Why a supplier does not deliver.
  public enum Refusal: Sendable, Equatable {
    /// A shortage of the product.
    case shortage(Position<ShortageProcess>)
    /// More than the supplier can deliver.
    case capacity
    /// A phase of the timeline has cut supply off.
    case supplyCut
    /// More than the location's agreement with the supplier allows in the period.
    case ceiling
    /// The supplier delivers only once an authority has decided so and it has got ready.
    case notReady
    /// Transport to the location that orders is cut.
    case transportCut
  }

  enum RefusalKind: UInt8, BitwiseCopyable {
    case shortage
    case capacity
    case supplyCut
    case ceiling
    case notReady
    case transportCut
  }
}
