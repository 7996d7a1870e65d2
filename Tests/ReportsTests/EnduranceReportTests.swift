import Replications
import Reports
import Studies
import SupplyModel
import Testing

@Suite("Reports of endurance")
struct EnduranceReportTests {
  private static func results(
    replications: Int = 8, _ change: (inout SupplyModel.Content) -> Void = { _ in }
  ) throws -> [EnduranceResult] {
    var content = TinyScenario.content(horizonDays: 200, replications: replications)
    content.timeline = [
      Phase(
        name: "war", firstDay: 100, lengthDays: 60, rampUpDays: 0, rampDownDays: 0,
        demandMultipliers: [4, 4], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
    ]
    change(&content)
    let model = try SupplyModel(content)
    return try [(InboundCut.inPeace(day: 10), "peace"), (.with(Position(0)), "war")].map {
      try EnduranceStudy(CompiledModel(try model.cuttingInbound($0)), condition: $1).run(jobs: 2)
    }
  }

  @Test("The table has the promised columns, for each policy and condition")
  func table() throws {
    let lines = String(
      decoding: EnduranceTable.table(of: try Self.results()).csv(), as: UTF8.self
    ).split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "policy,condition,cutDate,level,key,measure,unit,mean,ciLow,ciHigh,min,"
        + "p05,p25,p50,p75,p95,censoredShare,n")
    #expect(lines[1].hasPrefix("today,peace,2027-01-11,all,all,enduranceDays,days,"))
    #expect(
      lines.contains { $0.hasPrefix("three-months,war,2027-04-11,region,north,enduranceDays,") })
    #expect(
      lines.contains { $0.hasPrefix("one-month,war,2027-04-11,tier,careUnit,enduranceDays,") })
    #expect(lines.contains { $0.hasPrefix("today,war,2027-04-11,location,ward-b,enduranceDays,") })
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",8") })
    // Three policies and two conditions have the same rows.
    #expect((lines.count - 1) % 6 == 0 && lines.count > 60)
  }

  @Test("The summary says when, how long, what runs out first, and what it means")
  func summary() throws {
    let summary = EnduranceSummary(of: try Self.results(), version: "0.3.0")
    let text = summary.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("All inbound supply stops on 2027-01-11, in peace."))
    #expect(text.contains("All inbound supply stops on 2027-04-11, as “war” begins."))
    #expect(text.contains("The timeline goes on as it is stated: war 90 days later."))
    #expect(text.contains("followed for 190 days."))
    #expect(text.contains("runs out first of"))
    #expect(text.contains("the first careUnit"))
    #expect(text.contains("“Not out” is the share"))
    for line in summary.lines {
      #expect(line.count <= 120, "\(line)")
      #expect(line.last != " ")
      #expect(!line.lowercased().contains("nan"))
    }
  }

  @Test("What has not run out at the end is told as at least so long")
  func censored() throws {
    let results = try Self.results(replications: 1) { content in
      for row in content.consumption.indices { content.consumption[row].actualFactor = 0.001 }
    }
    let text = EnduranceSummary(of: results, version: "0.3.0").text
    // 190 days are 27.1 weeks.
    #expect(text.contains("≥27.1 (≥27.1–≥27.1), 100 %"))
    #expect(text.contains("1 replication ·"))
  }

  @Test("A build-up that is cut on its first day is said to be alike under all policies")
  func buildUp() throws {
    var content = TinyScenario.content(horizonDays: 60, replications: 1)
    content.experiment.start = .buildUp(warmUpDays: 30)
    let model = try SupplyModel(content).cuttingInbound(.inPeace(day: 0))
    let result = try EnduranceStudy(CompiledModel(model), condition: "peace").run(jobs: 1)
    let text = EnduranceSummary(of: [result], version: "0.3.0").text
    #expect(text.contains("Policies begin on the first day with the baseline's stock"))
    let days = (0..<3).map { result.estimate(policy: $0, level: .all, key: "all")?.mean }
    #expect(days[0] != nil && Set(days).count == 1)
  }
}
