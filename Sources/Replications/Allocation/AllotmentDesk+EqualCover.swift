extension AllotmentDesk {
  /// Raises the lowest cover first: as long as a pack fits that somebody asks for, the next goes to
  ///
  /// - the lowest (held + granted) ÷ normal consumption among those whose next pack fits;
  /// - of equal ones, the one that stands first.
  ///
  /// Claims without normal consumption come last, in the order they stand.
  ///
  /// Going pack by pack would take time in proportion to the quantities. Instead a search finds
  /// the highest cover up to which everybody can be raised, all are raised to it at once, and at
  /// most one pack each is left to be given one by one, until one does not fit. Then the search
  /// goes on without it. Covers are searched in steps so fine that nobody passes two packs in one:
  /// a step is one unit of whoever uses most.
  ///
  /// Returns what is left. [units]
  mutating func equalCover(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64
  ) -> Int64 {
    clear(&claims, places, available: available)
    var left = available
    var finest: Int64 = 0
    for place in places { finest = max(finest, claims[place].normalConsumption) }
    /// The cover to which everybody has been raised who can be. [units ÷ `finest`]
    var level: UInt128 = 0
    while true {
      let missing = gatherOpen(claims, places, left: left)
      guard queue.count > 0 else { break }
      if missing <= left {
        for index in 0..<queue.count {
          left -= claims[queue[index].place].grant(upTo: .max)
        }
        break
      }
      level = highestLevel(claims, from: level, left: left, finest: finest)
      for index in 0..<queue.count {
        let place = queue[index].place
        let raised = claims[place].grant(raisingTo: level, finest: finest)
        left -= raised - claims[place].granted
        claims[place].granted = raised
      }
      level += 1
      grantOneEach(&claims, left: &left, below: level, finest: finest)
    }
    return grantInOrder(&claims, places, available: left)
  }

  /// Notes those who can be raised, in any order.
  ///
  /// Returns what they miss together. [units]
  private mutating func gatherOpen(
    _ claims: borrowing Column<Claim>, _ places: Range<Int>, left: Int64
  ) -> Int64 {
    queue.removeAll()
    var missing: Int64 = 0
    for place in places {
      let claim = claims[place]
      guard claim.normalConsumption > 0, claim.missing > 0, claim.nextPack <= left else { continue }
      missing += claim.missing
      queue.append(numerator: 0, denominator: claim.normalConsumption, place: place)
    }
    return missing
  }

  /// The highest level to which what is left raises all in the queue. [units ÷ `finest`]
  ///
  /// They must miss more than what is left, and stand at the level `reached` or above.
  private func highestLevel(
    _ claims: borrowing Column<Claim>, from reached: UInt128, left: Int64, finest: Int64
  ) -> UInt128 {
    var enough = reached
    // At this level all have everything, which is too much.
    var tooMuch = reached + 1
    for index in 0..<queue.count {
      let claim = claims[queue[index].place]
      let full = UInt128(claim.held + claim.request) * UInt128(finest)
      tooMuch = max(tooMuch, full / UInt128(claim.normalConsumption) + 1)
    }
    while tooMuch - enough > 1 {
      let middle = enough + (tooMuch - enough) / 2
      if raising(claims, to: middle, takesAtMost: left, finest: finest) {
        enough = middle
      } else {
        tooMuch = middle
      }
    }
    return enough
  }

  /// Whether all in the queue can be raised to a level with what is left.
  private func raising(
    _ claims: borrowing Column<Claim>, to level: UInt128, takesAtMost left: Int64, finest: Int64
  ) -> Bool {
    var room = left
    for index in 0..<queue.count {
      let claim = claims[queue[index].place]
      room -= claim.grant(raisingTo: level, finest: finest) - claim.granted
      if room < 0 { return false }
    }
    return true
  }

  /// Gives a pack to each in the queue that stands below a level, the lowest first, if it fits.
  private mutating func grantOneEach(
    _ claims: inout Column<Claim>, left: inout Int64, below level: UInt128, finest: Int64
  ) {
    for index in 0..<queue.count {
      let claim = claims[queue[index].place]
      queue[index].numerator = UInt128(claim.held + claim.granted)
    }
    queue.order()
    while queue.count > 0 {
      let next = queue.first
      queue.removeFirst()
      let claim = claims[next.place]
      guard claim.missing > 0, claim.nextPack <= left else { continue }
      guard claim.granted < claim.grant(raisingTo: level, finest: finest) else { continue }
      left -= claims[next.place].grantNextPack()
    }
  }
}

extension Claim {
  /// What it has been granted once it stands at a level or above, or has all it asks for. [units]
  ///
  /// That is the fewest packs n with (held + n × multiple) ÷ normal consumption ≥ level ÷ finest.
  fileprivate func grant(raisingTo level: UInt128, finest: Int64) -> Int64 {
    let finest = UInt128(finest)
    // Levels far above what this claim can reach need more than 128 bits.
    let reach = level.multipliedFullWidth(by: UInt128(normalConsumption))
    guard reach.high == 0, reach.low < UInt128(held + request) * finest else { return request }
    let start = UInt128(held) * finest
    guard reach.low > start else { return 0 }
    let pack = UInt128(multiple) * finest
    let packs = Int64((reach.low - start + pack - 1) / pack)
    return min(request, packs * multiple)
  }
}
