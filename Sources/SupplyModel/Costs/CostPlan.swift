/// What a cost file states besides the rates that simulated measures are priced with: how well each
/// figure is known, and what has to be paid however little is simulated of it.
public struct CostPlan: Sendable, Equatable {
  /// Every figure of the file as it is written, in reading order.
  public var parameters: [CostParameter]
  /// What the low and high values of a rate multiply the simulated part of cost by.
  public var ranges: [CostPart: CostRange]
  /// What a krona loses in worth each year, in ten-thousandths: 350 is 3.5 %.
  public var discountBasisPoints: Int64
  /// Over how many years present values are taken. [years of 365 days]
  public var periodYears: Int
  /// Private providers' share of care in ten-thousandths; 0 if nothing is extrapolated.
  public var privateShareBasisPoints: Int64
  /// How cost follows the size of a region; `nil` where amounts are those of the whole scenario.
  public var sizes: SizeScale?
  /// What is paid for besides what is simulated.
  public var items: [CostItem]

  /// A plan.
  public init(
    parameters: [CostParameter], ranges: [CostPart: CostRange], discountBasisPoints: Int64,
    periodYears: Int, privateShareBasisPoints: Int64, sizes: SizeScale?, items: [CostItem]
  ) {
    self.parameters = parameters
    self.ranges = ranges
    self.discountBasisPoints = discountBasisPoints
    self.periodYears = periodYears
    self.privateShareBasisPoints = privateShareBasisPoints
    self.sizes = sizes
    self.items = items
  }
}

/// How well a figure of a cost file is known.
public enum CostStatus: String, Sendable, Hashable, CaseIterable {
  /// Found in a public document or register that is named.
  case sourced
  /// Arithmetic on sourced figures.
  case derived
  /// Estimated from sourced figures by a stated rule.
  case estimate
  /// Recalled, not looked up.
  case memory
  /// Judged by someone who knows the field.
  case judgement
  /// A modelling choice without a source.
  case assumption
  /// Chosen so that a published total is met; nothing is known of the part itself.
  case fitted
}

/// A figure of a cost file: what it is, how well it is known and what else it might be.
public struct CostParameter: Sendable, Equatable {
  /// Its path in the file: `storage.cold`, `items.wms`.
  public var name: String
  /// The value as written.
  public var value: String
  /// What the value is for: `SEK per pallet place and year`.
  public var unit: String
  /// The same in Swedish: `kr per pallplats och år`. It follows from the other, and digests know that one.
  public var swedishUnit: String
  /// The low value as written; empty if there is none.
  public var low: String
  /// The high value as written; empty if there is none.
  public var high: String
  /// How well it is known.
  public var status: CostStatus
  /// Where it is from.
  public var source: String

  /// A figure.
  public init(
    name: String, value: String, unit: String, swedishUnit: String, low: String, high: String,
    status: CostStatus, source: String
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.swedishUnit = swedishUnit
    self.low = low
    self.high = high
    self.status = status
    self.source = source
  }
}

/// What money is spent on; the raw values are the keys of the tables.
public enum CostPart: String, Sendable, Hashable, CaseIterable {
  /// Rate × value of stock.
  case capital
  /// What expires, at purchase price.
  case discard
  /// What phases of the timeline destroy, at purchase price.
  case losses
  /// Destroying what has expired or was lost.
  case disposal
  /// Pallet places.
  case storage
  /// Order lines.
  case handling
  /// Deliveries.
  case transport
  /// Work and advice when something is given instead.
  case substitution
  /// People besides those in handling.
  case staff
  /// Rooms besides pallet places.
  case premises
  /// Computer systems.
  case it
  /// Machines, racks and other equipment.
  case equipment
  /// Projects, and running two stores at once, until the stock stands.
  case buildUp
  /// The stock that has to be bought beyond the baseline's, once.
  case extraStock
  /// Everything else.
  case other

  /// The parts that a file's items may be of.
  public static let ofItems: [CostPart] = [
    .staff, .premises, .it, .equipment, .transport, .buildUp, .other,
  ]
}

/// What the low and the high value of a figure multiply its cost by, as exact quotients.
public struct CostRange: Sendable, Equatable {
  /// Low ÷ value.
  public var low: Quotient
  /// High ÷ value.
  public var high: Quotient

  /// A quotient of whole numbers.
  public struct Quotient: Sendable, Equatable {
    /// What is divided.
    public var dividend: Int64
    /// By what, above 0.
    public var divisor: Int64

    /// A quotient.
    public init(_ dividend: Int64, over divisor: Int64) {
      precondition(divisor > 0, "divisor should be above 0, but is \(divisor)")
      self.dividend = dividend
      self.divisor = divisor
    }

    /// The nearest floating-point number. [1]
    public var value: Double { Double(dividend) / Double(divisor) }
  }

  /// A range from its ends.
  public init(low: Quotient, high: Quotient) {
    self.low = low
    self.high = high
  }

  /// No range: both ends are the value.
  public static let none = CostRange(low: Quotient(1, over: 1), high: Quotient(1, over: 1))
}

/// How what is not simulated follows the size of a region.
///
/// A region of N inhabitants pays N ÷ reference × (its group's factor ÷ the reference's), so that
/// larger regions pay less per inhabitant.
public struct SizeScale: Sendable, Equatable {
  /// The region for which amounts are stated. [inhabitants]
  public var referenceInhabitants: Int64
  /// By group, in the order of `SizeGroup`: from how many inhabitants a region belongs to it.
  public var from: [Int64]
  /// By group, in the order of `SizeGroup`: cost per inhabitant, in ten-thousandths of a common unit.
  public var factors: [Int64]

  /// A scale.
  public init(referenceInhabitants: Int64, from: [Int64], factors: [Int64]) {
    self.referenceInhabitants = referenceInhabitants
    self.from = from
    self.factors = factors
  }

  /// The limits halfway between the groups that the report describes: up to 249 000, 280 000 to
  /// 472 000, and from 1 433 000 inhabitants.
  public static let publishedLimits: [Int64] = [952_500, 264_500, 0]

  /// The group of a region.
  public func group(ofInhabitants count: Int64) -> SizeGroup {
    Self.group(ofInhabitants: count, from: from)
  }

  /// The group of a region by limits in the order of `SizeGroup`.
  public static func group(ofInhabitants count: Int64, from limits: [Int64]) -> SizeGroup {
    zip(SizeGroup.allCases, limits).first { count >= $1 }?.0 ?? .small
  }

  /// What amounts for the reference are multiplied by for a region: dividend and divisor.
  public func quotient(ofInhabitants count: Int64) -> CostRange.Quotient {
    func factor(_ count: Int64) -> Int64 {
      let group = group(ofInhabitants: count)
      return factors[SizeGroup.allCases.firstIndex(of: group) ?? 0]
    }
    return CostRange.Quotient(
      count * factor(count), over: referenceInhabitants * factor(referenceInhabitants))
  }
}
