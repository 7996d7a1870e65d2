/// 5.3: how the model is run.
enum ExecutionSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    return [
      .points([
        words(
          "Event-driven in steps: nothing is touched in a step in which nothing can happen to it. Within a "
            + "step the order is that of section 2.2; ties go by rank, then id.",
          "Händelsestyrt i steg: inget berörs i ett steg där inget kan hända med det. Inom ett steg är "
            + "ordningen den i avsnitt 2.2; vid lika ordning avgör rang, därefter id."),
        words(
          "Quantities, money and time are whole numbers; sums are exact and do not depend on their order.",
          "Mängder, belopp och tider är heltal; summor är exakta och beror inte på ordningen."),
        words(
          "A replication is a pure function of the model and its number. Replications are spread over the "
            + "cores, and results are the same bytes on any number of them.",
          "En upprepning är en ren funktion av modellen och sitt nummer. Upprepningarna fördelas över "
            + "processorkärnorna, och resultaten är desamma, byte för byte, på hur många kärnor som helst."
        ),
        words(
          "At the end of each replication what came in of each product is compared with what went out and "
            + "what is there; the run stops if they differ.",
          "I slutet av varje upprepning jämförs det som har kommit in av varje produkt med det som har gått ut "
            + "och det som finns kvar; körningen avbryts om de skiljer sig."),
      ])
    ]
  }
}
