extension CountDistribution {
  /// The largest count that may be stated.
  public static let largestCount = 1_000_000

  /// The largest size of an event, and the largest mean of a geometric distribution.
  public static let largestSize = 10_000

  /// How many different sizes of events may be stated.
  public static let maximumSizes = 1_000

  /// The mean; the order in which counts are stated changes no bit of it. [units]
  public var mean: Double {
    switch self {
    case .stated(let counts):
      var weights = CompensatedSum()
      var products = CompensatedSum()
      for count in counts.sorted(by: { ($0.count, $0.weight) < ($1.count, $1.weight) }) {
        weights.add(count.weight)
        products.add(Double(count.count) * count.weight)
      }
      return products.value / weights.value
    case .geometric(let mean), .poisson(let mean): return mean
    }
  }

  /// What is wrong with the distribution, and what is allowed; `nil` if nothing is.
  ///
  /// A short phrase without a full stop, to be put into a message that says where the distribution
  /// stands. Only the first thing that is wrong is named.
  public var problem: String? {
    switch self {
    case .stated(let counts):
      guard !counts.isEmpty, counts.count <= Self.largestCount else {
        return "it has \(counts.count) counts; allowed is 1 to 1,000,000"
      }
      for count in counts {
        guard count.count >= 0, count.count <= Self.largestCount else {
          return "a count is \(count.count); allowed is 0 to 1,000,000"
        }
        let (least, most) = (Distribution.smallestPositiveParameter, Distribution.largestParameter)
        guard count.weight >= least, count.weight <= most else {
          return "the weight of \(count.count) is \(count.weight); allowed is \(least) to \(most)"
        }
      }
      return nil
    case .geometric(let mean):
      return mean >= 1 && mean <= Double(Self.largestSize)
        ? nil : "the mean is \(mean); allowed is 1 to 10,000"
    case .poisson(let mean):
      let least = Distribution.smallestPositiveParameter
      return mean >= least && mean <= Double(Self.largestCount)
        ? nil : "the mean is \(mean); allowed is \(least) to 1,000,000"
    }
  }

  /// What is wrong with the distribution as that of the sizes of events; `nil` if nothing is.
  ///
  /// An event has a size, so 0 is not allowed; and the work of adding up sizes grows with how many
  /// different ones there are.
  public var problemAsSizes: String? {
    if let problem { return problem }
    if case .poisson = self { return "a size may be 0; allowed is 1 to 10,000" }
    guard case .stated(let counts) = self else { return nil }
    for count in counts where count.count < 1 || count.count > Self.largestSize {
      return "a size is \(count.count); allowed is 1 to 10,000"
    }
    let sizes = Set(counts.map(\.count)).count
    return sizes <= Self.maximumSizes
      ? nil : "it has \(sizes) different sizes; allowed is 1 to 1,000"
  }
}
