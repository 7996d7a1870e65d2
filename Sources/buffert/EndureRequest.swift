import Quantities
import Replications
import Reports
import Studies
import SupplyModel

/// When `buffert endure` cuts supply.
struct EndureRequest {
  /// On this date in peace, if stated; else on the first day of the horizon.
  private var date: CalendarDate?
  /// Also on the first day of each of these phases, in the order of the timeline.
  private var phases: [Position<Phase>] = []
  private let names: [String]

  /// Reads `--on` and `--in`.
  ///
  /// - Throws: what is wrong with them.
  init(_ arguments: Arguments, in content: SupplyModel.Content) throws(Arguments.Problem) {
    let known = content.timeline.map(\.name)
    names = known
    let stated = arguments.all(.inPhase)
    if let unknown = stated.first(where: { !known.contains($0) }) {
      throw Arguments.Problem(
        text: known.isEmpty
          ? "the scenario has no phase \(unknown): its timeline is empty"
          : "the scenario has no phase \(unknown)", word: unknown, known: known)
    }
    // Of several windows with one name the first counts.
    phases = content.timeline.positions.filter { position in
      let name = content.timeline[position].name
      return stated.contains(name) && known.firstIndex(of: name) == position.index
    }
    guard let text = arguments.value(.on) else { return }
    guard let date = CalendarDate(text) else {
      throw Arguments.Problem(text: "--on is \(text), but should be a date such as 2027-01-31")
    }
    let experiment = content.experiment
    let last = experiment.date(ofTick: experiment.horizonDays - 1)
    guard experiment.startDate.dayNumber <= date.dayNumber, date.dayNumber <= last.dayNumber else {
      throw Arguments.Problem(
        text: "--on is \(date), but the horizon is from \(experiment.startDate) to \(last)")
    }
    self.date = date
  }

  /// How many studies there are.
  var studyCount: Int { 1 + phases.count }

  /// A model with supply cut in peace, and one for each phase; with the circumstances in words.
  ///
  /// - Throws: why supply cannot be cut.
  func models(
    of model: SupplyModel
  ) throws(Arguments.Problem) -> [(model: SupplyModel, condition: String)] {
    let experiment = model.content.experiment
    let day =
      ((date ?? experiment.startDate).dayNumber - experiment.startDate.dayNumber)
      * experiment.ticksPerDay
    var cuts: [(InboundCut, String)] = [(.inPeace(day: day), EnduranceSummary.peace)]
    cuts += phases.map { (.with($0), names[$0.index]) }
    var models: [(SupplyModel, String)] = []
    for (cut, condition) in cuts {
      do throws(ModelProblems) {
        models.append((try model.cuttingInbound(cut), condition))
      } catch {
        let reasons = error.all.map { "\($0.problem); allowed: \($0.allowed)" }
        throw Arguments.Problem(
          text: "supply cannot be cut (\(condition)): " + reasons.joined(separator: "; "))
      }
    }
    return models
  }

  /// The options as the normalised command has them.
  var words: [String] {
    (date.map { ["--on", $0.description] } ?? []) + phases.flatMap { ["--in", names[$0.index]] }
  }
}
