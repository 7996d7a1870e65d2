import Replications
import SupplyModel

/// What is followed over time, replication by replication, as `Chronicle` lays it out.
extension ReplicationAggregator {
  /// Notes when phases take place: once in a replication, whoever runs its first job.
  mutating func noteWindows() {
    let chronicle = study.chronicle
    guard chronicle.phaseCount > 0 else { return }
    for (phase, window) in worker.phaseWindows.enumerated() {
      part.timeline[chronicle.window(phase)] = Int64(window.firstDay)
      part.timeline[chronicle.window(phase) + 1] = Int64(window.endDay)
    }
  }

  /// Counts the product that is read where it is in shortage, and where one is known.
  mutating func noteShortages() {
    let chronicle = study.chronicle
    let (underWay, known) = (
      chronicle.shortages(areKnown: false), chronicle.shortages(areKnown: true)
    )
    for (point, tick) in chronicle.points.ticks.enumerated() {
      let shortage = worker.shortage(on: tick)
      if shortage.isUnderWay { part.timeline[underWay + point] += 1 }
      if chronicle.hasAnnouncements, shortage.isKnown { part.timeline[known + point] += 1 }
    }
  }

  /// Adds what has expired of a product under a policy.
  mutating func followDiscards(product index: Int, policy: Int) {
    let edges = study.chronicle.discardPeriods.edges
    guard edges.count > 1 else { return }
    let first = study.chronicle.discards(policy)
    let factor = study.timelineFactors.keptInUnits ? 1 : tables.factors[index].ore
    var quarter = 0
    worker.forEachDiscard { day, quantity in
      while quarter + 2 < edges.count, day >= edges[quarter + 1] { quarter += 1 }
      part.timeline[first + quarter] += quantity * factor
    }
  }

  /// Adds what has happened to a product under a policy in each period.
  mutating func followPeriods(product index: Int, policy: Int) {
    let chronicle = study.chronicle
    guard chronicle.followsPeriods else { return }
    let factors = tables.factors[index]
    let regions = chronicle.regionOfLocation[tables.categories[index].ordinal]
    let locations = study.compiled.products[index].locations
    var inRegion = [PeriodTally](repeating: PeriodTally(), count: chronicle.regionCount)
    for period in 0..<chronicle.periodCount {
      var inAll = PeriodTally()
      for region in inRegion.indices { inRegion[region] = PeriodTally() }
      for (node, location) in locations.enumerated() {
        let tally = worker.tally(node, inPeriod: period)
        inAll.add(tally)
        inRegion[Int(regions[location.index])].add(tally)
      }
      guard inAll != PeriodTally() else { continue }
      for (place, group) in chronicle.periodGroups.enumerated() where group.hasProduct[index] {
        let tally = group.region.map { inRegion[$0] } ?? inAll
        let first = chronicle.sums(policy, period, place)
        func add(_ sum: Chronicle.PeriodSum, _ quantity: Int64) {
          part.timeline[first + sum.rawValue] += quantity
        }
        if tally.demand > 0 {
          add(.weight, factors.weight)
          add(.weightedUnmet, factors.weight * GroupSums.share(tally.unmet, of: tally.demand))
        }
        add(.stockoutTicks, tally.stockoutDays)
        add(.discardedOre, tally.discarded * factors.ore)
      }
    }
  }

  /// Notes how long a product's stock at all locations would last at normal consumption.
  mutating func followCover(product index: Int, policy: Int) {
    let chronicle = study.chronicle
    guard chronicle.coverCount > 0, chronicle.coverPlaces[index] >= 0 else { return }
    let perDay = Int128(chronicle.nanoUnitsPerDay[index])
    let covered = chronicle.coveredCount
    var place =
      policy * chronicle.points.ticks.count * covered + chronicle.coverPlaces[index]
    for tick in chronicle.points.ticks {
      part.covers[place] = GroupSums.scaled(
        part.stock.units(on: tick), by: 1_000_000_000_000, dividedBy: perDay)
      place += covered
    }
  }

  /// Finds the cover of the product in the middle and of the one at the end of the lowest tenth, point by
  /// point, once all products have been run.
  mutating func rankCover(_ policy: Int) {
    let chronicle = study.chronicle
    let covered = chronicle.coveredCount
    guard chronicle.coverCount > 0 else { return }
    for point in chronicle.points.ticks.indices {
      let first = (policy * chronicle.points.ticks.count + point) * covered
      for rank in chronicle.ranks {
        part.timeline[chronicle.cover(policy, rank) + point] = Selection.value(
          at: rank.place(among: covered), in: &part.covers, from: first, count: covered)
      }
    }
  }
}

/// Finds what would stand in a place of a row if it were in order, without putting it in order and
/// without asking for memory.
enum Selection {
  /// The value in a place, from 0, of part of a row; changes the order of that part.
  static func value(
    at place: Int, in row: inout [Int64], from first: Int, count: Int
  ) -> Int64 {
    precondition(place >= 0 && place < count, "there is no such place in the row")
    var (low, high) = (first, first + count - 1)
    let wanted = first + place
    while low < high {
      let pivot = row[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while row[left] < pivot { left += 1 }
        while row[right] > pivot { right -= 1 }
        if left <= right {
          row.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if wanted <= right {
        high = right
      } else if wanted >= left {
        low = left
      } else {
        break
      }
    }
    return row[wanted]
  }
}
