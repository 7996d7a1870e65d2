import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// Carries out what `buffert endure` is asked for: alone in its folder, from where an earlier one was stopped, so that
/// it can be stopped itself at any time.
///
/// Of a part of the replications nothing is written: the weeks that stock lasts would look like those of all.
struct EndureJob {
  let scenario: ScenarioFile
  let request: Request
  let endure: EndureRequest
  private let folder: ResultsFolder
  private let kept: KeptWork

  init(_ scenario: ScenarioFile, _ request: Request, _ endure: EndureRequest) {
    (self.scenario, self.request, self.endure) = (scenario, request, endure)
    folder = ResultsFolder(path: request.folder ?? "results/\(scenario.name)")
    kept = KeptWork(in: folder, named: "chunks-endure", request)
  }

  /// Makes the studies, which takes a while where a scenario is large, and runs them one after the other.
  func carryOut(_ makeStudies: () -> [EnduranceStudy]) -> ExitCode {
    do throws(ExitFailure) {
      let lock = try folder.lock()
      defer { lock.release() }
      _ = try kept.goesOn()
      // From here on there is a lock to be let go of.
      Interruption.listen()
      let studies = makeStudies()
      var saved: [EnduranceSaving] = []
      for (number, study) in studies.enumerated() { saved.append(try saving(study, number)) }
      kept.tell(of: saved.reduce(0) { $0 + $1.count }, saved.flatMap(\.notices))
      guard let results = try simulate(studies, saved) else { return .interrupted }
      try write(results)
      kept.clear()
      return .done
    } catch {
      return error.code
    }
  }

  /// Where a study keeps what is finished, and what there is.
  private func saving(
    _ study: EnduranceStudy, _ number: Int
  ) throws(ExitFailure) -> EnduranceSaving {
    let identity = StudyIdentity(
      study, version: Version.number,
      scenario: ScenarioDigest.hexDigest(of: study.compiled.model.content),
      branch: "cut-\(number + 1)")
    do throws(ChunkRefusal) {
      return try EnduranceSaving(study, identity, in: kept.chunks, every: request.savesEvery)
    } catch {
      throw kept.tell(error)
    }
  }

  /// What all studies find; `nil` if that was interrupted.
  private func simulate(
    _ studies: [EnduranceStudy], _ saved: [EnduranceSaving]
  ) throws(ExitFailure) -> [EnduranceResult]? {
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let count = studies[0].replications.count
    let progress = Progress(total: count * studies.count)
    defer { if showsProgress { progress.finish() } }
    var results: [EnduranceResult] = []
    for (number, study) in studies.enumerated() {
      do throws(StudyFailure) {
        let result = try study.run(
          jobs: request.jobs, saving: saved[number], isInterrupted: { Interruption.isAsked },
          progress: { if showsProgress { progress.show(number * count + $0) } })
        guard let result else {
          Terminal.note(
            "buffert: interrupted before all replications were finished; nothing was written")
          if (try? kept.chunks.names())?.isEmpty == false {
            Terminal.note("what is finished is kept: --resume goes on with it")
          }
          return nil
        }
        results.append(result)
      } catch {
        switch error {
        case .chunks(let problem): throw kept.cannotKeep(problem)
        case .brokenBalance(let broken):
          Terminal.note("buffert: the run was stopped: \(broken)")
          throw ExitFailure(code: .failed)
        case .tooManyKept: preconditionFailure("what is not asked for is left out")
        }
      }
    }
    return results
  }

  private func write(_ results: [EnduranceResult]) throws(ExitFailure) {
    let content = scenario.model.content
    let table = EnduranceTable.table(of: results)
    let manifest = RunManifest(
      version: Version.number,
      command: request.normalised("endure", scenario: scenario, more: endure.words),
      content: content, effective: scenario.portable, result: results[0])
    do throws(FileProblem) {
      try folder.add(
        request.csvStyles.map { ResultsFolder.File(table, $0) } + [
          ResultsFolder.File("endurance.json") { Array(manifest.json.utf8) }
        ], title: content.title)
    } catch {
      Terminal.note("buffert: the results cannot be written to \(folder.path): \(error.reason)")
      throw ExitFailure(code: .failed)
    }
    guard !request.isQuiet else { return }
    Terminal.write(EnduranceSummary(of: results, version: Version.number).text)
    Terminal.write("wrote \(folder.path): endurance.csv endurance.json \(ResultsFolder.package)")
  }
}
