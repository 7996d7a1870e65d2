import Estimators
import Quantities
import Replications
import Studies
import SupplyModel
import Testing

/// Two products, two policies, one authority that holds; the numbers of a study against those of
/// the replications one by one.
@Suite("The duty over replications")
struct DutyStudyTests {
  private static let count = 5

  /// A month of the bandage is 105 units, of the serum 3.
  private static func content(
    exemptions: [Exemption] = [], measuresCover: Bool = false
  ) throws -> SupplyModel.Content {
    var content = try TwoProducts.content(replications: count)
    content.duty = Duty(exemptions: exemptions)
    content.experiment.measuresCover = measuresCover
    return content
  }

  private static func exemption(_ product: Int, _ held: Exemption.Held) -> Exemption {
    Exemption(
      authority: Position(0), product: Position(product), reason: "slow", held: held,
      mitigation: "borrowed", reviewDate: CalendarDate(dayNumber: 30_000))
  }

  private static func result(_ content: SupplyModel.Content, jobs: Int = 2) throws -> StudyResult {
    try Study(CompiledModel(try SupplyModel(content))).run(jobs: jobs)
  }

  /// By product: the outcomes of all replications under the second policy.
  private static func outcomes(_ content: SupplyModel.Content) throws -> [[DutyOutcome]] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    var found: [[DutyOutcome]] = [[], []]
    for replication in 0..<count {
      for product in 0..<2 {
        worker.begin(product: product, replication: replication)
        try worker.simulate(policy: 1)
        let outcome = worker.dutyOutcome(0)
        found[product].append(try #require(outcome))
      }
    }
    return found
  }

  private static func mean(_ result: StudyResult, _ level: Level, _ key: String, _ measure: String)
    -> Double?
  {
    result.estimate(policy: 1, level: level, key: key, measure: measure)?.mean
  }

  @Test("Shares are means over days and replications; of all, over products of equal weight")
  func shares() throws {
    let content = try Self.content()
    let outcomes = try Self.outcomes(content)
    let result = try Self.result(content)
    let shares = outcomes.map { rows in
      Double(rows.reduce(0) { $0 + $1.daysWithin }) / Double(Self.count * 60)
    }
    // The case tells products apart, and neither keeps the duty always or never.
    #expect(shares[0] != shares[1])
    #expect(shares.allSatisfy { $0 > 0 && $0 < 1 })
    func isShare(_ value: Double?, _ expected: Double) -> Bool {
      abs((value ?? .nan) - expected) < 1e-11
    }
    #expect(isShare(Self.mean(result, .product, "bandage", "daysWithinDuty"), shares[0]))
    #expect(isShare(Self.mean(result, .product, "serum", "daysWithinDuty"), shares[1]))
    let both = (shares[0] + shares[1]) / 2
    #expect(isShare(Self.mean(result, .all, "all", "daysWithinDuty"), both))
    #expect(isShare(Self.mean(result, .authority, "authority", "daysWithinDuty"), both))

    let findings = result.dutyFindings(policy: 1)
    #expect(findings.map(\.product) == [Position(0), Position(1)])
    #expect(findings.map(\.requirement.units) == [105, 3])
    for (finding, rows) in zip(findings, outcomes) {
      let days = Double(rows.reduce(0) { $0 + $1.daysWithin })
      let missing = Double(rows.reduce(0) { $0 + $1.missingUnitDays })
      #expect(isShare(finding.daysWithin.mean, days / Double(Self.count * 60)))
      #expect(abs((finding.missing.mean ?? .nan) - missing / Double(Self.count * 60)) < 1e-9)
      let below = Double(rows.count { $0.daysWithin < 60 }) / Double(Self.count)
      #expect(finding.anyDayBelow.mean == below)
      #expect(finding.anyDayBelow.interval?.high ?? 2 <= 1)
      #expect(finding.daysWithin.count == Self.count)
      #expect(finding.daysWithinByCover.count == 0)
      #expect(finding.averageCover.mean == nil)
    }
  }

  @Test("Measures of the duty and of cover are there only where a scenario asks for them")
  func absence() throws {
    let names = ["daysWithinDuty", "daysWithinDutyByCover", "averageCover"]
    func present(_ result: StudyResult) -> [String] {
      names.filter { Self.mean(result, .all, "all", $0) != nil }
    }
    #expect(present(try TwoProducts.study().run(jobs: 1)).isEmpty)
    #expect(try TwoProducts.study().run(jobs: 1).dutyFindings(policy: 0).isEmpty)
    #expect(present(try Self.result(Self.content())) == ["daysWithinDuty"])
    let whole = try Self.result(Self.content(measuresCover: true))
    #expect(present(whole) == names)
    var coverOnly = try Self.content(measuresCover: true)
    coverOnly.duty = nil
    #expect(present(try Self.result(coverOnly)) == ["averageCover"])
    // No tier has a duty, and a tier's or a region's cover is not measured.
    for name in names {
      #expect(whole.estimate(policy: 0, level: .tier, key: "careUnit", measure: name) == nil)
      #expect(whole.estimate(policy: 0, level: .region, key: "region", measure: name) == nil)
    }
    for name in names.prefix(2) {
      #expect(whole.estimate(policy: 0, level: .location, key: "store", measure: name) == nil)
    }
    #expect(Self.mean(whole, .location, "ward-a", "averageCover") != nil)
  }

  @Test("Average cover is the mean over days, then over products, each pooled over its places")
  func cover() throws {
    let content = try Self.content(measuresCover: true)
    let result = try Self.result(content)
    let outcomes = try Self.outcomes(content)
    let cover = outcomes.map { rows in
      Double(rows.reduce(0) { $0 + ($1.coverMicroDays ?? 0) }) / Double(Self.count * 60) / 1e6
    }
    #expect(cover.allSatisfy { $0 > 1 })
    let found = [
      Self.mean(result, .product, "bandage", "averageCover"),
      Self.mean(result, .product, "serum", "averageCover"),
      Self.mean(result, .all, "all", "averageCover"),
    ].map { $0 ?? .nan }
    for (value, expected) in zip(found, cover + [(cover[0] + cover[1]) / 2]) {
      #expect(abs(value - expected) < 1e-5)
    }
    let byCover = Double(outcomes[0].reduce(0) { $0 + ($1.daysWithinByCover ?? 0) })
    let finding = result.dutyFindings(policy: 1)[0]
    #expect(
      abs((finding.daysWithinByCover.mean ?? .nan) - byCover / Double(Self.count * 60)) < 1e-11)
    #expect(abs((finding.averageCover.mean ?? .nan) - cover[0]) < 1e-5)
    // Goods last 30 days here: a month of them cannot be used in time.
    #expect(finding.daysWithinByCover.mean ?? 1 < finding.daysWithin.mean ?? 0)
  }

  @Test("Who need hold nothing counts neither as within nor as below")
  func nothingToHold() throws {
    let content = try Self.content(exemptions: [Self.exemption(1, .share(basisPoints: 0))])
    let result = try Self.result(content)
    let all = Self.mean(result, .all, "all", "daysWithinDuty")
    #expect(all == Self.mean(result, .product, "bandage", "daysWithinDuty"))
    #expect(Self.mean(result, .product, "serum", "daysWithinDuty") == nil)
    let finding = result.dutyFindings(policy: 1)[1]
    #expect(finding.requirement.units == 0)
    #expect(finding.daysWithin.count == 0)
    #expect(finding.anyDayBelow.mean == nil)
  }

  @Test("An exemption's risk is that of the product at the care units that it concerns")
  func exemptions() throws {
    var content = try Self.content(exemptions: [Self.exemption(0, .days(10))])
    let result = try Self.result(content)
    let finding = try #require(result.exemptionFindings(policy: 0).first)
    #expect(finding.units == 35)
    #expect(finding.fullUnits == 105)
    func estimate(_ level: Level, _ key: String, _ measure: String) -> Estimate? {
      result.estimate(policy: 0, level: level, key: key, measure: measure)
    }
    // Both wards are the authority's.
    let unmet = try #require(estimate(.product, "bandage", "unmetFraction"))
    #expect(unmet.mean ?? 0 > 0)
    #expect(finding.unmetFraction.mean == unmet.mean)
    #expect(finding.unmetFraction.interval == unmet.interval?.ofShare)
    #expect(finding.stockoutDays.mean == estimate(.product, "bandage", "stockoutDays")?.mean)
    #expect(finding.anyStockout.interval == estimate(.product, "bandage", "anyStockout")?.interval)

    // Of a second authority only its own ward counts.
    content.authorities.append(
      Authority(id: "other", name: "", kind: .private, region: Position(0)))
    content.locations[2].authorities = Category.allCases.map { _ in Position(1) }
    content.duty?.exemptions[0].authority = Position(1)
    let own = try #require(try Self.result(content).exemptionFindings(policy: 0).first)
    #expect(own.units == 15)
    #expect(own.fullUnits == 45)
    let apart = try Self.result(content)
    let days = apart.estimate(
      policy: 0, level: .authority, key: "other", measure: "stockoutDays")
    #expect(own.stockoutDays.mean == days?.mean)
    #expect(own.stockoutDays.mean ?? 0 < finding.stockoutDays.mean ?? 0)
  }

  @Test("The number of cores changes no number")
  func repeatable() throws {
    var content = try Self.content(
      exemptions: [Self.exemption(0, .share(basisPoints: 3_333))], measuresCover: true)
    // So many that no core can do them all before the others begin.
    content.experiment.replications = 100
    let one = try Self.result(content, jobs: 1)
    let three = try Self.result(content, jobs: 3)
    for policy in 0..<2 {
      for (a, b) in zip(one.dutyFindings(policy: policy), three.dutyFindings(policy: policy)) {
        #expect(a.daysWithin.mean == b.daysWithin.mean)
        #expect(a.missing.interval == b.missing.interval)
        #expect(a.averageCover.mean == b.averageCover.mean)
      }
    }
  }
}
