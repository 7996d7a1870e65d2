import Replications
import Studies
import SupplyModel

/// The studies of a run, compiled: this takes time and memory where a scenario is large.
struct RunStudies {
  private let run: PreparedRun
  /// The study as things are; of a shard, its replications.
  let actual: Study
  /// The study with each obstacle of the request gone.
  private let others: [Study]

  init(_ run: PreparedRun) {
    self.run = run
    let jobs = run.request.jobs
    let study = Study(
      CompiledModel(
        run.scenario.model, policies: run.choice.policies, products: run.choice.products,
        jobs: jobs),
      replications: run.replications, keeping: run.request.keepsDetail ? .everything : .levels)
    actual = study
    others = run.withoutObstacles.map { study.repeated(in: $0, jobs: jobs) }
  }

  /// One of the studies, and whose its chunks are.
  ///
  /// A variant is made when it is asked for, since its plans take memory.
  ///
  /// - Parameters:
  ///   - number: its place among the studies of the run.
  ///   - replications: those that were run of the study as things are.
  func branch(
    _ number: Int, replications: Range<Int>
  ) throws(ExitFailure) -> (Study, StudyIdentity) {
    let variant = number - 1 - others.count
    let (branch, name, scenario): (Study, String, String)
    if number == 0 {
      (branch, name, scenario) = (actual, "", run.digest)
    } else if variant < 0 {
      name = "without-\(run.request.without[number - 1].rawValue)"
      (branch, scenario) = (others[number - 1], run.digest)
    } else {
      branch = try run.assumptions.study(variant, replications, run.request)
      (name, scenario) = ("variant-\(variant + 1)", run.assumptions.digest(variant))
    }
    return (
      branch,
      StudyIdentity(
        branch, version: Version.number, scenario: scenario, branch: name, shard: run.shard)
    )
  }
}
