/// A store and the care units that order from it, whose days can be run in stretches; see
/// `ProductRun+Stretch.swift`.
struct Branch: BitwiseCopyable {
  /// The location that ships.
  var store: Int32
  /// The care units, which follow each other.
  var firstUnit: Int32
  var unitCount: Int32
  /// Where its rows begin in `ProductRun.outflows`: one for each gap between care units whose lots are
  /// followed.
  var firstRow: Int32 = 0
  /// Runs of care units whose lots are followed.
  var followedRuns: Int32 = 0
  /// The most that its other care units can ask for on one day. [units]
  var restingNeed: Int64 = 0
  /// The gap that the store ships to next today.
  var nextGap: Int32 = 0
  /// What its resting care units do today.
  var today = Outflow()
  /// Where the days of their tier begin in `ProductRun.stockChanges`.
  var stockRow: Int32
  /// The first day of the stretch.
  var start: Int32 = 0
  /// The day after its last one; `start` while no stretch has begun.
  var end: Int32 = 0
  /// How long what the store has shipped in the stretch can be used at least, from its arrival on. [days]
  var lifeDays = Int32.max
  /// Before this day no stretch begins.
  var retryDay: Int32 = 0
  /// How long to wait after a stretch that was cut short at once. [days]
  var patienceDays: Int32 = 1

  /// Whether a stretch has begun.
  var isOpen: Bool { end > start }

  /// The care units' nodes.
  var units: Range<Int> { Int(firstUnit)..<Int(firstUnit + unitCount) }

  /// What care units do together on one day.
  struct Outflow: BitwiseCopyable {
    /// What leaves the store and arrives tomorrow. [units]
    var sent: Int64 = 0
    /// What patients get beyond that. [units]
    var net: Int64 = 0
  }

  /// Whether a care unit's days are run in stretches, and where it stands among those that are not.
  struct Place: BitwiseCopyable {
    /// The branch; −1 for none.
    var branch: Int32 = -1
    /// How many runs of care units whose lots are followed have begun up to here.
    var gap: Int32 = 0
  }

  /// Most days of a stretch: those whose receipts stand in one word of `ProductRun.receiptDays`. [days]
  static let mostDays = 64
  /// A stretch that would be shorter is not worth the beginning. [days]
  static let fewestDays = 8
}
