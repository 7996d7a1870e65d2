import Quantities
import RandomStreams
import SupplyModel

extension StatementWords {
  /// A distribution of a length of time.
  func duration(_ distribution: Distribution) -> Prose {
    words(distribution) { length($0) }
  }

  /// A remaining life at receipt.
  func life(_ life: RemainingLife) -> Prose {
    switch life {
    case .days(let days): return duration(days)
    case .shareOfShelfLife(.constant(1)): return self("the whole shelf life", "hela hållbarheten")
    case .shareOfShelfLife(let share):
      let words = words(share) { percent(number(100 * $0)) }
      return self("of the shelf life \(words)", "\(words) av hållbarheten")
    }
  }

  /// A distribution; what it is of is said before it, and is no neuter in Swedish.
  private func words(_ distribution: Distribution, value: (Double) -> Prose) -> Prose {
    switch distribution {
    case .constant(let constant): return value(constant)
    case .uniform(let low, let high):
      return self(
        "uniform from \(value(low)) to \(value(high))",
        "likformigt fördelad från \(value(low)) till \(value(high))")
    case .uniformInteger(let first, let last):
      let (low, high) = (value(Double(first)), value(Double(last)))
      return self(
        "uniform on \(wholeSteps) from \(low) to \(high)",
        "likformigt fördelad på \(wholeSteps) från \(low) till \(high)")
    case .exponential(let mean):
      return self(
        "exponential with mean \(value(mean))",
        "exponentialfördelad med medelvärde \(value(mean))")
    case .gamma(let mean, let variation):
      let coefficient = number(variation)
      return self(
        "gamma with mean \(value(mean)) and coefficient of variation \(coefficient)",
        "gammafördelad med variationskoefficient \(coefficient) och medelvärde \(value(mean))")
    case .lognormal(let median, let mean):
      return self(
        "lognormal with median \(value(median)) and mean \(value(mean))",
        "lognormalfördelad med median \(value(median)) och medelvärde \(value(mean))")
    case .triangular(let low, let mode, let high):
      return self(
        "triangular from \(value(low)) over \(value(mode)) to \(value(high))",
        "triangelfördelad från \(value(low)) över \(value(mode)) till \(value(high))")
    case .empirical(let values):
      let (low, high) = (value(values.first ?? 0), value(values.last ?? 0))
      let mean = value(distribution.mean)
      return self(
        "one of \(values.count) stated values from \(low) to \(high) with mean \(mean), equally likely",
        "med lika sannolikhet ett av \(whole(values.count)) angivna värden från \(low) till \(high), "
          + "med medelvärde \(mean)")
    }
  }

  /// What a distribution of whole numbers of steps lies on.
  private var wholeSteps: Prose {
    content.experiment.tick == .day
      ? self("whole days", "hela dagar") : self("whole steps", "hela steg")
  }

  /// A distribution of whole units.
  func units(_ distribution: CountDistribution) -> Prose {
    switch distribution {
    case .geometric(let mean):
      return self(
        "geometric from 1 up with mean \(number(mean))",
        "geometrisk fördelning från 1 och uppåt med medelvärde \(number(mean))")
    case .poisson(let mean):
      return self(
        "Poisson with mean \(number(mean))", "Poissonfördelning med medelvärde \(number(mean))")
    case .stated(let list):
      let total = list.reduce(0) { $0 + $1.weight }
      if list.count == 1 {
        let only = count(list[0].count, .unit)
        return self("always \(only)", "alltid \(only)")
      }
      guard list.count <= Self.listedCounts else {
        let mean = list.reduce(0) { $0 + Double($1.count) * $1.weight } / total
        let counts = list.map(\.count).sorted()
        let (low, high) = (whole(counts.first ?? 0), whole(counts.last ?? 0))
        return self(
          "a table of \(list.count) numbers from \(low) to \(high) with mean \(number(mean))",
          "en tabell med \(whole(list.count)) tal från \(low) till \(high) med medelvärde \(number(mean))"
        )
      }
      return self.list(
        list.map {
          Prose(sign: "\(whole($0.count)) (\(percent(number(100 * $0.weight / total))))")
        })
    }
  }

  /// How many numbers of a stated distribution are listed. [1]
  private static let listedCounts = 8
}
