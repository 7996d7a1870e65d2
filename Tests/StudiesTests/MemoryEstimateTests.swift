import Estimators
import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Memory that a run needs")
struct MemoryEstimateTests {
  private static func estimate(
    _ content: SupplyModel.Content, _ change: (inout MemoryEstimate.Run) -> Void = { _ in }
  ) throws -> MemoryEstimate {
    let model = try SupplyModel(content)
    var run = MemoryEstimate.Run(of: model, jobs: 1, fileBytes: 1_000)
    change(&run)
    return MemoryEstimate(of: model, run)
  }

  private static func part(_ part: MemoryEstimate.Part, _ estimate: MemoryEstimate) -> Double {
    estimate.parts.first { $0.part == part }?.bytes ?? -1
  }

  @Test("It counts what a study keeps, and no more than a quarter above it")
  func resultSize() throws {
    let content = try TwoProducts.content()
    let model = try SupplyModel(content)
    let study = Study(CompiledModel(model))
    let size = ResultSize(content, MemoryEstimate.Run(of: model, jobs: 1, fileBytes: 0))
    let cells = Double(study.cells.count)
    #expect(size.cells >= cells && size.cells < 1.25 * cells, "\(size.cells), \(cells)")
    let kept = Double(
      8 * (study.keptCells.count * study.compiled.policies.count + study.chronicle.width))
    // Besides, each has arrays and a row in a table.
    #expect(size.perReplication >= kept && size.perReplication < 1.25 * kept + 1_000)
    let sums = StudySums(study)
    let moments = Double(MemoryLayout<ExactMoments>.stride)
    // The baseline has no differences to itself.
    #expect(sums.moments.count == 2 * study.cells.count)
    #expect(size.sums >= 3 * cells * moments && size.sums < 1.25 * 3 * cells * moments)
  }

  @Test("With detail every value is kept, and memory grows with replications × locations")
  func detail() throws {
    let content = try TwoProducts.content()
    let plain = try Self.estimate(content)
    let detailed = try Self.estimate(content) { $0.keepsDetail = true }
    let study = Study(CompiledModel(try SupplyModel(content)), keeping: .everything)
    let kept = Double(8 * study.keptCells.count * study.compiled.policies.count)
    #expect(plain.perReplication < detailed.perReplication)
    #expect(detailed.perReplication >= kept && detailed.perReplication < 1.25 * kept + 1_000)
  }

  @Test("Each replication, core and study more needs what is said of it")
  func grows() throws {
    let content = try TwoProducts.content()
    let one = try Self.estimate(content) { $0.replications = 1_000 }
    let two = try Self.estimate(content) { $0.replications = 2_000 }
    let values = Self.part(.replications, two) - Self.part(.replications, one)
    #expect(abs(values - 1_000 * one.perReplication) < 1)
    let cores = try Self.estimate(content) {
      $0.replications = 1_000
      $0.jobs = 4
    }
    let more = cores.bytes - one.bytes
    #expect(abs(more - 3 * one.perJob) < 1)
    let studies = try Self.estimate(content) { $0.studies = 3 }
    #expect(
      Self.part(.tables, studies) == 3 * Self.part(.tables, try Self.estimate(content)))
    let fewer = try Self.estimate(content) {
      $0.products = [Position(1)]
      $0.policies = [Position(0)]
    }
    #expect(Self.part(.tables, fewer) < Self.part(.tables, try Self.estimate(content)))
    #expect(fewer.perReplication < one.perReplication)
  }

  @Test("Sizes beyond everything are told, not trapped on")
  func absurd() throws {
    var content = try TwoProducts.content()
    let most = try Self.estimate(content) {
      $0.replications = .max
      $0.jobs = .max
      $0.fileBytes = .max
      $0.studies = 4
      $0.keepsDetail = true
    }
    #expect(most.bytes > 1e19)
    #expect(MemorySize.text(most.bytes) == "more than 1000 TiB")
    // A milliard replications of a million locations, all values kept.
    content.locations = Array(repeating: content.locations[1], count: 1_000_000)
    var run = most.run
    run.replications = 1_000_000_000
    run.jobs = 1_000
    let size = ResultSize(content, run)
    #expect(size.perReplication > 8 * 2 * 10 * 1e6)
    #expect(size.perReplication * 1e9 > 1e17)
  }

  @Test("What cannot be numbered is refused in words, however much memory there is")
  func tooMany() throws {
    #expect(try Self.estimate(TwoProducts.content()).tooMany.isEmpty)
    let long = try Self.estimate(TwoProducts.content(horizonDays: 2_000_000_000))
    #expect(long.tooMany.count == 1)
    #expect(long.tooMany.first?.contains("demands of a product") == true)
    #expect(long.tooMany.first?.contains("1073741823") == true)
  }
}
