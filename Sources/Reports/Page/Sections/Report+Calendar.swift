import Quantities

extension ReportWriter {
  /// A phase of the scenario with its time where that is stated as a date and a length.
  struct Phase {
    let name: String
    /// Days from the first of the horizon; `nil` where it is drawn by chance. [days]
    let days: (from: Double, to: Double)?
    let when: String
  }

  /// The phases of the scenario's timeline.
  var phases: [Phase] {
    var phases: [Phase] = []
    var place = 0
    func value(_ name: String) -> String? {
      input.value("timeline[\(place)].\(name)").map { $0.replacing("\"", with: "") }
    }
    while let name = value("phase") {
      let (from, length) = (value("from"), value("length"))
      var days: (from: Double, to: Double)?
      if let start = CalendarDate(input.run.horizon.start),
        let date = from.flatMap(CalendarDate.init),
        let count = length.flatMap(Self.days)
      {
        let first = Double(date.dayNumber - start.dayNumber)
        days = (max(0, first), first + count)
      }
      let when = [from, length].compactMap { $0 }.joined(separator: ", ")
      phases.append(Phase(name: name, days: days, when: when))
      place += 1
    }
    return phases
  }

  /// A length such as `90 days` or `3 months`; `nil` for what is no such thing. [days]
  private static func days(_ text: String) -> Double? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Double(parts[0]), number.magnitude < 1e9 else {
      return nil
    }
    let units = [
      ("hour", 1.0 / 24), ("day", 1), ("week", 7), ("month", 30), ("year", 365),
    ]
    return units.first { parts[1].hasPrefix($0.0) }.map { number * $0.1 }
  }

  /// The phases that take place in every replication at the same time.
  var spans: [TimeChart.Span] {
    let drawn = Set(calendar.filter { $0.kind == "phase" && !isSettled($0) }.map(\.name))
    return phases.compactMap { phase in
      guard !drawn.contains(phase.name) else { return nil }
      return phase.days.map { TimeChart.Span(label: phase.name, from: $0.from, to: $0.to) }
    }
  }

  /// What goes on over time besides: shortages that are drawn, those that are known of where that is
  /// something else, and phases whose time is drawn; with the shares by day.
  var strips: [(strip: TimeStrip, shares: [String: Double])] {
    let courses = calendar
    let fact = courses.first { $0.kind == "shortage" }
    return courses.compactMap { course in
      let label: String
      switch course.kind {
      case "shortage": label = words("products in shortage", "produkter med brist")
      case "knownShortage":
        if let fact, fact.shares == course.shares { return nil }
        label = words("announced or in shortage", "aviserad eller pågående brist")
      default:
        guard !isSettled(course) else { return nil }
        label = words("chance of \(course.name)", "sannolikhet för \(course.name)")
      }
      let points = course.days.compactMap { day in
        course.shares[day].map { (day: Double(day) ?? 0, share: $0) }
      }
      return (TimeStrip(label: label, points: points), course.shares)
    }
  }

  /// One thing that goes on, as `calendar.csv` has it.
  private struct Course {
    let kind: String
    let name: String
    var days: [String] = []
    var shares: [String: Double] = [:]
  }

  private var calendar: [Course] {
    guard let table = input.table("calendar"), let kind = table.column("kind"),
      let name = table.column("name"), let day = table.column("day"),
      let mean = table.column("mean")
    else { return [] }
    var courses: [Course] = []
    for row in table.rows {
      if courses.last?.kind != row[kind] || courses.last?.name != row[name] {
        courses.append(Course(kind: row[kind], name: row[name]))
      }
      guard let share = Double(row[mean]) else { continue }
      courses[courses.count - 1].days.append(row[day])
      courses[courses.count - 1].shares[row[day]] = share
    }
    return courses
  }

  /// Whether a phase is on in all replications or in none, day by day.
  private func isSettled(_ course: Course) -> Bool {
    course.shares.values.allSatisfy { $0 == 0 || $0 == 1 }
  }
}
