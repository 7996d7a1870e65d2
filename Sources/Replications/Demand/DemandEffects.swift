import SupplyModel

/// What the phases of the timeline do to what one care unit needs of one product.
///
/// Care units with equal effects and the same profile share a course.
struct DemandEffects: Hashable, Sendable {
  /// What multiplies the mean, in the order of the timeline; a phase's demand class first.
  private(set) var multipliers: [Multiplier] = []
  /// What is put off, in the order of the timeline.
  private(set) var postponements: [PutOff] = []

  /// A multiplier of the mean while a phase lasts.
  struct Multiplier: Hashable, Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// At full size; 1 changes nothing.
    let factor: Double
  }

  /// Care that is put off while a phase lasts.
  struct PutOff: Hashable, Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// Of what would be asked for. [0…1]
    let share: Double
    /// Of what is put off. [0…1]
    let returning: Double
    /// Over how long it comes back. [days]
    let returnDays: Int
  }

  init(
    on product: Position<Product>, at location: Position<Location>, in content: SupplyModel.Content
  ) {
    let item = content.products[product]
    let place = content.locations[location]
    for (index, phase) in content.timeline.enumerated() {
      func add(_ factor: Double) {
        if factor != 1 { multipliers.append(Multiplier(phase: index, factor: factor)) }
      }
      add(phase.demandMultipliers[item.demandClass.index])
      for effect in phase.demandEffects
      where effect.products.selects(item, at: product)
        && effect.locations.selects(place, at: location, for: item.category)
      {
        add(effect.multiplier)
      }
      for put in phase.postponements
      where put.products.selects(item, at: product)
        && put.locations.selects(place, at: location, for: item.category)
      {
        postponements.append(
          PutOff(
            phase: index, share: Double(put.shareBasisPoints) / 10_000,
            returning: Double(put.returnsBasisPoints) / 10_000, returnDays: put.returnDays))
      }
    }
  }

  /// Whether the windows of its phases are drawn, so that each replication has a course of its own.
  func isDrawn(_ timeline: [Phase]) -> Bool {
    multipliers.contains { timeline[$0.phase].timing != nil }
      || postponements.contains { timeline[$0.phase].timing != nil }
  }

  /// What the mean is multiplied by, day by day of the horizon, where phases take place in windows.
  ///
  /// - All multipliers of a day are multiplied, each as far as its phase has grown by then.
  /// - Of what is left each postponement puts off its share, as far as its phase has grown, in the
  ///   order of the timeline, from what those before it have left.
  /// - What was put off comes back as the stated share of its sum, the same on each day of the
  ///   return. It is in parts of the care unit's own mean, and nothing multiplies it or puts it off
  ///   anew. What falls outside the horizon is not simulated.
  ///
  /// - Parameter profile: the profile's factors, day by day of the horizon; empty for none.
  func course(of timeline: [Phase], in windows: [PhaseWindow], profile: [Double], days: Int)
    -> [Double]
  {
    var course: [Double] = []
    var returns: [Return] = []
    addCourse(of: timeline, in: windows, profile: profile, days: days, to: &course, &returns)
    return course
  }

  /// What was put off and comes back, the same on each of some days.
  struct Return: Sendable {
    let days: Range<Int>
    let each: Double
  }

  /// Adds that to the end of a longer course.
  ///
  /// - Parameter returns: room to work in, so that none has to be asked for.
  func addCourse(
    of timeline: [Phase], in windows: [PhaseWindow], profile: [Double], days: Int,
    to course: inout [Double], _ returns: inout [Return]
  ) {
    let start = course.count
    for _ in 0..<days { course.append(1) }
    func inside(_ window: PhaseWindow) -> Range<Int> {
      let first = min(max(0, window.firstDay), days)
      return first..<max(first, min(window.endDay, days))
    }
    for multiplier in multipliers {
      let (phase, window) = (timeline[multiplier.phase], windows[multiplier.phase])
      for day in inside(window) {
        course[start + day] *= 1 + (multiplier.factor - 1) * phase.strength(onDay: day, in: window)
      }
    }
    for day in profile.indices { course[start + day] *= profile[day] }
    // Nothing that comes back is put off anew, so returns are added when all has been put off.
    returns.removeAll(keepingCapacity: true)
    for put in postponements {
      let (phase, window) = (timeline[put.phase], windows[put.phase])
      var sum = 0.0
      for day in inside(window) {
        let part = course[start + day] * put.share * phase.strength(onDay: day, in: window)
        course[start + day] = max(0, course[start + day] - part)
        sum += part
      }
      guard sum > 0 else { continue }
      let after = PhaseWindow(firstDay: window.endDay, endDay: window.endDay + put.returnDays)
      returns.append(
        Return(days: inside(after), each: sum * put.returning / Double(put.returnDays)))
    }
    for part in returns {
      for day in part.days { course[start + day] += part.each }
    }
  }
}
