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
  /// How much is held instead, in ten-thousandths of the full requirement; 0 for nothing.
  public var heldBasisPoints: Int64
  /// What is done about the risk.
  public var mitigation: String
  /// When it is to be decided anew.
  public var reviewDate: CalendarDate

  /// An exemption.
  public init(
    authority: Position<Authority>, product: Position<Product>, reason: String,
    heldBasisPoints: Int64, mitigation: String, reviewDate: CalendarDate
  ) {
    self.authority = authority
    self.product = product
    self.reason = reason
    self.heldBasisPoints = heldBasisPoints
    self.mitigation = mitigation
    self.reviewDate = reviewDate
  }
}
