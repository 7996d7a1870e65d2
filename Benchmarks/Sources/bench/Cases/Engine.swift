import Foundation
import Replications
import ScenarioFiles
import SupplyModel

/// A compiled scenario with a worker to run replications of it in this process.
struct Engine: ~Copyable {
  let compiled: CompiledModel
  private var worker: ReplicationWorker

  /// Reads a scenario from files in memory, or from disk where there are none of that name.
  ///
  /// - Parameter products: how many of its products are taken, from the first; `nil` for all.
  init(
    _ path: String, files: [String: String] = [:], settings: [String] = [], products: Int? = nil
  ) throws(Failure) {
    let reader = ScenarioReader { name in
      if let text = files[name] { return .success(Array(text.utf8)) }
      guard let data = FileManager.default.contents(atPath: name) else {
        return .failure(FileProblem(reason: "there is no such file"))
      }
      return .success([UInt8](data))
    }
    let outcome = reader.read(path, settings: settings)
    guard let model = outcome.model else {
      throw Failure("\(path) has errors:\n" + outcome.diagnostics.rendered())
    }
    let chosen = products.map { Array(model.content.products.positions.prefix($0)) }
    compiled = CompiledModel(model, products: chosen)
    worker = ReplicationWorker(compiled)
  }

  /// A scenario written in this package.
  init(_ scenario: TextScenario) throws(Failure) {
    try self.init(TextScenario.name, files: scenario.files)
  }

  /// Runs replications: all products under all policies, as a study does.
  mutating func run(_ replications: Range<Int>) throws(Failure) {
    do throws(BrokenBalance) {
      for replication in replications {
        for job in compiled.jobs.indices {
          worker.begin(job: job, replication: replication)
          for policy in compiled.policies.indices {
            worker.forgetDeliveries()
            try worker.simulate(policy: policy)
          }
        }
      }
    } catch {
      throw Failure("\(error)")
    }
  }

  /// How often a care unit's day is simulated in one replication, over products and policies.
  var unitDays: Int {
    var days = 0
    for product in compiled.products {
      let units = compiled.model.networks[product.position.index].nodes
        .count { $0.consumption != nil }
      days += units * (compiled.horizonDays + product.warmUpDays)
    }
    return days * compiled.policies.count
  }

  /// On how many of those, in the reported time of one replication, anything was asked for.
  mutating func demandDays(ofReplication replication: Int) throws(Failure) -> Int {
    var days: Int64 = 0
    do throws(BrokenBalance) {
      for (job, products) in compiled.jobs.enumerated() {
        worker.begin(job: job, replication: replication)
        for policy in compiled.policies.indices {
          worker.forgetDeliveries()
          try worker.simulate(policy: policy)
          for product in products {
            worker.read(product: product)
            for node in compiled.products[product].locations.indices {
              days += worker.tally(node).demandDays
            }
          }
        }
      }
    } catch {
      throw Failure("\(error)")
    }
    return Int(days)
  }
}

/// Why a benchmark cannot go on, in words.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
