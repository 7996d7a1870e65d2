import Quantities
import RandomStreams
public import SupplyModel

/// A model turned into flat tables of numbers for the inner loop, once for all replications.
public struct CompiledModel: Sendable {
  /// The model that was compiled.
  public let model: SupplyModel
  /// The products that results are asked of, in order.
  public let products: [CompiledProduct]
  /// Those, and then the others that they depend on, which are simulated with them.
  let simulated: [CompiledProduct]
  /// By job: the products that are simulated together, by their places in `products`. One that is
  /// only simulated for others' sake is left out.
  public let jobs: [[Int]]
  /// Who takes part in each job.
  let jobPlans: [JobPlan]
  /// By place in `simulated`: the job that it is in.
  let jobOfProduct: [Int]
  /// The policies that are simulated, in order.
  public let policies: [Position<Policy>]
  /// How the timeline scales supply, day by day, where its phases take place as they are stated.
  let supplyScale: SupplyScale

  /// Which shorter ways runs may take.
  let shortcuts: Shortcuts

  /// Compiles a model for some policies and products; `nil` means all of them. Products that those
  /// depend on are simulated with them, but nobody is told of their results.
  ///
  /// - Parameter jobs: how many cores to use; changes nothing. [1 or more]
  public init(
    _ model: SupplyModel, policies: [Position<Policy>]? = nil,
    products: [Position<Product>]? = nil, shortcuts: Shortcuts = .likely, jobs: Int = 1
  ) {
    self.shortcuts = shortcuts
    let chosen = policies ?? model.content.policies.positions
    self.model = model
    self.policies = chosen
    let asked = products ?? model.content.products.positions
    let links = Coupling.links(in: model.content, policies: chosen)
    let companions = Coupling.companions(of: asked, links: links, in: model.content)
    let simulated = Self.compile(asked + companions, of: model, policies: chosen, jobs: jobs)
    var places: [Position<Product>: Int] = [:]
    for (place, product) in simulated.enumerated() { places[product.position] = place }
    let plans = JobPlan.plans(
      products: simulated,
      links: links.compactMap { one, other in
        guard let first = places[one], let second = places[other] else { return nil }
        return (first, second)
      }, in: model.content)
    var jobOfProduct = Array(repeating: 0, count: simulated.count)
    for (job, plan) in plans.enumerated() {
      for place in plan.members { jobOfProduct[place] = job }
    }
    self.products = Array(simulated.prefix(asked.count))
    self.simulated = simulated
    self.jobOfProduct = jobOfProduct
    jobPlans = plans
    self.jobs = plans.map { plan in plan.members.filter { $0 < asked.count } }
    self.supplyScale = SupplyScale(
      timeline: model.content.timeline, suppliers: Array(model.content.suppliers.positions),
      horizonDays: model.content.experiment.horizonDays)
  }

  /// Products do not depend on each other here: of n cores each takes every n-th.
  private static func compile(
    _ products: [Position<Product>], of model: SupplyModel, policies: [Position<Policy>], jobs: Int
  ) -> [CompiledProduct] {
    let cores = max(1, min(jobs, products.count))
    let parts = parallelMap(cores) { core in
      stride(from: core, to: products.count, by: cores).map {
        CompiledProduct(products[$0], of: model, policies: policies)
      }
    }
    return products.indices.map { parts[$0 % cores][$0 / cores] }
  }

  /// Length of the reported time. [days]
  public var horizonDays: Int { model.content.experiment.horizonDays }

  /// Calendar days that the reported time touches: deliveries are counted by them.
  public var deliveryDays: Int {
    model.content.experiment.calendarDay(ofTick: horizonDays - 1) + 1
  }

  /// The weekday of the first day of the horizon, 0 for Monday.
  var firstWeekday: Int { model.content.experiment.startDate.weekday - 1 }
}
