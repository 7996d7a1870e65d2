import Estimators
public import Replications

/// When a study has run often enough: as soon as the headline measures are as precise as asked for.
///
/// Each policy's mean of each headline measure must have a 95 % interval that reaches at most so
/// large a share of the mean to either side. The number of replications depends on the results
/// alone, so it is the same on any number of cores.
public struct PrecisionGoal: Sendable {
  private let rule: SequentialStopping
  /// No study runs more often. [replications]
  public static let most = 1_000_000
  /// The measures that count, of everything together, where the study has them.
  static let headline = [
    "unmetFraction", "discardedSEKPerYear", "averageStockSEK", "runningSEKPerInhabitantYear",
  ]

  /// A goal.
  ///
  /// - Parameters:
  ///   - share: how far an interval may reach to either side, as a share of the mean, above 0.
  ///   - fewest: how many replications are run in any case.
  public init(share: Double, fewest: Int) {
    rule = SequentialStopping(.relative(share), fewest: max(2, fewest))
  }

  /// Whether every headline measure of a study is as precise as asked for; a study that has run as
  /// often as it may need not be.
  public func isReached(by result: StudyResult) -> Bool {
    factor(result.sums, of: result.study, after: result.replications.count) == 1
  }

  /// Whether these sums are precise enough; how many replications more are needed about, if not.
  ///
  /// The number is that of the measure that lags most, at least a tenth more and at most as many
  /// again: what is known of the variance after few replications is not to be trusted further.
  func missing(_ sums: StudySums, of study: Study, after count: Int) -> Int {
    let factor = factor(sums, of: study, after: count)
    guard factor > 1 else { return 0 }
    let more = Double(count) * min(1, max(0.1, factor - 1))
    return min(Int(more.rounded(.up)), Self.most - count)
  }

  /// How many times as many replications the measure that lags most needs; 1 if none lags.
  private func factor(_ sums: StudySums, of study: Study, after count: Int) -> Double {
    var factor = 1.0
    for (index, cell) in study.cells.enumerated() where Self.counts(cell, of: study) {
      for policy in study.compiled.policies.indices {
        let moments = moments(policy, index, sums, of: study, after: count)
        guard moments.count > 0, !rule.isReached(by: moments) else { continue }
        factor = max(factor, rule.factor(for: moments))
      }
    }
    return factor
  }

  /// The moments of the first replications: a study that goes on from what an earlier run has kept may have
  /// later ones already, and must decide as if it had not.
  private func moments(
    _ policy: Int, _ cell: Int, _ sums: StudySums, of study: Study, after count: Int
  ) -> ExactMoments {
    guard sums.kept.count > count, let place = study.keptCells.firstIndex(of: cell) else {
      return sums.moments[policy * study.cells.count + cell]
    }
    let column = policy * study.keptCells.count + place
    return ExactMoments(
      sums.kept.lazy.filter { $0.number < count }.map { $0.values[column] }
        .filter { $0 != Study.absent })
  }

  private static func counts(_ cell: Study.Cell, of study: Study) -> Bool {
    study.grouping.groups[cell.group].level == .all
      && headline.contains(Measure.all[cell.measure].name)
  }
}

extension Study {
  /// Runs until a goal is reached, at least as many replications as the study has.
  ///
  /// The result is that of a study of as many replications from the start.
  ///
  /// - Parameters:
  ///   - goal: what is to be reached.
  ///   - jobs: how many cores to use, 1 or more.
  ///   - progress: called with how far the study has come of what is planned so far, from any core.
  /// - Throws: `BrokenBalance` when the program loses count of its goods.
  public func run(
    until goal: PrecisionGoal, jobs: Int,
    progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
  ) throws(BrokenBalance) -> StudyResult {
    var conduct = StudyConduct(jobs: jobs)
    conduct.goal = goal
    conduct.progress = progress
    return try runToEnd(conduct)
  }
}
