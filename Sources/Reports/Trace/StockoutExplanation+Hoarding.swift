import Replications
import SupplyModel

extension StockoutExplanation {
  /// Who of those that ask a location, or a supplier, has raised its target since a shortage became
  /// known. It is said, not blamed: the events do not show what would have been asked for without.
  mutating func sayHoarding(_ source: TraceEvent.Source, on day: Int) {
    var raised: [Position<Location>: Int] = [:]
    var asking: [Position<Location>] = []
    for event in book.events where event.day <= day {
      guard let location = event.location else { continue }
      switch event.what {
      case .targetChanged(_, _, .hoarding): raised[location] = event.day
      case .targetChanged(_, _, .hoardingEnded): raised[location] = nil
      case .asked(_, source):
        if let first = raised[location], event.day >= first, !asking.contains(location) {
          asking.append(location)
        }
      default: break
      }
    }
    let hoarding = asking.filter { raised[$0] != nil }
    guard let first = hoarding.compactMap({ raised[$0] }).min() else { return }
    let names = hoarding.prefix(3).map { words.name($0) }.joined(separator: ", ")
    let rest = hoarding.count > 3 ? " and \(hoarding.count - 3) more" : ""
    say(
      "Since \(words.date(first)), when a shortage became known, \(names)\(rest) had asked "
        + "\(words.name(source)) for more: targets were raised (hoarding).")
  }
}
