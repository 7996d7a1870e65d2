import Quantities

extension QuantityText {
  /// Reads `5 days`, `2 weeks`, `1 month`, `3 years`, or `36 hours`, `90 minutes`, as a whole
  /// number of ticks.
  ///
  /// A month is 30 days and a year is 365. What is not a whole number of ticks is a problem.
  static func duration(_ text: String, tick: Tick = .day) -> Result<Int, QuantityProblem> {
    read(text, as: .duration).flatMap { ticks($0, tick) }
  }

  /// Reads `2.5 days` or `21.1684 days` as it stands, which need not be a whole number of ticks: a
  /// parameter of something that is drawn, and rounded once it has been. [ticks]
  static func drawnDuration(_ text: String, tick: Tick) -> Result<Double, QuantityProblem> {
    read(text, as: .duration).flatMap { quantity in
      let isInMinutes = isPartOfDay(quantity)
      let longest = Int64(longestDuration) * (isInMinutes ? Int64(Tick.minutesPerDay) : 1)
      var parts: Decimal?
      let count = whole(quantity, atMost: longest, "10 000 years") { fraction in
        parts = fraction
        return QuantityProblem("is a fraction")
      }
      switch count {
      case .success(let count): parts = Decimal(significand: count)
      case .failure(let problem) where parts == nil: return .failure(problem)
      case .failure: break
      }
      let perUnit = Decimal(significand: isInMinutes ? 1 : Int64(tick.perDay))
      guard let exact = parts?.multiplied(by: perUnit) else {
        return .failure(tooManyDecimals)
      }
      return .success(exact.doubleValue / (isInMinutes ? Double(tick.minutes) : 1))
    }
  }

  /// A length of time in whole ticks, or why it is none.
  static func ticks(_ quantity: StatedQuantity, _ tick: Tick) -> Result<Int, QuantityProblem> {
    let isInDays = !isPartOfDay(quantity)
    // Without shorter ticks and units, days are all there is to say.
    if tick == .day, isInDays { return days(quantity) }
    if isInDays, case .success(let count) = days(quantity) { return .success(count * tick.perDay) }
    guard let minutes = minutes(quantity) else {
      if isInDays, quantity.number.exponent >= 0 { return days(quantity) }
      return .failure(
        QuantityProblem(
          "is not a whole number of minutes", allowed: "a multiple of \(tick.text)",
          remedy: "write for example \"\(tick.text)\""))
    }
    guard minutes <= Int64(longestDuration) * Int64(Tick.minutesPerDay) else {
      return .failure(QuantityProblem("is too large", allowed: "at most 10 000 years"))
    }
    guard minutes % Int64(tick.minutes) == 0 else { return .failure(notWhole(minutes, tick)) }
    return .success(Int(minutes) / tick.minutes)
  }

  /// A length of time in minutes; `nil` where that is no whole number, or too large to count.
  static func minutes(_ quantity: StatedQuantity) -> Int64? {
    let unit = quantity.unit.factor
    let perUnit = isPartOfDay(quantity) ? Decimal(significand: 1) : Decimal(significand: 1440)
    return unit.multiplied(by: perUnit).flatMap { quantity.number.multiplied(by: $0) }
      .flatMap { $0.scaled(places: 0) }
  }

  private static func isPartOfDay(_ quantity: StatedQuantity) -> Bool {
    QuantityKind.partsOfDay.contains { $0.names.contains(quantity.unitName) }
  }

  /// A whole number of minutes that is no whole number of ticks: round it, or choose a tick of
  /// which it is one: the longest whose multiples are both the length and the present tick.
  private static func notWhole(_ minutes: Int64, _ tick: Tick) -> QuantityProblem {
    let below = Int(minutes) / tick.minutes
    let above = "\"\(tick.text(ofTicks: below + 1))\""
    let choice = below == 0 ? above : "\"\(tick.text(ofTicks: below))\" or \(above)"
    var (fitting, rest) = (Int64(tick.minutes), minutes)
    while rest != 0 { (fitting, rest) = (rest, fitting % rest) }
    return QuantityProblem(
      "is \(Tick.text(ofMinutes: minutes)), which is not a whole number of ticks of \(tick.text)",
      allowed: "a multiple of \(tick.text)",
      remedy: "write \(choice), or choose a shorter tick: "
        + "horizon: { tick: \"\(Tick.text(ofMinutes: fitting))\", … }")
  }
}
