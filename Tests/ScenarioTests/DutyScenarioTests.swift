import Replications
import Studies
import SupplyModel
import Testing

@Suite("The shipped scenario of the duty")
struct DutyScenarioTests {
  @Test("It shows what it says: who holds for whom, what lies outside, units against cover")
  func shows() throws {
    let result = try Shipped.run(
      "scenarios/features/duty.json5", replications: 0..<3,
      products: ["mixture", "serum", "morphine", "inhaler"])
    let content = result.content
    let findings = result.dutyFindings(policy: 1)
    let pairs = findings.map {
      "\(content.authorities[$0.requirement.holder].id) \(content.products[$0.product].id)"
    }
    // The region holds for the home-care team, the hospice for itself; the inhaler is prescribed.
    #expect(
      pairs == [
        "hospice morphine", "northby morphine", "region-north mixture", "region-north morphine",
        "region-north serum",
      ])
    // 3 + 1.5 of the wards and 0.8 of the home-care team, for 30 days.
    #expect(findings.map(\.requirement.units) == [120, 9, 90, 159, 2])
    // A month of what lasts three weeks is there, but not for a month.
    let mixture = findings[2]
    #expect(mixture.daysWithin.mean ?? 0 > 0.9)
    #expect(mixture.daysWithinByCover.mean ?? 1 < 0.5)
    // Without a month there is none.
    #expect(result.dutyFindings(policy: 0)[0].daysWithin.mean == 0)
    let risks = (0..<3).map { result.exemptionFindings(policy: $0).map(\.units) }
    #expect(risks == [[2], [2], [2]])
  }
}
