import Quantities
import Replications
import SupplyModel

/// What `buffert trace` is asked to show.
struct TraceRequest {
  var replication: Int
  var product: Position<Product>
  var policy: Position<Policy>
  /// Only this location and what goes to or comes from it.
  var location: Position<Location>?
  /// Only these, from the start of the horizon. [days]
  var days: ClosedRange<Int>
  var isCSV: Bool
  var explains: Bool

  /// Whether an event is shown.
  func shows(_ event: TraceEvent) -> Bool {
    guard days.contains(event.day) else { return false }
    guard let location, let place = event.location, place != location else { return true }
    switch event.what {
    case .shipped(_, location, _, _), .redistributed(_, location, _, _),
      .cut(_, _, location, _, _), .owed(_, location), .owedShipped(_, location),
      .asked(_, .location(location)), .transportCut(_, location):
      return true
    default: return false
    }
  }

  /// Reads the options of `trace`; the first thing that is wrong is the answer.
  static func parse(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) -> Result<TraceRequest, Arguments.Problem> {
    do throws(Arguments.Problem) {
      let isCSV = arguments.has(Option.csv.name)
      let explains = arguments.has(Option.why.name)
      if isCSV, explains {
        throw Arguments.Problem(text: "--why prints sentences, so it cannot be combined with --csv")
      }
      return .success(
        TraceRequest(
          replication: try replication(arguments, in: content),
          product: try product(arguments, in: content),
          policy: try policy(arguments, in: content),
          location: try location(arguments, in: content),
          days: try days(arguments, in: content), isCSV: isCSV, explains: explains))
    } catch {
      return .failure(error)
    }
  }

  private static func replication(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) throws(Arguments.Problem) -> Int {
    let count = content.experiment.replications
    guard let number = try arguments.wholeNumber(.replication, from: 0).get() else {
      throw Arguments.Problem(
        text: "trace needs --replication, from 0 to \(count - 1): replications.csv has one row for "
          + "each")
    }
    guard number < count else {
      throw Arguments.Problem(
        text: "--replication is \(number), but the scenario has \(count), numbered from 0 to "
          + "\(count - 1)")
    }
    return number
  }

  private static func product(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) throws(Arguments.Problem) -> Position<Product> {
    let known = content.products.map(\.id)
    guard let name = arguments.value(.product) else {
      if known.count == 1 { return Position(0) }
      throw Arguments.Problem(text: "trace needs --product: the scenario has \(known.count)")
    }
    return try position(of: name, among: known, kind: "product")
  }

  /// The policy that is named, or the baseline.
  private static func policy(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) throws(Arguments.Problem) -> Position<Policy> {
    guard let name = arguments.value(.onePolicy) else { return content.experiment.baseline }
    return try position(of: name, among: content.policies.map(\.name), kind: "policy")
  }

  private static func location(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) throws(Arguments.Problem) -> Position<Location>? {
    guard let name = arguments.value(.location) else { return nil }
    return try position(of: name, among: content.locations.map(\.id), kind: "location")
  }

  private static func position<Element>(
    of name: String, among known: [String], kind: String
  ) throws(Arguments.Problem) -> Position<Element> {
    guard let index = known.firstIndex(of: name) else {
      throw Arguments.Problem(
        text: "the scenario has no \(kind) \(name)", word: name, known: known)
    }
    return Position(index)
  }

  /// The days from `--from` to `--to`; the horizon, where they are not given. The warm-up is shown
  /// where `--from` lies before the horizon.
  private static func days(
    _ arguments: Arguments, in content: SupplyModel.Content
  ) throws(Arguments.Problem) -> ClosedRange<Int> {
    let experiment = content.experiment
    let ticks = experiment.ticksPerDay
    let from = try date(.from, arguments).map { ($0 - experiment.startDate.dayNumber) * ticks }
    let to = try date(.to, arguments).map { ($0 - experiment.startDate.dayNumber + 1) * ticks - 1 }
    let (first, last) = (from ?? 0, min(to ?? .max, experiment.horizonDays - 1))
    guard first <= last else {
      let end = experiment.date(ofTick: experiment.horizonDays - 1)
      throw Arguments.Problem(
        text: "--from and --to leave no day: the horizon is from \(experiment.startDate) to \(end)")
    }
    return first...last
  }

  private static func date(
    _ option: Option, _ arguments: Arguments
  ) throws(Arguments.Problem) -> Int? {
    guard let text = arguments.value(option) else { return nil }
    guard let date = CalendarDate(text) else {
      throw Arguments.Problem(
        text: "\(option.name) is \(text), but should be a date such as 2027-01-31")
    }
    return date.dayNumber
  }
}
