extension DiscreteTable {
  /// The total size of a Poisson number of events, each with a size of its own, all independent.
  ///
  /// Method: H. H. Panjer's recursion. With λ events and the probability f(j) of a size j, the total
  /// is n with a probability of p(n) = (λ/n) Σ j f(j) p(n − j), from p(0) upward. All terms are
  /// above 0, so that rounding errors do not grow: H. H. Panjer and S. Wang, "On the stability of
  /// recursive formulas", ASTIN Bulletin 23 (1993) 227–258.
  ///
  /// Accuracy: p(0) = exp(−λ) is never needed, because the recursion starts from a weight of 1 and
  /// the table divides by the sum. It ends where the probability of all larger totals is below 2⁻⁶⁵.
  /// Against sums of independent Poisson numbers and the closed form for geometric sizes,
  /// probabilities agree to 2 · 10⁻¹³ of their size plus 2⁻⁶⁴ with means up to several thousand. Where
  /// events are rare, that 2⁻⁶⁴ and the tail count relative to the chance of any event: with a
  /// millionth of an event of mean size 10,000, the mean is 5 · 10⁻⁹ too small.
  ///
  /// Time: proportional to the largest total times the number of different sizes, and to the largest
  /// total alone where sizes are geometric.
  ///
  /// Source: H. H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN
  /// Bulletin 12 (1981) 22–26.
  ///
  /// - Parameter events: the mean number of events. [1/day]
  /// - Parameter sizes: the distribution of an event's size. [units, 1 or more]
  /// - Precondition: ``problem(events:sizes:)`` is `nil`. No events give a constant 0.
  public static func compoundPoisson(
    events: Double, sizes: CountDistribution
  ) -> DiscreteTable {
    if let problem = problem(events: events, sizes: sizes) {
      preconditionFailure("Not a compound Poisson distribution: \(problem).")
    }
    guard events > 0 else { return DiscreteTable(constant: 0) }
    let totals =
      switch sizes {
      case .stated(let counts): totals(events: events, of: counts)
      case .geometric(let mean): totals(events: events, geometricMean: mean)
      case .poisson: preconditionFailure("Sizes that may be 0 are refused above.")
      }
    return DiscreteTable(weights: Array(totals.weights[totals.first...]), first: totals.first)
  }

  /// What is wrong with the parameters of a compound Poisson table, and what is allowed; `nil` if
  /// nothing is.
  ///
  /// With sizes of at most 10,000, the limit of the mean keeps a table below ``maximumCount`` values.
  public static func problem(events: Double, sizes: CountDistribution) -> String? {
    if let problem = sizes.problemAsSizes { return problem }
    guard events >= 0 else {
      return "the number of events is \(events); allowed is 0 or more"
    }
    let mean = events * sizes.mean
    return mean <= 1_000_000 ? nil : "the mean is \(mean); allowed is 0 to 1,000,000"
  }

  /// The recursion over the sizes that are stated.
  private static func totals(
    events: Double, of counts: [CountDistribution.WeightedCount]
  ) -> TotalWeights {
    let flows = flows(events: events, of: counts)
    let mean = flows.reduce(0) { $0 + $1.flow }
    let largest = flows.reduce(0) { max($0, $1.size) }
    var totals = TotalWeights()
    var total = 0
    while true {
      total += 1
      var flow = 0.0
      for (size, part) in flows {
        if size > total - totals.first { break }
        flow += part * totals.weights[total - size]
      }
      totals.append(flow / Double(total))
      if total % largest == 0 {
        // Block after block of as many totals as the largest size, a weight is at most mean/total
        // times the largest of the block before: the rest is at most a geometric series.
        let ratio = mean / Double(total + 1)
        let block = totals.weights.suffix(largest).reduce(0) { max($0, $1) }
        if ratio < 1, Double(largest) * block * ratio < (1 - ratio) * totals.sum * 0x1p-65 { break }
      }
    }
    return totals
  }

  /// The different sizes in rising order, each with λ j f(j), the units a day that come in that size.
  private static func flows(
    events: Double, of counts: [CountDistribution.WeightedCount]
  ) -> [(size: Int, flow: Double)] {
    // Sorted by weight too, so that the order in which equal sizes are stated changes no bit.
    let sorted = counts.sorted { ($0.count, $0.weight) < ($1.count, $1.weight) }
    var weights = CompensatedSum()
    for count in sorted { weights.add(count.weight) }
    var merged: [(size: Int, flow: Double)] = []
    for count in sorted {
      let flow = events * (count.weight / weights.value) * Double(count.count)
      if let last = merged.last, last.size == count.count {
        merged[merged.count - 1].flow += flow
      } else {
        merged.append((count.count, flow))
      }
    }
    return merged
  }

  /// The recursion over geometric sizes, f(j) = s (1 − s)ʲ⁻¹ with s = 1/mean, in constant time a step.
  ///
  /// The sums Σ (1 − s)ʲ⁻¹ p(n − j) and Σ j (1 − s)ʲ⁻¹ p(n − j) are kept from step to step.
  private static func totals(events: Double, geometricMean: Double) -> TotalWeights {
    let stop = 1 / geometricMean
    let stay = (geometricMean - 1) / geometricMean
    var totals = TotalWeights()
    var plain = 1.0
    var weighted = 1.0
    var total = 0
    while true {
      total += 1
      let factor = totals.append(events * stop / Double(total) * weighted)
      let weight = totals.weights[total]
      plain *= factor
      weighted *= factor
      // Were λ s/n not to fall any more, the recursion would be linear with constant factors and
      // could be summed to the end; as it falls, the rest is less.
      let rate = events * stop / Double(total + 1)
      let margin = stop * stop - rate
      let rest = rate * (weight + stay * (plain + stop * weighted))
      if margin > 0, rest < margin * totals.sum * 0x1p-65 { break }
      plain = weight + stay * plain
      weighted = plain + stay * weighted
    }
    return totals
  }
}
