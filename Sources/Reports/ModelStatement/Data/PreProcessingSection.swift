/// 3.2: what is done with the data before anything is simulated.
enum PreProcessingSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let step = words.length(1)
    let shortages =
      facts.hasShortages
      ? words("; shortages stay in continuous time", "; restsituationer behåller kontinuerlig tid")
      : .empty
    var points = [
      words(
        "A scenario that extends another is laid over it, value by value; `buffert check --explain` prints "
          + "every value that holds, with its default or where it is stated.",
        "Ett scenario som bygger på ett annat läggs över det, värde för värde; `buffert check --explain` "
          + "visar varje värde som gäller, med förval eller var det anges."),
      words(
        "A week is 7 days, a month 30 and a year 365 in durations and rates; dates follow the calendar.",
        "En vecka är 7 dagar, en månad 30 och ett år 365 i tidslängder och takter; datum följer kalendern."
      ),
      words(
        "Durations are counted in steps of \(step); drawn ones are rounded to the nearest step, remaining "
          + "life down\(shortages).",
        "Tidslängder räknas i steg om \(step); slumpade avrundas till närmaste steg, återstående hållbarhet "
          + "nedåt\(shortages)."),
      words(
        "Rates of consumption are exact to a billionth of a unit per day and are added without rounding.",
        "Förbrukningstakter är exakta till en miljarddels enhet per dag och läggs ihop utan avrundning."
      ),
      words(
        "How the tables themselves were made is not known to the program; it is told by whoever made them.",
        "Hur tabellerna själva har tagits fram känner programmet inte till; det berättar den som har gjort "
          + "dem."),
    ]
    if facts.hasProfiles {
      points.append(
        words(
          "Factors of weekdays and months are scaled to a mean of 1.",
          "Faktorer för veckodagar och månader skalas till medelvärdet 1."))
    }
    return [.points(points)]
  }
}
