public import Quantities

/// The duty to hold stock: what counts towards it.
///
/// Source: the proposed regulation, §§ 2–5 (Socialstyrelsen 2026-4-10144): a month's turnover of each
/// product, at every authority.
public struct Duty: Sendable {
  /// How many days of its normal consumption an authority must hold. [days, 1 or more]
  public var days: Int
  /// Whose stock counts: locations of the authority that this selects.
  public var locations: LocationSelection
  /// What an authority need not hold in full.
  public var exemptions: [Exemption]

  /// A duty.
  public init(days: Int = 30, locations: LocationSelection = .init(), exemptions: [Exemption] = [])
  {
    self.days = days
    self.locations = locations
    self.exemptions = exemptions
  }

  /// What an authority must hold of a product, exempted or not, in whole units rounded up. [units]
  ///
  /// A share is taken of the full requirement, which is rounded up itself; `ticksPerDay` is the
  /// experiment's.
  public func requiredUnits(
    normalConsumption: DailyRate, held: Exemption.Held?, ticksPerDay: Int
  ) -> Int64 {
    func units(_ days: Int) -> Int64 {
      normalConsumption.unitsRoundedUp(overTicks: days, ticksPerDay: ticksPerDay)
    }
    switch held {
    case nil: return units(days)
    case .days(let days): return units(days)
    case .share(let basisPoints):
      return Int64((Int128(units(days)) * Int128(basisPoints) + 9_999) / 10_000)
    }
  }
}

/// A product that an authority has decided, for special reasons, to hold less of [avsteg].
///
/// Source: the proposed regulation, § 5: risks assessed, measures taken, documented, reviewed.
public struct Exemption: Sendable, Equatable {
  /// Who decided it.
  public var authority: Position<Authority>
  /// For what.
  public var product: Position<Product>
  /// Why, as a code of the scenario's own register, such as `shortShelfLife`.
  public var reason: String
  /// How much is held instead.
  public var held: Held
  /// What is done about the risk.
  public var mitigation: String
  /// When it is to be decided anew.
  public var reviewDate: CalendarDate

  /// How much of the requirement is held.
  public enum Held: Sendable, Hashable {
    /// A share of the full requirement, 0 for nothing. [ten-thousandths, 0…10 000]
    case share(basisPoints: Int64)
    /// Fewer days of normal consumption than the duty asks for. [days, 0 or more]
    case days(Int)
  }

  /// An exemption.
  public init(
    authority: Position<Authority>, product: Position<Product>, reason: String,
    held: Held, mitigation: String, reviewDate: CalendarDate
  ) {
    self.authority = authority
    self.product = product
    self.reason = reason
    self.held = held
    self.mitigation = mitigation
    self.reviewDate = reviewDate
  }
}
