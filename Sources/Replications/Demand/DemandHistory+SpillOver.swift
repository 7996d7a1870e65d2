import Quantities
import RandomStreams
import SupplyModel

extension DemandHistory {
  /// Adds to each care unit's sums what patients with prescriptions have asked of it.
  func addSpillOver(to tallies: inout Column<Tally>) {
    for index in 0..<spilledOver.count {
      tallies[Int(spilledOver[index].node)].spilledOver += Int64(spilledOver[index].quantity)
    }
  }

  /// Adds to a care unit's demand what patients with prescriptions ask of it.
  ///
  /// What is prescribed in its area is drawn day after day from the first day of the horizon on, so
  /// that it is the same whenever phases take place. Of a day's units as many come as one number,
  /// keyed by care unit and day, says of the binomial distribution: each comes or not, on its own,
  /// and with a higher chance none stays away that came with a lower.
  ///
  /// - Parameter first: where the care unit's own demand begins in `drawn`.
  mutating func spillOver(
    to unit: DemandProgram.Unit, _ program: DemandProgram, _ chances: [Double], _ key: StreamKey,
    from first: Int
  ) {
    guard !program.spillOver.isSteady else {
      addUpSpillOver(to: unit, program, chances, from: first)
      return
    }
    let law = program.spillOver.laws[Int(unit.prescribed)]
    guard !law.isSilent else { return }
    let cells = program.spillOver.cells.span
    let warmUp = program.calendar.warmUpDays
    var own = first
    let ownEnd = drawnCount
    var prescribedKey = key
    prescribedKey.purpose = StreamPurpose.prescribed.word()
    var stream = prescribedKey.stream()
    for (day, chance) in chances.enumerated() {
      let asked = Self.quantity(law, cells, stream.next())
      guard chance > 0, asked > 0 else { continue }
      var turningKey = key
      turningKey.purpose = StreamPurpose.spillOver.word(day: day)
      var coin = turningKey.stream()
      let units = BinomialCount.quantile(
        coin.nextOpenUnit(), units: asked, probability: chance)
      guard units > 0 else { continue }
      addSpillOver(day + warmUp, UInt32(unit.node), units, own: &own, ownEnd: ownEnd)
    }
  }

  /// Adds the mean of what turns to public care instead: its fractions add up until they make a unit.
  private mutating func addUpSpillOver(
    to unit: DemandProgram.Unit, _ program: DemandProgram, _ chances: [Double], from first: Int
  ) {
    let parts = 1_000_000_000.0
    let partsOfUnit =
      Int128(DailyRate.partsPerUnit) * Int128(parts) * Int128(program.calendar.ticksPerDay)
    let rate = Int128(program.spillOver.rates[Int(unit.prescribed)].nanoUnits)
    let warmUp = program.calendar.warmUpDays
    var own = first
    let ownEnd = drawnCount
    var rest: Int128 = 0
    for (day, chance) in chances.enumerated() {
      rest += rate * Int128((chance * parts).rounded())
      let units = Int(rest / partsOfUnit)
      guard units > 0 else { continue }
      rest -= Int128(units) * partsOfUnit
      addSpillOver(day + warmUp, UInt32(unit.node), units, own: &own, ownEnd: ownEnd)
    }
  }
}
