public import Estimators
import Replications
public import SupplyModel

/// What a study finds with an obstacle gone, beside what it finds as things are.
///
/// A counterfactual of each policy as it is, not a bound on what other policies could do.
public struct Counterfactual: Sendable {
  /// What is gone.
  public let obstacle: Obstacle
  private let actual: StudyResult
  private let changed: StudyResult

  /// Sets two results of the same replications against each other.
  ///
  /// - Parameters:
  ///   - obstacle: what is gone.
  ///   - changed: what `Study.without(_:)` has found.
  ///   - actual: what the study itself has found.
  public init(without obstacle: Obstacle, _ changed: StudyResult, actual: StudyResult) {
    precondition(
      changed.study.replications == actual.study.replications
        && changed.study.compiled.policies == actual.study.compiled.policies
        && changed.study.cells.map(\.place) == actual.study.cells.map(\.place),
      "a counterfactual should have the replications, policies and measures of what it is set against"
    )
    self.obstacle = obstacle
    self.actual = actual
    self.changed = changed
  }

  /// What an obstacle does to a measure of a group, over the replications that have the measure with
  /// it and without.
  public struct Effect: Sendable {
    /// Of what.
    public let group: Group
    /// Which measure.
    public let measure: Measure
    /// Replications that have it with the obstacle and without. [1]
    public let count: Int
    /// Mean as things are; `nil` if there are no such replications.
    public let actual: Double?
    /// Mean without the obstacle.
    public let mean: Double?
    /// Mean of the paired differences: without the obstacle minus as things are.
    public let difference: Double?
    /// Its 95 % interval, Student's t; `nil` for fewer than two replications.
    public let interval: ConfidenceInterval?
    /// How much of the mean as things are is due to the obstacle: what is less without it ÷ that mean;
    /// `nil` where that is nothing. Below 0 where there is more without it.
    public let share: Double?
    /// Its 95 % interval, as `PairedRatio` says; `nil` for fewer than two replications.
    public let shareInterval: ConfidenceInterval?
  }

  /// The effects on some measures in every group whose replications are kept, in the order of the
  /// tables.
  public func effects(policy: Int, measures: [String]) -> [Effect] {
    actual.study.keptCells.compactMap { cell in
      measures.contains(Measure.all[actual.study.cells[cell].measure].name)
        ? effect(policy: policy, cell: cell) : nil
    }
  }

  /// The effect on a measure of everything; `nil` where there is no such measure.
  public func effect(policy: Int, measure: String) -> Effect? {
    actual.cell(.all, "all", measure).map { effect(policy: policy, cell: $0) }
  }

  private func effect(policy: Int, cell index: Int) -> Effect {
    let cell = actual.study.cells[index]
    let pairs = zip(
      changed.keptValues(policy: policy, cell: index),
      actual.keptValues(policy: policy, cell: index)
    ).filter { $0 != Study.absent && $1 != Study.absent }
    let differences = PairedDifference(pairs.map(\.0), minus: pairs.map(\.1))
    let interval = differences.interval()?.scaled(by: 1 / cell.parts)
    let share = PairedRatio.ratio(of: pairs.map { (upper: $1 - $0, lower: $1) })
    return Effect(
      group: actual.study.grouping.groups[cell.group], measure: Measure.all[cell.measure],
      count: pairs.count,
      actual: ExactMoments(pairs.map(\.1)).mean.map { $0 / cell.parts },
      mean: ExactMoments(pairs.map(\.0)).mean.map { $0 / cell.parts },
      difference: differences.moments.mean.map { $0 / cell.parts }, interval: interval,
      share: share?.ratio, shareInterval: share?.interval)
  }
}

extension Study {
  /// This study with an obstacle gone: the same replications, policies and products.
  ///
  /// - Throws: `ModelProblems` where the model cannot do without the obstacle.
  public func without(_ obstacle: Obstacle) throws(ModelProblems) -> Study {
    repeated(in: try compiled.model.without(obstacle))
  }

  /// The same replications, policies and products in another model, which has the same ones.
  ///
  /// - Parameter jobs: how many cores to use; changes nothing. [1 or more]
  public func repeated(in model: SupplyModel, jobs: Int = 1) -> Study {
    Study(
      CompiledModel(
        model, policies: compiled.policies, products: compiled.products.map(\.position),
        jobs: jobs),
      replications: replications, keeping: keeping)
  }
}

extension Study.Cell {
  /// Which group's which measure it is.
  fileprivate var place: [Int] { [group, measure] }
}
