import SupplyModel

/// When a location reviews its stock, as one number: every n days, or a set of weekdays.
struct ReviewPattern: Sendable, BitwiseCopyable, Equatable {
  /// n above 0: every n days; below 0: the weekdays whose bits are set in −n, bit 0 for Monday.
  private let code: Int32

  init(_ rule: ReviewRule) {
    switch rule {
    case .onDemand: code = 1
    case .every(let days): code = Int32(days)
    case .weekdays(let weekdays): code = -weekdays.reduce(0) { $0 | 1 << Int32($1) }
    }
  }

  /// Whether every day is one of its days.
  var isEveryDay: Bool { code == 1 }

  /// The longest time between two of its days that plans reckon with. [days]
  func longestInterval(ticksPerDay: Int) -> Int { code > 0 ? Int(code) : 7 * ticksPerDay }

  /// Whether a day, counted from the start of the horizon, is one of its days; with a tick shorter
  /// than a day it is the first tick of a weekday.
  ///
  /// - Parameter firstWeekday: the weekday of the first day of the horizon, 0 for Monday.
  @inline(__always)
  func isDue(on day: Int, firstWeekday: Int, ticksPerDay: Int = 1) -> Bool {
    if code == 1 { return true }
    if code > 0 { return day % Int(code) == 0 }
    guard day % ticksPerDay == 0 else { return false }
    let rest = (firstWeekday + day / ticksPerDay) % 7
    return -code >> Int32(rest < 0 ? rest + 7 : rest) & 1 == 1
  }
}

/// Which locations review their stock on which days.
///
/// Locations with the same pattern form a class; the classes due today are laid over each other.
/// Intervals count from the first day of the horizon, in the warm-up backwards; weekdays are those
/// of the calendar.
struct ReviewDays: ~Copyable {
  private var patterns = Column<ReviewPattern>()
  private var members = Column<UInt64>()
  private var wordCount = 0
  private var dueWords = Column<UInt64>()
  private var firstWeekday = 0
  private var ticksPerDay = 1
  /// Whether everybody is due on every day; then nothing is looked up.
  private(set) var isEveryDay = false

  /// Sorts the locations into classes.
  ///
  /// - Parameter firstWeekday: the weekday of the first day of the horizon, 0 for Monday.
  mutating func reset(
    _ plans: borrowing Column<NodePlan>, firstWeekday: Int, ticksPerDay: Int = 1
  ) {
    self.firstWeekday = firstWeekday
    self.ticksPerDay = ticksPerDay
    patterns.removeAll()
    members.removeAll()
    wordCount = (plans.count + 63) / 64
    dueWords.reset(to: 0, count: wordCount)
    for node in 0..<plans.count {
      let pattern = plans[node].review
      var place = 0
      while place < patterns.count, patterns[place] != pattern { place += 1 }
      if place == patterns.count {
        patterns.append(pattern)
        for _ in 0..<wordCount { members.append(0) }
      }
      members[place * wordCount + node >> 6] |= 1 << UInt64(node & 63)
    }
    isEveryDay = patterns.count == 1 && patterns[0].isEveryDay
    dueWords.reset(to: isEveryDay ? .max : 0, count: wordCount)
  }

  /// Looks up who is due on a day, counted from the start of the horizon.
  @inline(__always)
  mutating func turn(to day: Int) {
    if !isEveryDay { lookUp(day) }
  }

  @inline(never)
  private mutating func lookUp(_ day: Int) {
    for word in 0..<wordCount { dueWords[word] = 0 }
    for place in 0..<patterns.count {
      guard patterns[place].isDue(on: day, firstWeekday: firstWeekday, ticksPerDay: ticksPerDay)
      else { continue }
      for word in 0..<wordCount { dueWords[word] |= members[place * wordCount + word] }
    }
  }

  /// Who is due today, 64 locations at once.
  @inline(__always)
  func due(word: Int) -> UInt64 { dueWords[word] }
}
