import Foundation
import Testing

/// VALIDATION cases A1 (De Moor, Gijsbrechts & Boute, EJOR 301 (2022) 535) and A2 (Hendrix, Ortega,
/// Haijema, Buisman & García, Comp. Math. Methods 1 (2019) e1027): one perishable product, lost sales.
/// Recomputed exactly. Tolerance 4 standard errors; seeds 1 and 2.
@Suite("A1 and A2: orders for a perishable product")
struct PerishableOrdersTests {
  /// Cost per day under A1: 3 a unit ordered, 5 a unit missing, 7 a unit outdated, 1 a unit held.
  private static func cost(_ means: DailyMeans) -> Double {
    3 * means.purchased + 5 * means.unmet + 7 * means.discarded + means.held
  }

  @Test("A1: cost, service, waste and stock of base stock") func baseStock() throws {
    let run = try ReferenceRun("a1-perishable", replications: 16)
    for (product, policy, cost, service, waste, held) in [
      ("m2", "lifo", 16.06260717, 0.58532698, 0.02231585, 0.21036731),
      ("m2", "fifo", 15.13161196, 0.76536219, 0.01516672, 0.78263268),
      ("m3", "lifo", 15.40063735, 0.68246872, 0.01443538, 0.46012610),
    ] {
      try run.check("cost", product, policy, cost, atMost: 0.002, Self.cost)
      try run.check("service", product, policy, service, atMost: 0.002) { $0.served / $0.demand }
      try run.check("waste", product, policy, waste, atMost: 0.04) { $0.discarded / $0.purchased }
      try run.check("held", product, policy, held, atMost: 0.01) { $0.held }
    }
    // The optimal orders are the published table. In the long run each day has the same expected
    // cost, so the discounted cost is a multiple of it.
    let discounted = (1 - pow(0.99, 365)) / 0.01
    for (policy, cost) in [("optimal-lifo", 1552.99075), ("optimal-fifo", 1457.28130)] {
      try run.check("discounted cost", "m2", policy, cost, atMost: 0.002) {
        discounted * Self.cost($0)
      }
    }
  }

  @Test("A2: profit, service, waste and orders") func profit() throws {
    let run = try ReferenceRun("a2-perishable", replications: 16)
    for (product, policy, profit, service, waste, ordered) in [
      ("mean5-m2", "plain", 2.18912458, 0.95060706, 0.07308877, 5.12782146),
      ("mean5-m2", "waste-conscious", 2.19732689, 0.95457740, 0.07342737, 5.15112021),
      ("mean5-m3", "plain", 2.39301318, 0.98330616, 0.02585765, 5.04703526),
      ("mean7-m2", "plain", 3.20045652, 0.96627732, 0.05093725, 7.12696944),
      ("mean7-m2", "waste-conscious", 3.20663258, 0.96842276, 0.05118431, 7.14465349),
    ] {
      try run.check("profit", product, policy, profit, atMost: 0.003) {
        $0.served - 0.5 * $0.purchased
      }
      try run.check("service", product, policy, service, atMost: 0.001) { $0.served / $0.demand }
      try run.check("waste", product, policy, waste, atMost: 0.02) { $0.discarded / $0.purchased }
      try run.check("ordered", product, policy, ordered, atMost: 0.002) { $0.purchased }
    }
  }
}
