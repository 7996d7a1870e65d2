import Quantities
import Reports
import Studies
import SupplyModel
import Testing

@Suite("Reports of counterfactuals")
struct CounterfactualReportTests {
  private static func found(
    _ obstacles: [Obstacle], replications: Int = 6,
    _ change: (inout SupplyModel.Content) -> Void = { _ in }
  ) throws -> (result: StudyResult, model: SupplyModel, counterfactuals: [Counterfactual]) {
    var content = TinyScenario.content(replications: replications)
    change(&content)
    let (result, model) = try TinyScenario.result(of: content)
    let counterfactuals = try obstacles.map {
      Counterfactual(without: $0, try result.study.without($0).run(jobs: 2), actual: result)
    }
    return (result, model, counterfactuals)
  }

  private static func flat(_ summary: RunSummary) -> String {
    summary.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("The table has the promised columns, headline measures and levels")
  func table() throws {
    let (result, _, counterfactuals) = try Self.found([.shortages, .expiry])
    let table = CounterfactualsTable.table(of: counterfactuals, in: result)
    let lines = String(decoding: table.csv(), as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "policy,without,level,key,measure,unit,mean,meanDifference,ciLow,ciHigh,n")
    #expect(lines[1].hasPrefix("today,shortages,all,all,unmetFraction,1,"))
    #expect(
      lines.contains { $0.hasPrefix("three-months,expiry,demandClass,trauma,unmetFraction,1,") })
    #expect(lines.contains { $0.hasPrefix("one-month,expiry,all,all,discardedSEK,SEK,0,-") })
    let levels = Set(lines.dropFirst().map { $0.split(separator: ",")[2] })
    #expect(levels == ["all", "tier", "region", "authority", "category", "demandClass"])
    let measures = Set(lines.dropFirst().map { $0.split(separator: ",")[4] })
    #expect(measures.contains("runningSEKPerInhabitantYear") && !measures.contains("fillRate"))
    // Without the obstacle − as it is = the difference, row by row.
    for index in 0..<table.rowCount {
      let row = Array(table.row(index))
      guard case .text(let policy) = row[0], case .text(let level) = row[2],
        case .text(let key) = row[3], case .text(let measure) = row[4],
        case .number(let mean) = row[6],
        case .number(let difference) = row[7], case .integer(6) = row[10]
      else { continue }
      let estimate = result.estimate(
        policy: try #require(result.policyNames.firstIndex(of: policy)),
        level: try #require(Level(rawValue: level)), key: key, measure: measure)
      let actual = try #require(estimate?.mean)
      #expect(abs(mean - actual - difference) < 1e-6 * (1 + abs(actual)))
    }
  }

  @Test("The summary says what is due to what, and that it is no bound")
  func summary() throws {
    let (result, model, counterfactuals) = try Self.found([.shortages, .expiry])
    let summary = RunSummary(
      of: result, model: model, version: "0.3.0", counterfactuals: counterfactuals)
    let text = Self.flat(summary)
    #expect(
      text.contains(
        "What is due to shortages, to expiry: the same random numbers with one of them gone."))
    #expect(
      text.contains("a counterfactual of each policy as it is, not a bound on what any policy"))
    #expect(text.contains("need not add up to 100 %"))
    // All discard is due to expiry, in every replication.
    #expect(text.contains("100.0 (100.0–100.0)"))
    for line in summary.lines {
      #expect(line.count <= 120, "\(line)")
      #expect(line.last != " ")
    }
    let alone = RunSummary(
      of: result, model: model, version: "0.3.0", counterfactuals: [counterfactuals[1]])
    #expect(
      Self.flat(alone).contains("What is due to expiry: the same random numbers with expiry gone."))
    #expect(!Self.flat(alone).contains("add up"))
    let plain = RunSummary(of: result, model: model, version: "0.3.0")
    #expect(!plain.text.contains("due to"))
    #expect(summary.lines.count > plain.lines.count)
  }

  @Test("What is nothing has no share; one replication has no interval; goods need no price")
  func edges() throws {
    let (result, model, counterfactuals) = try Self.found([.shortages], replications: 1) {
      content in
      content.shortages = []
      for place in content.products.indices { content.products[place].unitPrice = .zero }
    }
    let text = Self.flat(
      RunSummary(of: result, model: model, version: "0.3.0", counterfactuals: counterfactuals))
    #expect(text.contains("due to shortages, % of it"))
    #expect(!text.contains("discard due to"))
    #expect(!text.lowercased().contains("nan"))
  }
}
