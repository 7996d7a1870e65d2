/// 5.3: how the model is run.
enum ExecutionSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [
      .points([
        "Event-driven in steps: nothing is touched in a step in which nothing can happen to it. Within a "
          + "step the order is that of section 2.2; ties go by rank, then id.",
        "Quantities, money and time are whole numbers; sums are exact and do not depend on their order.",
        "A replication is a pure function of the model and its number. Replications are spread over the "
          + "cores, and results are the same bytes on any number of them.",
        "At the end of each replication what came in of each product is compared with what went out and "
          + "what is there; the run stops if they differ.",
      ])
    ]
  }
}
