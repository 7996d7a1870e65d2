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
  /// How its window is drawn; `nil` where `firstDay` and `lengthDays` hold. Where it is drawn, those
  /// two are the widest window in which it can lie.
  public var timing: PhaseTiming?
  /// Whose supply and lead times it multiplies; `nil` for all suppliers.
  public var suppliers: [Position<Supplier>]?
  /// What multiplies demand in part of the scenario, besides `demandMultipliers`; all that apply are
  /// multiplied.
  public var demandEffects: [DemandEffect] = []
  /// Stock that is lost on its first day.
  public var losses: [StockLoss] = []
  /// Where nothing is sent while it lasts.
  public var transportCuts: [TransportCut] = []
  /// Whether nothing comes in from any supplier while it lasts: nothing is accepted, and what is
  /// under way stands still.
  public var cutsInbound = false
  /// How scarce stock is shared while it lasts, whatever the policy says; the later phase holds where
  /// phases overlap.
  public var allocation: AllocationRule?
  /// Patients with prescriptions who turn to public care.
  public var spillOver: SpillOver?
  /// Care that is put off, and when it returns.
  public var postponements: [Postponement] = []

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

  /// The window that is stated: the one it has, or where it is drawn the widest it can have.
  public var statedWindow: PhaseWindow { PhaseWindow(firstDay: firstDay, endDay: endDay) }

  /// How far the effect has grown on a day in the stated window: 0 outside it, 1 at full size.
  public func strength(onDay day: Int) -> Double { strength(onDay: day, in: statedWindow) }

  /// How far the effect has grown on a day: 0 outside the window, 1 at full size.
  ///
  /// Ramps lie inside the window and are straight lines; a day takes the value at its middle,
  /// which is the day's mean. In a window shorter than both ramps the lower of the two holds.
  public func strength(onDay day: Int, in window: PhaseWindow) -> Double {
    guard day >= window.firstDay, day < window.endDay else { return 0 }
    let since = Double(day - window.firstDay) + 0.5
    let until = Double(window.endDay - day) - 0.5
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
