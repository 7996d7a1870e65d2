/// Days on which a location must be looked at because a lot of its own nears its expiry.
///
/// A location has one wake-up that counts; a later one that was set before an earlier became
/// necessary is passed over when its day comes.
struct WakeCalendar: ~Copyable {
  private var entries = Column<Entry>()
  private var firstOfDay = Column<Int32>()
  private var wakeDay = Column<Int32>()
  private var free: Int32 = -1

  struct Entry: BitwiseCopyable {
    var node: Int32
    var next: Int32
  }

  /// Forgets everything; `nodes` locations, `days` days.
  mutating func reset(nodes: Int, days: Int) {
    entries.removeAll()
    free = -1
    firstOfDay.reset(to: -1, count: days)
    wakeDay.reset(to: .max, count: nodes)
  }

  /// Makes sure that a location is woken on a day or before.
  @inline(__always)
  mutating func wake(_ node: Int, by day: Int) {
    guard Int(wakeDay[node]) > day else { return }
    wakeDay[node] = Int32(truncatingIfNeeded: day)
    guard day < firstOfDay.count else { return }
    let entry: Int32
    if free >= 0 {
      entry = free
      free = entries[Int(entry)].next
    } else {
      entry = Int32(entries.count)
      entries.append(Entry(node: 0, next: -1))
    }
    entries[Int(entry)] = Entry(node: Int32(node), next: firstOfDay[day])
    firstOfDay[day] = entry
  }

  /// Whether no location may have to be woken on a day.
  @inline(__always)
  func isEmpty(on day: Int) -> Bool { firstOfDay[day] < 0 }

  /// The next location to wake on a day, in no particular order; `nil` when none is left.
  @inline(__always)
  mutating func nextAwake(on day: Int) -> Int? {
    while true {
      let entry = firstOfDay[day]
      guard entry >= 0 else { return nil }
      let found = entries[Int(entry)]
      firstOfDay[day] = found.next
      entries[Int(entry)].next = free
      free = entry
      let node = Int(found.node)
      if Int(wakeDay[node]) == day {
        wakeDay[node] = .max
        return node
      }
    }
  }
}
