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

  @Test("What is given instead helps those who lack their product, and its own patients go without")
  func substitution() throws {
    let run = try FeatureRun("substitution", replications: 30)
    func unmet(_ product: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .product, product)
    }
    for (replaced, standsIn) in [
      ("replaced-at-once", "stands-in-at-once"), ("replaced-later", "stands-in-later"),
    ] {
      #expect(try unmet(replaced, "substitution") < 0.8 * unmet(replaced, "today"))
      #expect(try unmet(standsIn, "today") < 0.001)
      #expect(try unmet(standsIn, "substitution") > 0.005)
      #expect(
        try unmet(replaced, "substitution-with-a-month") < unmet(replaced, "substitution"))
      let units = try run.mean("servedBySubstitute", "substitution", .product, replaced)
      #expect(units > 20)
      #expect(
        try run.mean("issuedAsSubstitute", "substitution", .product, standsIn) == 2 * units)
    }
  }
}
