import ScenarioFiles
import Testing

/// Inputs that once stopped the program, as small as they could be made. Each is told as an error now.
@Suite("Found by fuzzing")
struct FoundByFuzzingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  @Test("A location that cannot be read, in a scenario without authorities that can, has no duty")
  func noAuthorities() {
    var files = base
    files["authorities.csv"] = "id,name,kind,region,population\n"
    files["exemptions.csv"] = """
      product,held,authority,reviewDate,mitigation,reason
      propofol,10 days,region-north,2027-01-01,borrowed,price
      """
    let outcome = files.read(settings: ["duty={ exemptions: 'exemptions.csv' }"])
    #expect(outcome.model == nil)
    #expect(outcome.diagnostics.rendered().contains("authorities.csv has no rows"))
  }
}
