import ScenarioFiles
import Testing

@Suite("Suggestion")
struct SuggestionTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let candidates: [String]
    let expected: String?
    var testDescription: String { "\(name) → \(expected ?? "nothing")" }

    init(_ name: String, _ candidates: [String], _ expected: String?) {
      self.name = name
      self.candidates = candidates
      self.expected = expected
    }
  }

  static let keys = ["title", "horizon", "experiment", "products", "locations", "policies"]

  @Test(
    "Names the nearest candidate within a third of the length",
    arguments: [
      Case("horizn", keys, "horizon"),
      Case("horzion", keys, "horizon"),
      Case("Horizon", keys, "horizon"),
      Case("HORIZON", keys, "horizon"),
      Case("policy", keys, nil),
      Case("polices", keys, "policies"),
      Case("product", keys, "products"),
      Case("tilte", keys, "title"),
      Case("expreimnet", keys, "experiment"),
      Case("xperimentss", keys, "experiment"),
      Case("seed", keys, nil),
      Case("", keys, nil),
      Case("x", ["y", "z"], nil),
      Case("x", ["X"], "X"),
      Case("dayz", ["day", "days", "week"], "day"),
      Case("cat", ["bat", "hat"], "bat"),
      Case("ab", ["ba"], "ba"),
      Case("lagr", ["läger", "lager"], "lager"),
      Case("anything", [], nil),
    ])
  func nearest(_ example: Case) {
    #expect(
      Suggestion.nearest(to: example.name, among: example.candidates) == example.expected)
  }

  @Test("Gives up on names too long to be a slip of the hand")
  func length() {
    let long = String(repeating: "a", count: 101)
    #expect(Suggestion.nearest(to: long, among: [long]) == nil)
  }
}
