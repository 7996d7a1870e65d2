import Studies
import Testing

/// What the comments of the nation's scenarios claim: its direction, with a wide margin.
@Suite("What the scenarios of a small nation show")
struct NationClaimTests {
  @Test("A month in the regions helps like three more months at the wholesaler")
  func distributor() throws {
    let run = try FeatureRun("distributor", replications: 20, products: ["morphine"])
    func unmet(_ policy: String) throws -> Double { try run.mean("unmetFraction", policy) }
    #expect(try unmet("little-at-the-wholesaler") > unmet("today") + 0.02)
    for policy in ["much-at-the-wholesaler", "one-month"] {
      #expect(try unmet(policy) < unmet("today") - 0.02)
    }
  }

  @Test("A substance with two packages is seldom out, unless it takes long to switch")
  func severalSuppliers() throws {
    let run = try FeatureRun("several-suppliers", replications: 30)
    func unmet(_ product: String) throws -> Double {
      try run.mean("unmetFraction", "today", .product, product)
    }
    #expect(try unmet("one-package") > 2 * unmet("two-packages"))
    #expect(try unmet("slow-to-switch") > 2 * unmet("two-packages"))
    #expect(try unmet("three-packages") < unmet("two-packages"))
  }

  @Test("Held orders fill a month at once, refused ones have to be made anew")
  func shortageEffects() throws {
    let run = try FeatureRun("shortage-effects", replications: 40)
    func unmet(_ product: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .product, product)
    }
    #expect(try unmet("forty-percent", "today") < 0.8 * unmet("refused", "today"))
    #expect(try unmet("short-dated", "today") == 0)
    #expect(try unmet("held", "one-month") < unmet("held", "today") - 0.03)
  }

  @Test("Who holds more loses more")
  func storeLoss() throws {
    let run = try FeatureRun("store-loss", replications: 20, products: ["vaccine", "penicillin"])
    func lost(_ measure: String, _ product: String, _ policy: String) throws -> Double {
      try run.mean(measure, policy, .product, product)
    }
    #expect(
      try lost("withdrawn", "penicillin", "one-month")
        > 2.5 * lost("withdrawn", "penicillin", "today"))
    #expect(try lost("spoiled", "penicillin", "one-month") == 0)
    #expect(try lost("spoiled", "vaccine", "one-month") > lost("spoiled", "vaccine", "today"))
  }

  @Test("What stands beyond a cut is of no use")
  func cutOff() throws {
    let run = try FeatureRun("cut-off", replications: 10)
    func unmet(_ region: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .region, region)
    }
    #expect(try unmet("north", "one-month") > 0.03)
    #expect(try unmet("middle", "one-month") < 0.005)
    #expect(try unmet("north", "month-on-wards") < 0.01)
  }

  @Test("Sharing helps the region at war, and its neighbours pay")
  func transshipment() throws {
    let run = try FeatureRun("transshipment", replications: 10)
    func unmet(_ region: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .region, region)
    }
    for policy in ["one-month", "by-order"] {
      #expect(try unmet("south", policy) < unmet("south", "today") - 0.01)
      #expect(try unmet("middle", policy) > unmet("middle", "today") + 0.003)
    }
  }

  @Test("With little to spare building up at once leaves more unmet than building up gradually")
  func buildUp() throws {
    let run = try FeatureRun("build-up-pace", replications: 15)
    func days(_ policy: String) throws -> Double { try run.mean("stockoutDays", policy) }
    #expect(try days("one-month") > days("one-month-gradually") + 2)
    #expect(try days("one-month") > days("today") + 4)
  }

  @Test("Prescriptions bring patients whom no plan counts; care that is put off needs less")
  func demandMoves() throws {
    let dry = try FeatureRun("prescriptions", replications: 5)
    #expect(try dry.mean("spilledOver", "today", .product, "penicillin") > 2_000)
    let put = try FeatureRun("postponed-care", replications: 10)
    #expect(
      try put.mean("unmetFraction", "today", .product, "planned")
        < 0.6 * put.mean("unmetFraction", "today", .product, "urgent"))
  }
}
