import Quantities
import ScenarioFiles
import SupplyModel
import Testing

@Suite("From scenario to the duty")
struct DutyDecodingTests {
  private var base = MemoryFiles(ScenarioFolder.baseFiles())

  private func duty(_ files: MemoryFiles, _ text: String) throws -> Duty? {
    let outcome = files.read(settings: ["duty=" + text])
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content.duty
  }

  @Test("A scenario that does not ask about the duty has none, and says so")
  func none() throws {
    let outcome = base.read()
    #expect(try #require(outcome.model).content.duty == nil)
    let value = outcome.effective.values.first { $0.path == "duty" }
    #expect(value?.value == "not asked about")
    #expect(value?.origin == nil)
  }

  @Test("An empty duty is a month of everything, everywhere")
  func defaults() throws {
    let duty = try #require(try duty(base, "{}"))
    #expect(duty.days == 30)
    #expect(duty.locations == LocationSelection())
    #expect(duty.exemptions.isEmpty)
    let values = base.read(settings: ["duty={}"]).effective.values
    func value(_ path: String) -> String? { values.first { $0.path == path }?.value }
    #expect(value("duty.days") == "1 month")
    #expect(value("duty.locations") == "all locations")
    #expect(value("duty.exemptions") == "none")
  }

  @Test("Days, locations and exemptions reach the model, whatever the order of rows")
  func exemptions() throws {
    var files = base
    files["exemptions.csv"] = """
      product,held,authority,reviewDate,mitigation,reason
      propofol,10 days,region-north,2027-01-01,borrowed,price
      gloves,0 %,town,2028-06-30,"washed, worn twice",noSupplier
      gloves,0.3333,region-north,2027-12-31,none needed,shortShelfLife
      gauze,100 %,region-north,2027-12-31,bought,shortShelfLife
      """
    let duty = try #require(
      try duty(
        files,
        "{ days: '3 weeks', locations: { kind: 'centralStore' }, exemptions: 'exemptions.csv' }"))
    #expect(duty.days == 21)
    #expect(duty.locations == LocationSelection(tiers: [Position(1)]))
    func exemption(
      _ authority: Int, _ product: Int, _ reason: String, _ held: Exemption.Held,
      _ mitigation: String, _ date: String
    ) -> Exemption {
      Exemption(
        authority: Position(authority), product: Position(product), reason: reason, held: held,
        mitigation: mitigation, reviewDate: CalendarDate(date) ?? CalendarDate(dayNumber: 0))
    }
    #expect(
      duty.exemptions == [
        exemption(0, 0, "shortShelfLife", .share(basisPoints: 10_000), "bought", "2027-12-31"),
        exemption(0, 1, "shortShelfLife", .share(basisPoints: 3_333), "none needed", "2027-12-31"),
        exemption(0, 2, "price", .days(10), "borrowed", "2027-01-01"),
        exemption(
          1, 1, "noSupplier", .share(basisPoints: 0), "washed, worn twice", "2028-06-30"),
      ])
  }

  @Test("The only authority need not be named")
  func onlyAuthority() throws {
    var files = base
    files["base.json5"] = files["base.json5"].replacing(
      "authorities: \"authorities.csv\",", with: "")
    files["locations.csv"] = files["locations.csv"].replacing("region-north", with: "")
      .replacing("town", with: "")
    files["exemptions.csv"] =
      "product,reason,held,mitigation,reviewDate\npropofol,price,50 %,borrowed,2027-12-31\n"
    let duty = try #require(try duty(files, "{ exemptions: 'exemptions.csv' }"))
    #expect(duty.exemptions.map(\.authority) == [Position(0)])
  }
}
