import Foundation
import Testing

@Suite("Command line: trace")
struct TraceCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("The events of one location are a table, in the order of the day")
  func table() throws {
    let outcome = try Program.run(
      "trace", r1, "--replication", "0", "--product", "product", "--location", "unit-05", "--to",
      "2027-01-08")
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output == """
        date        day  event         location  otherParty  units  expires     due         detail
        2027-01-01    0  starting lot  unit-05                   5  2027-10-27
        2027-01-01    0  end of day    unit-05                   5
        2027-01-02    1  demand        unit-05                   2                          2 served
        2027-01-02    1  asked         unit-05   central         2
        2027-01-02    1  shipped       central   unit-05         2  2028-01-14  2027-01-03
        2027-01-02    1  end of day    unit-05                   3                          2 on order
        2027-01-03    2  received      unit-05   central         2  2028-01-14
        2027-01-03    2  end of day    unit-05                   5
        2027-01-07    6  demand        unit-05                   1                          1 served
        2027-01-07    6  asked         unit-05   central         1
        2027-01-07    6  shipped       central   unit-05         1  2028-01-02  2027-01-08
        2027-01-07    6  end of day    unit-05                   4                          1 on order
        2027-01-08    7  received      unit-05   central         1  2028-01-02
        2027-01-08    7  end of day    unit-05                   5

        """)
  }

  @Test("With --csv the same events are comma-separated values, under the policy that is named")
  func csv() throws {
    let outcome = try Program.run(
      "trace", r1, "--replication=0", "--csv", "--policy=month-3", "--location=unit-05",
      "--from=2027-01-02", "--to=2027-01-02")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        date,day,event,location,otherParty,units,expires,due,detail
        2027-01-02,1,demand,unit-05,,2,,,2 served
        2027-01-02,1,asked,unit-05,central,2,,,
        2027-01-02,1,shipped,central,unit-05,2,2028-01-14,2027-01-03,
        2027-01-02,1,end of day,unit-05,,3,,,2 on order

        """)
  }

  @Test("With --why a stock-out is followed back to the shortage and the surge behind it")
  func why() throws {
    let outcome = try Program.run(
      "trace", r1, "--replication", "3", "--location", "unit-19", "--why")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        The first stock-out of product at unit-19 from 2027-01-01 to 2028-12-30 is at unit-19 on 2028-07-25.
        2028-07-25, unit-19: patients asked for 75 units; 8 were there, 67 went unmet.
        2028-07-24, unit-19: ended the day with 8 on hand.
        unit-19 had last received 48 units from central on 2028-07-21, 56 units from central on 2028-07-22, 49 units from central on 2028-07-23.
        Since its order of 2028-07-22 was filled, patients had asked for 193 units in 3 days; normal consumption is 44.9 units in that time.
        From 2028-07-23 to 2028-07-24 unit-19 was granted less than it asked for on 2 days.
        2028-07-24, unit-19: asked central for 118 units and was granted 0.
        2028-07-24, central: had 0 on hand and could issue 0 for requests of 361; it shipped 0, first come, first served.
        2028-07-23, central: ended the day with 0 on hand.
        central had last received 226 units from supplier on 2028-07-18, 276 units from supplier on 2028-07-19, 228 units from supplier on 2028-07-20.
        central had shipped 1729 units since 2028-07-15, when it last asked for something that has all arrived, in 9 days; normal consumption is 518 units in that time.
        From 2028-07-16 to 2028-07-19 central was refused some or all of what it asked for on 4 days.
        2028-07-19, central: asked supplier for 959 units and got 0: shortage “outage”.
        In phase “surge” mean demand is multiplied by 4 on that day.
        Root cause: shortage “outage” from 2028-07-16 until 2028-10-07 (83 days); demand is 4 times normal in phase “surge”.

        """)
  }

  @Test("Without a stock-out it says so, and that is no failure")
  func nothing() throws {
    let outcome = try Program.run(
      "trace", r1, "--replication", "0", "--why", "--to", "2027-06-30")
    #expect(outcome.code == 0)
    #expect(outcome.output == "No stock-out of product from 2027-01-01 to 2027-06-30.\n")
  }

  @Test(
    "What does not exist is wrong usage, with what it may have been",
    arguments: [
      (["--replication", "20000"], "the scenario has 20000, numbered from 0 to 19999"),
      ([], "trace needs --replication, from 0 to 19999"),
      (["--replication", "0", "--product", "prodct"], "did you mean product?"),
      (["--replication", "0", "--policy", "month-2"], "did you mean month-1?"),
      (["--replication", "0", "--location", "unit-5"], "did you mean unit-05?"),
      (["--replication", "0", "--from", "2027-13-01"], "should be a date such as 2027-01-31"),
      (["--replication", "0", "--from", "2029-01-01"], "leave no day"),
      (["--replication", "0", "--why", "--csv"], "cannot be combined with --csv"),
    ])
  func wrongUsage(words: [String], text: String) throws {
    let outcome = try Program.run(["trace", r1] + words)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
  }
}
