/// A window of the timeline in which demand or supply differs from peace.
public struct Phase: Sendable {
  /// What the scenario calls it, such as `war`.
  public var name: String
  /// First day. [days from the start of the horizon]
  public var firstDay: Int
  /// How long it lasts. [days, 1 or more]
  public var lengthDays: Int
  /// Over how many days at its beginning the effects grow to their full size. [days, 0 or more]
  public var rampUpDays: Int
  /// Over how many days at its end the effects fade. [days, 0 or more]
  public var rampDownDays: Int
  /// What multiplies the mean demand of each demand class, by position; 1 changes nothing.
  public var demandMultipliers: [Double]
  /// What multiplies the capacity of suppliers, in ten-thousandths: 5000 halves it.
  public var supplyBasisPoints: Int64
  /// What multiplies the lead times of suppliers.
  public var leadTimeMultiplier: Double
  /// Longer use of what is there when the phase begins, if an authority allows it.
  public var lifeExtension: LifeExtension?

  /// A phase.
  public init(
    name: String, firstDay: Int, lengthDays: Int, rampUpDays: Int, rampDownDays: Int,
    demandMultipliers: [Double], supplyBasisPoints: Int64, leadTimeMultiplier: Double,
    lifeExtension: LifeExtension? = nil
  ) {
    self.name = name
    self.firstDay = firstDay
    self.lengthDays = lengthDays
    self.rampUpDays = rampUpDays
    self.rampDownDays = rampDownDays
    self.demandMultipliers = demandMultipliers
    self.supplyBasisPoints = supplyBasisPoints
    self.leadTimeMultiplier = leadTimeMultiplier
    self.lifeExtension = lifeExtension
  }

  /// The first day after it. [days from the start of the horizon]
  public var endDay: Int { firstDay + lengthDays }

  /// How far the effect has grown on a day: 0 outside the window, 1 at full size.
  ///
  /// Ramps lie inside the window and are straight lines; a day takes the value at its middle,
  /// which is the day's mean.
  public func strength(onDay day: Int) -> Double {
    guard day >= firstDay, day < endDay else { return 0 }
    let since = Double(day - firstDay) + 0.5
    let until = Double(endDay - day) - 0.5
    let rising = rampUpDays > 0 ? min(1, since / Double(rampUpDays)) : 1
    let falling = rampDownDays > 0 ? min(1, until / Double(rampDownDays)) : 1
    return min(rising, falling)
  }

  /// What multiplies the mean demand of a class on a day.
  public func demandMultiplier(of demandClass: Position<DemandClass>, onDay day: Int) -> Double {
    1 + (demandMultipliers[demandClass.index] - 1) * strength(onDay: day)
  }
}

/// A decision that lots may be used beyond their expiry day.
///
/// It takes effect on the first day of its phase, in the regime stage, for every lot that has not
/// expired by then, on a shelf or under way; what suppliers send later has its ordinary life.
public struct LifeExtension: Sendable, Equatable {
  /// To which products it applies.
  public var products: ProductSelection
  /// How much later they expire. [days, 1 or more]
  public var days: Int

  /// An extension.
  public init(products: ProductSelection, days: Int) {
    self.products = products
    self.days = days
  }
}
