import Quantities

extension Format where Value == Int {
  /// A length of time in whole ticks.
  ///
  /// `range` and a field's default are in days, whatever the tick; where the range begins at one
  /// day, the shortest length is one tick.
  static func duration(_ range: ClosedRange<Int>, example: String) -> Format {
    var format = Format.text(
      "duration", allowed: "a number of days, weeks, months or years", example: "\"\(example)\""
    ) { text, context in
      let tick = context.tick
      return QuantityText.duration(text, tick: tick).flatMap { count in
        let low = range.lowerBound > 1 ? range.lowerBound * tick.perDay : range.lowerBound
        let high = range.upperBound * tick.perDay
        guard low <= count, count <= high else {
          return .failure(
            QuantityProblem(
              "is \(tick.text(ofTicks: count))",
              allowed: "\(tick.text(ofTicks: low)) to \(tick.text(ofTicks: high))",
              remedy: "write for example \"\(example)\""))
        }
        return .success(count)
      }
    }
    format.inTicks = { $0 * $1.perDay }
    return format
  }
}

extension Format where Value == Double {
  /// A parameter of a length of time that is drawn, in ticks: any part of one too, since what is
  /// drawn is rounded to whole ticks.
  ///
  /// `range` as for a length of time in whole ticks.
  static func drawnDuration(_ range: ClosedRange<Int>, example: String) -> Format {
    .text(
      "duration", allowed: "a number of days, weeks, months or years, with decimals or without",
      example: "\"\(example)\""
    ) { text, context in
      let tick = context.tick
      return QuantityText.drawnDuration(text, tick: tick).flatMap { count in
        let low = range.lowerBound > 1 ? range.lowerBound * tick.perDay : range.lowerBound
        let high = range.upperBound * tick.perDay
        guard Double(low) <= count, count <= Double(high) else {
          let found = Int(exactly: count).map { tick.text(ofTicks: $0) }
          return .failure(
            QuantityProblem(
              "is \(found ?? TerminalText.quoted(text))",
              allowed: "\(tick.text(ofTicks: low)) to \(tick.text(ofTicks: high))",
              remedy: "write for example \"\(example)\""))
        }
        return .success(count)
      }
    }
  }
}

extension Format where Value == Tick {
  /// The length of a tick: a day, or hours or minutes of which a whole number makes a day.
  static let tick = Format.text("duration", allowed: tickLengths, example: "\"1 hour\"") { text in
    QuantityText.read(text, as: .tick).flatMap { quantity in
      guard let minutes = QuantityText.minutes(quantity), let whole = Int(exactly: minutes),
        let tick = Tick(minutes: whole)
      else {
        return .failure(
          QuantityProblem(
            "is \(TerminalText.quoted(text)), of which no whole number makes a day",
            allowed: tickLengths, remedy: remedy(for: QuantityText.minutes(quantity))))
      }
      return .success(tick)
    }
  }

  private static let tickLengths =
    "1 day, or a length of which a whole number makes a day, such as 6 hours, 1 hour or 15 minutes"

  /// The lengths on either side of what was written.
  private static func remedy(for minutes: Int64?) -> String {
    guard let minutes, minutes > 0, minutes < Tick.minutesPerDay else {
      return "write for example \"1 hour\""
    }
    let above = Tick.lengthsInMinutes.last { $0 > minutes } ?? Tick.minutesPerDay
    let below = Tick.lengthsInMinutes.first { $0 < minutes } ?? 1
    return "write \"\(Tick.text(ofMinutes: Int64(below)))\" or "
      + "\"\(Tick.text(ofMinutes: Int64(above)))\""
  }
}
