import Studies
import Testing

extension FeatureClaimTests {
  @Test("Stock of a keyed product is worth nothing where its partner is out")
  func keyedProducts() throws {
    let run = try FeatureRun("keyed-products", replications: 30)
    func unmet(_ product: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .product, product)
    }
    #expect(try unmet("cassette", "today") > 0.03)
    #expect(try unmet("cassette", "a-month-of-cassettes") == unmet("cassette", "today"))
    #expect(try unmet("cassette", "a-month-of-lines") < 0.7 * unmet("cassette", "today"))
    #expect(try unmet("plain-cassette", "today") == 0)
    #expect(try unmet("line", "a-month-of-cassettes") == unmet("line", "today"))
  }
}
