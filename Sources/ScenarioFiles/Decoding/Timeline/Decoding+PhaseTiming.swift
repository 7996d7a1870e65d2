import Quantities
import RandomStreams
import SupplyModel

/// When a phase takes place, as it is written.
struct StatedTiming {
  let begin: Begin
  let length: StatedDuration
  /// How likely it is to take place, in ten-thousandths.
  let probabilityBasisPoints: Int64

  /// When a phase begins.
  enum Begin {
    /// On one of these days, from the start of the horizon.
    case days(first: Int, last: Int)
    /// So long after the first day or the end of a phase, which is named there.
    case after(
      name: String, edge: PhaseTiming.Edge, delay: StatedDuration, range: SourceRange,
      path: String)
  }
}

/// A length of time that may be random, to the nearest day.
struct StatedDuration {
  let distribution: Distribution
  /// The shortest. [days]
  let shortest: Int
  /// The longest; `nil` if there is no longest. [days]
  let longest: Int?

  /// A length of time of at least so many days.
  init(_ distribution: Distribution, atLeast least: Int) {
    func rounded(_ days: Double) -> Int { max(least, Int((days + 0.5).rounded(.down))) }
    self.distribution = distribution
    shortest = rounded(distribution.lowerBound)
    longest = distribution.upperBound < 1e9 ? rounded(distribution.upperBound) : nil
  }
}

extension Decoding {
  /// When a phase takes place.
  func timing(_ object: ObjectReader, _ start: CalendarDate) -> StatedTiming? {
    typealias Part = Catalogue.Phase
    let begin = object.requiredMember("from", example: Format<CalendarDate>.date.example)
      .flatMap { self.begin($0, object.path("from"), start) }
    let length = object.requiredMember("length", example: Part.length.example)
      .flatMap { self.length($0, object.path("length")) }
    let probability = basisPoints(object, Part.probability)
    guard let begin, let length, let probability else { return nil }
    return StatedTiming(begin: begin, length: length, probabilityBasisPoints: probability)
  }

  /// How long a phase lasts: a day at least.
  private func length(_ node: JSONNode, _ path: String) -> StatedDuration? {
    guard node.members != nil else {
      return read(node, path, Catalogue.Phase.length)
        .map { StatedDuration(.constant(Double($0)), atLeast: 1) }
    }
    guard let found = durations(node, path) else { return nil }
    guard found.upperBound >= 0.5 else {
      report(
        node.range, path, "is never longer than 0 days", allowed: "a phase of at least one day",
        remedy: "write for example \(Catalogue.Phase.length.example)")
      return nil
    }
    return StatedDuration(found, atLeast: 1)
  }

  /// When a phase begins: on a date, between two, or after another phase.
  private func begin(
    _ node: JSONNode, _ path: String, _ start: CalendarDate
  ) -> StatedTiming.Begin? {
    guard node.members != nil else {
      return read(node, path, .date).map { date in
        let day = firstTick(of: date, start)
        return .days(first: day, last: day)
      }
    }
    typealias Part = Catalogue.PhaseBegin
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    switch (object.member("between"), object.member("after")) {
    case (let between?, nil):
      for key in [Part.edge.name, "delay"] {
        guard let member = object.member(key) else { continue }
        report(
          member.range, object.path(key), "has no meaning with between",
          allowed: "\(key) only with after", remedy: "leave it out")
        return nil
      }
      return days(between, object.path("between"), start)
    case (nil, let after?):
      let name = object.value(Part.after)
      let edge = object.value(Part.edge)
      let delay = self.delay(object.member("delay"), object.path("delay"))
      guard let name, let edge, let delay else { return nil }
      return .after(
        name: name, edge: edge, delay: delay, range: after.range, path: object.path("after"))
    case (let between, _):
      // A key that nobody knows was meant to say it, and has been reported.
      let isUnclear = node.members?.contains { !Part.section.names.contains($0.key) } ?? false
      if between == nil, isUnclear { return nil }
      report(
        node.range, path, between == nil ? "states no day" : "states both between and after",
        allowed: "a date, { between: … } or { after: … }",
        remedy: between == nil ? "write for example { after: \"crisis\" }" : "leave one of them out"
      )
      return nil
    }
  }

  /// Any day from the first of two dates to the last.
  private func days(
    _ node: JSONNode, _ path: String, _ start: CalendarDate
  ) -> StatedTiming.Begin? {
    guard let elements = node.elements, elements.count == 2 else {
      let found = node.elements.map { "is a list of \($0.count)" } ?? "is \(node.kindName)"
      report(
        node.range, path, found, allowed: "a list of two dates",
        remedy: "write for example [\"2027-03-01\", \"2027-09-30\"]")
      return nil
    }
    let first = read(elements[0], path + "[0]", Format<CalendarDate>.date)
    let last = read(elements[1], path + "[1]", Format<CalendarDate>.date)
    guard let first, let last else { return nil }
    guard first <= last else {
      report(
        node.range, path, "ends before it begins", allowed: "the earlier date first",
        remedy: "write [\"\(last)\", \"\(first)\"]")
      return nil
    }
    return .days(
      first: firstTick(of: first, start),
      last: firstTick(of: last, start) + context.tick.perDay - 1)
  }

  private func delay(_ node: JSONNode?, _ path: String) -> StatedDuration? {
    guard let node else {
      explain(path, "0 days", at: nil)
      return StatedDuration(.constant(0), atLeast: 0)
    }
    guard node.members == nil else {
      return durations(node, path).map { StatedDuration($0, atLeast: 0) }
    }
    return read(node, path, Catalogue.PhaseBegin.delay)
      .map { StatedDuration(.constant(Double($0)), atLeast: 0) }
  }

  /// The first tick of a date, from the start of the horizon.
  private func firstTick(of date: CalendarDate, _ start: CalendarDate) -> Int {
    (date.dayNumber - start.dayNumber) * context.tick.perDay
  }
}
