/// A reserve of the state (level 3) that is not part of anyone's flow.
///
/// Its location orders from its own supplier up to the level that the policy sets there, and
/// replaces what expires; nobody orders from it. Normal consumption there, for levels in days, is
/// that of the locations it serves, which the scenario's total has already. While an authority's
/// decision to release it holds, it gives the locations it serves, at the end of the supply stage of
/// each day, what they ordered that day and were refused (not what they are owed), as far as its
/// usable stock goes, shared by the policy's allocation rule.
///
/// All that stands there may be given, operating stock and reserve, what expires first first; a
/// receiver gets nothing that would come to it expired or too short-dated to be received. What is
/// given counts in the receiver's position and is one order line; it costs no purchase. In a rotated
/// start its lots are of all ages, since nothing there turns over.
public struct NationalReserve: Sendable, Equatable {
  /// Where it stands: a location without locations below it.
  public var location: Position<Location>
  /// What it holds.
  public var products: ProductSelection
  /// Whom it serves: locations that order from suppliers.
  public var serves: LocationSelection
  /// When it is released.
  public var release: Decision
  /// From its store to those it serves. [days, 1 or more]
  public var leadTimeDays: Int

  /// A national reserve.
  public init(
    location: Position<Location>, products: ProductSelection, serves: LocationSelection,
    release: Decision, leadTimeDays: Int
  ) {
    self.location = location
    self.products = products
    self.serves = serves
    self.release = release
    self.leadTimeDays = leadTimeDays
  }
}
