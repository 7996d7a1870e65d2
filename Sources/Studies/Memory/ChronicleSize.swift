import SupplyModel

/// How much a study keeps of what it follows over time, told from the model alone.
struct ChronicleSize {
  /// Numbers that are kept of a replication. [1]
  let kept: Double
  /// What a core needs besides while it runs one. [bytes]
  let perWorker: Double

  /// What is kept of some policies and so many products.
  init(
    _ content: SupplyModel.Content, policies: Double, products: Double
  ) {
    let experiment = content.experiment
    let points = Double(
      TimelinePoints(
        horizonTicks: experiment.horizonDays, ticksPerDay: experiment.ticksPerDay
      ).days.count)
    let quarters = Double(
      DiscardPeriods(
        horizonTicks: experiment.horizonDays, ticksPerDay: experiment.ticksPerDay
      ).quarterCount)
    let phases = Double(content.timeline.count)
    let periods = phases > 0 ? phases + 2 : 0
    let ranks = products > 1 ? Double(CoverRank.allCases.count) : 0
    let courses: Double = content.shortages.contains { $0.announcement != nil } ? 2 : 1
    let regions = content.regions.count > 1 ? Double(content.regions.count) : 0
    let groups =
      1 + regions + min(Double(Category.allCases.count), products)
      + min(Double(content.demandClasses.count), products)
    kept =
      points * (policies * (1 + ranks) + courses) + policies * quarters
      + 2 * phases + policies * periods * groups * Double(Chronicle.PeriodSum.allCases.count)
    // The cover of every product; of the product at hand, what each location did in each period.
    perWorker =
      8 * (points * policies * (ranks > 0 ? products : 0) + kept)
      + 32 * Double(content.locations.count) * (periods > 0 ? periods + 1 : 0)
  }
}
