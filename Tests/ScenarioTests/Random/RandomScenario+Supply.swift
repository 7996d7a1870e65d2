extension RandomScenario {
  /// Who delivers.
  mutating func drawSuppliers() -> Written {
    let ids = (1...draws.between(1, 2)).map { "\(prefix)supplier-\($0)" }
    let isLimited = draws.chance(50)
    let named: [(String, Written?)] = ids.map { id in
      let hasSlack = isLimited && draws.chance(80)
      suppliers.append(DrawnSupplier(id: id, hasSlack: hasSlack))
      return (
        id,
        object(
          "suppliers.<id>",
          [
            ("leadTime", duration(low: 0, high: 9)), ("remainingLife", remainingLife()),
            ("slack", hasSlack ? share(0, 300) : nil),
            ("window", hasSlack ? maybe(60) { .text($0.time(1, 20)) } : nil),
          ])
      )
    }
    return object("suppliers", named + drawStandIns())
  }

  /// A distribution of lengths of time, or a single one. [ticks]
  mutating func duration(low: Int, high: Int, isBounded: Bool = false) -> Written {
    let section = "(distribution of durations)"
    let (first, last) = (draws.between(low, high - 1), high)
    func text(_ ticks: Int) -> Written { .text(self.text(ticks)) }
    // What says how values are drawn may be fractions of a tick, all later by the same part of one.
    let part = beside(6) { $0.draws.chance(20) ? $0.draws.between(1, 99) : 0 }
    func drawn(_ ticks: Int) -> Written {
      let whole = text(ticks)
      return part > 0 ? fraction(ticks, part) : whole
    }
    let mean = max(1, draws.between(low, high))
    if let seen = drawSeen(low, high) { return object(section, [("empirical", seen)]) }
    switch draws.between(0, isBounded ? 4 : 7) {
    case 0: return text(draws.between(low, high))
    case 1: return object(section, [("constant", text(draws.between(low, high)))])
    case 2:
      return object(section, [("uniform", .list([drawn(first), drawn(last)]))])
    case 3:
      return object(section, [("uniformInteger", .list([text(first), text(last)]))])
    case 4:
      let mode = draws.between(first, last)
      let parts: [(String, Written?)] = [
        ("low", drawn(first)), ("mode", drawn(mode)), ("high", drawn(last)),
      ]
      return object(section, [("triangular", object("triangular", parts))])
    case 5:
      return object(section, [("exponential", object("exponential", [("mean", drawn(mean))]))])
    case 6:
      let parts: [(String, Written?)] = [
        ("mean", drawn(mean)), ("cv", .plain(hundredths(10, 150))),
      ]
      return object(section, [("gamma", object("gamma", parts))])
    default:
      let median = draws.between(1, mean)
      let parts: [(String, Written?)] = [("median", drawn(median)), ("mean", drawn(mean))]
      return object(section, [("lognormal", object("lognormal", parts))])
    }
  }

  /// How long supply lasts on average.
  private mutating func upTime() -> Written {
    let ticks = draws.between(5, 90)
    let part = beside(7) { $0.draws.chance(20) ? $0.draws.between(1, 99) : 0 }
    let whole = text(ticks)
    return part > 0 ? fraction(ticks, part) : .text(whole)
  }

  /// A length of time of so many ticks and hundredths of one.
  private func fraction(_ ticks: Int, _ hundredths: Int) -> Written {
    let all = ticks * 100 + hundredths
    func decimal(_ hundredths: Int) -> String {
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
    return .text(
      ticksPerDay == 1 ? decimal(all) + " days" : decimal(all * 1440 / ticksPerDay) + " minutes")
  }

  /// Lengths of time that were seen.
  private mutating func drawSeen(_ low: Int, _ high: Int) -> Written? {
    beside(5) { random in
      guard random.draws.chance(10) else { return nil }
      return .set(
        (1...random.draws.between(1, 4)).map { _ in
          .text(random.text(random.draws.between(low, high)))
        })
    }
  }

  /// What is left of the shelf life at receipt: some tick at least.
  mutating func remainingLife() -> Written {
    let longest = draws.chance(15) ? 200 : draws.pick([4, 15, 40, 60])
    let life = "(remaining life)"
    guard draws.chance(50) else {
      return object(life, [("days", duration(low: 1, high: longest, isBounded: true))])
    }
    let section = "(distribution of shares)"
    func text(_ percent: Int) -> Written { .text("\(percent) %") }
    let (low, high) = (draws.between(15, 70), draws.between(71, 100))
    let share: Written
    switch draws.between(0, 3) {
    case 0: share = self.share(low, high)
    case 1: share = object(section, [("constant", text(low))])
    case 2: share = object(section, [("uniform", .list([text(low), text(high)]))])
    default:
      let parts: [(String, Written?)] = [
        ("low", text(low)), ("mode", text(draws.between(low, high))), ("high", text(high)),
      ]
      share = object(section, [("triangular", object("triangular", parts))])
    }
    return object(life, [("shareOfShelfLife", share)])
  }

  /// How often and for how long supply fails.
  mutating func drawShortages() -> Written? {
    guard draws.chance(45) else { return nil }
    return .set(
      (1...draws.between(1, 2)).map { number in
        let chosen = maybe(50) { $0.productSelection() }
        let isByYear = draws.chance(50)
        let members: [(String, Written?)] = [
          ("id", .text("\(prefix)shortage-\(number)")), ("products", chosen?.value),
          ("perYear", isByYear ? .plain(hundredths(0, 500)) : nil),
          ("upTime", isByYear ? nil : upTime()),
          ("duration", duration(low: 1, high: 30)),
          ("startsUp", maybe(50) { .plain("\($0.draws.chance(50))") }),
        ]
        return object(
          "shortages[]", members + drawEffects(of: chosen?.selected ?? Set(products.indices)))
      })
  }
}
