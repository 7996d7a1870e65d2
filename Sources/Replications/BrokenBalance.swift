/// Units of a product have appeared or vanished: the program is wrong and the run must stop.
public struct BrokenBalance: Error, Sendable, CustomStringConvertible {
  /// The replication in which it was found.
  public let replication: Int
  /// The policy that was simulated.
  public let policy: String
  /// The product whose units don't add up.
  public let product: String
  /// Where it was found: a location, or the whole network.
  public let place: String
  /// Day from the start of the horizon; negative in the warm-up.
  public let day: Int
  /// The two sides of the balance that should be equal.
  public let account: String

  /// One sentence with everything that is needed to find the fault.
  public var description: String {
    "conservation broken in replication \(replication), policy “\(policy)”, product “\(product)”, "
      + "\(place), day \(day): \(account)"
  }
}
