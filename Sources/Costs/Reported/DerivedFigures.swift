import Quantities
import SupplyModel

/// Figures that the running text of the report has, or that follow from its tables.
public struct DerivedFigures: Sendable {
  /// What a figure is; the raw values are the keys of the tables.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// Running cost of private care: what is added to that of public care.
    case privateRunning
    /// What has to be paid before anything runs: investment and build-up.
    case firstYearCash
    /// A month of medicines for the whole country, once.
    case medicineInitialMean
    case medicineInitialMedian
    case medicineInitialMin
    case medicineInitialMax
    /// A month of medicines for the whole country, per year.
    case medicineRunningMean
    case medicineRunningMedian
    case medicineRunningMin
    case medicineRunningMax
    /// Running cost of all products, own care, medicines at their mean.
    case allProductsRunning
  }

  /// One figure.
  public struct Figure: Sendable {
    /// What it is.
    public let name: Name
    /// How much it is.
    public let amount: AmountRange
    /// What the report prints; `nil` where the figure is not in the report.
    public let printed: ReportedCosts.PrintedRange?

    /// The amount in millions of kronor, rounded. [mkr]
    public var rounded: ReportedCosts.PrintedRange {
      ReportedCosts.PrintedRange(
        low: amount.low.rounded(toParts: 100_000_000),
        high: amount.high.rounded(toParts: 100_000_000))
    }
  }

  /// All figures that can be formed.
  public let figures: [Figure]

  /// The figures of a report. Costs per inhabitant of medicines are unweighted statistics of single
  /// regions: times all inhabitants they are what the country pays if all regions were like that one.
  public init(_ reported: ReportedCosts) {
    let table = RegionalCostTable(reported)
    let inhabitants = reported.inhabitants()
    var figures: [Figure] = []
    func add(_ name: Name, _ amount: AmountRange, printed: ReportedCosts.PrintedRange? = nil) {
      figures.append(Figure(name: name, amount: amount, printed: printed))
    }
    func country(_ perInhabitant: Money) -> AmountRange {
      let amount = ExactAmount(perInhabitant).scaled(by: inhabitants)
      return AmountRange(low: amount, high: amount)
    }
    guard let publicCare = table.row(.publicCare), let all = table.row(.includingPrivate) else {
      self.figures = []
      return
    }
    add(.privateRunning, all.running - publicCare.running, printed: reported.printedPrivateRunning)
    add(.firstYearCash, reported.initialInvestment + publicCare.oneOff)
    let medicines: [(ReportedCosts.Statistic, Name, Name)] = [
      (.mean, .medicineInitialMean, .medicineRunningMean),
      (.median, .medicineInitialMedian, .medicineRunningMedian),
      (.min, .medicineInitialMin, .medicineRunningMin),
      (.max, .medicineInitialMax, .medicineRunningMax),
    ]
    for (statistic, initial, running) in medicines {
      guard let costs = reported.medicineCosts[statistic] else { continue }
      add(initial, country(costs.initial))
      add(running, country(costs.running))
    }
    if let mean = reported.medicineCosts[.mean] {
      add(.allProductsRunning, publicCare.running + country(mean.running))
    }
    self.figures = figures
  }
}

extension ReportedCosts {
  /// The private part as the report prints it: the difference of its two printed totals.
  var printedPrivateRunning: PrintedRange? {
    guard let all = printed[.init(.includingPrivate, .running)],
      let publicCare = printed[.init(.publicCare, .running)]
    else { return nil }
    return PrintedRange(low: all.low - publicCare.low, high: all.high - publicCare.high)
  }
}
