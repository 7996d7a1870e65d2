import Quantities
import SupplyModel

/// What holds for every row of the table of consumption.
struct ConsumptionDefaults {
  /// What multiplies what is expected and what is used.
  var scale = Decimal(significand: 1)
  /// What multiplies what is used.
  var actual = Decimal(significand: 1)
  /// The profile of rows that name none.
  var profile: Position<DemandProfile>?
  /// What care units used, where the scenario states a history.
  var history: HistoryTable?
  /// What patients with prescriptions use, in rows that do not say it. [units/day]
  var prescribed = DailyRate.zero
}
