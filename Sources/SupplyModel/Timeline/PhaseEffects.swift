/// What multiplies mean demand in part of the scenario while a phase lasts; ramps act on it too.
public struct DemandEffect: Sendable, Equatable {
  /// Of which products.
  public var products: ProductSelection
  /// At which care units.
  public var locations: LocationSelection
  /// What multiplies the mean; 1 changes nothing. [0 or more]
  public var multiplier: Double

  /// An effect on demand.
  public init(products: ProductSelection, locations: LocationSelection, multiplier: Double) {
    self.products = products
    self.locations = locations
    self.multiplier = multiplier
  }
}

/// Stock that is lost on the first day of a phase, in the regime stage: a store is hit, a cold room
/// fails, a batch is withdrawn.
///
/// What happens is drawn once per replication and is the same for all products and policies. At each
/// place that is hit the share is lost of every lot; whole units by largest remainder, the lot that
/// expires first first among equals.
public struct StockLoss: Sendable, Equatable {
  /// Why it is lost: what it is booked as.
  public var reason: Reason
  /// Of which products.
  public var products: ProductSelection
  /// At which locations it can happen.
  public var locations: LocationSelection
  /// How much of the stock is lost where it happens, in ten-thousandths. [1…10,000]
  public var shareBasisPoints: Int64
  /// How likely the common cause is, in ten-thousandths: one power cut, several cold rooms. [0…10,000]
  public var clusterBasisPoints: Int64
  /// How likely a location is to be hit given the common cause, each on its own, in ten-thousandths.
  /// [0…10,000]
  public var eachBasisPoints: Int64

  /// Why stock is lost.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The store was hit.
    case destroyed
    /// It was not kept cold.
    case coldChain
    /// It was called back.
    case withdrawn
  }

  /// A loss.
  public init(
    reason: Reason, products: ProductSelection, locations: LocationSelection,
    shareBasisPoints: Int64, clusterBasisPoints: Int64 = 10_000, eachBasisPoints: Int64 = 10_000
  ) {
    self.reason = reason
    self.products = products
    self.locations = locations
    self.shareBasisPoints = shareBasisPoints
    self.clusterBasisPoints = clusterBasisPoints
    self.eachBasisPoints = eachBasisPoints
  }
}

/// Transport that is cut while a phase lasts: nothing leaves for the selected locations, from a
/// location or a supplier; what is under way arrives. What they ask for is dropped or owed as if
/// there were no stock.
public struct TransportCut: Sendable, Equatable {
  /// From which locations nothing is sent; `nil` for all, suppliers included.
  public var from: LocationSelection?
  /// To which locations nothing is sent.
  public var to: LocationSelection

  /// A cut.
  public init(from: LocationSelection?, to: LocationSelection) {
    self.from = from
    self.to = to
  }
}

/// Patients with prescriptions who turn to public care because pharmacies run dry.
///
/// Of the prescribed demand of a care unit's area, the dose-dispensed share, who have nothing at
/// home, come from the first day. The others come once what they have at home is used up: on day d of
/// the phase a share min(1, (d + ½) ÷ `homeStockDays`) of them, since what is left at home is spread
/// evenly over that time. All this times `shareBasisPoints`. Each unit that is asked for comes or does
/// not, on its own: the stream of prescribed demand is thinned by keys of its own.
public struct SpillOver: Sendable, Equatable {
  /// Of which products.
  public var products: ProductSelection
  /// Which part of those without medicine turns to public care, in ten-thousandths. [0…10,000]
  public var shareBasisPoints: Int64
  /// Which part of patients has dose-dispensed medicines and no stock at home, in ten-thousandths.
  /// [0…10,000]
  public var doseShareBasisPoints: Int64
  /// How long the fullest home cabinet lasts. [days, 1 or more]
  public var homeStockDays: Int

  /// A spill-over.
  public init(
    products: ProductSelection, shareBasisPoints: Int64, doseShareBasisPoints: Int64,
    homeStockDays: Int
  ) {
    self.products = products
    self.shareBasisPoints = shareBasisPoints
    self.doseShareBasisPoints = doseShareBasisPoints
    self.homeStockDays = homeStockDays
  }
}

/// Elective care that is put off while a phase lasts and comes back after it.
///
/// Mean demand falls by the share while the phase lasts (ramps included); what was put off in the mean
/// comes back, as far as `returnsBasisPoints` says, spread evenly over `returnDays` after the phase.
public struct Postponement: Sendable, Equatable {
  /// Of which products.
  public var products: ProductSelection
  /// At which care units.
  public var locations: LocationSelection
  /// How much of demand is put off, in ten-thousandths. [0…10,000]
  public var shareBasisPoints: Int64
  /// How much of that comes back, in ten-thousandths. [0…10,000]
  public var returnsBasisPoints: Int64
  /// Over how long it comes back. [days, 1 or more]
  public var returnDays: Int

  /// A postponement.
  public init(
    products: ProductSelection, locations: LocationSelection, shareBasisPoints: Int64,
    returnsBasisPoints: Int64, returnDays: Int
  ) {
    self.products = products
    self.locations = locations
    self.shareBasisPoints = shareBasisPoints
    self.returnsBasisPoints = returnsBasisPoints
    self.returnDays = returnDays
  }
}
