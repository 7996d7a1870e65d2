import Quantities
import RandomStreams
import SupplyModel

/// Numbers, lengths of time, levels and amounts. Swedish has a comma before decimals, and a no-break space
/// between thousands and before signs.
extension StatementWords {
  /// A number of things.
  func whole(_ number: some BinaryInteger) -> Prose { marked("\(number)") }

  /// `1 unit`, `12 units`.
  func count(_ number: some BinaryInteger, _ noun: Noun) -> Prose {
    Prose(sign: "\(whole(number)) \(noun.name(of: number, in: language))")
  }

  /// A number with up to six significant digits, or all of its whole ones.
  func number(_ value: Double) -> Prose {
    marked(FixedPointText.text(value, significantDigits: value.magnitude >= 1_000_000 ? 10 : 6))
  }

  /// A whole number of parts of `10^-decimals`, without zeros at its end.
  func decimal(_ parts: some SignedInteger, decimals: Int) -> Prose {
    marked(FixedPointText.text(scaled: parts, decimals: decimals, trimmingZeros: true))
  }

  /// Ten-thousandths as a percentage: `12.5 %`.
  func share(_ basisPoints: Int64) -> Prose { percent(decimal(Int128(basisPoints), decimals: 2)) }

  /// A number with the sign of percentages.
  func percent(_ number: Prose) -> Prose { self("\(number) %", "\(number)\u{A0}%") }

  /// An amount: `1 200.50 SEK`.
  func money(_ amount: Money) -> Prose {
    let number = amount.description.replacing(" SEK", with: "").replacing(" ", with: "")
    return self("\(amount.description)", "\(marked(number))\u{A0}kr")
  }

  /// A number of ticks as a length of time: `30 days`, `6 hours`.
  func length(_ ticks: Int) -> Prose {
    length(minutes: Int64(ticks) * Int64(content.experiment.tick.minutes))
  }

  /// A length of time that need be no whole number of ticks: `21.2 days`, `2.5 hours`.
  func length(_ ticks: Double) -> Prose {
    let minutes = ticks * Double(content.experiment.tick.minutes)
    if minutes.rounded() == minutes, minutes.magnitude < 1e15 {
      return length(minutes: Int64(minutes))
    }
    let days = number(minutes / Double(Tick.minutesPerDay))
    return self("\(days) days", "\(days) dagar")
  }

  /// A length of time in the largest unit of which it is a whole number.
  private func length(minutes: Int64) -> Prose {
    let day = Int64(Tick.minutesPerDay)
    let (noun, number) =
      minutes % day == 0
      ? (Noun.day, minutes / day)
      : minutes % 60 == 0 ? (.hour, minutes / 60) : (.minute, minutes)
    return self("\(Tick.text(ofMinutes: minutes))", "\(count(number, noun))")
  }

  /// The date, and where ticks are shorter than a day the time, at which a tick begins.
  func date(_ tick: Int) -> Prose {
    let experiment = content.experiment
    let date = experiment.date(ofTick: tick).description
    guard experiment.ticksPerDay > 1 else { return Prose(sign: "\(date)") }
    let day = experiment.calendarDay(ofTick: tick)
    let minutes = (tick - day * experiment.ticksPerDay) * experiment.tick.minutes
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Prose(sign: "\(date) \(padded(minutes / 60)):\(padded(minutes % 60))")
  }

  /// A level of stock: `30 days of normal consumption`, `12 units`.
  func level(_ level: StockLevel) -> Prose {
    switch level {
    case .days(let days):
      self("\(length(days)) of normal consumption", "\(length(days))s normalförbrukning")
    case .units(let units): count(units, .unit)
    case .packs(let packs): count(packs, .pack)
    }
  }

  /// A number as `FixedPointText` writes it, with the marks of the language.
  private func marked(_ text: String) -> Prose {
    guard language == .swedish else { return Prose(sign: "\(text)") }
    let sign = text.hasPrefix("-") ? "−" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = String(parts.first ?? "0")
    let grouped = Int64(whole).map { FixedPointText.grouped($0) } ?? whole
    return Prose(sign: "\(sign + grouped + parts.dropFirst().map { ",\($0)" }.joined())")
  }
}
