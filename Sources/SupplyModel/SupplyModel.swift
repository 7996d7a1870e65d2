/// Everything that a simulation needs to know, complete and valid.
///
/// A model that breaks a rule cannot be made: `init` checks all rules and reports every breach at
/// once. From then on nothing has to be checked again.
public struct SupplyModel: Sendable {
  /// The tables and choices that the model is made of.
  public let content: Content
  /// For each product the locations that handle it, in the order in which they are reviewed.
  public let networks: [ProductNetwork]
  /// Simulated before the horizon, by product. [days]
  ///
  /// What the start rule says, or the longest remaining life at receipt; none where the stock of the
  /// first day is given.
  public internal(set) var warmUpDays: [Int] = []
  /// Whether each day's demand is its mean, whatever its family: the model without uncertainty.
  public internal(set) var hasSteadyDemand = false
  /// The phase from whose first day on no supply comes in, where it is asked how long stock lasts.
  public internal(set) var inboundCut: Position<Phase>?

  /// The tables and choices of a model, not yet checked.
  public struct Content: Sendable {
    /// What the scenario asks.
    public var title: String
    /// What is simulated how often.
    public var experiment: Experiment
    /// What care units use and stores hold.
    public var products: [Product]
    /// Why products are used.
    public var demandClasses: [DemandClass]
    /// Kinds of location.
    public var tiers: [Tier]
    /// Geographical regions.
    public var regions: [Region]
    /// Who has the duty.
    public var authorities: [Authority]
    /// Places that hold stock.
    public var locations: [Location]
    /// Who delivers.
    public var suppliers: [Supplier]
    /// What care units are expected to use.
    public var consumption: [Consumption]
    /// How often and for how long supply fails.
    public var shortages: [ShortageProcess]
    /// Peace, crisis, war: when demand and supply differ.
    public var timeline: [Phase]
    /// The rules that are compared.
    public var policies: [Policy]
    /// What holding, moving and discarding costs; `nil` where the scenario states no costs.
    public var costs: CostRates?
    /// What else a cost file states; `nil` where the scenario states rates alone or nothing.
    public var costPlan: CostPlan?
    /// The register of assumptions.
    public var assumptions: [Assumption]
    /// How demand follows the calendar, where consumption refers to it.
    public var demandProfiles: [DemandProfile]
    /// The duty to hold stock; `nil` where the scenario does not ask about it.
    public var duty: Duty?
    /// Products with several suppliers.
    public var sourcing: [Sourcing] = []
    /// Reserves of the state.
    public var nationalReserves: [NationalReserve] = []
    /// What may be given instead of what.
    public var substitutions: [Substitution] = []

    /// The content of a model.
    public init(
      title: String, experiment: Experiment, products: [Product], demandClasses: [DemandClass],
      tiers: [Tier], regions: [Region], authorities: [Authority], locations: [Location],
      suppliers: [Supplier], consumption: [Consumption], shortages: [ShortageProcess],
      timeline: [Phase], policies: [Policy], costs: CostRates?, assumptions: [Assumption],
      demandProfiles: [DemandProfile] = [], duty: Duty? = nil
    ) {
      self.title = title
      self.experiment = experiment
      self.products = products
      self.demandClasses = demandClasses
      self.tiers = tiers
      self.regions = regions
      self.authorities = authorities
      self.locations = locations
      self.suppliers = suppliers
      self.consumption = consumption
      self.shortages = shortages
      self.timeline = timeline
      self.policies = policies
      self.costs = costs
      self.assumptions = assumptions
      self.demandProfiles = demandProfiles
      self.duty = duty
    }
  }

  /// Makes a model of its content.
  ///
  /// - Throws: `ModelProblems` with every rule that the content breaks.
  public init(_ content: Content) throws(ModelProblems) {
    var problems = Rules.problems(in: content)
    guard problems.isEmpty else { throw ModelProblems(all: problems) }
    var builder = NetworkBuilder(content)
    let networks = content.products.positions.map { builder.network(of: $0) }
    problems = Rules.problems(in: content, networks: networks)
    guard problems.isEmpty else { throw ModelProblems(all: problems) }
    self.content = content
    self.networks = networks
    warmUpDays = content.products.positions.map { product in
      switch content.experiment.start {
      case .given, .lots: 0
      case .rotated(let stated), .buildUp(let stated):
        stated ?? longestRemainingLifeDays(of: product)
      }
    }
  }

  /// The longest remaining life at receipt that a product can have, in whole days. [days]
  public func longestRemainingLifeDays(of product: Position<Product>) -> Int {
    content.longestRemainingLifeDays(of: product, in: networks[product.index])
  }

  /// The shortest remaining life at receipt that a product can have, in whole days. [days]
  public func shortestRemainingLifeDays(of product: Position<Product>) -> Int {
    content.shortestRemainingLifeDays(of: product, in: networks[product.index])
  }
}
