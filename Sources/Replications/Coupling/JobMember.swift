/// One product of a job of several: its run and its world.
///
/// A class, since Swift 6.3.1 has no arrays of structures that cannot be copied. It is reached once
/// for each stage of the day, never from within one.
final class JobMember {
  var run = ProductRun()
  var demand = DemandHistory()
  var outages = Outages()
  /// What happens in each period, where that is told apart.
  var periods = PeriodBook()
  /// For how long it has been in shortage; 0 on the first day, −1 while it is not. [days]
  private var daysInShortage = -1

  /// Before the first day.
  func forgetShortage() { daysInShortage = -1 }

  /// Notes whether a shortage of the product goes on today.
  ///
  /// One that is under way when the simulation begins counts from there.
  func noteShortage() {
    daysInShortage = outages.isInShortage(run.today) ? daysInShortage + 1 : -1
  }

  /// Whether a shortage that lasts began at least so many days ago; `nil` asks for none.
  func hasBeenInShortage(for delayDays: Int?) -> Bool {
    guard let delayDays else { return true }
    return daysInShortage >= delayDays
  }
}
