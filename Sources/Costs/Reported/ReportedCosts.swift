public import Quantities
public import SupplyModel

/// What a report on costs starts from: regions, what groups of them expect to pay, and who answered.
public struct ReportedCosts: Sendable {
  /// What report it is.
  public var title: String
  /// All regions, in the order of their codes.
  public var regions: [Region]
  /// What each group expects to pay.
  public var groups: [SizeGroup: GroupCosts]
  /// Initial expenditure of all regions together; inside running cost as depreciation, never beside it.
  public var initialInvestment: AmountRange
  /// Private providers' share of care.
  public var privateShare: PrivateShare
  /// How well that is known, and from where.
  public var privateShareSource: String
  /// Who answered about other products than medicines.
  public var answers: [SizeGroup: Answers]
  /// Who answered about medicines.
  public var medicineAnswers: [SizeGroup: MedicineAnswers]
  /// Kronor per inhabitant for medicines.
  public var medicineCosts: [Statistic: MedicineCosts]
  /// What the report prints; empty where there is nothing to compare with.
  public var printed: [RegionalCostTable.CellName: PrintedRange]

  /// What a report starts from.
  public init(
    title: String, regions: [Region], groups: [SizeGroup: GroupCosts],
    initialInvestment: AmountRange, privateShare: PrivateShare, privateShareSource: String,
    answers: [SizeGroup: Answers], medicineAnswers: [SizeGroup: MedicineAnswers],
    medicineCosts: [Statistic: MedicineCosts],
    printed: [RegionalCostTable.CellName: PrintedRange]
  ) {
    self.title = title
    self.regions = regions
    self.groups = groups
    self.initialInvestment = initialInvestment
    self.privateShare = privateShare
    self.privateShareSource = privateShareSource
    self.answers = answers
    self.medicineAnswers = medicineAnswers
    self.medicineCosts = medicineCosts
    self.printed = printed
  }

  /// A region with its inhabitants.
  public struct Region: Sendable, Hashable {
    /// The county's code, such as `06`.
    public let code: String
    /// Its name.
    public let name: String
    /// The group that it is counted in.
    public let group: SizeGroup
    /// Its inhabitants. [inhabitants]
    public let inhabitants: Int64

    /// A region.
    public init(code: String, name: String, group: SizeGroup, inhabitants: Int64) {
      self.code = code
      self.name = name
      self.group = group
      self.inhabitants = inhabitants
    }
  }

  /// What a group of regions, or one region, expects to pay.
  public struct GroupCosts: Sendable, Hashable {
    /// Once, for building up the stock.
    public var oneOff: AmountRange
    /// More per year than today, depreciation included.
    public var running: AmountRange

    /// Expected costs.
    public init(oneOff: AmountRange, running: AmountRange) {
      self.oneOff = oneOff
      self.running = running
    }
  }

  /// How many regions of a group answered, and what they said of themselves. [regions]
  public struct Answers: Sendable, Hashable {
    /// With figures.
    public let submitted: Int64
    /// Without.
    public let notSubmitted: Int64
    /// Which have come further in building up.
    public let furtherAlong: Int64
    /// Which could not judge the whole.
    public let couldNotJudgeAll: Int64
    /// Which take over stock from a logistics company.
    public let takingOverStock: Int64

    /// Counts of regions.
    public init(
      submitted: Int64, notSubmitted: Int64, furtherAlong: Int64, couldNotJudgeAll: Int64,
      takingOverStock: Int64
    ) {
      self.submitted = submitted
      self.notSubmitted = notSubmitted
      self.furtherAlong = furtherAlong
      self.couldNotJudgeAll = couldNotJudgeAll
      self.takingOverStock = takingOverStock
    }
  }

  /// How many regions of a group answered about medicines. [regions]
  public struct MedicineAnswers: Sendable, Hashable {
    /// With figures.
    public let submitted: Int64
    /// Without.
    public let notSubmitted: Int64
    /// Whose figures could be used.
    public let included: Int64

    /// Counts of regions.
    public init(submitted: Int64, notSubmitted: Int64, included: Int64) {
      self.submitted = submitted
      self.notSubmitted = notSubmitted
      self.included = included
    }
  }

  /// One figure for many regions; the raw values are the keys of the tables.
  public enum Statistic: String, Sendable, Hashable, CaseIterable {
    case min
    case median
    case max
    case mean
  }

  /// Kronor per inhabitant for a month of medicines.
  public struct MedicineCosts: Sendable, Hashable {
    /// Initial cost and investment.
    public let initial: Money
    /// Per year.
    public let running: Money

    /// Costs per inhabitant.
    public init(initial: Money, running: Money) {
      self.initial = initial
      self.running = running
    }
  }

  /// A range as it is printed. [mkr, or kr where the column says so]
  public struct PrintedRange: Sendable, Hashable {
    /// The lower end.
    public let low: Int64
    /// The upper end.
    public let high: Int64

    /// Two ends.
    public init(low: Int64, high: Int64) {
      self.low = low
      self.high = high
    }
  }

  /// The inhabitants of some regions. [inhabitants]
  public func inhabitants(of group: SizeGroup? = nil) -> Int64 {
    regions.reduce(0) { $0 + (group == nil || $1.group == group ? $1.inhabitants : 0) }
  }
}
