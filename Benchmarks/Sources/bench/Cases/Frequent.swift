/// What a replication does most often, one at a time.
enum Frequent {
  static var cases: [Case] { Draws.cases + shelves + allocation }

  /// Care units with the same constant demand, so that each asks for goods on every day.
  private static func steady(_ change: (inout TextScenario) -> Void) -> TextScenario {
    var scenario = TextScenario()
    scenario.meanPerDay = 3
    scenario.consumptionColumns = [("family", "constant")]
    change(&scenario)
    return scenario
  }

  /// A shipment on each unit-day, and all that belongs to it.
  private static var shelves: [Case] {
    [
      ("shipment, a day under way", steady { _ in }),
      (
        "shipment, 30 days under way",
        steady {
          $0.leadTimeDays = 30
          $0.careUnit = $0.careUnit.replacing("10 days", with: "60 days")
        }
      ),
      (
        "issue from few lots",
        steady {
          $0.careUnit = $0.careUnit.replacing("10 days", with: "3 days")
        }
      ),
      (
        "issue from many lots",
        steady {
          $0.careUnit = $0.careUnit.replacing("10 days", with: "100 days")
        }
      ),
    ].map { name, scenario in
      let timer = EngineTimer(scenario)
      return Case(name: name, unit: "ns per unit-day") { () throws(Failure) in
        try timer.nanosecondsPerUnitDay()
      }
    }
  }

  /// Each rule for who gets what.
  private static var allocation: [Case] { Mechanism.allocationRules.map(\.timed) }
}

extension Mechanism {
  /// Its time by unit-day.
  var timed: Case {
    let timer = EngineTimer(scenario)
    return Case(name: name, unit: "ns per unit-day") { () throws(Failure) in
      try timer.nanosecondsPerUnitDay()
    }
  }
}

/// One mechanism of the engine each.
enum Targeted {
  static var cases: [Case] {
    Mechanism.all.filter { own in !Mechanism.allocationRules.contains { $0.name == own.name } }
      .map(\.timed)
  }
}
