extension Outages {
  /// Whether a shortage of the product is known on a day, counted from the start of the warm-up: from
  /// its announcement or onset until its end.
  ///
  /// As a substance is out only when all its packages are, it is a shortage of the product when, for
  /// the chain of suppliers of some location that uses it, every one that always delivers is in
  /// shortage, or will be as has been announced. Deliveries that are only short-dated are no shortage.
  func isKnown(_ day: Int) -> Bool { isShort(day, announced: true) }

  /// Whether the product is in shortage on a day, as a fact.
  func isInShortage(_ day: Int) -> Bool { isShort(day, announced: false) }

  private func isShort(_ day: Int, announced: Bool) -> Bool {
    var short: UInt64 = 0
    for index in 0..<spanCount {
      let span = span(index)
      let first = announced ? span.knownDay : span.firstDay
      guard day >= Int(first), day < Int(span.endDay), isShortage(span) else { continue }
      short |= effect(of: span).suppliers
    }
    guard short != 0 else { return false }
    for index in 0..<chains.count where chains[index] != 0 && chains[index] & ~short == 0 {
      return true
    }
    return false
  }

  /// Notes as occasions of the next decision when a shortage of the product is known.
  mutating func noteKnownTimes(days: Int) {
    decisions.forgetOccasions()
    var day = 0
    while day < days {
      let first = day
      let wasKnown = isKnown(day)
      while day < days, isKnown(day) == wasKnown {
        var next = days
        for index in 0..<spanCount {
          if Int(span(index).knownDay) > day { next = min(next, Int(span(index).knownDay)) }
          if Int(span(index).endDay) > day { next = min(next, Int(span(index).endDay)) }
        }
        day = next
      }
      if wasKnown { decisions.noteOccasion(from: first, until: day) }
    }
  }
}
