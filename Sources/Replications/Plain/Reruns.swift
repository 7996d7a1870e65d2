/// How often a product's replications had to be run again with all lots, under one policy, by one worker.
///
/// It decides how many care units' lots are followed from the start; results are the same in any case.
struct Reruns: BitwiseCopyable {
  private var runs: Int32 = 0
  private var reruns: Int32 = 0
  private var level: UInt8 = 0

  /// Which care units' lots need not be followed.
  struct Caution: BitwiseCopyable {
    fileprivate let level: UInt8

    /// Whether lots need not be followed where this much is expected of use.
    func allows(_ use: ExpectedUse) -> Bool {
      switch level {
      case 0: use >= .withinLife
      case 1: use >= .withinHalfLife
      default: false
      }
    }
  }

  /// What has been learned.
  var caution: Caution { Caution(level: level) }

  /// Notes a run. Where more than one in fifty has had to be repeated, fewer lots are left out from then on.
  mutating func note(wasRepeated: Bool) {
    runs += 1
    guard wasRepeated else { return }
    reruns += 1
    if level < 2, Int(reruns) * 50 > Int(runs) + 50 {
      level += 1
      (runs, reruns) = (0, 0)
    }
  }
}
