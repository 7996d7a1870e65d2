/// 3.2: what is done with the data before anything is simulated.
enum PreProcessingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let shortages: Prose = facts.hasShortages ? "; shortages stay in continuous time" : ""
    var points: [Prose] = [
      "A scenario that extends another is laid over it, value by value; `buffert check --explain` prints "
        + "every value that holds, with its default or where it is stated.",
      "A week is 7 days, a month 30 and a year 365 in durations and rates; dates follow the calendar.",
      "Durations are counted in steps of \(facts.words.length(1)); drawn ones are rounded to the nearest "
        + "step, remaining life down\(shortages).",
      "Rates of consumption are exact to a billionth of a unit per day and are added without rounding.",
      "How the tables themselves were made is not known to the program; it is told by whoever made them.",
    ]
    if facts.hasProfiles {
      points.append("Factors of weekdays and months are scaled to a mean of 1.")
    }
    return [.points(points)]
  }
}
