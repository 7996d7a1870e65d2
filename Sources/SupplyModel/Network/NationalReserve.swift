/// A reserve of the state (level 3) that is not part of anyone's flow.
///
/// Its location orders from its own supplier up to the level that the policy sets there, and
/// replaces what expires; nobody orders from it. Normal consumption there, for levels in days, is
/// that of the locations it serves. Once an authority has decided to release it, it gives the
/// locations it serves, at the end of the supply stage of each day, what they ordered that day and
/// were refused, as far as its usable stock goes, shared by the policy's allocation rule.
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
