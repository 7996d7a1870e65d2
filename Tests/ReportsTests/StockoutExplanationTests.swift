import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Reports

/// Demand is constant and every lot and lead time known, so that each sentence follows by hand.
@Suite("Why a location ran out")
struct StockoutExplanationTests {
  /// Gauze at two wards, 2 and 1 units a day; wards aim at 7 days, the store at 14.
  private func content(
    remainingLife: Int = 300, leadTime: Double = 3, allocation: AllocationRule = .firstCome
  ) -> SupplyModel.Content {
    var content = TinyScenario.content(horizonDays: 60, replications: 1)
    content.experiment.startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
    content.experiment.start = .given(remainingLife: .days(.constant(Double(remainingLife))))
    content.products = [content.products[1]]
    content.shortages = []
    content.suppliers[0].leadTime = .constant(leadTime)
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.suppliers[0].capacity = nil
    content.consumption = [(1, 2), (2, 1)].map { location, perDay in
      Consumption(
        location: Position(location), product: Position(0),
        normal: DailyRate(nanoUnits: perDay * 1_000_000_000), family: .constant)
    }
    content.policies[0].allocation = allocation
    return content
  }

  private func why(_ content: SupplyModel.Content) throws -> String {
    let model = try SupplyModel(content)
    var worker = ReplicationWorker(
      CompiledModel(model, policies: [Position(0)], products: [Position(0)]))
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    return StockoutExplanation(
      of: events, product: Position(0), in: model, days: 0...59
    ).lines.joined(separator: "\n")
  }

  private func phase(_ first: Int, _ length: Int, demand: Double) -> Phase {
    Phase(
      name: "surge", firstDay: first, lengthDays: length, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [demand, demand], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
  }

  @Test("Where nothing is missing it says so")
  func noStockout() throws {
    #expect(try why(content()) == "No stock-out of gauze from 2027-01-01 to 2027-03-01.")
  }

  @Test("A shortage is named with its first and last day, where refused orders came too late")
  func shortage() throws {
    var content = content()
    // Down almost at once, for 40 days.
    content.shortages = [
      ShortageProcess(
        id: "outage", products: .init(), frequency: .meanUpTime(days: 0.001),
        duration: .constant(40), startsUp: true)
    ]
    #expect(
      try why(content) == """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-a on 2027-01-23.
        2027-01-23, ward-a: patients asked for 2 units; 0 were there, 2 went unmet.
        2027-01-22, ward-a: ended the day with 0 on hand.
        ward-a had last received 2 units from central on 2027-01-14, 2 units from central on 2027-01-15, 2 units from central on 2027-01-16.
        Since its order of 2027-01-15 was filled, patients had asked for 16 units in 8 days; normal consumption is 16.0 units in that time.
        From 2027-01-16 to 2027-01-22 ward-a was granted less than it asked for on 7 days.
        2027-01-22, ward-a: asked central for 14 units and was granted 0.
        2027-01-22, central: had 0 on hand and could issue 0 for requests of 21; it shipped 0, first come, first served.
        2027-01-21, central: ended the day with 0 on hand.
        central had last received 3 units from wholesaler on 2027-01-04.
        central had shipped 42 units since 2027-01-01, when it last asked for something that has all arrived, in 21 days; normal consumption is 63.0 units in that time.
        From 2027-01-02 to 2027-01-19 central was refused some or all of what it asked for on 18 days.
        2027-01-19, central: asked wholesaler for 42 units and got 0: shortage “outage”.
        Root cause: shortage “outage” from 2027-01-02 until 2027-02-11 (40 days).
        """)
  }

  @Test("Goods kept for more urgent care are named with the rule that keeps them")
  func allocation() throws {
    var content = content(
      allocation: .priority(criticalLevels: [.init(carePriority: 2, level: .units(100))]))
    content.locations[2].carePriority = 2
    #expect(
      try why(content) == """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-b on 2027-01-08.
        2027-01-08, ward-b: patients asked for 1 unit; 0 were there, 1 went unmet.
        2027-01-07, ward-b: ended the day with 0 on hand.
        ward-b had received nothing before.
        Since the beginning, patients had asked for 8 units in 8 days; normal consumption is 8.00 units in that time.
        From 2027-01-01 to 2027-01-06 ward-b was granted less than it asked for on 6 days.
        2027-01-06, ward-b: asked central for 6 units and was granted 0.
        2027-01-06, central: had 38 on hand and could issue 38 for requests of 8; it shipped 2, by care priority.
        2027-01-05, central: ended the day with 36 on hand, 6 on order.
        central had last received 2 units from wholesaler on 2027-01-04, 2 units from wholesaler on 2027-01-05, 2 units from wholesaler on 2027-01-06.
        central had shipped 6 units since 2027-01-03, when it last asked for something that has all arrived, in 3 days; normal consumption is 9.00 units in that time.
        Under way: 2 of 2 asked of wholesaler on 2027-01-04, due 2027-01-07.
        Under way: 2 of 2 asked of wholesaler on 2027-01-05, due 2027-01-08.
        Root cause: central shipped only 2 of 38 on 2027-01-06 (by care priority).
        """)
  }

  @Test("Lots that expired are named, and no supplier is blamed whose goods were not yet due")
  func expiry() throws {
    #expect(
      try why(content(remainingLife: 5, leadTime: 20)) == """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-a on 2027-01-06.
        2027-01-06, ward-a: patients asked for 2 units; 0 were there, 2 went unmet.
        2027-01-05, ward-a: ended the day with 12 on hand, 14 on order.
        ward-a had last received 2 units from central on 2027-01-04, 2 units from central on 2027-01-05, 14 units from central on 2027-01-06.
        Since its order of 2027-01-05 was filled, patients had asked for 2 units in 1 day; normal consumption is 2.00 units in that time.
        26 units expired at ward-a on 2027-01-06.
        ward-a had last asked for 14 units on 2027-01-05, and got all of it.
        Root cause: 26 units expired at ward-a on 2027-01-06.
        """)
  }

  @Test("Demand above normal is named alone where everything asked for was granted in time")
  func surge() throws {
    var content = content()
    content.timeline = [phase(10, 5, demand: 9)]
    #expect(
      try why(content) == """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-a on 2027-01-11.
        2027-01-11, ward-a: patients asked for 18 units; 14 were there, 4 went unmet.
        2027-01-10, ward-a: ended the day with 12 on hand, 2 on order.
        ward-a had last received 2 units from central on 2027-01-09, 2 units from central on 2027-01-10, 2 units from central on 2027-01-11.
        Since its order of 2027-01-10 was filled, patients had asked for 18 units in 1 day; normal consumption is 2.00 units in that time.
        ward-a had last asked for 2 units on 2027-01-10, and got all of it.
        In phase “surge” mean demand is multiplied by 9 on that day.
        Root cause: demand is 9 times normal in phase “surge”.
        Nothing that could have arrived in time was cut, refused, late, sent back or discarded.
        """)
  }

  @Test("Where nothing explains it but the stock's size, nothing else is said")
  func tooSmall() throws {
    var content = content()
    content.policies[0].rules[1].operating = .units(1)
    #expect(
      try why(content) == """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-a on 2027-01-01.
        2027-01-01, ward-a: patients asked for 2 units; 1 was there, 1 went unmet.
        ward-a had received nothing before.
        Since the beginning, patients had asked for 2 units in 1 day; normal consumption is 2.00 units in that time.
        ward-a had not asked for anything before.
        Root cause: nothing that could have arrived in time was cut, refused, late, sent back or discarded; demand simply exceeded the stock.
        """)
  }

  @Test("A shortage is not blamed where what it refused would not have come in time")
  func tooLateToMatter() throws {
    var content = content(leadTime: 30)
    content.shortages = [
      ShortageProcess(
        id: "outage", products: .init(), frequency: .meanUpTime(days: 0.001),
        duration: .constant(40), startsUp: true)
    ]
    let text = try why(content)
    #expect(!text.contains("outage"))
    #expect(
      text.hasSuffix(
        """
        Under way: 3 of 3 asked of wholesaler on 2027-01-01, due 2027-01-31.
        Root cause: requests to central exceeded its stock on 2027-01-21; it was shared first come, first served.
        """))
  }

  @Test("A reserve that is released too late is named with its day")
  func reserve() throws {
    var content = content()
    content.policies[0].rules[0].operating = .units(4)
    content.policies[0].rules[0].reserve = .units(100)
    content.policies[0].rules[0].release = .onStockout(delayDays: 30)
    let text = try why(content)
    #expect(
      text.hasSuffix(
        """
        2027-01-07, central: had 103 on hand and could issue 3 for requests of 13; it shipped 3, first come, first served.
        2027-01-06, central: ended the day with 100 on hand, 4 on order.
        central had last received 3 units from wholesaler on 2027-01-04, 1 unit from wholesaler on 2027-01-05, 3 units from wholesaler on 2027-01-07.
        central had shipped 4 units since 2027-01-04, when it last asked for something that has all arrived, in 3 days; normal consumption is 9.00 units in that time.
        Under way: 1 of 1 asked of wholesaler on 2027-01-05, due 2027-01-08.
        Root cause: central had 100 units on 2027-01-07 that it could not issue (its reserve may be used from 2027-02-01 only).
        """))
  }

  @Test("A late delivery is named with its days and the phase that made it late")
  func late() throws {
    var content = content()
    var war = phase(1, 50, demand: 1)
    war.name = "war"
    war.leadTimeMultiplier = 10
    content.timeline = [war]
    let text = try why(content)
    #expect(
      text.hasSuffix(
        """
        Root cause: late delivery: 42 units that central ordered from wholesaler from 2027-01-02 to 2027-01-15 took 30 days instead of 3 days (phase “war” makes lead times longer).
        """))
  }

  @Test("Demand that waited in vain is followed back to the day on which it found nothing")
  func patience() throws {
    var content = content()
    content.products[0].shortfall = .deferrable(patienceDays: 2)
    content.timeline = [phase(10, 5, demand: 9)]
    let text = try why(content)
    #expect(
      text.hasPrefix(
        """
        The first stock-out of gauze from 2027-01-01 to 2027-03-01 is at ward-b on 2027-01-14.
        2027-01-14, ward-b: the patience of patients who had waited for 2 units since 2027-01-12 ended.
        2027-01-12, ward-b: patients asked for 9 units; 0 were there, 9 had to wait.
        2027-01-11, ward-b: ended the day with 0 on hand, 10 on order, 3 waiting.
        """))
  }

  @Test("Lots that expired are not made to explain more than they could have served")
  func expiryAndSurge() throws {
    var content = content(remainingLife: 5, leadTime: 20)
    content.timeline = [phase(5, 1, demand: 20)]
    let text = try why(content)
    #expect(
      text.hasSuffix(
        """
        Root cause: 26 units expired at ward-a on 2027-01-06; with what ward-a lost, 14 units would \
        still have been missing; demand is 20 times normal in phase “surge”.
        """), "\(text)")
  }

  @Test("A supplier's capacity is named with the phase that reduces it, or cuts it off")
  func capacity() throws {
    for (supply, cause) in [
      (5_000, "wholesaler could not deliver more (capacity, reduced in phase “war”)"),
      (0, "supply from wholesaler was cut off in phase “war”"),
    ] as [(Int64, String)] {
      var content = content()
      content.suppliers[0].capacity = .init(slackBasisPoints: 0, windowDays: 2)
      var war = phase(1, 59, demand: 1)
      war.name = "war"
      war.supplyBasisPoints = supply
      content.timeline = [war]
      let text = try why(content)
      #expect(text.hasSuffix("Root cause: \(cause)."), "\(text)")
    }
  }
}
