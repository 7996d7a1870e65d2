public import Quantities
public import Replications
import SupplyModel
import Synchronization

/// How long stock lasts after all inbound supply has stopped, under every policy, over many
/// replications.
public struct EnduranceStudy: Sendable {
  /// The model with its cut, and the policies and products that are run.
  public let compiled: CompiledModel
  /// In which circumstances: `peace`, or the name of a phase.
  public let condition: String
  /// Which replications are run.
  public let replications: Range<Int>
  let ledger: EnduranceLedger

  /// A study of a model made by `SupplyModel.cuttingInbound(_:)`.
  ///
  /// - Parameters:
  ///   - compiled: the model, compiled.
  ///   - condition: in which circumstances supply stops, in one word.
  ///   - replications: which are run; `nil` for all that the model asks for.
  public init(_ compiled: CompiledModel, condition: String, replications: Range<Int>? = nil) {
    precondition(compiled.model.inboundCut != nil, "endurance is measured from a cut of supply")
    self.compiled = compiled
    self.condition = condition
    self.replications = replications ?? 0..<compiled.model.content.experiment.replications
    ledger = EnduranceLedger(compiled)
  }

  /// When supply stops; `nil` where the phase with which it stops is random.
  public var cutDate: CalendarDate? {
    guard let cut = compiled.model.inboundCut else { return nil }
    let content = compiled.model.content
    return content.timeline[cut].timing == nil
      ? content.experiment.date(ofTick: content.timeline[cut].firstDay) : nil
  }

  /// The first day of the cut where that is the same in every replication, else the first on which it
  /// can be. [days from the start of the horizon]
  public var firstCutDay: Int {
    compiled.model.inboundCut.map { compiled.model.content.timeline[$0].firstDay } ?? 0
  }

  /// What a replication has found, by policy and row.
  ///
  /// A value is twice the days, and one more where it is censored, so that of equal days the one that is
  /// not censored is the lower; `absent` where there is none.
  typealias Values = [Int32]

  /// Stands for a value that a replication does not have.
  static let absent = Int32.max

  /// Runs all replications on `jobs` cores; the result is the same however the work falls out.
  ///
  /// - Parameters:
  ///   - jobs: how many cores to use, 1 or more.
  ///   - progress: called with the number of replications finished, from any core, after each.
  /// - Throws: `BrokenBalance` when the program loses count of its goods.
  public func run(
    jobs: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(BrokenBalance) -> EnduranceResult {
    do throws(StudyFailure) {
      if let result = try run(jobs: jobs, saving: nil, isInterrupted: { false }, progress: progress)
      {
        return result
      }
    } catch .brokenBalance(let broken) {
      throw broken
    } catch {
      preconditionFailure("a study that keeps no chunks should not fail with them: \(error)")
    }
    preconditionFailure("a study that is not interrupted should have a result")
  }

  /// Runs what has not been run yet.
  ///
  /// - Parameters:
  ///   - jobs: how many cores to use, 1 or more.
  ///   - saving: where what is finished is kept; `nil` for nowhere.
  ///   - isInterrupted: asked before each job of a replication: whether to stop.
  ///   - progress: called with the number of replications finished, earlier ones included, from any core, after
  ///     each.
  /// - Returns: what was found; `nil` if it was interrupted before all was.
  public func run(
    jobs: Int, saving: EnduranceSaving?, isInterrupted: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(StudyFailure) -> EnduranceResult? {
    let total = EnduranceTotal(self, saving)
    let missing = total.missing
    let next = Atomic<Int>(0)
    let finished = Atomic<Int>(replications.count - missing.count)
    let failed = Atomic<Bool>(false)
    let parts = parallelMap(max(1, min(jobs, missing.count))) { _ -> Result<Void, BrokenBalance> in
      var worker = ReplicationWorker(compiled)
      func isStopped() -> Bool {
        failed.load(ordering: .relaxed) || total.hasFailed || isInterrupted()
      }
      while !isStopped() {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < missing.count else { break }
        do throws(BrokenBalance) {
          guard let found = try simulate(missing[place], &worker, isStopped)
          else { break }
          total.add(missing[place], found)
        } catch {
          failed.store(true, ordering: .relaxed)
          return .failure(error)
        }
        progress(finished.wrappingAdd(1, ordering: .relaxed).newValue)
      }
      return .success(())
    }
    for part in parts {
      if case .failure(let broken) = part { throw .brokenBalance(broken) }
    }
    let values = total.values
    let isWhole = values.count == replications.count
    do throws(ChunkProblem) { try total.finish(always: !isWhole) } catch { throw .chunks(error) }
    return isWhole ? EnduranceResult(self, values: values) : nil
  }

  /// What a replication finds; `nil` if it was stopped.
  private func simulate(
    _ replication: Int, _ worker: inout ReplicationWorker, _ isStopped: () -> Bool
  ) throws(BrokenBalance) -> Values? {
    let width = ledger.rows.count
    var values = Values(repeating: Self.absent, count: width * compiled.policies.count)
    for (job, products) in compiled.jobs.enumerated() {
      guard !isStopped() else { return nil }
      worker.begin(job: job, replication: replication)
      for policy in compiled.policies.indices {
        try worker.simulate(policy: policy)
        for product in products {
          worker.read(product: product)
          func note(_ endurance: Endurance?, in rows: [Int]) {
            guard let endurance else { return }
            let value = Int32(clamping: 2 * endurance.days + (endurance.isCensored ? 1 : 0))
            for row in rows {
              values[policy * width + row] = min(values[policy * width + row], value)
            }
          }
          for (node, rows) in ledger.rowsOfUnits[product].enumerated() where !rows.isEmpty {
            note(worker.endurance(node), in: rows)
          }
          for (place, rows) in ledger.rowsOfPools[product].enumerated() {
            note(worker.pooledEndurance(place), in: rows)
          }
        }
      }
    }
    return values
  }
}

extension EnduranceStudy {
  /// How many products are told of. [1]
  public var productCount: Int { compiled.products.count }
}
