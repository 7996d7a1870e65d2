/// Shows from quantities alone that nothing has expired at a location, so that its lots need not be
/// followed.
///
/// Issued is what expires first. Of what expires on a day x or before, the last came at the latest on day
/// x − L, if everything had at least L days left when it came. From then on all that is issued is of
/// that as long as there is any: on day t at most max(0, stock on day x − L − issued since) is left. So
/// if at any time all that a location holds is as much as it issues within L days, nothing of it
/// expires there, whatever the lots are.
///
/// How long that takes is bounded with two marks: when as much has been issued as had come up to the last
/// mark, a new one is set. What stood there at any time between two marks has been issued, as a quantity,
/// by the mark after them.
struct Passage: BitwiseCopyable {
  /// All that has come. [units]
  private var arrived: Int64 = 0
  /// All that had come at the last mark. [units]
  private var mark: Int64 = 0
  /// The day of the last mark.
  private var markDay: Int32 = 0
  /// The day of the mark before it.
  private var previousDay: Int32 = -1
  /// The longest time from one mark to the second one after it. [days]
  private var longest: Int32 = 0
  /// The shortest life that anything had left when it came. [days]
  private var shortestLife = Int32.max

  /// Notes that goods come on a day.
  @inline(__always)
  mutating func arrive(_ quantity: Int64, lifeDays: Int, on day: Int, onHandBefore: Int64) {
    shortestLife = min(shortestLife, Int32(truncatingIfNeeded: lifeDays))
    arrive(quantity, on: day, onHandBefore: onHandBefore)
  }

  /// Notes that goods come on a day whose life is noted with `shorten`.
  @inline(__always)
  mutating func arrive(_ quantity: Int64, on day: Int, onHandBefore: Int64) {
    arrived += quantity
    let day = Int32(truncatingIfNeeded: day)
    if onHandBefore == 0 {
      // All that came before is gone, and the marks up to then have been seen.
      mark = arrived
      markDay = day
      previousDay = day - 1
    } else if day == markDay {
      mark = arrived
    }
  }

  /// Notes that goods have been issued on a day.
  @inline(__always)
  mutating func issue(leaving onHand: Int64, on day: Int) {
    if arrived - onHand >= mark { setMark(on: Int32(truncatingIfNeeded: day)) }
  }

  /// Where every order fills the shelf: how much must be issued from now on until the next mark. [units]
  @inline(__always)
  func useUntilMark(holding target: Int64) -> Int64 { mark - arrived + target }

  /// Where every order fills the shelf: sets a mark on a day, and says how much must be issued after it until
  /// the next one. [units]
  ///
  /// - Parameters:
  ///   - used: all that has been issued since `refill`, today included. [units]
  ///   - served: what has been issued today, which comes again tomorrow. [units]
  mutating func markUse(
    of used: Int64, today served: Int64, holding target: Int64, on day: Int
  ) -> Int64 {
    let day = Int32(truncatingIfNeeded: day)
    longest = max(longest, day - previousDay)
    if served == target {
      // The shelf is empty until tomorrow: all that came before is gone.
      mark = arrived + used
      markDay = day + 1
      previousDay = day
      return target
    }
    mark = arrived + used - served
    previousDay = markDay
    markDay = day
    return target - served
  }

  /// Where every order fills the shelf: all that has been issued has come again.
  @inline(__always)
  mutating func refill(_ used: Int64) { arrived += used }

  /// Notes how long goods that have come can be used at least. [days from their arrival]
  mutating func shorten(toLifeDays lifeDays: Int32) { shortestLife = min(shortestLife, lifeDays) }

  private mutating func setMark(on day: Int32) {
    longest = max(longest, day - previousDay)
    previousDay = markDay
    markDay = day
    mark = arrived
  }

  /// Whether nothing came within so many days of its expiry before the end of the run.
  func proves(marginDays: Int, totalDays: Int, onHand: Int64) -> Bool {
    let most = Int(shortestLife) - 1 - marginDays
    // What stands there at the end matters only if it could have expired before.
    return Int(longest) <= most && (onHand == 0 || totalDays - Int(previousDay) <= most)
  }
}
