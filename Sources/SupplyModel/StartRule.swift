/// How stock stands when the simulation begins.
public enum StartRule: Sendable, Equatable {
  /// The long-run question: the policy has been in force for a warm-up that reports leave out.
  ///
  /// The warm-up of a product lasts its longest remaining life at receipt unless `warmUpDays`
  /// says otherwise, and begins with stock at its target in an age profile as rotation leaves it.
  /// Shortages run during it, the timeline does not.
  case rotated(warmUpDays: Int?)
  /// The transition question: the same warm-up under the baseline policy; the policy starts on
  /// day 0 with what is there then, and buys up to its own targets as suppliers allow.
  case buildUp(warmUpDays: Int?)
  /// Every location begins on day 0 with a stated quantity in stated ages.
  case given(quantity: StartingQuantity, ages: StartingAges)
  /// The stock of day 0 lot by lot: an export of real stock with its expiry dates.
  case lots([StartingLot])

  /// Every location at its target on day 0, in one lot whose remaining life is drawn.
  public static func given(remainingLife: RemainingLife) -> StartRule {
    .given(quantity: .target, ages: .oneLot(remainingLife))
  }
}

/// How much a location begins with.
public enum StartingQuantity: Sendable, Equatable {
  /// Its target under the policy, operating stock and reserve.
  case target
  /// A level, the same under every policy.
  case level(StockLevel)
}

/// How old what a location begins with is.
public enum StartingAges: Sendable, Equatable {
  /// One lot, with a remaining life drawn for each location.
  case oneLot(RemainingLife)
  /// Lots of stated shares and remaining lives; units by largest remainder, the earlier share first.
  case profile([AgeShare])
}

/// A part of the starting stock with one remaining life.
public struct AgeShare: Sendable, Equatable {
  /// Its share of the quantity, in ten-thousandths; the shares of a profile add up to 10,000.
  public var basisPoints: Int64
  /// What is left of its life on day 0. [days, 1 or more]
  public var remainingDays: Int

  /// A part of the starting stock.
  public init(basisPoints: Int64, remainingDays: Int) {
    self.basisPoints = basisPoints
    self.remainingDays = remainingDays
  }

  /// A quantity divided by shares: whole units by largest remainder, the earlier share first.
  /// [units]
  public static func units(of quantity: Int64, in shares: [AgeShare]) -> [Int64] {
    shares.indices.map { units(of: quantity, in: shares, at: $0) }
  }

  /// What one of the shares has of them, by its place among them: without a list of all.
  public static func units(of quantity: Int64, in shares: [AgeShare], at place: Int) -> Int64 {
    func part(_ share: AgeShare) -> (whole: Int64, remainder: Int128) {
      let exact = Int128(quantity) * Int128(share.basisPoints)
      return (Int64(exact / 10_000), exact % 10_000)
    }
    let own = part(shares[place])
    var left = quantity
    // Those with a larger remainder come first, and of equal ones the first.
    var before: Int64 = 0
    for index in shares.indices {
      let other = part(shares[index])
      left -= other.whole
      if other.remainder > own.remainder || (other.remainder == own.remainder && index < place) {
        before += 1
      }
    }
    return own.whole + (before < left ? 1 : 0)
  }
}

/// One lot that is there on day 0.
public struct StartingLot: Sendable, Equatable {
  /// Where it stands.
  public var location: Position<Location>
  /// What it is.
  public var product: Position<Product>
  /// How much it is. [units, 1 or more]
  public var quantity: Int64
  /// First day on which it can no longer be used. [days from the start of the horizon, 1 or more]
  public var expiryDay: Int

  /// A lot.
  public init(
    location: Position<Location>, product: Position<Product>, quantity: Int64, expiryDay: Int
  ) {
    self.location = location
    self.product = product
    self.quantity = quantity
    self.expiryDay = expiryDay
  }
}
