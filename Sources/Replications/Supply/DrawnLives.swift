/// How long deliveries can be used at their receipt, as far as that has been drawn in this world.
///
/// A life is named by what it is for, not by the policy: the delivery that a location orders from a
/// supplier on a day lives as long under every policy. So it is drawn once for all of them.
struct DrawnLives: ~Copyable {
  private var entries = Column<Entry>()
  private var days = 0
  /// Which world the entries of this one bear.
  private var world: Int32 = 0

  struct Entry: BitwiseCopyable {
    /// The world in which it was drawn; 0 for none.
    var world: Int32 = 0
    /// [days]
    var life: Int32 = 0
  }

  /// Begins a new world: nothing has been drawn in it.
  ///
  /// - Parameters:
  ///   - rows: one for each supplier and topmost location.
  ///   - days: of warm-up and horizon.
  mutating func begin(rows: Int, days: Int) {
    self.days = days
    if world == .max {
      entries.reset(to: Entry(), count: entries.count)
      world = 0
    }
    world += 1
    if entries.count < rows * days { entries.reset(to: Entry(), count: rows * days) }
  }

  /// The life of what is ordered on a day; `nil` if it has not been drawn yet. [days]
  @inline(__always)
  func life(_ row: Int, on day: Int) -> Int? {
    let entry = entries[row * days + day]
    return entry.world == world ? Int(entry.life) : nil
  }

  /// Notes it.
  @inline(__always)
  mutating func note(_ life: Int, _ row: Int, on day: Int) {
    entries[row * days + day] = Entry(world: world, life: Int32(clamping: life))
  }
}
