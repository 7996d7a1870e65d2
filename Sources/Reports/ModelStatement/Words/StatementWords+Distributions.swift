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
    case .days(let days): duration(days)
    case .shareOfShelfLife(.constant(1)): "the whole shelf life"
    case .shareOfShelfLife(let share):
      "of the shelf life " + words(share) { "\(number(100 * $0)) %" }
    }
  }

  private func words(
    _ distribution: Distribution, value: (Double) -> Prose
  ) -> Prose {
    switch distribution {
    case .constant(let constant): value(constant)
    case .uniform(let low, let high): "uniform from \(value(low)) to \(value(high))"
    case .uniformInteger(let low, let high):
      "uniform on \(wholeSteps) from \(value(Double(low))) to \(value(Double(high)))"
    case .exponential(let mean): "exponential with mean \(value(mean))"
    case .gamma(let mean, let variation):
      "gamma with mean \(value(mean)) and coefficient of variation \(number(variation))"
    case .lognormal(let median, let mean):
      "lognormal with median \(value(median)) and mean \(value(mean))"
    case .triangular(let low, let mode, let high):
      "triangular from \(value(low)) over \(value(mode)) to \(value(high))"
    case .empirical(let values):
      "one of \(values.count) stated values from \(value(values.first ?? 0)) to "
        + "\(value(values.last ?? 0)) with mean \(value(distribution.mean)), equally likely"
    }
  }

  /// What a distribution of whole numbers of steps lies on.
  private var wholeSteps: Prose { content.experiment.tick == .day ? "whole days" : "whole steps" }

  /// A distribution of whole units.
  func units(_ distribution: CountDistribution) -> Prose {
    switch distribution {
    case .geometric(let mean): return "geometric from 1 up with mean \(number(mean))"
    case .poisson(let mean): return "Poisson with mean \(number(mean))"
    case .stated(let list):
      let total = list.reduce(0) { $0 + $1.weight }
      if list.count == 1 { return "always \(count(list[0].count, "unit"))" }
      guard list.count <= Self.listedCounts else {
        let mean = list.reduce(0) { $0 + Double($1.count) * $1.weight } / total
        let counts = list.map(\.count).sorted()
        return "a table of \(list.count) numbers from \(counts.first ?? 0) to \(counts.last ?? 0) "
          + "with mean \(number(mean))"
      }
      return list.map { "\($0.count) (\(number(100 * $0.weight / total)) %)" as Prose }.listed
    }
  }

  /// How many numbers of a stated distribution are listed. [1]
  private static let listedCounts = 8
}
